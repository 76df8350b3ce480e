"""A German reads 1,799 as not quite two: thousands have a space, and decimals the comma."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.numerals import MINUS, SPACE, GermanSentence


def test_thousands_have_a_space_and_all_else_stays() -> None:
    words = GermanSentence("{count:,} Schritte, {share:.1%} von {0}, {name}")
    told = words.format(60000, count=1799, share=0.994, name="a,b")
    assert told == f"1{SPACE}799 Schritte, 99,4{SPACE}% von 60000, a,b"


def test_decimals_have_the_comma_and_words_and_paths_keep_their_points() -> None:
    told = GermanSentence("{file}: {l2:.2f}, {share}.").format(
        file=Path("a.b"), l2=np.float32(0.5), share=0.25
    )
    assert told == "a.b: 0,50, 0,25."


def test_a_minus_is_as_long_as_a_plus_and_words_keep_their_hyphens() -> None:
    told = GermanSentence("{attack}: {gain:+.1f}, {loss:+.1f}").format(
        attack="Mean-sign", gain=0.4, loss=-0.4
    )
    assert told == f"Mean-sign: +0,4, {MINUS}0,4"


@given(st.integers(-(10**9), 10**9), st.text())
def test_nothing_but_the_comma_and_the_minus_of_a_number_differs(count: int, name: str) -> None:
    words = "{name}: {count:,}"
    told = GermanSentence(words).format(count=count, name=name)
    assert told == f"{name}: " + f"{count:,}".replace(",", SPACE).replace("-", MINUS)


def test_what_is_put_in_is_plain_text() -> None:
    assert type(GermanSentence("{count:,}").format(count=1)) is str
