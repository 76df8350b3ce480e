from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from advgui.ui.session.controller import Controller
from advgui.ui.window.file_actions import Files
from advgui.ui.window.opening_note import OpeningNote
from tests.lab.states import fresh


@pytest.fixture
def files(qapp: QApplication, keep: Callable[[QWidget], QWidget]) -> Iterator[Files]:
    controller = Controller(fresh())
    yield Files(controller, keep(QWidget()))
    controller.close()


def test_it_is_there_while_something_is_opened_and_can_end_it(
    files: Files, keep: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(Files, "stop_opening", lambda self: stopped.append(True))
    window = keep(QWidget())
    note = OpeningNote(files)
    note.setParent(window)
    window.show()
    assert not note.isVisible()
    files.opener.words = "Opening large.png…"
    files.opener.changed.emit()
    assert note.isVisible()
    button = note.findChild(QToolButton, "opening-cancel")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stopped == [True]
    files.opener.words = ""
    files.opener.changed.emit()
    assert not note.isVisible()
