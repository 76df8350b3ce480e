"""The runs so far: which are kept, which are pinned, and which can be had back."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from advgui.lab.runs.kept_run import KeptRun, kept_run, thinned
from advgui.lab.runs.shown_run import ShownRun

#: Bytes of the steps of all runs, beyond which the oldest lose some.
ROOM: Final = 192 * 2**20
#: How many runs are compared with each other.
PINS: Final = 2


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Runs:
    """The runs that are kept, the oldest first.

    ``latest`` is the number of the newest one that there ever was: none is given twice.
    ``pins`` are numbers of runs to be compared, the first pinned first. ``deleted`` are those
    that were deleted last, at once.
    """

    kept: tuple[KeptRun, ...] = ()
    latest: int = 0
    pins: tuple[int, ...] = ()
    deleted: tuple[KeptRun, ...] = ()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self.kept)

    def __iter__(self) -> Iterator[KeptRun]:
        """The oldest first."""
        return iter(self.kept)

    @property
    def pinned(self) -> tuple[KeptRun, ...]:
        """Those that are compared, two at most, the first pinned first."""
        found = (self.find(number) for number in self.pins)
        return tuple(kept for kept in found if kept is not None)

    @property
    def size(self) -> int:
        """How many bytes the steps of all of them take, those that can be had back included."""
        return sum(kept.size for kept in (*self.deleted, *self.kept))

    def find(self, number: int) -> KeptRun | None:
        """The run of that number, if it is kept."""
        return next((kept for kept in self.kept if kept.number == number), None)

    def of(self, run: ShownRun | None) -> KeptRun | None:
        """The run that is shown as it is kept; None where it is not."""
        if run is None:
            return None
        return next((kept for kept in reversed(self.kept) if kept.run.ticket == run.ticket), None)


def with_run(
    runs: Runs,
    run: ShownRun,
    *,
    made: datetime | None = None,
    threshold: float = 0.5,
) -> Runs:
    """One more run, that has ended with an outcome and at least one step; others are not kept.

    One that began by itself, as the drawing had changed, takes the place of the last such one:
    a pen in motion would leave hundreds. Whether there is room for it is seen to later, by
    ``within_room``, which takes its time.
    """
    if not run.walkable:
        return runs
    last = runs.kept[-1] if runs.kept else None
    follows = last is not None and run.live and last.run.live and last.number not in runs.pins
    before = runs.kept[:-1] if follows else runs.kept
    number = runs.latest if follows else runs.latest + 1
    kept = kept_run(number, run, made, threshold)
    return replace(runs, kept=(*before, kept), latest=number)


def sealed(runs: Runs) -> Runs:
    """The next run that begins by itself takes no other's place."""
    if not runs.kept or not runs.kept[-1].run.live:
        return runs
    last = runs.kept[-1]
    return replace(runs, kept=(*runs.kept[:-1], replace(last, run=replace(last.run, live=False))))


def looked(runs: Runs, run: ShownRun | None) -> Runs:
    """The run that was shown is left as it was looked at: its lane and its step."""
    kept = runs.of(run)
    if kept is None or run is None:
        return runs
    shown = None if run.shown is None else kept.run.recording.nearest(run.shown)
    if (kept.run.selected, kept.run.shown) == (run.selected, shown):
        return runs
    left = replace(kept, run=replace(kept.run, selected=run.selected, shown=shown))
    return replace(runs, kept=tuple(left if one is kept else one for one in runs.kept))


def without(runs: Runs, numbers: Collection[int]) -> Runs:
    """Some are deleted; until others are, they can be had back."""
    gone = tuple(kept for kept in runs.kept if kept.number in numbers)
    if not gone:
        return runs
    left = tuple(kept for kept in runs.kept if kept.number not in numbers)
    return replace(runs, kept=left, deleted=gone)


def undeleted(runs: Runs) -> Runs:
    """Those that were deleted last are back in their places, pinned as they were."""
    both = sorted((*runs.kept, *runs.deleted), key=lambda kept: kept.number)
    return replace(runs, kept=tuple(both), deleted=())


def pin_turned(runs: Runs, *numbers: int) -> Runs:
    """Runs are pinned, or no longer where all are; a third one takes the place of the first."""
    known = tuple(number for number in numbers if runs.find(number) is not None)
    if not known:
        return runs
    pins = tuple(kept.number for kept in runs.pinned)
    others = tuple(pin for pin in pins if pin not in known)
    turned = others if set(known) <= set(pins) else (*others, *known)[-PINS:]
    return replace(runs, pins=turned)


def within_room(runs: Runs, room: int = ROOM) -> Runs:
    """The same in so many bytes, if that can be: the oldest lose steps first and most.

    From the oldest on each loses three of four, until it is enough; the newest keeps its own as
    long as others have some to lose.
    """
    over = runs.size - room
    gone, kept = list(runs.deleted), list(runs.kept)
    oldest_first = (gone, [*range(len(gone))]), (kept, [*range(len(kept) - 1)])
    newest = [*range(len(kept))][-1:]
    while over > 0:
        before = over
        for group, places in oldest_first:
            over = _thin(group, places, over)
        if over == before:
            over = _thin(kept, newest, over)
        if over == before:
            break
    return replace(runs, kept=tuple(kept), deleted=tuple(gone))


def exchanged(runs: Runs, before: Runs, after: Runs) -> Runs:
    """The runs of now, with each as it is ``after`` that is still as it was ``before``.

    Between the two the same runs were thinned. The same object where nothing is another.
    """
    pairs = zip((*before.deleted, *before.kept), (*after.deleted, *after.kept), strict=True)
    other = {id(old): new for old, new in pairs if new is not old}
    groups = [[other.get(id(one), one) for one in group] for group in (runs.kept, runs.deleted)]
    if not any(id(one) in other for one in (*runs.kept, *runs.deleted)):
        return runs
    return replace(runs, kept=tuple(groups[0]), deleted=tuple(groups[1]))


def _thin(group: list[KeptRun], places: list[int], over: int) -> int:
    """Each of some loses three of four steps until it is enough; the bytes still too many.

    Those that have none to lose any more leave the ``places``.
    """
    for place in tuple(places):
        if over <= 0:
            break
        before, group[place] = group[place], thinned(group[place])
        over -= before.size - group[place].size
        if group[place] is before:
            places.remove(place)
    return over
