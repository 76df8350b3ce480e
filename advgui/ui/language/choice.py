"""The choice of a language in a menu; it counts from the next start on, which can be now."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from advgui.core.language import LANGUAGE_VARIABLE, LANGUAGES, language, tr
from advgui.ui.language.start import named_outside, next_language
from advgui.ui.session.settings import Settings

#: The setting, and that the system's language is meant.
_NAME: Final = "language"
_SYSTEM: Final = "system"


class LanguageChoice(QObject):
    """Follows a group of actions; ``changed`` says that the settings want to be saved.

    ``told`` has a sentence on what was chosen, ``start_wanted`` the same where another language
    comes by starting again.
    """

    changed = Signal()
    told = Signal(str)
    start_wanted = Signal(str)

    def __init__(self, actions: QActionGroup, settings: Settings) -> None:
        super().__init__(actions)
        self.setObjectName("language-choice")
        self._settings = settings
        stored = settings.values().get(_NAME)
        for action in actions.actions():
            action.setChecked(action.data() == (stored if stored in LANGUAGES else _SYSTEM))
        actions.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        chosen = action.data()
        self._settings.choose(_NAME, chosen)
        self.changed.emit()
        another = not named_outside() and next_language(chosen) != language()
        (self.start_wanted if another else self.told).emit(chosen_words(chosen))


def chosen_words(chosen: str) -> str:
    """What comes of a choice, and when."""
    if outside := named_outside():
        words = tr(
            "This is kept, but has no effect as long as {variable} names the language: it says "
            "{said}."
        )
        return words.format(variable=LANGUAGE_VARIABLE, said=outside)
    if chosen not in LANGUAGES:
        return tr("From its next start on, the window speaks the system's language.")
    words = tr("From its next start on, the window speaks {language}.")
    return words.format(language=LANGUAGES[chosen])


def menu_words() -> str:
    """What the menu of languages is called: also who else has said which it is."""
    return tr("Lan&guage (set by ADVGUI_LANGUAGE)") if named_outside() else tr("Lan&guage")


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
