from collections.abc import Callable

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest

from advgui.ui.widgets.told_slider import ToldSlider


@pytest.fixture
def slider(keep: Callable[[ToldSlider], ToldSlider]) -> ToldSlider:
    made = keep(ToldSlider("Threshold", lambda value: f"{value / 100:.2f} of white"))
    made.setRange(0, 100)
    return made


def test_its_value_is_told_in_its_unit_from_the_start(slider: ToldSlider) -> None:
    assert slider.accessibleName() == "Threshold: 0.00 of white"


def test_whoever_moves_it_the_value_is_told(slider: ToldSlider) -> None:
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.accessibleName() == "Threshold: 1.00 of white"
    with QSignalBlocker(slider):
        slider.setValue(50)
    assert slider.accessibleName() == "Threshold: 0.50 of white"
