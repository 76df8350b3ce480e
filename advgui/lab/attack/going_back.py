"""What is done with runs that are kept: go back to one, use its image, pin it, delete it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

import numpy as np

from advgui.core.digits.ink import Ink
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.lab.attack.phrases import listed
from advgui.lab.attack.requests import aim_of
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import drawn, read_anew, refused, threshold_behind, told
from advgui.lab.drawing.model import Drawing, from_image
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import PINS, looked, pin_turned, sealed, undeleted, without
from advgui.lab.runs.shown_run import ShownRun, adversarial_images

NOT_KEPT: Final = tr("That run is not kept any more.")
NOTHING_KEPT: Final = tr("No run is kept yet: attack the drawing first.")
FIRST: Final = tr("This is the first run that is kept.")
LAST: Final = tr("This is the last run that is kept.")
WAIT: Final = tr(
    "An attack is being made: stop it, or wait for its end, before you go back to a run."
)


def why_not_back(state: LabState) -> str:
    """Why no other run can be shown now; empty where one can.

    A run that follows the pen gives way, as the next one would come at once.
    """
    return WAIT if state.running and not state.live else ""


def back(state: LabState, number: int, lane: int | None = None) -> LabState:
    """A kept run stands again as it stood: all that it was asked from, and where one looked.

    Drawing, network with its defences, attack with its parameters, seed, confidence, threshold
    and aim are the run's; undo brings the present drawing back, where it is another one. One of
    its lanes can be asked for. Nothing is computed again.
    """
    runs = looked(state.runs, state.run)
    kept = runs.find(number)
    if kept is None or why_not_back(state):
        return refused(state, why_not_back(state) or NOT_KEPT)
    selected = kept.run.selected if lane is None else lane
    run = replace(kept.run, selected=selected)
    words = tr("Everything stands as it stood for run {number}.").format(number=number)
    if not _same(state.drawing, kept.drawing):
        words = tr(
            "Everything stands as it stood for run {number}; undo brings your drawing back."
        ).format(number=number)
    state = replace(state, runs=sealed(runs), run=run, live=False, guide=None)
    return told(read_anew(_as_asked(state, kept)), words)


def stepped(state: LabState, by: int) -> LabState:
    """The run before the one that is shown stands again, or the one after it.

    Where none of those that are kept is shown, the newest does.
    """
    kept = state.runs.kept
    if not kept:
        return told(state, NOTHING_KEPT)
    shown = state.runs.of(state.run)
    place = len(kept) - 1 if shown is None else kept.index(shown) + by
    if not 0 <= place < len(kept):
        return told(state, FIRST if by < 0 else LAST)
    return back(state, kept[place].number)


def _as_asked(state: LabState, kept: KeptRun) -> LabState:
    """The drawing, the network and the settings that a run was asked from."""
    request, drawing = kept.run.request, kept.drawing
    attack, problem = request.attack, request.problem
    state = replace(
        state,
        history=state.history if _same(state.drawing, drawing) else state.history.record(drawing),
        image=kept.run.original,
        ink=drawing.ink,
        network=request.network,
        attacks={**state.attacks, attack.name: attack},
        attack_name=attack.name,
        seed=request.seed,
        confidence=problem.confidence if attack.confident else state.confidence,
        region=state.region if problem.region is None else problem.region,
        aim=aim_of(kept.run),
    )
    aware = request.aware if state.defences else state.aware
    return replace(state, aware=aware, threshold=threshold_behind(state.defences, kept.threshold))


def _same(one: Drawing, other: Drawing) -> bool:
    """Whether two drawings are the same, also where one was read from a file."""
    strokes = len(one.strokes) == len(other.strokes) and all(
        map(np.array_equal, one.strokes, other.strokes)
    )
    return strokes and one.pen == other.pen and _same_base(one.base, other.base)


def _same_base(one: Bytes | None, other: Bytes | None) -> bool:
    return one is other or (one is not None and other is not None and np.array_equal(one, other))


def sent_to_sheet(state: LabState, number: int, lane: int | None = None) -> LabState:
    """The adversarial image that a run shows is the drawing, which undo takes away.

    Of an attack on strokes it is the strokes. What follows the pen is its user: Live goes off.
    """
    run = shown_or_kept(state, number)
    if run is None:
        return refused(state, NOT_KEPT)
    selected = run.selected if lane is None else lane
    drawing = drawing_of(replace(run, selected=selected), state.drawing.pen)
    state = drawn(replace(state, guide=None, live=False, runs=sealed(state.runs)), drawing)
    words = tr(
        "The adversarial image of run {number} is on the sheet; undo brings your drawing back."
    ).format(number=number)
    return state if state.running else told(state, words)


def drawing_of(run: ShownRun, pen: float) -> Drawing:
    """The adversarial image that is looked at as a drawing: strokes, where it is made of them."""
    ink: Ink | None = None
    if run.looked_at < len(run.recording):
        ink = run.recording.ink(run.looked_at, run.selected)
    if ink is not None:
        return Drawing(ink.strokes, None, ink.pen)
    return from_image(adversarial_images(run)[run.selected], pen)


def shown_or_kept(state: LabState, number: int) -> ShownRun | None:
    """The run of that number: as it is shown, if it is, else as it was left."""
    kept = state.runs.find(number)
    if kept is None:
        return None
    shown = state.run is not None and state.run.ticket == kept.run.ticket
    return state.run if shown else kept.run


def deleted(state: LabState, numbers: Collection[int]) -> LabState:
    """Some runs are deleted, until others are: they can be had back. What was shown is gone too."""
    runs = without(looked(state.runs, state.run), numbers)
    if runs is state.runs:
        return state
    gone = {kept.run.ticket for kept in runs.deleted}
    shown = None if state.run is not None and state.run.ticket in gone else state.run
    return told(replace(state, runs=runs, run=shown), deleted_words(runs.deleted))


def undone_deletion(state: LabState) -> LabState:
    """The runs that were deleted last are back."""
    count = len(state.runs.deleted)
    if not count:
        return state
    words = (
        tr("The run is back.")
        if count == 1
        else tr("The {count} runs are back.").format(count=count)
    )
    return told(replace(state, runs=undeleted(state.runs)), words)


def deletion_accepted(state: LabState) -> LabState:
    """What was deleted cannot be had back any more, and takes no room."""
    return replace(state, runs=replace(state.runs, deleted=()))


def pinned(state: LabState, *numbers: int) -> LabState:
    """Runs are pinned to be compared, or no longer; a third one takes the first one's place."""
    runs = pin_turned(looked(state.runs, state.run), *numbers)
    return state if runs is state.runs else replace(state, runs=runs)


def pair(state: LabState, chosen: Collection[int]) -> tuple[KeptRun, ...]:
    """The two runs that are compared: those that are chosen, or else the pinned ones.

    As many as there are, where they are not two.
    """
    runs = looked(state.runs, state.run)
    if len(chosen) != PINS:
        return runs.pinned
    found = (runs.find(number) for number in sorted(chosen))
    return tuple(kept for kept in found if kept is not None)


def deleted_words(gone: Collection[KeptRun]) -> str:
    """Which runs were deleted."""
    if len(gone) > 3:
        return tr("{count} runs are deleted.").format(count=len(gone))
    numbers = listed([kept.number for kept in gone])
    words = tr("Run {numbers} is deleted.") if len(gone) == 1 else tr("Runs {numbers} are deleted.")
    return words.format(numbers=numbers)
