"""What a network is trained on and an attack descends: values and their gradients.

Every loss takes logits (n, 10) and labels (n,) and returns the values (n,) and the
gradient with respect to the logits (n, 10), one row for each image.
"""

from collections.abc import Callable
from typing import Literal, Protocol

import numpy as np

from advgui.core.images import Array, Labels, one_hot
from advgui.core.layers import sigmoid

Output = Literal["sigmoid", "softmax"]
LossName = Literal["squared error", "cross-entropy", "hinge", "margin"]


class Loss(Protocol):
    """A function from logits and labels to values and logit gradients."""

    def __call__(self, logits: Array, labels: Labels) -> tuple[Array, Array]:
        """The values (n,) and their gradient (n, 10)."""
        ...


Slope = Callable[[Array], Array]
"""From logits (n, 10) to the gradient (n, 10) of a loss whose labels are fixed already."""


def softmax(logits: Array) -> Array:
    """exp(z) / sum exp(z), along the last axis."""
    powers: Array = np.exp(logits - logits.max(axis=-1, keepdims=True))
    powers /= powers.sum(axis=-1, keepdims=True)
    return powers


def squared_error(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """1/2 |y_goal - sigmoid(z)|^2, the report's cost (its equations 1 and 6).

    The appendix divides by the number of images N (1/2N) and weighs the look-alike
    term by lambda / 2L, L being the number of pixels; the body uses 1/2 and lambda, as here.
    A rate eta and a weight lambda of the body are N eta and 2 L lambda of the appendix.
    """
    y = sigmoid(logits)
    errors = y - one_hot(labels, y.dtype.type)
    return _half_square(errors), _through_sigmoid(errors, y)


def squared_error_value(logits: Array, labels: Labels) -> Array:
    """The value (n,) of ``squared_error`` alone."""
    errors = sigmoid(logits)
    errors -= one_hot(labels, errors.dtype.type)
    return _half_square(errors)


def squared_error_slope(labels: Labels) -> Slope:
    """The gradient of ``squared_error`` alone, for steps that never ask for its value."""
    wanted = one_hot(labels)

    def slope(logits: Array) -> Array:
        y = sigmoid(logits)
        return _through_sigmoid(y - wanted, y)

    return slope


def _half_square(errors: Array) -> Array:
    values: Array = 0.5 * np.vecdot(errors, errors)
    return values


def _through_sigmoid(errors: Array, y: Array) -> Array:
    """The errors, which are used up, times y (1 - y)."""
    slopes = y * y
    np.subtract(y, slopes, out=slopes)
    errors *= slopes
    return errors


def cross_entropy(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """-log softmax(z)[label], always on the logits and never on activations."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    sums = np.exp(shifted).sum(axis=-1)
    rows = np.arange(len(labels))
    gradient = np.exp(shifted) / sums[:, None]
    gradient[rows, labels] -= 1.0
    return np.log(sums) - shifted[rows, labels], gradient


def cross_entropy_slope(labels: Labels) -> Slope:
    """The gradient of ``cross_entropy`` alone."""
    wanted = one_hot(labels)
    return lambda logits: softmax(logits) - wanted


def margin(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """The best other logit minus the label's own: below zero where the label wins.

    The label is masked with -inf, not with 0: most logits of a sigmoid network are negative.
    """
    rows = np.arange(len(labels))
    others = logits.copy()
    others[rows, labels] = -np.inf
    rivals = others.argmax(axis=-1)
    gradient = np.zeros_like(logits)
    gradient[rows, rivals] = 1.0
    gradient[rows, labels] = -1.0
    return others[rows, rivals] - logits[rows, labels], gradient


def hinge(logits: Array, labels: Labels) -> tuple[Array, Array]:
    """max(0, 1 + best other logit - own), what a multi-class support vector machine descends.

    Crammer and Singer 2001; nothing is left to gain once the label wins by 1.
    """
    lead, gradient = margin(logits, labels)
    values: Array = np.maximum(lead + 1.0, 0.0)
    return values, np.where(values[:, None] > 0.0, gradient, 0.0)


LOSSES: dict[LossName, Loss] = {
    "squared error": squared_error,
    "cross-entropy": cross_entropy,
    "hinge": hinge,
    "margin": margin,
}
