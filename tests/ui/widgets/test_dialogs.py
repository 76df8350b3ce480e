"""What is told in a dialog: one sentence, whole, and gone by one key."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import DARK, LIGHT, palette
from advgui.ui.widgets.dialogs import show_about, show_error

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


def test_what_is_muted_in_about_follows_a_change_of_theme(window: QWidget) -> None:
    dialog = show_about(window, version="1", network="")
    for colours in (DARK, LIGHT):
        dialog.setPalette(palette(colours))
        labels = dialog.findChildren(QLabel)
        shades = {one.palette().color(one.foregroundRole()).name() for one in labels}
        assert shades == {colours.text.name(), colours.muted.name()}


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
