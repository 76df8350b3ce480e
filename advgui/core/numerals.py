"""How languages write numbers where that is not as Python does: 1 799,5 rather than 1,799.5."""

from numbers import Real
from string import Formatter
from typing import Final

#: No line is broken there; ISO 80000-1 sets thousands apart by a space in every language.
SPACE: Final = "\N{NO-BREAK SPACE}"

#: Python writes a hyphen, which is shorter than a plus.
MINUS: Final = "\N{MINUS SIGN}"

_GERMAN: Final = str.maketrans({",": SPACE, ".": ",", "%": f"{SPACE}%", "-": MINUS})


def in_german(number: str) -> str:
    """A number that Python has written, and nothing else, as a German writes it."""
    return number.translate(_GERMAN)


class GermanSentence(str):
    """A sentence in which the numbers that are put in are written as in German."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """As ``str.format`` does; ``{count:,}`` is 1 000, and ``{size:.2f}`` is 0,50."""
        return _GERMAN_FORMATTER.vformat(self, values, named)


class _German(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        text: str = super().format_field(value, format_spec)
        return in_german(text) if isinstance(value, Real) else text


_GERMAN_FORMATTER: Final = _German()
