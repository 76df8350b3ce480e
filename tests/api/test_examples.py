"""Every example in the documentation is run, and gives what it says."""

import doctest
import re
from pathlib import Path
from types import ModuleType

import pytest

from advgui.api import artefacts, attacks, defences, explanation, images, networks, poisoning

GUIDE = Path(__file__).parents[2] / "resources/guide"
_FENCE = re.compile(r"^```\w*$", re.MULTILINE)


def failures(test: doctest.DocTest) -> str:
    """What the examples gave where it is something else than they say."""
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    return "".join(said)


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    "module",
    [artefacts, attacks, defences, explanation, images, networks, poisoning],
    ids=lambda one: one.__name__,
)
def test_the_examples_of_each_function_hold(module: ModuleType) -> None:
    tests = [test for test in doctest.DocTestFinder().find(module) if test.examples]
    assert tests
    for test in tests:
        assert not failures(test)


@pytest.mark.usefixtures("data")
def test_the_examples_of_the_guide_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = GUIDE / "python.md"
    text = _FENCE.sub("", path.read_text("utf-8"))  # the end of a fence is no output
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    assert test.examples
    assert not failures(test)
