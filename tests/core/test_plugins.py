"""A registry takes what a package's modules hold and what others offer, and survives both."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from advgui.core import plugins
from advgui.core.plugins import instances, registry, subclasses, tell_problems

GROUP = "advgui.test-things"


@dataclass(frozen=True)
class Thing:
    """What is collected here."""

    name: str


HEAD = "from tests.core.test_plugins import Thing\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty package ``things`` that can be imported, and so can what lies beside it."""
    folder = tmp_path / "things"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(plugins, "_problems", plugins._Problems())
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] in ("things", "other")]:
        del sys.modules[name]


def offer(folder: Path, content: str, *points: str) -> None:
    """Another package beside it, installed with these entry points."""
    (folder.parent / "other.py").write_text(HEAD + content)
    info = folder.parent / "other-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *points]))


def problems() -> list[str]:
    """Those so far, and then those that come."""
    told: list[str] = []
    tell_problems(told.append)
    return told


def found() -> list[str]:
    return list(registry("things", GROUP, instances(Thing), lambda thing: thing.name))


def test_every_module_of_the_package_is_read(package: Path) -> None:
    (package / "second.py").write_text(HEAD + "B, C, OTHER = Thing('b'), Thing('c'), 3")
    (package / "first.py").write_text(HEAD + "A = Thing('a')")
    assert found() == ["a", "b", "c"]
    assert not problems()


@pytest.mark.parametrize("point", ["mine = other:D", "mine = other"])
def test_another_package_offers_a_thing_or_a_module_of_them(package: Path, point: str) -> None:
    (package / "first.py").write_text(HEAD + "A = Thing('a')")
    offer(package, "D = Thing('d')", point)
    assert found() == ["a", "d"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("1 / 0", "The plug-in mine cannot be loaded: ZeroDivisionError, division by zero."),
        ("D = 3", "The plug-in mine offers nothing for advgui.test-things."),
        ("D = Thing('a')", "The plug-in mine is left out: a is taken."),
        ("E = 3", "The plug-in mine cannot be loaded: AttributeError, "),
    ],
)
def test_a_broken_plug_in_is_told_in_a_sentence_and_the_others_stay(
    package: Path, content: str, sentence: str
) -> None:
    (package / "first.py").write_text(HEAD + "A = Thing('a')")
    offer(package, content, "mine = other:D", "good = things.first:A")
    assert found() == ["a"]
    (told,) = problems()
    assert told.startswith(sentence)
    assert "\n" not in told


def test_who_listens_is_told_of_what_breaks_later(package: Path) -> None:
    told = problems()
    offer(package, "1 / 0", "mine = other")
    found()
    assert len(told) == 1


def test_a_folder_that_cannot_be_read_offers_nothing(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(package, "D = Thing('d')", "mine = other")
    monkeypatch.setattr(sys, "path", [*sys.path, str(package / "missing"), str(Path(__file__))])
    assert found() == ["d"]


def test_nothing_is_imported_before_somebody_looks(package: Path) -> None:
    (package / "first.py").write_text(HEAD + "A = Thing('a')")
    offer(package, "import things\nD = Thing('d')\nDEFAULT = lambda: things.ALL", "mine = other")
    everything = registry("things", GROUP, instances(Thing), lambda thing: thing.name)
    assert "things" not in sys.modules
    assert list(everything) == ["a", "d"]
    assert (everything["d"], len(everything)) == (Thing("d"), 2)


def test_abstract_classes_are_not_things() -> None:
    from abc import ABC, abstractmethod

    class Base(ABC):
        @abstractmethod
        def work(self) -> None: ...

    class Done(Base):
        def work(self) -> None: ...

    wanted = subclasses(Base)  # type: ignore[type-abstract]
    assert [wanted(one) for one in (Base, Done, Done(), 3)] == [None, Done, None, None]
