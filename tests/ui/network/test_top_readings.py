"""Three rows of digits with their confidences."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from advgui.core.nn.network import Reading
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.qimages import rgba

READING = Reading(3, (0.0, 0.0, 0.25, 0.999, 0.0, 0.0, 0.0, 0.0, 0.5, 0.0))


@pytest.fixture
def top(keep: Callable[[TopReadings], TopReadings]) -> TopReadings:
    made = keep(TopReadings())
    made.setPalette(palette(LIGHT))
    made.resize(100, made.sizeHint().height())
    made.show()
    return made


def blue(top: TopReadings) -> int:
    """How many pixels are of the colour of the prediction."""
    shown = rgba(top.grab().toImage())[..., :3]
    colour: QColor = LIGHT.prediction
    return int((shown == (colour.red(), colour.green(), colour.blue())).all(axis=-1).sum())


def test_it_tells_the_likeliest_first(top: TopReadings) -> None:
    top.set_reading(READING)
    assert top.accessibleDescription() == "3: 99.9\u00a0%, 8: 50.0\u00a0%, 2: 25.0\u00a0%"


def test_the_bar_of_what_is_read_is_as_long_as_its_confidence(top: TopReadings) -> None:
    assert blue(top) == 0
    top.set_reading(READING)
    long = blue(top)
    half = tuple(share / 2 for share in READING.confidences)
    top.set_reading(Reading(3, half))
    assert 0.4 * long < blue(top) < 0.6 * long


def test_where_nothing_is_read_nothing_is_shown(top: TopReadings) -> None:
    top.set_reading(READING)
    top.set_reading(None)
    assert top.accessibleDescription() == ""
    assert blue(top) == 0
