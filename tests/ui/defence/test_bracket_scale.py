"""Colours on a line: proven in green, altered in orange, what is open in neither."""

import math
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from advgui.lab.defence.proof import Span
from advgui.ui.defence.bracket_scale import BracketScale
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.qimages import rgba


@pytest.fixture
def scale(keep: Callable[[BracketScale], BracketScale]) -> BracketScale:
    made = keep(BracketScale())
    made.setPalette(palette(LIGHT))
    made.resize(400, made.sizeHint().height())
    made.show()
    return made


def reach(scale: BracketScale, colour: QColor) -> list[int]:
    """Where along its middle the scale has a colour."""
    line = rgba(scale.grab().toImage())[3, :, :3]
    wanted = (colour.red(), colour.green(), colour.blue())
    return [int(at) for at in (line == wanted).all(axis=-1).nonzero()[0]]


def test_both_ends_are_where_they_belong(scale: BracketScale) -> None:
    scale.show_span(Span(0.025, 0.05), 0.1, "Words.")
    assert max(reach(scale, LIGHT.restored)) == pytest.approx(100, abs=2)
    assert min(reach(scale, LIGHT.fooled)) == pytest.approx(200, abs=2)
    assert scale.accessibleDescription() == "Words."


def test_where_no_image_is_known_nothing_is_orange(scale: BracketScale) -> None:
    scale.show_span(Span(0.025, math.inf), 0.1, "")
    assert not reach(scale, LIGHT.fooled)
    assert reach(scale, LIGHT.restored)


def test_where_nothing_is_known_there_is_no_colour(scale: BracketScale) -> None:
    scale.show_span(Span(0.025, 0.05), 0.1, "")
    scale.show_span(None, 0.1, "")
    assert not reach(scale, LIGHT.restored)
    assert not reach(scale, LIGHT.fooled)
