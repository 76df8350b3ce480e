"""What is said before a window is closed in which something were lost."""

from collections.abc import Sequence
from typing import Final, Protocol

from advgui.core.language import tr
from advgui.core.lists import all_of

#: So many networks are named; of more, how many there are.
_NAMED: Final = 3


class UnderWay(Protocol):
    """Work that is under way: a training, or what is ``fitted``."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def kept(self) -> bool:
        """Whether it can go on the next time."""
        ...

    @property
    def fitted(self) -> bool:
        """Whether it is no training."""
        ...


def leaving_words(unsaved: Sequence[str], works: Sequence[UnderWay] = (), runs: int = 0) -> str:
    """What is not saved, by title, and what is still under way; empty where nothing is.

    ``runs`` is how many runs are in no session's file.
    """
    told = []
    if runs == 1:
        told.append(tr("1 run is in no file yet."))
    elif runs:
        told.append(tr("{runs:,} runs are in no file yet.").format(runs=runs))
    if unsaved:
        words = tr("{networks} are kept in this window alone, and in no file yet.")
        if len(unsaved) == 1:
            words = tr("{networks} is kept in this window alone, and in no file yet.")
        told.append(words.format(networks=_listed(unsaved)))
    told += [_under_way(work, another=work.title in unsaved) for work in works]
    return " ".join(told)


def _under_way(work: UnderWay, *, another: bool) -> str:
    """What becomes of it."""
    if work.fitted:
        words = tr("{work} is still being fitted; closing the window ends that.")
        if work.kept:
            words = tr("{work} is still being fitted; it can go on the next time.")
    else:
        words = tr("{work} is still being trained; closing the window ends that.")
        if work.kept:
            words = tr("{work} is still being trained; it can go on the next time.")
    named = tr("Another “{title}”") if another else tr("“{title}”")
    return words.format(work=named.format(title=work.title))


def _listed(titles: Sequence[str]) -> str:
    named = [tr("“{title}”").format(title=title) for title in titles[:_NAMED]]
    more = len(titles) - len(named)
    if more:
        named.append(tr("{count} more").format(count=more))
    return all_of(named)
