"""The map follows drawing and budget, behind a threshold; elsewhere it says why there is none."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider

from advgui.ui.defence.flip_map import FlipMap
from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller
from tests.lab.states import drawing
from tests.ui.find import find


def test_with_no_threshold_the_slider_is_off_and_says_why(
    page: DefendPage, controller: Controller
) -> None:
    budget = find(page, QSlider, "flip-budget")
    assert find(page, FlipMap, "flip-map").classes() is None
    assert not budget.isEnabled()
    assert "threshold" in budget.toolTip()
    controller.choose_defence("threshold")
    assert budget.isEnabled()
    assert find(page, FlipMap, "flip-map").classes() is not None


def test_a_larger_budget_lets_more_pixels_flip(page: DefendPage, controller: Controller) -> None:
    controller.choose_defence("threshold")
    shown, budget = find(page, FlipMap, "flip-map"), find(page, QSlider, "flip-budget")
    assert budget.value() == 25
    few = shown.classes()
    for _ in range(3):
        QTest.keyClick(budget, Qt.Key.Key_PageUp)
    many = shown.classes()
    assert few is not None
    assert many is not None
    assert np.count_nonzero(few > 1) < np.count_nonzero(many > 1)
    assert controller.state.map_budget == 49 / 255
    assert find(page, QLabel, "flip-figure").text() == "0.19"


def test_it_follows_the_drawing_and_its_absence(page: DefendPage, controller: Controller) -> None:
    controller.choose_defence("threshold")
    before = find(page, QLabel, "flip-words").text()
    controller.draw(drawing(6))
    assert find(page, QLabel, "flip-words").text() != before
    controller.clear()
    assert find(page, FlipMap, "flip-map").classes() is None
    assert "Nothing is drawn" in find(page, FlipMap, "flip-map").accessibleDescription()
