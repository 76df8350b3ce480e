"""Gradient descent on the input, by the shortest way that leads to the same images."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import ceil, log
from typing import Final

import numpy as np

from advgui.core.attacks.closest.lowrank.patterns import Patterns
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.steps import Step
from advgui.core.images import PIXELS, Array
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.losses import Slope
from advgui.core.nn.network import Network
from advgui.core.nn.sequential import Sequential

# A first layer with more units has more patterns than it saves work.
NARROW: Final = 64
# What is left of a start when no pixel shows it any more. Much less, and the processor would
# leave its usual arithmetic for it: such steps take a third longer.
FAINT: Final = 1e-30
# The layers that are worked out for all patterns beforehand.
_WORKED_OUT: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Descent:
    """x <- x - rate g - pull (x - reference), without an end, from ``start`` on.

    ``reference`` and ``start`` are (n, 28, 28); g is the gradient that ``slope``, from
    logits to their gradient, has on the images.
    """

    reference: Array
    start: Array
    rate: float
    pull: float
    slope: Slope

    def steps(self, oracle: Oracle) -> Iterator[Step]:
        """Every step; where the first layer allows it, without a product over all pixels."""
        first = _narrow_first(oracle.network)
        if first is None:
            return self._over_pixels(oracle)
        return self._over_patterns(oracle, first)

    def _over_pixels(self, oracle: Oracle) -> Iterator[Step]:
        rate, keep = np.array(self.rate, np.float32), np.array(1.0 - self.pull, np.float32)
        home: Array = np.float32(self.pull) * self.reference
        images = self.start
        for number in count():
            logits, gradient = oracle.gradient(images, self.slope)
            yield Step(number, images, logits)
            # x - rate g - pull (x - reference), without working out x - reference
            gradient *= rate
            images = images * keep
            images += home
            images -= gradient

    def _over_patterns(self, oracle: Oracle, first: Dense) -> Iterator[Step]:
        """A dense layer z = x W + b gives every gradient as h W^T, with as many h as units.

        So x leaves the reference only along the rows of W^T and its start, and it is enough
        to know how far: that is the step's content, one number for each unit and one for
        the start. What they add to the sums z follows the same rule as they do, so one array
        holds both; distances follow from the content, and images are made when one is
        looked at. Nothing is shared between images, so n of them cost n times as much.
        """
        patterns, behind = self._patterns(first), _layers_behind(oracle.network)
        images, units = len(self.reference), len(first.bias)
        keep = np.array(1.0 - self.pull, np.float32)
        faded = _steps_to(FAINT, abs(1.0 - self.pull))
        adds: Array = patterns.patterns @ first.matrix
        base: Array = self.reference.reshape(-1, PIXELS) @ first.matrix + first.bias
        amounts: Array = np.eye(1, units + 1, units, dtype=np.float32)
        state: Array = np.concatenate(
            [amounts.repeat(len(base), axis=0), patterns.starts @ first.matrix], axis=1
        )
        both: Array = np.concatenate([np.eye(units, units + 1, dtype=np.float32), adds], axis=1)
        content, added = np.s_[:, : units + 1], np.s_[:, units + 1 :]
        counted, gradient_at = oracle.count, behind.gradient  # looked up once
        for number in count():
            sums = state[added] + base
            counted(images, back=True)
            logits, gradient = gradient_at(sums, self.slope)
            yield Step(number, state[content], logits, patterns)
            state = state * keep
            state += gradient.dot(both)
            if number == faded:
                state[:, units] = 0.0
                state[added] = state[:, :units].dot(adds)

    def _patterns(self, first: Dense) -> Patterns:
        """What a unit's gradient takes from an image, for each unit, and the starts."""
        rows: Array = np.ascontiguousarray(-np.float32(self.rate) * first.matrix.T)
        starts = (self.start - self.reference).reshape(-1, PIXELS)
        return Patterns.over(self.reference, rows, starts)


def _steps_to(share: float, keep: float) -> int | None:
    """After how many steps that share is left, if each keeps ``keep``; None for never."""
    if not 0.0 < keep < 1.0:
        return None
    return ceil(log(share) / log(keep))


def _layers_behind(network: Network) -> Sequential:
    """What follows the dense layer that is worked out for all patterns."""
    return Sequential(network.for_one_image().layers[_WORKED_OUT:])


def _narrow_first(network: Network) -> Dense | None:
    """The dense layer that is given the pixels themselves, if it has few units."""
    match network.layers:
        case (Reshape(), Dense() as first, *_) if first.matrix.shape[0] == PIXELS:
            return first if len(first.bias) <= NARROW else None
    return None
