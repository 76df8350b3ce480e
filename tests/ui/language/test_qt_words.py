"""Qt's own buttons speak the language of the window; where Qt cannot, that is no error."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.ui.language import qt_words
from advgui.ui.language.qt_words import translate_qt


@pytest.fixture
def german(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """An application in German, which speaks English again in the end."""
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_buttons_of_dialogs_are_in_the_language_of_the_window(german: QApplication) -> None:
    translate_qt(german)
    translate_qt(german)
    assert len(german.findChildren(QTranslator)) == 1
    button = QDialogButtonBox.StandardButton.Cancel
    box = QDialogButtonBox(button)
    assert box.button(button).text() == cancel() == "Abbrechen"
    box.deleteLater()


def test_in_english_nothing_is_translated(qapp: QApplication) -> None:
    translate_qt(qapp)
    assert qapp.findChild(QTranslator) is None
    assert cancel() == "Cancel"


def test_where_qt_has_no_such_words_they_stay_english_and_the_log_says_so(
    german: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(qt_words, "qt_words", lambda name: Path(f"/nowhere/{name}.qm"))
    with caplog.at_level(logging.WARNING):
        translate_qt(german)
    assert cancel() == "Cancel"
    assert "there is no /nowhere/de.qm" in caplog.text
