"""The slider tells its rate, and of what it is a share."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from advgui.lab.poisoning.choice import PoisonChoice
from advgui.ui.poisoning.rate_slider import RateSlider
from tests.ui.find import find


@pytest.fixture
def made(qtbot: QtBot, keep: Callable[[RateSlider], RateSlider]) -> RateSlider:
    return keep(RateSlider())


def test_a_key_takes_the_next_rate(made: RateSlider) -> None:
    told = list[float]()
    made.changed.connect(told.append)
    made.show_choice(PoisonChoice())
    slider = find(made, QSlider, "poison-rate")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert told == [0.02]


def test_the_figure_says_of_what(made: RateSlider) -> None:
    figure = find(made, QLabel, "poison-rate-figure")
    flips = PoisonChoice(attack="label-flips")
    for choice, words in (
        (PoisonChoice(), "1 % of all images"),
        (flips, "30 % of all images"),
        (flips.with_parameter("origin", "3"), "30 % of the 3s"),
        (PoisonChoice(attack="clean-label", goal=4), "30 % of the 4s"),
    ):
        made.show_choice(choice)
        assert figure.text() == words
        assert find(made, QSlider, "poison-rate").accessibleDescription() == words
