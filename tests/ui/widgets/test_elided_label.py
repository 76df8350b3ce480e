"""A line of words that gives way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.elided_label import ElidedLabel

# The offscreen platform says so of every tip.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")

WORDS = "What is written here is longer than the room that it is given, so it gives way."


@pytest.fixture
def label(qtbot: QtBot, keep: Callable[[ElidedLabel], ElidedLabel]) -> ElidedLabel:
    made = keep(ElidedLabel(WORDS))
    made.show()
    qtbot.waitExposed(made)
    return made


def point_at(label: ElidedLabel) -> str:
    """Rest the mouse on it; the tip that it then has."""
    place = QPoint(2, 2)
    event = QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place))
    QApplication.sendEvent(label, event)
    return label.toolTip()


def test_words_that_do_not_fit_lose_their_middle_and_are_told_as_a_tip(label: ElidedLabel) -> None:
    label.resize(120, 20)
    assert "\u2026" in label.shown()
    assert label.shown()[:4] == WORDS[:4]
    assert label.shown()[-3:] == WORDS[-3:]
    assert point_at(label) == WORDS


def test_words_that_fit_are_whole_and_need_no_tip(label: ElidedLabel) -> None:
    label.resize(2000, 20)
    assert label.shown() == WORDS
    assert point_at(label) == ""


def test_it_takes_any_width(label: ElidedLabel) -> None:
    assert label.minimumSizeHint().width() == 0
    assert label.minimumSizeHint().height() >= label.fontMetrics().height()
