"""What typings/ says of packages without types is true of those that are installed."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

STUBS = sorted((Path(__file__).parents[2] / "packaging/typings").glob("*/__init__.pyi"))
NOT_NAMED = {"self", "args", "kwargs"}


def _declared(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, set[str]]]:
    """The dotted name of everything that the stub declares, and the parameters it takes."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) if name.startswith("_"):
                continue  # for the stub's own use
            case ast.ClassDef(name=name):
                yield inside + name, set()
                yield from _declared(node.body, f"{inside}{name}.")
            case ast.FunctionDef(name=name, args=taken):
                yield inside + name, {row.arg for row in taken.args} - NOT_NAMED
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield inside + name, set()


DECLARED = {
    f"{stub.parent.name}.{name}": parameters
    for stub in STUBS
    for name, parameters in _declared(ast.parse(stub.read_text("utf-8")).body)
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "parameters"), DECLARED.items(), ids=DECLARED)
def test_the_stub_declares_what_the_package_has(name: str, parameters: set[str]) -> None:
    package, *parts = name.split(".")
    thing: object = pytest.importorskip(package)
    for part in parts:
        thing = getattr(thing, part)
    if parameters:
        assert callable(thing)
        assert parameters <= set(inspect.signature(thing).parameters)
