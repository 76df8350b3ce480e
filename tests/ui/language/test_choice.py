"""A language is chosen in a menu, by its own name, is remembered, and comes with the next start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.preferences import preferences
from advgui.ui.language.choice import LanguageChoice, language_actions, menu_words
from advgui.ui.language.start import FOUND_VARIABLE, settle_language
from advgui.ui.session.settings import Settings

Choose = Callable[[str], None]


@pytest.fixture(autouse=True)
def english_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has named a language to this process, which found English."""
    for name in (LANGUAGE_VARIABLE, FOUND_VARIABLE):
        monkeypatch.setenv(name, "")
    british = QLocale("en_GB")
    monkeypatch.setattr(QLocale, "system", lambda: british)
    settle_language()


@pytest.fixture
def parent(keep: Callable[[QWidget], QWidget]) -> QWidget:
    return keep(QWidget())


def actions(choice: LanguageChoice) -> dict[str, QAction]:
    parent = choice.parent()
    assert parent is not None
    return {one.data(): one for one in parent.findChildren(QAction)}


def opened(parent: QWidget) -> LanguageChoice:
    return LanguageChoice(language_actions(parent), Settings())


def test_the_systems_language_is_followed_until_one_is_chosen(parent: QWidget) -> None:
    checked = {code: one.isChecked() for code, one in actions(opened(parent)).items()}
    assert checked == {"system": True, "en": False, "de": False}


def test_every_language_is_named_in_itself(parent: QWidget) -> None:
    named = actions(opened(parent))
    assert (named["en"].text(), named["de"].text()) == ("&English", "&Deutsch")


def test_what_is_chosen_is_found_at_the_next_start(parent: QWidget) -> None:
    settings = Settings()
    choice = LanguageChoice(language_actions(parent), settings)
    told, offered = list[str](), list[str]()
    choice.told.connect(told.append)
    choice.start_wanted.connect(offered.append)
    choice.changed.connect(lambda: settings.save(QByteArray(), {}))
    actions(choice)["de"].trigger()
    assert (told, offered) == ([], ["From its next start on, the window speaks Deutsch."])
    assert preferences(Settings().values()).language == "de"
    assert actions(opened(parent))["de"].isChecked()
    actions(choice)["system"].trigger()
    assert told == ["From its next start on, the window speaks the system's language."]
    assert len(offered) == 1
    assert actions(opened(parent))["system"].isChecked()


def test_who_names_the_language_to_the_program_is_told_of_in_the_menu_and_at_a_choice(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert menu_words() == "Lan&guage"
    monkeypatch.setenv(LANGUAGE_VARIABLE, "fr")
    assert menu_words() == "Lan&guage (set by ADVGUI_LANGUAGE)"
    choice = opened(parent)
    told, offered = list[str](), list[str]()
    choice.told.connect(told.append)
    choice.start_wanted.connect(offered.append)
    actions(choice)["de"].trigger()
    assert offered == []
    assert told == [
        "This is kept, but has no effect as long as ADVGUI_LANGUAGE names the language: it says fr."
    ]


def test_rubbish_in_the_settings_means_the_systems(parent: QWidget) -> None:
    settings = Settings()
    settings.choose("language", "xx")
    choice = LanguageChoice(language_actions(parent), settings)
    assert actions(choice)["system"].isChecked()
