"""What is climbed inside a budget: losses of logits that neither underflow nor have a scale.

But for one, the cross-entropy of 2014, for those who want to see what it misses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from advgui.core.attacks.problem import Problem
from advgui.core.images import Array, Labels
from advgui.core.nn.losses import Loss, Slope, cross_entropy, margin, squared_error

# Where all logits are equal there is nothing to divide by; float32 holds the square of what comes.
_LEAST: Final = np.float32(1e-12)


@dataclass(frozen=True, slots=True, eq=False)
class Gain:
    """What an attack raises: a loss of ``labels`` away from them, its negative toward them.

    ``rows`` are more arrays that the loss takes, one row for each image.
    """

    loss: Callable[..., tuple[Array, Array]]
    sign: float
    rows: tuple[Labels, ...]

    def values(self, logits: Array) -> Array:
        """Of each image, (n,)."""
        return np.float32(self.sign) * self.loss(logits, *self.rows)[0]

    @property
    def slope(self) -> Slope:
        """Its gradient."""
        return Slope(partial(_signed, self.loss, np.float32(self.sign)), self.rows)

    def counted(self, widths: Array) -> Slope:
        """That of s(gain / width), where s is the sigmoid: what fools counts, and not how surely.

        ``widths`` (n,) are in what is gained; by how many of them something is far from the
        border, on either side of it, it counts the less.
        """
        slope = partial(_counted, self.loss, np.float32(self.sign))
        return Slope(slope, (*self.rows, widths))

    def of(self, rows: Labels) -> "Gain":
        """The same for some of the images."""
        return Gain(self.loss, self.sign, tuple(row[rows] for row in self.rows))


def gain(name: str, problem: Problem) -> Gain:
    """The loss of that name, as the problem wants it."""
    return Gain(LOSSES[name], 1.0 if problem.form == "untargeted" else -1.0, (problem.goals,))


def _signed(loss: Callable[..., tuple[Array, Array]], sign: np.float32, *given: Array) -> Array:
    return sign * loss(*given)[1]


def _counted(loss: Callable[..., tuple[Array, Array]], sign: np.float32, *given: Array) -> Array:
    *taken, widths = given
    values, gradient = loss(*taken)
    slopes: Array = (sign * bell(values / widths))[:, None] * gradient
    return slopes


def bell(values: Array) -> Array:
    """The slope s (1 - s) of the sigmoid s at some values (n,), which never becomes 0."""
    powers = np.exp(-np.minimum(np.abs(values), np.float32(40)))
    slopes: Array = powers / (1 + powers) ** 2
    return slopes


def log_odds(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """log((1 - p) / p) of the label's confidence p, the cross-entropy's own logarithm of odds.

    It rises and falls with the cross-entropy -log p, and its gradient points the same way;
    but where p rounds to 1, -log p is 0 and has no gradient in float32, and this has both.
    """
    rows = np.arange(len(labels))
    others = logits.copy()
    others[rows, labels] = -np.inf
    best = others.max(axis=-1, keepdims=True)
    powers: Array = np.exp(others - best)
    sums = powers.sum(axis=-1, keepdims=True)
    gradient: Array = powers / sums
    gradient[rows, labels] = -1.0
    return (best + np.log(sums))[:, 0] - logits[rows, labels], gradient


def logits_ratio(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """The DLR loss: the best other logit's lead, in leads of the first over the third.

    Croce and Hein 2020, equation 6. It does not change with the logits' scale or offset.
    """
    rows = np.arange(len(labels))
    ranks = logits.argsort(axis=-1)
    ahead, up = margin(logits, labels)
    first, third = ranks[:, -1], ranks[:, -3]
    spread = np.maximum(logits[rows, first] - logits[rows, third], _LEAST)
    return _ratio(ahead, up, spread, [(first, 1.0), (third, -1.0)])


def lead(logits: Array, labels: Labels, rivals: Labels) -> tuple[Array, Array]:
    """One rival's lead over the label."""
    rows = np.arange(len(labels))
    up = np.zeros_like(logits)
    up[rows, rivals] += 1.0
    up[rows, labels] -= 1.0
    return logits[rows, rivals] - logits[rows, labels], up


def targeted_ratio(logits: Array, labels: Labels, rivals: Labels) -> tuple[Array, Array]:
    """The targeted DLR loss: one rival's lead over the label.

    Croce and Hein 2020, equation 7: in leads of the first over the third and fourth.
    """
    rows = np.arange(len(labels))
    ranks = logits.argsort(axis=-1)
    ahead, up = lead(logits, labels, rivals)
    first, third, fourth = ranks[:, -1], ranks[:, -3], ranks[:, -4]
    behind = (logits[rows, third] + logits[rows, fourth]) / 2
    spread = np.maximum(logits[rows, first] - behind, _LEAST)
    return _ratio(ahead, up, spread, [(first, 1.0), (third, -0.5), (fourth, -0.5)])


def _ratio(
    ahead: Array, up: Array, spread: Array, parts: list[tuple[Labels, float]]
) -> tuple[Array, Array]:
    """ahead / spread and its gradient; ``parts`` are what the spread is a sum of."""
    rows = np.arange(len(ahead))
    ratio: Array = ahead / spread
    for label, weight in parts:
        up[rows, label] -= np.float32(weight) * ratio
    return ratio, up / spread[:, None]


#: The losses by the names that users choose by. The bare one is -log p as the papers wrote it, at
#: temperature 1: where p rounds to 1 in float32 and the other confidences to 0, it has no slope.
LOSSES: Final[Mapping[str, Loss]] = {
    "cross-entropy": log_odds,
    "margin": margin,
    "dlr": logits_ratio,
    "squared-error": squared_error,
    "bare-cross-entropy": cross_entropy,
}
