"""Which words of a window are of no language but English: those that nobody has translated."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from advgui.core.attacks import ATTACKS
from advgui.core.language import language, read_translations
from advgui.core.zoo import SHIPPED, load_shipped
from advgui.lab.glossary import glossary_file

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MARKUP: Final = re.compile(r"<[^>]*>")


def untranslated(window: QWidget) -> list[str]:
    """What is to be read in the window and has a word that the language does not know.

    The words of a language are those of its translations and its glossary; who has found an
    attack, and what a network is called, is the same in all.
    """
    known = _known_words()
    return sorted({words for words in _read(window) if not _words_of(words) <= known})


def _known_words() -> set[str]:
    names = [attack.source for attack in ATTACKS.values()]
    names += [load_shipped(name).title for name in SHIPPED]
    texts = [*read_translations(language()).values(), glossary_file().read_text("utf-8"), *names]
    return set().union(*map(_words_of, texts))


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
        yield one.placeholderText()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(number) for number in range(one.count()))
    elif isinstance(one, QTabBar):
        for number in range(one.count()):
            yield from (one.tabText(number), one.tabToolTip(number))
