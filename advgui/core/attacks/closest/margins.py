"""How far an image is from what an attack wants, as slopes by the logits."""

from functools import partial

import numpy as np

from advgui.core.attacks.problem import Problem
from advgui.core.images import LABELS, Array
from advgui.core.nn.losses import Rivals, Slope


def behind_slope(problem: Problem, weights: Array) -> Slope:
    """The gradient of -weight lead, by the logits; ``weights`` are (n,).

    Other labels are masked with -inf, not with 0, as most logits of a sigmoid network are
    negative.
    """
    rivals, unit = Rivals.of(problem.goals), np.eye(LABELS, dtype=np.float32)
    # Whoever is the best rival, there are ten slopes that an image can have.
    slopes = (unit - rivals.own[:, None]) * (_sign(problem) * weights)[:, None, None]
    return Slope(_behind, (rivals.barred, slopes.astype(np.float32), rivals.own))


def shortfall_slope(problem: Problem, weights: Array) -> Slope:
    """The gradient of weight max(0, wanted lead - lead), by the logits; ``weights`` are (n,).

    Carlini and Wagner's f (their number 6), with the confidence of the problem as kappa.
    """
    slope = behind_slope(problem, weights)
    return Slope(partial(_shortfall, _sign(problem), problem.wanted_lead), slope.rows)


def _behind(logits: Array, barred: Array, slopes: Array, own: Array) -> Array:
    """Of the slopes (n, 10, 10) those of each image's best rival, (n, 10)."""
    rivals = (logits + barred).argmax(axis=-1)
    gradient: Array = slopes[np.arange(len(rivals)), rivals]
    return gradient


def _shortfall(
    sign: float, wanted: float, logits: Array, barred: Array, slopes: Array, own: Array
) -> Array:
    behind = (logits + barred).max(axis=-1) - np.vecdot(logits, own)
    short = (-sign * behind <= wanted)[:, None]
    found: Array = np.where(short, _behind(logits, barred, slopes, own), np.float32(0))
    return found


def _sign(problem: Problem) -> float:
    """Whether to come nearer to the goal, or to get away from it."""
    return 1.0 if problem.form == "targeted" else -1.0


def shortfalls(problem: Problem, logits: Array) -> Array:
    """By how much the leads of these logits (n, 10) fall short of what is wanted, (n,); >= 0."""
    lacking: Array = np.maximum(problem.wanted_lead - problem.leads(logits), 0.0)
    return lacking
