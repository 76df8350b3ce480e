"""Attacks that begin where another one was: at a step of a run, or at its last one.

The original stays what the image is kept near; only the beginning is another one. Not every
attack can begin elsewhere (``begins_elsewhere``): what it has found must be all that it knows.
"""

from dataclasses import replace

from advgui.core.attacks import EvasionAttack
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.lab.attack.going_back import NOT_KEPT, back, shown_or_kept, why_not_back
from advgui.lab.attack.requests import begun_at
from advgui.lab.attack.state import Aim, LabState, Message
from advgui.lab.attack.transitions import refused
from advgui.lab.runs.shown_run import ShownRun, adversarial_images


def forked(state: LabState, number: int, lane: int | None = None) -> LabState:
    """An attack begins at the step of a run that is looked at, toward the goal looked at.

    It is made with the settings that stand now, where that run is shown as it was made; else
    with the run's own.
    """
    run = shown_or_kept(state, number)
    if run is None or why_not_forked(state, number):
        return refused(state, why_not_forked(state, number) or NOT_KEPT)
    selected = run.selected if lane is None else lane
    start = adversarial_images(run)[selected][None]
    aim: Aim = "away" if not run.goals else run.goals[selected]
    where = tr("step {step:,} of run {number}").format(
        step=replace(run, selected=selected).looked_at, number=number
    )
    return _begun(_standing(state, number), aim, start, where)


def continued(state: LabState, number: int) -> LabState:
    """An attack goes on from the last step of a run, toward all of its goals."""
    run = shown_or_kept(state, number)
    if run is None or why_not_forked(state, number):
        return refused(state, why_not_forked(state, number) or NOT_KEPT)
    aim: Aim = "every" if run.lanes > 1 else "away" if not run.goals else run.goals[0]
    where = tr("the last step of run {number}").format(number=number)
    last = run.recording[run.step] if run.walkable else adversarial_images(run)
    return _begun(_standing(state, number), aim, last, where)


def why_not_forked(state: LabState, number: int) -> str:
    """Why no attack can begin where this run was; empty where one can."""
    run = shown_or_kept(state, number)
    if run is None:
        return NOT_KEPT
    attack = state.attack if _stands(state, number) else run.request.attack
    return why_not_back(state) or begins_by_itself(attack)


def begins_by_itself(attack: EvasionAttack) -> str:
    """That an attack begins at no other image, and what to do instead; empty where it can."""
    if attack.begins_elsewhere:
        return ""
    return tr(
        "“{title}” begins by itself alone. Send the image to the sheet, to attack it from "
        "there as a drawing."
    ).format(title=attack.title)


def _stands(state: LabState, number: int) -> bool:
    """Whether a run is shown, on the drawing and the network that are there."""
    kept = state.runs.find(number)
    shown = kept is not None and state.run is not None and state.run.ticket == kept.run.ticket
    return shown and not state.outdated and _knows_as_much(state, state.run)


def _knows_as_much(state: LabState, run: ShownRun | None) -> bool:
    return run is not None and run.request.aware == (not state.around)


def _standing(state: LabState, number: int) -> LabState:
    return state if _stands(state, number) else back(state, number)


def _begun(state: LabState, aim: Aim, starts: Bytes, where: str) -> LabState:
    """An attack that does not follow the pen begins there; its message says where."""
    begun = begun_at(replace(state, live=False), aim, starts)
    begins = tr("It begins at {where}.").format(where=where)
    if begun.ticket == state.ticket:
        return begun
    words = f"{begun.message.words} {begins}"
    return replace(begun, message=Message("busy", words))
