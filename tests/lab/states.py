"""States to test on, and the runner's part played in the same thread."""

from collections.abc import Sequence

import numpy as np

from advgui.core.generators import Driver
from advgui.core.images import Bytes
from advgui.lab.attack.reports import reported
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import opened, parameter_set
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.preferences import Preferences
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.worker.messages import AttackFinished, AttackProgress, AttackReport, AttackRequest
from advgui.lab.worker.recording import Recorder
from tests.lab.requests import image, network

STEPS = 12


def drawing(seed: int | None) -> Drawing:
    """An opened image; None is an empty canvas."""
    base: Bytes | None = None if seed is None else image(seed)
    return Drawing(base=base)


def fresh(seed: int | None = 1) -> LabState:
    """A window that has just been opened on a drawing, with a short attack chosen."""
    history = History(present=drawing(seed))
    return parameter_set(opened(network(), Preferences(), history), "steps", STEPS)


def other_digit(state: LabState) -> int:
    """A digit that the network does not read."""
    assert state.reading
    return (state.reading.label + 4) % 10


def shown(state: LabState) -> ShownRun:
    """The run that is shown, where there has to be one."""
    assert state.run
    return state.run


def reports(
    request: AttackRequest, cuts: Sequence[int] = (), stop_at: int | None = None
) -> list[AttackReport]:
    """All reports of a run, with a progress after each of the steps in ``cuts``.

    It is stopped at the step ``stop_at``, if at one.
    """
    run = request.attack.run(
        request.network, request.problem, seed=request.seed, aware=request.aware
    )
    recorder = Recorder(request.problem.originals)
    result: list[AttackReport] = []
    driver = Driver(run)
    for step in driver:
        recorder.add(step)
        if step.number in cuts:
            recorder.settle()
            result.append(AttackProgress(request.ticket, recorder.step, recorder.take()))
        if step.number == stop_at:
            driver.stop()
    recorder.settle()
    stopped = stop_at is not None
    done = AttackFinished(request.ticket, driver.value, recorder.take(), stopped=stopped)
    return [*result, done]


def ended(state: LabState, cuts: Sequence[int] = (), stop_at: int | None = None) -> LabState:
    """The state after all reports of its run."""
    for report in reports(shown(state).request, cuts, stop_at):
        state = reported(state, report)
    return state


def same(one: Bytes, other: Bytes) -> bool:
    """Whether two images are equal, pixel for pixel."""
    return np.array_equal(one, other)
