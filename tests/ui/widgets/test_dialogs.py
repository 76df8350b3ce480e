from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.dialogs import (
    ask_drawing,
    ask_drawing_file,
    ask_folder,
    ask_network,
    ask_network_file,
    show_about,
    show_error,
)

# The offscreen platform says so whenever a window has limits to its size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SENTENCE = "digit.png is not an image: it cannot be read as PNG or JPEG."


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


def texts(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_an_error_is_one_sentence_and_blocks_nothing(window: QWidget) -> None:
    dialog = show_error(window, SENTENCE)
    assert dialog.isVisible()
    assert texts(dialog).strip() == SENTENCE
    assert dialog.accessibleDescription() == SENTENCE
    assert window.findChild(QDialog, "error") is dialog
    dialog.close()


def test_a_sentence_is_shown_as_it_is_and_never_as_markup(window: QWidget) -> None:
    dialog = show_error(window, "<b>x</b>.png is not an image.")
    (label,) = [one for one in dialog.findChildren(QLabel) if one.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText
    dialog.close()


def test_the_button_of_a_dialog_has_no_icon_of_the_desktops(window: QWidget) -> None:
    for dialog in (
        show_error(window, "No."),
        show_about(window, version="1", network=""),
    ):
        (button,) = dialog.findChildren(QPushButton)
        assert button.icon().isNull()
        dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_an_error_goes_away_by_one_key(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = show_error(window, SENTENCE)
    QTest.keyClick(dialog, key)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "error") is None)


def test_a_long_sentence_wraps_and_is_not_cut(window: QWidget) -> None:
    sentence = SENTENCE + " " + "a/very/long/folder " * 12
    dialog = show_error(window, sentence)
    (label,) = [one for one in dialog.findChildren(QLabel) if one.text()]
    assert label.height() >= label.heightForWidth(label.width())
    assert dialog.rect().contains(label.geometry())
    assert label.height() > 3 * label.fontMetrics().height()
    dialog.close()


def test_the_end_of_a_long_name_is_seen(window: QWidget) -> None:
    long, short = (show_error(window, f"{name}.png: no image.") for name in ("a" * 200, "a"))
    QApplication.processEvents()
    assert long.height() > short.height() + 40
    assert long.width() == short.width()


def test_about_tells_what_it_is_and_which_version_and_network(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = show_about(window, version="9.8.7", network="It reads 94 of 100 digits.")
    told = texts(dialog)
    for words in ("9.8.7", "It reads 94 of 100 digits.", "adversarial", "MIT", "Qt"):
        assert words in told
    button = dialog.findChild(QDialogButtonBox, "about-buttons")
    assert isinstance(button, QDialogButtonBox)
    button.button(QDialogButtonBox.StandardButton.Close).click()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "about") is None)


def choose(dialog: QFileDialog, name: str) -> None:
    """Type a name, as a user would, and press Enter."""
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(name)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("ask", [ask_drawing, ask_network])
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
