"""Qt's own words, on the buttons of dialogs and in the choice of a file, in the language chosen."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from advgui.core.language import language

_log = logging.getLogger("advgui")


def qt_words(language: str) -> Path:
    """The file of what Qt says in a language, which comes with Qt, if it is there."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return Path(folder) / f"qtbase_{language}.qm"


def translate_qt(app: QCoreApplication) -> None:
    """Have Qt speak the language of this process; where it cannot, it speaks English."""
    if language() == "en" or app.findChild(QTranslator) is not None:
        return
    file, translator = qt_words(language()), QTranslator(app)
    if translator.load(str(file)):
        app.installTranslator(translator)
    else:
        _log.warning("Qt's own words stay English, as there is no %s.", file)
