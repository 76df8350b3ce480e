"""One view stands below the images at a time; it is made when it is wanted, and remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.attack.lower_pane import LowerPane
from tests.ui.find import find


@pytest.fixture
def pane(qtbot: QtBot, keep: Callable[[LowerPane], LowerPane]) -> LowerPane:
    made = keep(LowerPane())
    made.add("steps", "Steps", lambda: QLabel("the steps"))
    made.add("runs", "Runs", lambda: QLabel("the runs"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_is_shown_and_the_others_are_not_even_made(pane: LowerPane) -> None:
    assert pane.current == "steps"
    assert visible(pane, "steps")
    assert pane.view("runs") is None


def test_a_key_shows_the_next_one_in_place_of_the_first(pane: LowerPane, qtbot: QtBot) -> None:
    tabs = find(pane, QTabBar, "lower-tabs")
    with qtbot.waitSignal(pane.shown) as told:
        QTest.keyClick(tabs, Qt.Key.Key_Down)
    assert told.args == ["runs"] == [pane.current]
    assert visible(pane, "runs")
    assert not visible(pane, "steps")


def test_what_was_shown_once_is_not_made_again(pane: LowerPane) -> None:
    pane.choose("runs")
    first = pane.view("runs")
    pane.choose("steps")
    pane.choose("runs")
    assert pane.view("runs") is first


def test_a_tab_can_tell_how_many_there_are(pane: LowerPane) -> None:
    pane.set_title("runs", "Runs (12)")
    assert find(pane, QTabBar, "lower-tabs").tabText(1) == "Runs (12)"
    assert pane.current == "steps"


def test_the_one_of_the_last_time_is_shown_again_as_soon_as_it_is_there(
    keep: Callable[[LowerPane], LowerPane],
) -> None:
    made = keep(LowerPane("runs"))
    made.add("steps", "Steps", QWidget)
    assert made.current == "steps"
    made.add("runs", "Runs", QWidget)
    assert made.current == "runs"


def visible(pane: LowerPane, name: str) -> bool:
    view = pane.view(name)
    return view is not None and view.isVisible()
