"""Whatever the window says goes through ``tr``, so that it can be said in another language."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = Path(__file__).parents[1] / "advgui"
TEXTS: Final = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}

#: What speaks to programs, in markup and Python, and the line that tells in a terminal whether
#: an installation works, which is in English as all commands are.
NOT_THE_WINDOW: Final = ("lab/export/repeating.py", "lab/export/svg.py", "ui/selfcheck/")
#: Two words, or a word and what is put in.
SENTENCE: Final = re.compile(r"[a-z]\s+[a-z{]|\}\s+[a-z]", re.IGNORECASE)
#: Markup, JSON, the kinds of files by their endings, figures with a unit.
NO_SENTENCE: Final = re.compile(r"[<*\n\"].*|\{\".*|[{}\s·/]*\bs\b[{}\s·/]*", re.DOTALL)
#: Whose arguments no person reads: names, the log, errors of programming.
UNREAD: Final = {
    *("tr", "setObjectName", "findChild", "getLogger", "TypeVar"),
    *("debug", "info", "warning", "error", "exception"),
    *("AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"),
}
#: Names of a thread, of a file's format, of a folder, and of a kind of work.
NAMES: Final = {
    *("import of pyqtgraph", "advgui session ", "{} as {}", "reading of the test digits"),
    *("train {}", "retrain {}", "poison {} {}", "{} in all"),  # kinds of work, to be timed by
}


@cache
def literals() -> set[str]:
    """All values of types that have but a few: what is meant by them is said elsewhere."""
    return {
        value.value
        for text in TEXTS.values()
        if "Literal[" in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
        for value in ast.walk(node.slice)
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


def said(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts in a tree that may be read by a person, without ``tr``, each with its line."""
    match node:
        case ast.Expr(ast.Constant()):
            return  # a docstring
        case ast.Call() if called(node) in UNREAD:
            return
        case ast.keyword(arg="heading"):
            return  # of a column in a file, which is for programs
        case ast.JoinedStr():
            parts = [getattr(part, "value", "") for part in node.values]
            yield node.lineno, "".join(one if isinstance(one, str) else "{}" for one in parts)
        case ast.Constant(str() as text):
            yield node.lineno, text
        case _:
            for child in ast.iter_child_nodes(node):
                if child not in annotations(node):
                    yield from said(child)


def called(call: ast.Call) -> str:
    """The name of the function."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def annotations(node: ast.AST) -> tuple[object, ...]:
    """The children of a node that are types."""
    return getattr(node, "annotation", None), getattr(node, "returns", None)


def is_sentence(text: str) -> bool:
    """Whether a person could read it as words."""
    return bool(SENTENCE.search(text)) and not NO_SENTENCE.fullmatch(text)


@pytest.mark.parametrize("layer", ["ui", "lab"])
def test_no_sentence_is_shown_that_could_not_be_translated(layer: str) -> None:
    known = literals() | NAMES
    found = [
        f"{place}:{line}: {text}"
        for path, code in TEXTS.items()
        if (place := path.relative_to(PACKAGE).as_posix()).startswith(f"{layer}/")
        and not place.startswith(NOT_THE_WINDOW)
        for line, text in said(ast.parse(code))
        if is_sentence(text) and text not in known
    ]
    assert not found, "say it with tr, of advgui.core.language"


def test_a_sentence_without_tr_is_found() -> None:
    code = 'name: "a type" = 1\nf("one two", tr("three four"), log.info("five six"))\nf"{n} more"'
    assert [text for _, text in said(ast.parse(code)) if is_sentence(text)] == [
        "one two",
        "{} more",
    ]
