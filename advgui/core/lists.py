"""Names and problems, listed inside a sentence."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from advgui.core.language import tr

#: Together on one line with what is counted.
_COUNTED: Final = "{count}\u00a0\N{MULTIPLICATION SIGN}\u00a0{name}"


def offered(names: Iterable[str]) -> str:
    """What there is instead of what was asked for: there are a, b; there is only a."""
    there = list(names)
    if len(there) > 1:
        return tr("there are {names}").format(names=", ".join(there))
    return tr("there is only {name}").format(name=there[0]) if there else tr("there is none")


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
