"""The language of what is shown: English sentences, and what they are called in another one.

A sentence is written in English where it is said, as ``tr("Read {count} digits.")``, and looked
up whole, so that a language can put its words in its own order. Translations are files of Qt
Linguist, ``resources/translations/advgui_de.ts``; they are read without Qt, as what runs
beside the window says sentences too. Which language it is is decided before anything else is
imported, by ``ADVGUI_LANGUAGE``, and stays until the end.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Final

from advgui.core.numerals import GermanSentence, in_german

#: Names the language to a process and to those that it starts; English where it is not set.
LANGUAGE_VARIABLE: Final = "ADVGUI_LANGUAGE"

#: In which there is something to read, each by its own name.
LANGUAGES: Final = {"en": "English", "de": "Deutsch"}

_Translations = Mapping[tuple[str, str], str]


def tr(sentence: str, meaning: str = "") -> str:
    """The sentence in the language of this process; in English where it has no other.

    What differs from time to time stands in braces, and is put in afterwards by ``format``.
    The ``meaning`` tells two that are one word in English apart, such as to open and open.
    """
    return _translations().get((sentence, meaning), sentence)


def in_sentence(title: str) -> str:
    """A title as it stands inside a sentence: in small letters, where nouns have none."""
    return title if language() == "de" else title.lower()


def numeral(number: float, form: str) -> str:
    """A number as ``format`` writes it, in this language: 0.5 and 1,000, or 0,5 and 1 000.

    For people alone: a file, a command and JSON have the point in every language.
    """
    return in_german(format(number, form)) if language() == "de" else format(number, form)


def as_title(words: str) -> str:
    """Words as they begin a sentence: with a capital."""
    return words[:1].upper() + words[1:]


def known(words: str) -> str:
    """The same for words that are read from a file: as they are where they are none of ours."""
    return _translations().get((words, ""), words)


def english(words: str) -> str:
    """A whole sentence or title as it was before ``tr``, for those who know it by that."""
    return _sources().get(words, words)


def language() -> str:
    """The language of this process: ``en``, ``de``; English where there is no such language."""
    chosen = os.environ.get(LANGUAGE_VARIABLE, "")
    return chosen if chosen in LANGUAGES else "en"


@cache
def _translations() -> _Translations:
    return {} if language() == "en" else read_translations(language())


@cache
def _sources() -> Mapping[str, str]:
    return {said: sentence for (sentence, _), said in _translations().items()}


def read_translations(language: str) -> _Translations:
    """What each sentence, with its meaning, is in a language, for those that have been translated.

    Raises ResourceError where the installation lacks the file of this language.
    """
    # Only here: nothing of it is needed in English, and the second says sentences itself.
    from xml.etree import ElementTree

    from advgui.core.resources import resource

    path = resource(f"translations/advgui_{language}.ts")
    root = ElementTree.parse(path)  # noqa: S314 - it ships with advgui
    messages = ((one, one.find("translation")) for one in root.iter("message"))
    return {
        (one.findtext("source", ""), one.findtext("comment", "")): (
            GermanSentence(done.text) if language == "de" and "{" in done.text else done.text
        )
        for one, done in messages
        if done is not None and done.text and done.get("type") is None
    }
