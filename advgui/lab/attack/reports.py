"""What the reports on a run do to the state, also where its process is gone in the middle."""

from dataclasses import replace
from typing import assert_never

import numpy as np

from advgui.core.attacks import Outcome
from advgui.core.attacks.problem import TIE
from advgui.core.images import Array, l2, linf, to_floats
from advgui.core.nn.losses import margin
from advgui.lab.attack.phrases import (
    SILENT,
    ended_words,
    started_words,
)
from advgui.lab.attack.requests import begun_if_live
from advgui.lab.attack.shown_run import ShownRun, finished, progressed
from advgui.lab.attack.state import LabState, Message
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackReport,
    Failed,
    Silent,
)


def reported(state: LabState, report: AttackReport) -> LabState:
    """A report has come; one about an earlier run, or one that has ended, is dropped."""
    run = state.run
    if run is None or not run.running or report.ticket != run.ticket:
        return state
    match report:
        case AttackProgress():
            return replace(_heard(state, run), run=progressed(run, report))
        case Silent():
            return replace(state, message=Message("busy", SILENT))
        case AttackFinished():
            words = ended_words(report.outcomes, stopped=report.stopped)
            message = Message("good" if _any_fooled(report.outcomes) else "bad", words)
            return begun_if_live(replace(state, run=finished(run, report), message=message))
        case Failed():
            return begun_if_live(_failed(state, run, report))
        case never:
            assert_never(never)


def _heard(state: LabState, run: ShownRun) -> LabState:
    """The run goes on after all."""
    if state.message.words != SILENT:
        return state
    request = run.request
    goals, targeted = tuple(request.problem.goals.tolist()), run.form == "targeted"
    words = started_words(goals, targeted=targeted, attack=request.attack.title)
    return replace(state, message=Message("busy", words))


def _failed(state: LabState, run: ShownRun, report: Failed) -> LabState:
    """It has failed; where its process is gone, the best of the steps so far is kept."""
    outcomes = () if report.seconds is None else _rescued(run, report.seconds)
    if not outcomes:
        message = Message("error", report.sentence)
        return replace(state, run=replace(run, phase="failed"), message=message)
    words = f"{report.sentence} {ended_words(outcomes, stopped=True)}"
    ended = replace(run, phase="stopped", outcomes=outcomes)
    return replace(state, run=ended, message=Message("error", words))


def _any_fooled(outcomes: tuple[Outcome, ...]) -> bool:
    return any(outcome.fooled for outcome in outcomes)


def _rescued(run: ShownRun, seconds: float) -> tuple[Outcome, ...]:
    """An outcome for each lane, read anew on its valid image; none where no step has arrived.

    ``seconds`` is how long the run was made. Of its queries those are counted that have shown.
    """
    if not len(run.recording):
        return ()
    lanes = len(run.request.problem.goals)
    return tuple(_rescued_lane(run, lane, seconds) for lane in range(lanes))


def _rescued_lane(run: ShownRun, lane: int, seconds: float) -> Outcome:
    request, problem = run.request, run.request.problem
    best = _best_step(run, lane)
    adversarial = run.recording[best][lane]
    after = run.network.read(adversarial)
    change = to_floats(adversarial) - to_floats(run.original)
    steps = len(run.recording)
    counted = run.recording.pieces[-1].queries
    already = run.before.label == int(problem.goals[lane]) and problem.form == "targeted"
    reached = bool(problem.reached(np.full(len(problem.goals), after.label))[lane])
    return Outcome(
        original=problem.originals[lane],
        adversarial=adversarial,
        goal=int(problem.goals[lane]) if problem.form == "targeted" else None,
        fooled=reached and not already,
        already=already,
        stuck=None,  # nobody has looked for a slope
        before=run.before,
        after=after,
        l2=float(l2(change)),
        linf=float(linf(change)),
        steps=run.step,
        best_step=best,
        queries=steps if counted is None else int(counted[-1, lane]),
        gradients=steps if request.attack.access == "gradients" else 0,
        seconds=seconds,
        seed=request.seed,
        network=run.network.name,
        attack=request.attack.name,
        parameters=request.attack.settings,
        budget=request.attack.limit(),
        norm=request.attack.norm,
    )


def _best_step(run: ShownRun, lane: int) -> int:
    """The smallest step that has what the attack wants, else the nearest to it."""
    leads = _leads(run, lane)
    squares = np.concatenate([piece.squares(lane) for piece in run.recording.pieces])
    prices = np.where(leads > TIE, squares, np.inf)
    return int(leads.argmax() if np.isinf(prices).all() else prices.argmin())


def _leads(run: ShownRun, lane: int) -> Array:
    """By how many logits each step (k,) has what the attack wants."""
    logits = np.concatenate([piece.logits[:, lane] for piece in run.recording.pieces])
    goals = np.full(len(logits), run.request.problem.goals[lane])
    behind, _ = margin(logits, goals)
    return behind if run.form == "untargeted" else -behind
