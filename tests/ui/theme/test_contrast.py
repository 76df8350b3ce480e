"""Contrast as WCAG 2.2 computes it, of the very tokens that the window is painted with."""

import re
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QColor

from advgui.ui.theme import marks
from advgui.ui.theme.contrast import FREE, PAIRS, WORDS
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, tinted

ROOT = Path(__file__).parents[3] / "advgui" / "ui"
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1 to 21."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def laid_on(ground: QColor, film: QColor) -> QColor:
    """What is seen of a ground below a colour that lets it through."""
    share = film.alphaF()
    parts = zip(
        (film.redF(), film.greenF(), film.blueF()),
        (ground.redF(), ground.greenF(), ground.blueF()),
        strict=True,
    )
    return QColor.fromRgbF(*(share * above + (1 - share) * below for above, below in parts))


def test_black_on_white_is_twenty_one_as_the_standard_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@THEMES
def test_every_pair_that_meets_on_the_screen_is_told_apart(colours: Tokens) -> None:
    low = {
        (pair.colour, ground): round(found, 2)
        for pair in PAIRS
        for ground in pair.grounds
        if (found := contrast(getattr(colours, pair.colour), getattr(colours, ground))) < pair.least
    }
    assert low == {}


@THEMES
def test_the_words_of_a_badge_are_read_on_its_own_tint(colours: Tokens) -> None:
    for mark in get_args(marks.Mark):
        for ground in (colours.window, colours.card):
            tint = laid_on(ground, tinted(marks.fill(mark, colours), colours))
            assert contrast(marks.ink(mark, colours), tint) >= WORDS, mark


#: Where colours lie on an image's own pixels, which no theme changes.
ON_PIXELS = ("magnified.py", "panels.py")


def test_no_token_is_left_out_and_no_colour_comes_from_elsewhere() -> None:
    named = {name for pair in PAIRS for name in (pair.colour, *pair.grounds)}
    assert named | set(FREE) == set(Tokens._fields) - {"dark"}
    strangers = [
        path.name
        for path in ROOT.rglob("*.py")
        if path.name not in ("tokens.py", *ON_PIXELS)
        and re.search(r'QColor\("', path.read_text("utf-8"))
    ]
    assert strangers == []
