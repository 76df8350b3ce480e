"""Files and folders that are asked for: told by their path, or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.file_dialogs import (
    ask_artefact,
    ask_artefact_file,
    ask_drawing,
    ask_drawing_file,
    ask_folder,
    ask_network,
    ask_network_file,
    ask_trigger,
)

# The offscreen platform says so whenever a window has limits to its size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def window(
    qtbot: QtBot, keep: Callable[[QWidget], QWidget], qapp: QApplication
) -> Iterator[QWidget]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, True)
    made = keep(QWidget())
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QCoreApplication.setAttribute(attribute, False)


def choose(dialog: QFileDialog, name: str) -> None:
    """Type a name, as a user would, and press Enter."""
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(name)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("ask", [ask_drawing, ask_network, ask_artefact, ask_trigger])
def test_a_chosen_file_is_told_by_its_path(
    window: QWidget, tmp_path: Path, ask: Callable[..., QFileDialog]
) -> None:
    path = tmp_path / "three.png"
    path.write_bytes(b"")
    chosen: list[Path] = []
    dialog = ask(window, tmp_path, chosen.append)
    assert dialog.isVisible()
    dialog.setNameFilter("All files (*)")
    choose(dialog, str(path))
    assert chosen == [path]


@pytest.mark.parametrize("ending", ["safetensors", "onnx"])
def test_a_network_is_saved_in_the_format_that_was_chosen(
    window: QWidget, tmp_path: Path, ending: str
) -> None:
    chosen: list[Path] = []
    dialog = ask_network_file(window, tmp_path / "mine.safetensors", chosen.append)
    (format_,) = (words for words in dialog.nameFilters() if ending in words)
    box = dialog.findChild(QComboBox, "fileTypeCombo")
    assert box is not None
    box.setCurrentText(format_)
    box.textActivated.emit(format_)
    choose(dialog, "mine")
    assert chosen == [tmp_path / f"mine.{ending}"]


def test_a_drawing_is_saved_under_the_name_that_is_offered_or_typed(
    window: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    dialog = ask_drawing_file(window, tmp_path / "drawing.strokes", chosen.append)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    assert line.text() == "drawing.strokes"
    choose(dialog, "mine")
    assert chosen == [tmp_path / "mine.strokes"]


def test_a_chosen_folder_is_told_by_its_path(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = ask_folder(window, "look", "Save in", tmp_path, chosen.append)
    choose(dialog, str(tmp_path))
    assert chosen == [tmp_path]


def test_who_cancels_is_asked_nothing_more(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    dialog = ask_drawing(window, tmp_path, chosen.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "open-drawing") is None)
    assert chosen == []


def test_drawings_are_images_and_strokes(window: QWidget, tmp_path: Path) -> None:
    dialog = ask_drawing(window, tmp_path, lambda _: None)
    first = dialog.nameFilters()[0]
    assert all(f"*.{kind}" in first for kind in ("png", "jpg", "strokes", "json", "jsonl"))
    dialog.close()


def test_what_was_learned_once_is_saved_under_the_name_that_is_suggested(
    window: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    dialog = ask_artefact_file(window, tmp_path / "patch-3-report.safetensors", chosen.append)
    assert dialog.objectName() == "save-artefact"
    choose(dialog, "mine")
    assert chosen == [tmp_path / "mine.safetensors"]
