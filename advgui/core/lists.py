"""Names and problems, listed inside a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeVar

from advgui.core.errors import ParameterError
from advgui.core.language import tr

T = TypeVar("T")

#: No name is longer; what is would take its time to be compared.
_LONGEST: Final = 60
#: Together on one line with what is counted.
_COUNTED: Final = "{count}\u00a0\N{MULTIPLICATION SIGN}\u00a0{name}"


def offered(names: Iterable[str], said: str = "") -> str:
    """What there is instead of what was asked for: there are a, b; there is only a.

    First the one that may have been meant, where one is near to what was ``said``.
    """
    there = list(names)
    if len(there) > 1:
        words, near = tr("there are {names}"), nearest(said, there)
        if near:
            words = tr("did you mean {near}? There are {names}")
        return words.format(near=near, names=", ".join(there))
    return tr("there is only {name}").format(name=there[0]) if there else tr("there is none")


def of_name(table: Mapping[str, T], name: str, unknown: str) -> T:
    """What a table has under a name; where it has nothing, ParameterError by a sentence.

    ``unknown`` is that sentence, with places for the {name} and for what there is, {there}.
    """
    if name not in table:
        raise ParameterError(unknown.format(name=name, there=offered(table, name)))
    return table[name]


def nearest(said: str, names: Sequence[str]) -> str:
    """The name that was probably meant; empty where none is near."""
    from difflib import get_close_matches  # only here: it is seldom wanted

    return next(iter(get_close_matches(said[:_LONGEST].lower(), names, 1)), "")


def all_of(names: Sequence[str]) -> str:
    """Names in a sentence: a, b and c."""
    *others, last = names or ("",)
    before = ", ".join(others)
    return tr("{before} and {last}").format(before=before, last=last) if others else last


def in_a_row(names: Iterable[str]) -> list[str]:
    """Names as they follow one another, equal ones counted, as in 2 x b."""
    rows = [(name, len(list(same))) for name, same in groupby(names)]
    return [name if count == 1 else _COUNTED.format(count=count, name=name) for name, count in rows]


def listed(problems: Sequence[str]) -> str:
    """All that is wrong with one thing, for one sentence."""
    *others, last = dict.fromkeys(problems)
    before = ", ".join(others)
    return tr("{before}, and {last}").format(before=before, last=last) if others else last
