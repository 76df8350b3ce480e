"""What the reports on a run do to the state, also where its process is gone in the middle."""

from dataclasses import replace
from datetime import datetime
from time import perf_counter
from typing import assert_never

from advgui.core.attacks import Outcome
from advgui.core.attacks.best import Best
from advgui.core.attacks.oracle import Judge, Oracle
from advgui.core.attacks.verdict import verdict
from advgui.core.defences.defended import defences_of
from advgui.core.images import to_floats
from advgui.lab.attack.ending import ended_words
from advgui.lab.attack.phrases import (
    SILENT,
    started_words,
)
from advgui.lab.attack.requests import begun_if_live
from advgui.lab.attack.state import LabState, Message
from advgui.lab.runs.runs import with_run
from advgui.lab.runs.shown_run import Phase, ShownRun, finished, progressed
from advgui.lab.worker.messages import (
    AttackFinished,
    AttackProgress,
    AttackReport,
    Failed,
    Silent,
)


def reported(state: LabState, report: AttackReport, now: datetime | None = None) -> LabState:
    """A report has come; one about an earlier run, or one that has ended, is dropped.

    A run that ends with it is kept, as made ``now``.
    """
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
            ended = replace(state, run=finished(run, report), message=message)
            return begun_if_live(_kept(ended, now))
        case Failed():
            return begun_if_live(_kept(_failed(state, run, report), now))
        case never:
            assert_never(never)


def _kept(state: LabState, now: datetime | None) -> LabState:
    """With the run that has ended among those that are kept."""
    if state.run is None:
        return state
    runs = with_run(state.runs, state.run, made=now, threshold=state.threshold)
    return replace(state, runs=runs)


def _heard(state: LabState, run: ShownRun) -> LabState:
    """The run goes on after all."""
    if state.message.words != SILENT:
        return state
    request = run.request
    goals, targeted = tuple(request.problem.goals.tolist()), run.form == "targeted"
    words = started_words(
        goals,
        targeted=targeted,
        attack=request.attack.title,
        defences=defences_of(request.network),
        aware=request.aware,
    )
    return replace(state, message=Message("busy", words))


def _failed(state: LabState, run: ShownRun, report: Failed) -> LabState:
    """It has failed; where its process is gone, the best of the steps so far is kept."""
    outcomes = () if report.seconds is None else rescued(run, report.seconds)
    if not outcomes:
        message = Message("info" if report.stopped else "error", report.sentence)
        phase: Phase = "stopped" if report.stopped else "failed"
        return replace(state, run=replace(run, phase=phase), message=message)
    words = f"{report.sentence} {ended_words(outcomes, stopped=True)}"
    ended = replace(run, phase="stopped", outcomes=outcomes)
    return replace(state, run=ended, message=Message("error", words))


def _any_fooled(outcomes: tuple[Outcome, ...]) -> bool:
    return any(outcome.fooled for outcome in outcomes)


def rescued(run: ShownRun, seconds: float) -> tuple[Outcome, ...]:
    """An outcome for each lane, read anew on its valid image; none where no step has arrived.

    ``seconds`` is how long the run was made. Of its queries those are counted that have shown.
    The best step is the one that the attack itself has as the best.
    """
    if not len(run.recording):
        return ()
    request = run.request
    problem = request.attack.asked(request.problem)
    oracle = Oracle(run.network, len(problem.goals))
    judge, objective = Judge(run.network, oracle), request.attack.objective(problem)
    best = Best(judge, problem, objective, record=lambda _: None)
    for block in run.recording.blocks(to_floats(problem.originals)):
        best.judge(block)
    found = verdict(
        *(request.attack, request.network, oracle, judge, problem, best),
        seed=request.seed,
        started=perf_counter() - seconds,
    )
    return tuple(_as_far_as_told(outcome, run, lane) for lane, outcome in enumerate(found))


def _as_far_as_told(outcome: Outcome, run: ShownRun, lane: int) -> Outcome:
    """With the work that one lane's steps have told of."""
    steps, queries = len(run.recording), run.recording.pieces[-1].queries
    return replace(
        outcome,
        steps=run.step,
        queries=steps if queries is None else int(queries[-1, lane]),
        gradients=steps if run.request.attack.access == "gradients" else 0,
    )
