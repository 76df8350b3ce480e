"""The last files are remembered, the newest first, ten at most."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.lab.recent_files import MOST, gone_words, remembered, stored, with_file, without_file

FOLDER = Path("/home/somebody")
NAMES = st.lists(st.text("abc äß[]=", min_size=1, max_size=6), max_size=20)


@settings(max_examples=20, deadline=None)
@given(NAMES)
def test_what_is_stored_is_remembered(names: list[str]) -> None:
    recent: tuple[Path, ...] = ()
    for name in names:
        recent = with_file(recent, FOLDER / name)
    assert remembered(stored(recent)) == recent
    assert len(recent) <= MOST
    assert len(set(recent)) == len(recent)


def test_one_that_is_used_again_is_the_newest() -> None:
    one, two = FOLDER / "one", FOLDER / "two"
    assert with_file((one, two), two) == (two, one)
    assert without_file((one, two), one) == (two,)


def test_rubbish_is_nothing() -> None:
    assert remembered({"0": 3, "1": "", "2": "relative", "x": "/home/a", "4": "/a\0b"}) == ()


def test_one_that_is_gone_is_named() -> None:
    told = gone_words(FOLDER / "a.advgui")
    assert told == f"a.advgui is not there any more: {FOLDER} does not have it."
