"""What a network is trained on and an attack descends: values and their gradients.

Every loss takes logits (n, 10) and labels (n,) and returns the values (n,) and the
gradient with respect to the logits (n, 10), one row for each image.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Array, Labels, one_hot
from advgui.core.language import tr
from advgui.core.lists import of_name
from advgui.core.nn.layers import sigmoid

Output = Literal["sigmoid", "softmax"]
LossName = Literal["squared error", "cross-entropy", "hinge", "margin"]

# Where all logits are equal there is no spread to divide by.
_LEAST: Final = np.float32(1e-30)


class Loss(Protocol):
    """A function from logits and labels to values and logit gradients."""

    def __call__(self, logits: Array, labels: Labels) -> tuple[Array, Array]:
        """The values (n,) and their gradient (n, 10)."""
        ...


@dataclass(slots=True, eq=False)
class Slope:
    """The gradient of a loss whose labels are fixed: called with logits (n, 10), it is (n, 10).

    ``rows`` are the arrays that the labels are told in, one row for each image: ``function``
    takes them behind the logits.
    """

    function: Callable[..., Array]
    rows: tuple[NDArray[Any], ...]

    def __call__(self, logits: Array) -> Array:
        """The gradient at these logits."""
        return self.function(logits, *self.rows)

    def of(self, part: slice) -> "Slope":
        """The same for some of the images."""
        return Slope(self.function, tuple(row[part] for row in self.rows))


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
    return Slope(_squared_error_slope, (one_hot(labels),))


def _squared_error_slope(logits: Array, wanted: Array) -> Array:
    y = sigmoid(logits)
    return _through_sigmoid(y - wanted, y)


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


@dataclass(frozen=True, slots=True, eq=False)
class Rivals:
    """The other labels of each image, in a gradient that neither underflows nor has a scale.

    The cross-entropy's gradient is (1 - p) (q - one-hot) with q the softmax over the *other*
    labels: once the label's confidence p rounds to 1 it is exactly 0, and an attack cannot
    move. Its direction q - one-hot is never 0. q is of the logits over their own spread, so a
    network with ten times the logits, which decides the same, is attacked the same.
    """

    own: Array
    barred: Array

    @classmethod
    def of(cls, labels: Labels) -> "Rivals":
        """Those of each label: all but itself."""
        own = one_hot(labels)
        return cls(own, np.where(own > 0, np.float32(-np.inf), np.float32(0)))

    def slope(self, sharpness: float) -> Slope:
        """q - one-hot; the sharper, the more q is the best rival's alone."""
        return Slope(partial(_rivals_slope, sharpness), (self.own, self.barred))


def _rivals_slope(sharpness: float, logits: Array, own: Array, barred: Array) -> Array:
    if len(logits) == 1:
        return _rivals_slope_of_one(sharpness, logits[0], own[0], barred[0])[None]
    others: Array = logits + barred
    best = np.maximum.reduce(others, axis=-1, keepdims=True)
    spread = best - np.minimum.reduce(logits, axis=-1, keepdims=True)
    others -= best
    others *= sharpness / np.maximum(spread, _LEAST)
    np.exp(others, out=others)
    others /= np.add.reduce(others, axis=-1, keepdims=True)
    others -= own
    return others


def _rivals_slope_of_one(sharpness: float, logits: Array, own: Array, barred: Array) -> Array:
    """The same to the bit for ten logits (10,), in half the time: every step takes it."""
    others: Array = logits + barred
    best = others[others.argmax()]
    spread = best - logits[logits.argmin()]
    # Numbers of Python's are taken by arrays in half the time of numpy's own.
    others -= best.item()
    others *= (sharpness / max(spread, _LEAST)).item()
    np.exp(others, out=others)
    others /= np.add.reduce(others).item()
    others -= own
    return others


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


LOSSES: Final[Mapping[str, Loss]] = {
    "squared error": squared_error,
    "cross-entropy": cross_entropy,
    "hinge": hinge,
    "margin": margin,
}


def loss_of(loss: Loss | str) -> Loss:
    """The loss of that name; what is no name is one.

    Raises ParameterError for an unknown name.
    """
    if not isinstance(loss, str):
        return loss
    return of_name(LOSSES, loss, tr("There is no loss {name!r}; {there}."))
