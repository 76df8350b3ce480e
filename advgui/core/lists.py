"""Names and problems, listed inside a sentence."""

from collections.abc import Iterable, Sequence

from advgui.core.language import tr


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


def listed(problems: Sequence[str]) -> str:
    """All that is wrong with one thing, for one sentence."""
    *others, last = dict.fromkeys(problems)
    before = ", ".join(others)
    return tr("{before}, and {last}").format(before=before, last=last) if others else last
