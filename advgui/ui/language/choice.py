"""The choice of a language in a menu; it counts from the next start on."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from advgui.core.language import LANGUAGES, tr
from advgui.ui.session.settings import Settings

#: The setting, and that the system's language is meant.
_NAME: Final = "language"
_SYSTEM: Final = "system"


class LanguageChoice(QObject):
    """Follows a group of actions; ``changed`` says that the settings want to be saved."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, actions: QActionGroup, settings: Settings) -> None:
        super().__init__(actions)
        self.setObjectName("language-choice")
        self._settings = settings
        stored = settings.values().get(_NAME)
        for action in actions.actions():
            action.setChecked(action.data() == (stored if stored in LANGUAGES else _SYSTEM))
        actions.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        self._settings.choose(_NAME, action.data())
        self.changed.emit()
        name = LANGUAGES.get(action.data())
        self.told.emit(
            tr("From its next start on, the window speaks the system's language.")
            if name is None
            else tr("From its next start on, the window speaks {language}.").format(language=name)
        )


def language_actions(parent: QObject) -> QActionGroup:
    """One for each language, by its own name, and one for the system's."""
    group = QActionGroup(parent)
    group.setObjectName("languages")
    names = {code: f"&{name}" for code, name in LANGUAGES.items()}
    for code, words in {_SYSTEM: tr("As the &system"), **names}.items():
        action = QAction(words, group)
        action.setObjectName(f"language-{code}")
        action.setStatusTip(tr("The language of the window, from its next start on"))
        action.setToolTip(action.statusTip())
        action.setData(code)
        action.setCheckable(True)
    return group
