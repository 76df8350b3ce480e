"""Plain values out of a session's JSON, each checked before it is used."""

import math
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from advgui.core.images import LABELS
from advgui.core.json_text import JsonError, parse_json, shown
from advgui.core.language import tr
from advgui.core.nn.network import Reading


class Fields:
    """An object of JSON. What is wrong with it is a ValueError that begins with its ``place``."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(
                tr("{place} is {value}, no object").format(place=place, value=shown(value))
            )
        self._value: dict[str, Any] = value
        self.place = place

    @classmethod
    def parsed(cls, text: bytes, place: str) -> "Fields":
        """Those of a text."""
        try:
            return cls(parse_json(text), place)
        except JsonError as error:
            raise ValueError(tr("{place} is {error}").format(place=place, error=error)) from error

    def __contains__(self, name: str) -> bool:
        """Whether it has a value that is not null."""
        return self._value.get(name) is not None

    def whole(self, name: str, least: int, most: int) -> int:
        """A whole number from least to most."""
        value = self._value.get(name)
        if type(value) is not int or not least <= value <= most:
            raise self._wrong(
                name,
                tr("no whole number from {least:,} to {most:,}").format(least=least, most=most),
            )
        return value

    def number(self, name: str, least: float, most: float) -> float:
        """A number from least to most."""
        value = self._value.get(name)
        if type(value) not in (int, float) or value is None or not least <= value <= most:
            raise self._wrong(
                name, tr("no number from {least:g} to {most:g}").format(least=least, most=most)
            )
        return float(value)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._value.get(name)
        if not isinstance(value, bool):
            raise self._wrong(name, tr("neither true nor false"))
        return value

    def text(self, name: str, longest: int = 500) -> str:
        """A text."""
        value = self._value.get(name)
        if not isinstance(value, str) or len(value) > longest:
            raise self._wrong(
                name, tr("no text of up to {longest} letters").format(longest=longest)
            )
        return value

    def one_of(self, name: str, choices: Sequence[str]) -> str:
        """One of some words."""
        value = self._value.get(name)
        if value not in choices:
            raise self._wrong(name, tr("none of {choices}").format(choices=", ".join(choices)))
        return str(value)

    def items(self, name: str, most: int) -> list[Any]:
        """A list of up to so many values."""
        value = self._value.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise self._wrong(name, tr("no list of up to {most:,}").format(most=most))
        return value

    def object(self, name: str) -> "Fields":
        """An object in it."""
        return Fields(self._value.get(name), f"{self.place}: {name}")

    def objects(self, name: str, most: int) -> "list[Fields]":
        """A list of up to so many objects."""
        return [Fields(one, f"{self.place}: {name}") for one in self.items(name, most)]

    def label(self, name: str) -> int | None:
        """A digit, or None."""
        return self.whole(name, 0, LABELS - 1) if name in self else None

    def reading(self, name: str) -> Reading:
        """What a network made of an image."""
        found = self.object(name)
        confidences = found.items("confidences", LABELS)
        if len(confidences) != LABELS or not all(map(_is_confidence, confidences)):
            raise self._wrong(name, tr("no ten confidences"))
        label = found.whole("label", 0, LABELS - 1)
        numbers = (math.nan if one is None else float(one) for one in confidences)
        return Reading(label, tuple(numbers))

    @property
    def plain(self) -> Mapping[str, Any]:
        """All of it, unchecked."""
        return self._value

    def _wrong(self, name: str, why: str) -> ValueError:
        value = shown(self._value.get(name))
        words = tr("{place}: {name} is {value}, {why}")
        return ValueError(words.format(place=self.place, name=name, value=value, why=why))


def _is_confidence(value: object) -> bool:
    """Whether it is a number that a float can be, or null, which stands for what is none."""
    if value is None:
        return True
    most = sys.float_info.max
    return not isinstance(value, bool) and isinstance(value, int | float) and -most <= value <= most


def reading_value(reading: Reading) -> dict[str, Any]:
    """A reading for JSON, in which what is no number is null."""
    confidences = [None if one != one else one for one in reading.confidences]
    return {"label": reading.label, "confidences": confidences}
