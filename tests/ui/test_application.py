from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui.application import Application


def test_files_that_a_desktop_wants_opened_wait_for_someone_who_opens_them(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    assert isinstance(qapp, Application)
    paths = [tmp_path / "one.png", tmp_path / "two.png"]
    for path in paths:
        with qtbot.waitSignal(qapp.file_wanted):
            QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    assert qapp.take_wanted() == paths
    assert qapp.take_wanted() == []
