"""Thousands set apart by a space, for languages in which a comma would begin the decimals."""

from string import Formatter
from typing import Final

#: No line is broken there; ISO 80000-1 has a space in every language.
SPACE: Final = "\N{NO-BREAK SPACE}"


class SpacedSentence(str):
    """A sentence that sets thousands apart by a space wherever it asks for a comma."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """As ``str.format`` does, ``{count:,}`` being 1 000."""
        return _SPACED.vformat(self, values, named)


class _Spaced(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        text: str = super().format_field(value, format_spec)
        return text.replace(",", SPACE) if "," in format_spec else text


_SPACED: Final = _Spaced()
