"""What the words of the window mean, each in a sentence, as the guide has them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from advgui.core.language import language
from advgui.core.resources import ResourceError, resource

#: A page of the guide, by its name.
PAGE: Final = "glossary"

_ENTRY: Final = re.compile(r"^\*\*(.+?)\*\*: (.+)$", re.MULTILINE)
_SIGNS: Final = re.compile(r"[\s(].*")


@cache
def glossary() -> dict[str, str]:
    """Each word with its sentence; words that share one stand by themselves.

    Raises ResourceError where the installation lacks the guide.
    """
    text = glossary_file().read_text("utf-8")
    return {
        word: sentence for words, sentence in _ENTRY.findall(text) for word in words.split(", ")
    }


def glossary_file() -> Path:
    """The page of the guide in the language of this process.

    Raises ResourceError where the installation lacks it.
    """
    folder = "guide" if language() == "en" else f"guide/{language()}"
    return resource(f"{folder}/{PAGE}.md")


def entry(words: str) -> str | None:
    """The word that a short title is about, as budget of "Budget", effort of "Effort (steps)".

    None where it is none of the glossary, or where there is no glossary.
    """
    try:
        known = glossary()
    except ResourceError:
        return None  # whoever opens the guide is told
    return next((one for one in _candidates(words) if one in known), None)


def _candidates(words: str) -> Iterator[str]:
    plain = words.strip().rstrip(":…").replace("&", "")
    yield plain
    yield plain.lower()
    first = _SIGNS.sub("", plain)
    yield first.lower()
    yield first.capitalize()  # as nouns are written in German
