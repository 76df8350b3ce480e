"""A long job is held, stopped and cancelled by one row, which says what it can do and why not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.steering import Steering
from tests.ui.find import find


@pytest.fixture
def steering(qtbot: QtBot, keep: Callable[[Steering], Steering]) -> Steering:
    made = keep(Steering("fit", "Progress of the fit"))
    made.offer_hold("Hold it", "", paused=False)
    made.resize(500, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("name", "signal"), [("pause", "held"), ("stop", "stopped"), ("cancel", "cancelled")]
)
def test_each_button_says_what_is_wanted(
    steering: Steering, qtbot: QtBot, name: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(steering, signal)):
        QTest.mouseClick(find(steering, QPushButton, f"fit-{name}"), Qt.MouseButton.LeftButton)


def test_what_cannot_be_done_says_why(steering: Steering) -> None:
    stop = find(steering, QPushButton, "fit-stop")
    steering.offer_stop("Stop now", "Nothing is learned yet")
    assert (stop.isEnabled(), stop.toolTip()) == (False, "Nothing is learned yet")
    steering.offer_stop("Stop now", "")
    assert (stop.isEnabled(), stop.toolTip()) == (True, "Stop now")


def test_nothing_moves_when_it_is_held(steering: Steering) -> None:
    hold = find(steering, QPushButton, "fit-pause")
    words, place = hold.text(), hold.geometry()
    steering.offer_hold("Go on", "", paused=True)
    assert (words, hold.text()) == ("Pause", "Resume")
    QApplication.processEvents()  # the layout has what it asked for
    assert hold.geometry() == place


def test_how_far_it_is_is_shown_and_said(steering: Steering) -> None:
    bar = find(steering, QProgressBar, "fit-progress")
    steering.show_done(0.25, "25 %", "A quarter of it is learned.")
    assert bar.value() / bar.maximum() == 0.25
    assert bar.text() == "25 %"
    assert bar.accessibleDescription() == "A quarter of it is learned."
