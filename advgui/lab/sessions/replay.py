"""Runs made again from what they were asked, to see whether they come to the same bytes."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.outcome import stopped_after
from advgui.core.errors import BadInput
from advgui.core.generators import Driver
from advgui.core.images import quantise
from advgui.core.language import tr
from advgui.lab.attack.phrases import counted, listed
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.shown_run import ShownRun

NO_STROKES: Final = tr("The strokes that were attacked are not in it, so it cannot be made again.")


@dataclass(frozen=True, slots=True, eq=False)
class Replayed:
    """A run that was made again: of each goal, whether its image is the same, byte for byte.

    ``reason`` says in a sentence why it could not be made again; empty where it could.
    """

    kept: KeptRun
    same: tuple[bool, ...] = ()
    reason: str = ""

    @property
    def all_same(self) -> bool:
        """Whether every outcome is as it was."""
        return not self.reason and all(self.same)

    @property
    def title(self) -> str:
        """Which run: its attack, its goals and its network."""
        return run_title(self.kept.run)

    @property
    def words(self) -> str:
        """What came of it, in a sentence."""
        if self.reason:
            return self.reason
        if all(self.same):
            return (
                tr("The same bytes.")
                if len(self.same) == 1
                else tr("The same bytes, for every goal.")
            )
        if len(self.same) == 1:
            return tr("Another image than was kept.")
        return tr("{images} of {all} changed.").format(
            images=counted(self.same.count(False), "image"), all=len(self.same)
        )


def run_title(run: ShownRun) -> str:
    """A run in a few words: DDN toward 3, on report."""
    aim = tr("away from {label}").format(label=run.away)
    if run.goals:
        aim = tr("toward {goals}").format(goals=listed(run.goals))
    return tr("{attack} {aim}, on {network}").format(
        attack=run.request.attack.title, aim=aim, network=run.request.network.title
    )


def replayed(kept: KeptRun) -> Replayed:
    """Make a run again with its seed, and compare what it comes to with what it came to.

    One that was stopped is stopped after as many steps.
    """
    request = kept.run.request
    if request.attack.on_strokes and request.problem.inks is None:
        return Replayed(kept, reason=NO_STROKES)
    try:
        return Replayed(kept, _compared(kept.run))
    except BadInput as error:
        return Replayed(kept, reason=str(error))


def _compared(run: ShownRun) -> tuple[bool, ...]:
    """Of each goal, whether its image comes out again: as the best, or as the step kept of it."""
    request = run.request
    again = request.attack.run(
        request.network, request.problem, seed=request.seed, aware=request.aware
    )
    steps = max((outcome.steps for outcome in run.outcomes), default=0)
    driver = Driver(stopped_after(again, steps if run.phase == "stopped" else None))
    same = [False] * len(run.outcomes)
    for step in driver:
        for lane, outcome in enumerate(run.outcomes):
            if step.number == outcome.best_step:
                same[lane] = np.array_equal(quantise(step.images[lane]), outcome.adversarial)
    pairs = zip(run.outcomes, driver.value, strict=True)
    best = [np.array_equal(one.adversarial, other.adversarial) for one, other in pairs]
    return tuple(a or b for a, b in zip(same, best, strict=True))
