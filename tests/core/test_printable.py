from hypothesis import given
from hypothesis import strategies as st

from advgui.core.printable import LONGEST, printable


def test_what_a_person_writes_stays_as_it_is() -> None:
    for text in ("seven.png", "Ziffer größer 7 · L∞ ≤ ½", "99.1\u00a0%", "数字", "a\\b"):
        assert printable(text) == text


def test_what_steers_a_terminal_is_shown_and_not_done() -> None:
    assert printable("a\nb\r\x1b[2J\x07") == r"a\nb\r\x1b[2J\x07"
    assert printable("gnp.\u202efdp") == r"gnp.\u202efdp"
    assert printable("one\u2028two\x85three") == r"one\u2028two\x85three"


def test_a_name_that_is_not_utf_8_shows_its_bytes() -> None:
    assert printable(b"caf\xe9.png".decode("utf-8", "surrogateescape")) == r"caf\xe9.png"
    assert printable("\ud83d") == r"\ud83d"


def test_a_long_text_loses_its_middle() -> None:
    shown = printable("start" + "\n" * 10**6 + "end")
    assert len(shown) == LONGEST
    assert shown.startswith(r"start\n")
    assert shown.endswith(r"\nend")
    assert "…" in shown


@given(st.text(), st.integers(1, 40))
def test_whatever_it_is_it_prints_on_one_line(text: str, longest: int) -> None:
    shown = printable(text, longest)
    assert len(shown) <= longest
    assert len(shown.splitlines()) <= 1
    shown.encode()  # no surrogate is left, which no stream takes
