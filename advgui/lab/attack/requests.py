"""From what a user aims at to the request for a run: when one begins, and what is asked for."""

from dataclasses import replace

import numpy as np

from advgui.core.attacks import Form, Problem
from advgui.core.images import Bytes
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import (
    NO_REGION,
    NO_STROKES,
    NOTHING_TO_ATTACK,
    STOPPING,
    already_words,
    made_words,
    needs_goal,
    read_words,
    started_words,
)
from advgui.lab.attack.state import Aim, LabState, Message
from advgui.lab.drawing.model import Drawing, from_image
from advgui.lab.runs.runs import looked, sealed
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.worker.messages import (
    AttackRequest,
)


def goal_chosen(state: LabState, goal: int) -> LabState:
    """A digit is chosen: an attack toward it begins, or is shown where it was made already.

    It is the aim from now on; but with Live on, what follows the pen stays as it is.
    """
    run = state.run
    if run is None or not _is_made(state, goal):
        return aimed(state, goal)
    looked_at = replace(run, selected=run.goals.index(goal))
    selected = replace(state, run=looked_at, aim=state.aim if state.live else goal)
    return selected if run.running else replace(selected, message=Message("info", made_words(goal)))


def aimed(state: LabState, aim: Aim) -> LabState:
    """The user asks for an attack; it begins, or the message says why not.

    What the drawing is read as is no aim, and the one before it stays.
    """
    if state.attacked is not None and aim == state.attacked.label:
        return replace(state, message=Message("info", read_words(aim)))
    return _begun(replace(state, aim=aim))


def again(state: LabState) -> LabState:
    """The attack that is shown is made anew, with its own parameters, on what there is now.

    They are those in use from now on; so is its aim.
    """
    run = state.run
    if run is None:
        return state
    request = run.request
    attacks = {**state.attacks, request.attack.name: request.attack}
    chosen = replace(
        state, attacks=attacks, attack_name=request.attack.name, confidence=_confidence(state, run)
    )
    return aimed(replace(chosen, seed=request.seed), aim_of(run))


def _confidence(state: LabState, run: ShownRun) -> float:
    """What was asked for; where the attack asks for none, what is set stays."""
    request = run.request
    return request.problem.confidence if request.attack.confident else state.confidence


def aim_of(run: ShownRun) -> Aim:
    """What was asked for by a run."""
    if run.goal is None:
        return "away"
    return run.goal if run.lanes == 1 else "every"


def begun_if_live(state: LabState) -> LabState:
    """With Live on, a run begins as soon as none runs and the last one is out of date."""
    if not state.live or state.aim is None or state.running or state.reading is None:
        return state
    return _begun(state, live=True) if _changed(state) else state


def stop_asked(state: LabState) -> LabState:
    """The user ends the run; Live goes off with it, or the next one would begin at once."""
    stopped = replace(state, live=False, runs=sealed(state.runs))
    return replace(stopped, message=Message("busy", STOPPING)) if state.running else stopped


def next_request(old: LabState, new: LabState) -> AttackRequest | None:
    """What has to be submitted to the runner because of the step from old to new."""
    run = new.run
    if run is None or not run.running or (old.run and old.run.ticket == run.ticket):
        return None
    return run.request


def abandoned(old: LabState, new: LabState) -> bool:
    """Whether the run that was being made is no longer wanted, and no other one instead."""
    given_up = old.run is not None and old.running and (new.run is None or not new.running)
    return given_up and (new.run is None or new.run.ticket != old.ticket)


def _is_made(state: LabState, goal: int) -> bool:
    """Whether the run that is shown is, toward that goal, the one that would be made now.

    One that was stopped is made again, unless other goals would be lost with it.
    """
    run = state.run
    if run is None or goal not in run.goals or _changed(state):
        return False
    return run.running or run.phase == "finished" or len(run.outcomes) > 1


def goals_of(aim: Aim, reading: Reading) -> tuple[int, ...]:
    """The goals of an aim; for "away", the label to get away from."""
    if aim == "every":
        return tuple(d for d in range(len(reading.confidences)) if d != reading.label)
    return (reading.label,) if aim == "away" else (aim,)


def default_goal(state: LabState) -> int:
    """The goal that is offered: the one shown, else the last one, else what is second best."""
    reading = state.attacked
    if reading is None:
        return 0
    shown = state.run.goal if state.run is not None else None
    for goal in (shown, state.aim):
        if isinstance(goal, int) and goal != reading.label:
            return goal
    confidences = list(reading.confidences)
    confidences[reading.label] = -1.0
    return confidences.index(max(confidences))


def sheet(state: LabState) -> Drawing:
    """The drawing that the image is of, with a stroke that is still being drawn."""
    if np.array_equal(state.drawing.image(), state.image):
        return state.drawing
    if state.ink is not None:
        return Drawing(state.ink.strokes, None, state.ink.pen)
    return from_image(state.image, state.drawing.pen)


def begun_at(state: LabState, aim: Aim, starts: Bytes) -> LabState:
    """An attack begins at valid images (n, 28, 28), one for each goal, and stays near the drawing.

    The message says why not, where it does not.
    """
    return _begun(replace(state, aim=aim), starts=starts)


def _begun(state: LabState, *, live: bool = False, starts: Bytes | None = None) -> LabState:
    refusal = _refusal(state)
    if refusal or state.attacked is None or state.aim is None:
        return replace(state, message=Message("info", refusal))
    goals = goals_of(state.aim, state.attacked)
    request = _request(state, goals, starts)
    run = ShownRun(
        request=request,
        before=state.attacked,
        selected=_same_lane(state, goals),
        drawing=sheet(state),
        live=live,
    )
    words = started_words(
        goals,
        targeted=state.aim != "away",
        attack=state.attack.title,
        defences=state.defences,
        aware=state.aware,
    )
    return replace(
        state,
        ticket=request.ticket,
        run=run,
        runs=looked(state.runs, state.run),
        guide=None,
        message=Message("busy", words),
    )


def _refusal(state: LabState) -> str:
    """Why the aim cannot be attacked; empty where it can."""
    if state.attacked is None:
        return NOTHING_TO_ATTACK
    if state.aim == state.attacked.label:
        return already_words(state.attacked.label)
    if state.attack.on_strokes and state.ink is None:
        return NO_STROKES
    if state.paints_region and state.region is None:
        return NO_REGION
    if state.aim == "away" and "untargeted" not in state.attack.forms:
        return needs_goal(state.attack.title)
    return ""


def _request(state: LabState, goals: tuple[int, ...], starts: Bytes | None = None) -> AttackRequest:
    originals = np.repeat(state.image[None], len(goals), axis=0)
    form: Form = "untargeted" if state.aim == "away" else "targeted"
    labels, confidence = np.array(goals, np.int64), state.wanted_confidence
    inks = None if state.ink is None else (state.ink,) * len(goals)
    problem = Problem(originals, labels, form, confidence, inks, state.wanted_region, starts)
    return AttackRequest(
        state.ticket + 1,
        state.network,
        state.attack,
        problem,
        state.seed,
        aware=not state.around,
    )


def _same_lane(state: LabState, goals: tuple[int, ...]) -> int:
    """The lane of the goal that was looked at before, if it is there again."""
    before = state.run.goal if state.run else None
    return goals.index(before) if before in goals else 0


def _changed(state: LabState) -> bool:
    """Whether a run that begins now would differ from the one that is shown."""
    if state.run is None:
        return True
    request = state.run.request
    made = (request.attack, request.seed, request.problem.confidence, request.aware)
    asked = (state.attack, state.seed, state.wanted_confidence, not state.around)
    region = request.problem.region
    wanted = state.wanted_region
    same = region is wanted or np.array_equal(np.asarray(region), np.asarray(wanted))
    return state.outdated or made != asked or not same
