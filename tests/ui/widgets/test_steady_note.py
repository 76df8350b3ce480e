"""Words that change with every frame move nothing, and are painted as any others."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.theme.zoom import Zoom
from advgui.ui.widgets.steady_note import SteadyNote
from tests.ui.find import find
from tests.ui.screenshots import painted

WORDS = "Reads 7 at 99 %"
LONG = "so many words that they need more than one line, and have two"


class Layouts(QObject):
    """Counts how often a widget is laid out anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let it pass."""
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def note() -> SteadyNote:
    return SteadyNote(2, name="verdict")


@pytest.fixture
def window(note: SteadyNote, qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> QWidget:
    made = keep(QWidget())
    made.setPalette(palette(LIGHT))
    lines = QVBoxLayout(made)
    lines.addWidget(note)
    lines.addWidget(QLabel("below"))
    made.resize(300, 120)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_other_words_have_nothing_laid_out_anew(
    window: QWidget, note: SteadyNote, qtbot: QtBot
) -> None:
    layouts, place = Layouts(window), note.geometry()
    for words in (WORDS, LONG, ""):
        note.set_words(words)
        qtbot.wait(1)
    assert layouts.count == 0
    assert note.geometry() == place


def test_words_are_painted_in_the_room_of_their_lines(window: QWidget, note: SteadyNote) -> None:
    empty = painted(note)
    note.set_words(LONG)
    rows = (painted(note) != empty).any(axis=(1, 2)).nonzero()[0]
    line = note.fontMetrics().lineSpacing() * 0.7
    assert rows.max() - rows.min() > line  # two lines
    assert find(window, QLabel, "verdict").text() == LONG


def test_words_that_were_painted_ahead_look_the_same(window: QWidget, note: SteadyNote) -> None:
    note.set_words(WORDS)
    usual = painted(note)
    note.set_words("")
    note.prepare(WORDS)
    assert (painted(note) != usual).any()  # nothing is shown of it yet
    note.set_words(WORDS)
    np.testing.assert_array_equal(painted(note), usual)


def test_words_that_need_more_lines_get_them_and_the_room_stays(
    window: QWidget, note: SteadyNote, qtbot: QtBot
) -> None:
    before = note.height()
    note.set_words(3 * LONG)
    qtbot.waitUntil(lambda: note.height() > before)
    shown, grown = find(window, QLabel, "verdict"), note.height()
    assert shown.heightForWidth(shown.width()) <= grown
    note.set_words("")
    qtbot.wait(1)
    assert note.height() == grown


def test_words_that_stay_get_the_lines_that_larger_letters_need(
    window: QWidget, note: SteadyNote, zoom: Zoom, qtbot: QtBot
) -> None:
    note.set_words(LONG)
    window.resize(300, 300)
    zoom.set_percent(200)
    shown = find(window, QLabel, "verdict")
    qtbot.waitUntil(lambda: shown.heightForWidth(shown.width()) <= note.height())


def test_room_that_a_narrow_note_has_needed_is_given_back_to_a_wide_one(
    window: QWidget, note: SteadyNote
) -> None:
    usual = note.minimumHeight()
    note.set_words(LONG)
    window.resize(90, 200)
    QApplication.processEvents()
    assert note.minimumHeight() > usual
    window.resize(300, 200)
    QApplication.processEvents()
    assert note.minimumHeight() == usual
