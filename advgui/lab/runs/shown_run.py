"""One run as it is shown: what was asked, what came back, and where the user looks."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from advgui.core.attacks import Form, Outcome
from advgui.core.defences.defended import as_asked
from advgui.core.images import Bytes
from advgui.core.nn.network import Network, Reading
from advgui.lab.drawing.model import Drawing
from advgui.lab.worker.messages import AttackFinished, AttackProgress, AttackRequest
from advgui.lab.worker.recording import Recording

Phase = Literal["running", "finished", "stopped", "failed"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ShownRun:
    """A run with the original and the network that it was asked for, whatever comes later.

    ``before`` is that network's reading of that original. ``selected`` is the index of
    the lane (one for each goal) that is looked at, ``shown`` the step that the user chose,
    or None for the newest one while it runs and the best one afterwards. ``recording`` has
    every step that has come so far. ``moving`` says that what is shown is about to change
    again, so that no mark of its verdict would stay to be seen. ``drawing`` is what the
    original is the image of, where that is known, and ``live`` says that the run began by
    itself, as the drawing had changed.
    """

    request: AttackRequest
    before: Reading
    selected: int
    phase: Phase = "running"
    shown: int | None = None
    moving: bool = False
    recording: Recording = field(default_factory=Recording)
    outcomes: tuple[Outcome, ...] = ()
    drawing: Drawing | None = None
    live: bool = False

    @property
    def ticket(self) -> int:
        """The number of the run."""
        return self.request.ticket

    @property
    def running(self) -> bool:
        """Whether more reports will come."""
        return self.phase == "running"

    @property
    def judged(self) -> bool:
        """Whether the verdict on what is shown is marked: not while it changes all the time."""
        return not self.running and not self.moving

    @property
    def network(self) -> Network:
        """The network that is attacked: alone, where the attacker knows of no defence."""
        return as_asked(self.request.network, aware=self.request.aware)

    @property
    def original(self) -> Bytes:
        """The image (28, 28) that is attacked, the same in every lane."""
        original: Bytes = self.request.problem.originals[0]
        return original

    @property
    def form(self) -> Form:
        """Toward goals, or away from a label."""
        return self.request.problem.form

    @property
    def lanes(self) -> int:
        """How many goals are attacked at once; one where there is none but to get away."""
        return len(self.request.problem.goals)

    @property
    def goals(self) -> tuple[int, ...]:
        """The goal of each lane; none for an untargeted run."""
        return tuple(self.request.problem.goals.tolist()) if self.form == "targeted" else ()

    @property
    def goal(self) -> int | None:
        """The goal of the selected lane."""
        return self.goals[self.selected] if self.goals else None

    @property
    def away(self) -> int | None:
        """The label that an untargeted run is to get away from."""
        return None if self.goals else int(self.request.problem.goals[self.selected])

    @property
    def outcome(self) -> Outcome | None:
        """The outcome of the selected lane, after the end."""
        return self.outcomes[self.selected] if self.outcomes else None

    @property
    def step(self) -> int:
        """The newest step."""
        return max(0, len(self.recording) - 1)

    @property
    def done(self) -> int:
        """How much of its work is done: steps, or queries."""
        queries = self.recording.queries
        return self.step if queries is None else queries

    @property
    def walkable(self) -> bool:
        """Whether every step can be looked at: at the end, if there was any."""
        return bool(self.outcomes) and len(self.recording) > 0

    @property
    def looked_at(self) -> int:
        """The step that is looked at: the chosen one, else the best, else the newest."""
        if self.shown is not None:
            return self.shown
        return self.outcome.best_step if self.outcome else self.step


def progressed(run: ShownRun, report: AttackProgress) -> ShownRun:
    """The run with one more report."""
    return replace(run, recording=run.recording + report.recording)


def finished(run: ShownRun, report: AttackFinished) -> ShownRun:
    """The run at its end."""
    return replace(
        run,
        phase="stopped" if report.stopped else "finished",
        outcomes=report.outcomes,
        recording=run.recording + report.recording,
    )


def adversarial_images(run: ShownRun) -> Bytes:
    """What every lane shows, uint8 (n, 28, 28): exact images, as judged and saved."""
    if run.shown is not None:
        return run.recording[run.shown]
    if run.outcomes:
        return np.stack([outcome.adversarial for outcome in run.outcomes])
    return run.recording[run.step] if len(run.recording) else run.request.problem.originals
