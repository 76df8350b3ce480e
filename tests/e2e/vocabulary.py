"""Which words of a window are of no language but English: those that nobody has translated."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.fitted import FITTED
from advgui.core.language import LANGUAGES, language, read_translations
from advgui.core.world.sheet import PAPERS
from advgui.lab.glossary import glossary_file
from advgui.ui.window.helping import KEYS

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FOREIGN: Final = re.compile(r"\d[.]\d|\d,000\b")
#: Numbers of articles are no numbers.
_SOURCE: Final = re.compile(r"(?:arXiv|doi):\S+|Abschnitt [\d.]+")
_LETTER: Final = re.compile(r"&([^&\s])")
_MARKUP: Final = re.compile(r"<[^>]*>")


def untranslated(window: QWidget) -> list[str]:
    """What is to be read in the window and has a word that the language does not know.

    The words of a language are those of its translations and its glossary, and what it calls
    the keys; names are the same in all.
    """
    known = _known_words() | _keys(window)
    return sorted({words for words in _read(window) if not _words_of(words) <= known})


def foreign_figures(window: QWidget) -> list[str]:
    """What is to be read in the window and has a number that is not written as in German."""
    return sorted({words for words in _read(window) if _FOREIGN.search(_SOURCE.sub("", words))})


def clashes(window: QWidget) -> list[str]:
    """Entries of one menu that the same letter chooses."""
    menus = [
        menu.actions() for menu in (*window.findChildren(QMenuBar), *window.findChildren(QMenu))
    ]
    letters = [
        [
            (found[1].casefold(), one.text())
            for one in entries
            if (found := _LETTER.search(one.text()))
        ]
        for entries in menus
    ]
    return [
        f"{letter}: {text}"
        for known in letters
        for letter, text in known
        if [one for one, _ in known].count(letter) > 1
    ]


def _known_words() -> set[str]:
    sources = (attack.source for attack in (*ATTACKS.values(), *FITTED.values()))
    said = read_translations(language()).values()
    texts = (*said, glossary_file().read_text("utf-8"), *sources, *PAPERS, *LANGUAGES.values())
    return set().union(*map(_words_of, texts))


def _keys(window: QWidget) -> set[str]:
    form = QKeySequence.SequenceFormat.NativeText
    actions = window.findChildren(QAction)
    pressed = (key for one in actions for key in one.shortcuts() or one.property(KEYS) or ())
    return set().union(*(_words_of(key.toString(form)) for key in pressed))


def _words_of(text: str) -> set[str]:
    plain = unescape(_MARKUP.sub(" ", text)).replace("&", "")
    return {word.casefold() for word in _WORD.findall(plain)}


def _read(window: QWidget) -> Iterator[str]:
    """All that is written on what is seen, and all that it says when it is asked."""
    for action in filter(QAction.objectName, window.findChildren(QAction)):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for one in window.findChildren(QWidget):
        if one.isVisible() and not one.objectName().startswith("qt_"):
            yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
            yield from _written(one)


def _written(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QLineEdit):
        yield from (one.placeholderText(), one.text())
    elif isinstance(one, QComboBox):
        yield from (one.itemText(number) for number in range(one.count()))
    elif isinstance(one, QTabBar):
        for number in range(one.count()):
            yield from (one.tabText(number), one.tabToolTip(number))
