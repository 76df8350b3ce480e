"""Which colours of the tokens meet on the screen, and how well each has to be seen there.

The least are those of WCAG 2.2: 4.5 for words (1.4.3), 3 for whatever else says something, as
curves, bars, outlines and signs (1.4.11). A test computes them in both themes. What is disabled
(``faint``), and a ``line`` between parts that are told apart anyway, are free of them.
"""

from typing import Final, NamedTuple

#: The least contrast of words, and of signs, curves, bars and outlines.
WORDS: Final = 4.5
SIGNS: Final = 3.0

#: Tokens that are no ground, and carry no meaning.
FREE: Final = ("line", "faint")

_MEANINGS: Final = ("prediction", "goal", "fooled", "restored")

#: What windows, fields, cards, buttons, tracks and chosen rows are filled with.
_GROUNDS: Final = ("window", "base", "card", "button", "track", "hover", "paper")


class Pair(NamedTuple):
    """A colour by its token, the tokens of all grounds that it is seen on, and the least."""

    colour: str
    grounds: tuple[str, ...]
    least: float


PAIRS: Final = (
    Pair("text", _GROUNDS, WORDS),
    Pair("muted", _GROUNDS, WORDS),
    *(Pair(f"{meaning}_text", _GROUNDS, WORDS) for meaning in _MEANINGS),
    Pair("on_accent", ("accent",), WORDS),
    Pair("ink", ("paper",), WORDS),
    *(Pair(meaning, _GROUNDS, SIGNS) for meaning in _MEANINGS),
    Pair("accent", _GROUNDS, SIGNS),
    Pair("edge", _GROUNDS, SIGNS),
)
