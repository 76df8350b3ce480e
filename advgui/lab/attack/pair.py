"""Two runs beside each other: their images, figures and curves, and a sentence on them."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Outcome
from advgui.core.attacks.base import Unit
from advgui.core.images import Array, Bytes
from advgui.core.language import numeral, tr
from advgui.core.parameters import parameter_table
from advgui.lab.attack.curves import Curves, measured
from advgui.lab.attack.phrases import aim_words, budget_words, own_size, percent
from advgui.lab.attack.provenance import setting_words, value_words
from advgui.lab.attack.run_words import network_words, verdict_words
from advgui.lab.runs.kept_run import KeptRun

OTHER_DRAWINGS: Final = tr(
    "The two runs were made on different drawings, so that their distances do not tell "
    "which attack is the better one."
)
OTHER_NETWORKS: Final = tr(
    "The two runs were made against different networks, so that their distances tell as "
    "much of the networks as of the attacks."
)
NEITHER: Final = tr("Neither of the two runs fools its network.")


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One goal of a run."""

    kept: KeptRun
    lane: int

    @property
    def outcome(self) -> Outcome:
        """What it ended with."""
        return self.kept.run.outcomes[self.lane]

    @property
    def difference(self) -> NDArray[np.int16]:
        """Adversarial - original, in [-255, 255]."""
        outcome = self.outcome
        return outcome.adversarial.astype(np.int16) - outcome.original.astype(np.int16)

    @property
    def images(self) -> tuple[Bytes, Bytes]:
        """The original and the adversarial image, (28, 28) each."""
        return self.outcome.original, self.outcome.adversarial

    @property
    def name(self) -> str:
        """What it is called."""
        return tr("Run {number}").format(number=self.kept.number)

    @property
    def title(self) -> str:
        """Name and attack."""
        return f"{self.name} · {self.kept.run.request.attack.title}"

    @property
    def unit(self) -> Unit:
        """What its work is counted in."""
        return self.kept.run.request.attack.unit

    @property
    def curves(self) -> Curves:
        """What each step measured that is left."""
        run = replace(self.kept.run, selected=self.lane)
        found = measured(run, run.recording.pieces)
        return replace(found, numbers=run.recording.numbers)


def sides(one: KeptRun, other: KeptRun) -> tuple[Side, Side]:
    """Both in the goal that was looked at; one of several in the goal that the other has."""
    first, second = one.run.selected, other.run.selected
    goals, others = one.run.goals, other.run.goals
    if len(others) > 1 and goals and goals[first] in others:
        second = others.index(goals[first])
    elif len(goals) > 1 and others and others[second] in goals:
        first = goals.index(others[second])
    return Side(one, first), Side(other, second)


def sentence(one: Side, other: Side) -> str:
    """What the two come to, and where they cannot be compared, why."""
    first, second = one.outcome, other.outcome
    if not first.fooled and not second.fooled:
        return NEITHER
    if first.fooled != second.fooled:
        hit, missed = (one, other) if first.fooled else (other, one)
        return tr("Run {hit} fools its network, and run {missed} does not.").format(
            hit=hit.kept.number, missed=missed.kept.number
        )
    if not np.array_equal(first.original, second.original):
        return OTHER_DRAWINGS
    if one.kept.run.network is not other.kept.run.network:
        return OTHER_NETWORKS
    return _by_distance(one, other)


def _by_distance(one: Side, other: Side) -> str:
    """Which of two that fool the same network on the same drawing is nearer."""
    first, second = one.outcome, other.outcome
    if first.norm != second.norm or first.norm == "none":
        near, far = (one, other) if first.l2 <= second.l2 else (other, one)
        words = tr(
            "{near} is nearer to the drawing in L2, {size:.2f} against {other:.2f}, but the two "
            "keep different norms small."
        )
        return words.format(near=near.name, size=near.outcome.l2, other=far.outcome.l2)
    near, far = (one, other) if first.distance <= second.distance else (other, one)
    sizes = (
        own_size(near.outcome.norm, near.outcome.distance),
        own_size(far.outcome.norm, far.outcome.distance),
    )
    if sizes[0] == sizes[1]:
        return tr("Both runs fool the network, equally near to the drawing: {size}.").format(
            size=sizes[0]
        )
    return tr("{near} stays nearer to the drawing: {size} against {other}.").format(
        near=near.name, size=sizes[0], other=sizes[1]
    )


def rows(one: Side, other: Side) -> tuple[tuple[str, str, str], ...]:
    """Names and figures of both, line by line."""
    lines = tuple(
        (name, left, right)
        for (name, left), (_, right) in zip(_figures(one), _figures(other), strict=True)
    )
    return (*lines[:2], *_settings(one, other), *lines[2:])


def _settings(one: Side, other: Side) -> tuple[tuple[str, str, str], ...]:
    """The effort, and every parameter in which two of one attack differ; else all in a line."""
    first, second = one.kept.run.request.attack, other.kept.run.request.attack
    if type(first) is not type(second):
        return ((tr("Settings"), setting_words(first), setting_words(second)),)
    return tuple(
        (row.title, value_words(first, row), value_words(second, row))
        for row in parameter_table(first)
        if row.role == "effort"
        or (row.role != "budget" and getattr(first, row.name) != getattr(second, row.name))
    )


def _figures(side: Side) -> tuple[tuple[str, str], ...]:
    outcome, request = side.outcome, side.kept.run.request
    confidence = outcome.after.confidences[outcome.after.label]
    return (
        (tr("Method"), request.attack.title),
        (tr("Budget"), budget_words(outcome.budget)),
        (tr("Goal"), aim_words(outcome.goal)),
        (tr("Outcome"), verdict_words(outcome)),
        ("L2", numeral(outcome.l2, ".3f")),
        ("L∞", numeral(outcome.linf, ".3f")),
        (tr("Pixels"), f"{np.count_nonzero(side.difference):,}"),
        (tr("Queries"), f"{outcome.queries:,}"),
        (
            tr("Best step"),
            tr("{step:,} of {steps:,}").format(step=outcome.best_step, steps=outcome.steps),
        ),
        (tr("Read as"), f"{outcome.after.label}, {percent(confidence)}"),
        (tr("Network"), network_words(request.network, aware=request.aware)),
        (tr("Seed"), f"{request.seed:,}"),
        (tr("Time"), numeral(outcome.seconds, ".2f") + " s"),
    )


@dataclass(frozen=True, slots=True, eq=False)
class PairCurves:
    """Both runs over the same rising places (k,), NaN where one has no step.

    ``goals`` are confidences of the goal (of the label to get away from), ``distances`` are in
    L2 before rounding. ``unit`` is what the places count: queries where both runs do.
    """

    places: NDArray[np.float64]
    goals: tuple[Array, Array]
    distances: tuple[Array, Array]
    unit: Unit


def best_place(side: Side, unit: Unit) -> float:
    """Where the best step of a run is among the places of both, counted in that unit."""
    curves, best = side.curves, side.outcome.best_step
    if unit == "steps" or not len(curves.places):
        return float(best)
    at = min(int(np.searchsorted(curves.steps, best)), len(curves.places) - 1)
    return float(curves.places[at])


def pair_curves(one: Side, other: Side) -> PairCurves:
    """The curves of both, over each other."""
    both = one.curves, other.curves
    unit: Unit = "queries" if one.unit == other.unit == "queries" else "steps"
    along = [
        np.asarray(curves.places if unit == "queries" else curves.steps, np.float64)
        for curves in both
    ]
    places = np.unique(np.concatenate(along))
    goals = [_spread(places, at, curves.goal) for at, curves in zip(along, both, strict=True)]
    apart = [_spread(places, at, curves.distance) for at, curves in zip(along, both, strict=True)]
    return PairCurves(places, (goals[0], goals[1]), (apart[0], apart[1]), unit)


def _spread(places: NDArray[np.float64], at: NDArray[np.float64], values: Array) -> Array:
    """Values at some of the places, NaN at the others; of several at one place the last."""
    spread = np.full(len(places), np.nan, np.float32)
    spread[np.searchsorted(places, at)] = values
    return spread
