"""What the tiles, the strip and the bars show of a run, derived from it and never stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Budget, Outcome
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.attacks.outcome import Stuck
from advgui.core.defences.defended import defences_of
from advgui.core.images import LABELS, Bytes, binarise, l2, linf, to_floats
from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import Verdict
from advgui.lab.attack.state import LabState
from advgui.lab.runs.shown_run import ShownRun, adversarial_images

TileMark = Literal["none", "prediction", "running", "fooled", "restored", "failed"]
GoalMark = Literal["idle", "running", "fooled", "failed", "already"]


class Readings(NamedTuple):
    """What one network makes of the original, the adversarial and the thresholded image."""

    before: Reading
    after: Reading
    thresholded: Reading


class Lane(NamedTuple):
    """Whether the valid image of one goal fools the network, and how far it is changed.

    ``distance`` is in the norm that the attack keeps small, and in L2 where it keeps none.
    """

    fooled: bool
    distance: float


class Earlier(NamedTuple):
    """What an earlier run has come to in one goal: its number, the lane, the image (28, 28)."""

    number: int
    lane: int
    image: Bytes
    came_to: Lane
    norm: Norm


EarlierGoals = Mapping[int, Earlier]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class View:
    """One step of one lane of a run, ready to be shown.

    ``original``, ``adversarial`` and ``thresholded`` are the exact 8-bit images that were read;
    ``difference`` is adversarial - original, in [-255, 255]. ``outside`` and ``raw_reached``
    are about the raw iterate behind the image; ``stuck`` is about the end of the
    run, ``budget`` about what it could use, and ``norm`` about what it kept small.
    ``judged`` says whether its verdict is marked. ``through`` is what is read behind the defences
    that the attacker is not ``aware`` of, None where there are none; so is ``aware`` then.
    """

    step: int
    goal: int | None
    original: Bytes
    adversarial: Bytes
    thresholded: Bytes
    difference: NDArray[np.int16]
    readings: Readings
    verdict: Verdict
    l2: float
    linf: float
    outside: int
    raw_reached: bool
    judged: bool
    stuck: Stuck | None = None
    budget: Budget | None = None
    norm: Norm = "l2"
    through: Reading | None = None
    aware: bool | None = None

    @property
    def seen(self) -> Reading:
        """What is made of the image by what stands there, with its defences."""
        return self.through or self.readings.after

    @property
    def pixels(self) -> int:
        """How many are changed."""
        return int(np.count_nonzero(self.difference))

    @property
    def fooled(self) -> bool:
        """Whether the valid image that is shown has what the attack wants."""
        return self.verdict == "fooled"

    @property
    def restored(self) -> bool:
        """Whether the network was led astray and the threshold led it back."""
        before, after, thresholded = (reading.label for reading in self.readings)
        return after != before == thresholded


def view(run: ShownRun, threshold: float) -> View:
    """The selected lane at the step that is looked at: two forward passes."""
    adversarial = adversarial_images(run)[run.selected]
    thresholded = binarise(adversarial, threshold)
    read = run.network.read
    readings = Readings(run.before, read(adversarial), read(thresholded))
    change = to_floats(adversarial) - to_floats(run.original)
    outside, raw_reached = _raw(run)
    verdict = judged(run.goal, readings.before, readings.after)
    return View(
        step=run.looked_at,
        goal=run.goal,
        original=run.original,
        adversarial=adversarial,
        thresholded=thresholded,
        difference=adversarial.astype(np.int16) - run.original.astype(np.int16),
        readings=readings,
        verdict=verdict,
        l2=float(l2(change)),
        linf=float(linf(change)),
        outside=outside,
        raw_reached=raw_reached,
        judged=run.judged,
        stuck=run.outcome.stuck if run.outcome and verdict != "fooled" else None,
        budget=run.request.attack.limit(),
        norm=run.request.attack.norm,
        through=None if run.request.aware else run.request.network.read(adversarial),
        aware=run.request.aware if defences_of(run.request.network) else None,
    )


def outcome_shown(run: ShownRun, shown: View) -> Outcome:
    """The outcome as it is shown: of the step that is looked at, with its own verdict.

    Raises ValueError while the run has no outcome.
    """
    if run.outcome is None:
        raise ValueError("the run has not ended")
    return replace(
        run.outcome,
        adversarial=shown.adversarial,
        after=shown.readings.after,
        fooled=shown.fooled,
        sure=shown.fooled and run.outcome.sure,
        stuck=shown.stuck,
        l2=shown.l2,
        linf=shown.linf,
        best_step=shown.step,
        through=shown.through,
    )


def judged(goal: int | None, before: Reading, after: Reading) -> Verdict:
    """What a reading means for an attack with that goal; None is away from ``before``."""
    if goal == before.label == after.label:
        return "already"
    if after.label == before.label:
        return "not fooled"
    return "fooled" if goal in (None, after.label) else "wrong class"


def tile_marks(shown: View) -> tuple[TileMark, TileMark, TileMark, TileMark]:
    """The marks of the original, the perturbation, the adversarial and the thresholded tile.

    What changes with every step is not marked: it would flicker.
    """
    if not shown.judged:
        return "prediction", "none", "running", "none"
    adversarial: TileMark = "fooled" if shown.fooled else "failed"
    thresholded: TileMark = "restored" if shown.restored else "none"
    return "prediction", "none", adversarial, thresholded


def earlier_goals(state: LabState) -> EarlierGoals:
    """The newest result toward each goal that the run that is shown has not.

    They are of the same drawing and network, attacked in the same knowledge of its defences:
    none where the run is about others than those of now.
    """
    run, found = state.run, dict[int, Earlier]()
    if run is None or state.outdated:
        return found
    for kept in reversed(state.runs.kept):
        new = set(kept.run.goals) - {*run.goals, run.before.label, *found}
        if new and _alike(kept.run, run):
            told = zip(kept.run.goals, adversarial_images(kept.run), lanes(kept.run), strict=True)
            norm = kept.run.request.attack.norm
            for lane, (goal, image, came_to) in enumerate(told):
                if goal in new:
                    found[goal] = Earlier(kept.number, lane, image, came_to, norm)
    return found


def _alike(one: ShownRun, other: ShownRun) -> bool:
    """Whether two runs are of the same drawing, and of the same network as it is attacked."""
    same = one.request.network is other.request.network and one.request.aware == other.request.aware
    return same and np.array_equal(one.original, other.original)


def goal_marks(run: ShownRun, earlier: EarlierGoals | None = None) -> tuple[GoalMark, ...]:
    """How far each of the ten digits is as a goal of this run, or was as one of earlier ones."""
    marks: list[GoalMark] = ["idle"] * LABELS
    for goal, (_, _, _, came_to, _) in (earlier or {}).items():
        marks[goal] = "fooled" if came_to.fooled else "failed"
    if run.goals or earlier:
        marks[run.before.label] = "already"
    for goal in run.goals:
        marks[goal] = "failed" if run.judged else "running"
    for lane, goal in zip(lanes(run), run.goals, strict=False):
        marks[goal] = "fooled" if lane.fooled else "failed"
    return tuple(marks)


def strip_images(run: ShownRun, earlier: EarlierGoals | None = None) -> Bytes | None:
    """What each of the ten digits shows as a goal, uint8 (10, 28, 28).

    The digit that is read shows the original, a digit without a lane what an earlier run has
    come to, or nothing; None for a run without goals where no earlier one had any.
    """
    if not run.goals and not earlier:
        return None
    images = np.zeros((LABELS, *run.original.shape), np.uint8)
    images[run.before.label] = run.original
    for goal, known in (earlier or {}).items():
        images[goal] = known.image
    if run.goals:
        images[list(run.goals)] = adversarial_images(run)
    return images


def lanes(run: ShownRun) -> tuple[Lane, ...]:
    """What each lane has come to at the step that is looked at; none before the run has ended."""
    if not run.outcomes or not run.judged:
        return ()
    images = to_floats(adversarial_images(run))
    norm = run.request.attack.norm
    distance = DISTANCES["l2" if norm == "none" else norm]
    sizes = distance(images - to_floats(run.original)).tolist()
    if run.shown is None:
        fooled = [outcome.fooled for outcome in run.outcomes]
    else:
        fooled = (run.network.logits(images).argmax(axis=-1) == np.array(run.goals)).tolist()
    return tuple(map(Lane, fooled, sizes))


def _raw(run: ShownRun) -> tuple[int, bool]:
    """Pixels outside [0, 1] and the raw reading, at the step that is looked at."""
    recording, step, lane = run.recording, run.looked_at, run.selected
    if step >= len(recording):
        return 0, False
    reached = run.request.problem.reached(recording.labels(step))
    return int(recording.outside(step)[lane]), bool(reached[lane])
