"""A German reads 1,799 as not quite two: thousands are set apart by a space."""

from hypothesis import given
from hypothesis import strategies as st

from advgui.core.thousands import SPACE, SpacedSentence


def test_thousands_have_a_space_and_all_else_stays() -> None:
    words = SpacedSentence("{count:,} Schritte, {share:.1%} von {0}, {name}")
    told = words.format(60000, count=1799, share=0.994, name="a,b")
    assert told == f"1{SPACE}799 Schritte, 99.4% von 60000, a,b"


@given(st.integers(-(10**9), 10**9), st.text())
def test_nothing_but_the_comma_of_a_number_differs(count: int, name: str) -> None:
    words = "{name}: {count:,}"
    told = SpacedSentence(words).format(count=count, name=name)
    assert told == f"{name}: " + f"{count:,}".replace(",", SPACE)


def test_what_is_put_in_is_plain_text() -> None:
    assert type(SpacedSentence("{count:,}").format(count=1)) is str
