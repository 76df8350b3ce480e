"""How far an image is from what an attack wants, as a slope that ends where it has it."""

from functools import partial

import numpy as np

from advgui.core.attacks.problem import Problem
from advgui.core.images import Array, one_hot
from advgui.core.nn.losses import Rivals, Slope


def shortfall_slope(problem: Problem, weights: Array) -> Slope:
    """The gradient of weight max(0, wanted lead - lead), by the logits; ``weights`` are (n,).

    Carlini and Wagner's f (their number 6), with the confidence of the problem as kappa. Other
    labels are masked with -inf, not with 0, as most logits of a sigmoid network are negative.
    """
    rivals = Rivals.of(problem.goals)
    sign = 1.0 if problem.form == "targeted" else -1.0
    rows = (rivals.own, rivals.barred, weights.astype(np.float32)[:, None])
    return Slope(partial(_shortfall, sign, problem.wanted_lead), rows)


def _shortfall(
    sign: float, wanted: float, logits: Array, own: Array, barred: Array, weights: Array
) -> Array:
    others = logits + barred
    behind = others.max(axis=-1) - np.vecdot(logits, own)
    short = (-sign * behind <= wanted)[:, None]
    gradient: Array = sign * (one_hot(others.argmax(axis=-1)) - own)
    found: Array = np.where(short, gradient * weights, np.float32(0))
    return found


def shortfalls(problem: Problem, logits: Array) -> Array:
    """By how much the leads of these logits (n, 10) fall short of what is wanted, (n,); >= 0."""
    lacking: Array = np.maximum(problem.wanted_lead - problem.leads(logits), 0.0)
    return lacking
