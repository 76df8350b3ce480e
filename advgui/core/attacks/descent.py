"""Gradient descent on the input, by the shortest way that leads to the same images."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import ceil, log
from typing import Final

import numpy as np

from advgui.core.attacks.basis import Patterns, Pixels
from advgui.core.attacks.problem import Passes
from advgui.core.attacks.steps import Step
from advgui.core.images import PIXELS, Array
from advgui.core.layers import Dense, Reshape
from advgui.core.losses import Slope
from advgui.core.network import Network

# A first layer with more units has more patterns than it saves work.
NARROW: Final = 64
# What is left of a start when no pixel shows it any more. Much less, and the processor would
# leave its usual arithmetic for it: such steps take a third longer.
FAINT: Final = 1e-30
# The layers that are worked out for all patterns beforehand.
_BEHIND: Final = 2


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

    def steps(self, passes: Passes) -> Iterator[Step]:
        """Every step; where the first layer allows it, without a product over all pixels."""
        first = _narrow_first(passes.network)
        if first is None:
            return self._over_pixels(passes)
        return self._over_patterns(passes, first)

    def _over_pixels(self, passes: Passes) -> Iterator[Step]:
        rate, keep = np.array(self.rate, np.float32), np.array(1.0 - self.pull, np.float32)
        home: Array = np.float32(self.pull) * self.reference
        basis, images = Pixels(self.reference), self.start
        for number in count():
            logits, gradient = passes.gradient(images, self.slope)
            yield Step(number, images, logits, basis)
            # x - rate g - pull (x - reference), without working out x - reference
            gradient *= rate
            images = images * keep
            images += home
            images -= gradient

    def _over_patterns(self, passes: Passes, first: Dense) -> Iterator[Step]:
        """A dense layer z = x W + b gives every gradient as h W^T, with as many h as units.

        So x leaves the reference only along the rows of W^T and the start, and it is enough
        to know how far: that is the step's content, one number for each unit and one for
        each start. The sums z follow from it by a small product with what each pattern adds
        to them, and so do the distances; images are made of it when one is looked at.
        """
        basis = self._patterns(first)
        units, keep = len(first.bias), np.array(1.0 - self.pull, np.float32)
        faded = _steps_to(FAINT, abs(1.0 - self.pull))
        adds: Array = basis.patterns @ first.matrix
        base: Array = self.reference.reshape(-1, PIXELS) @ first.matrix + first.bias
        content: Array = np.eye(len(base), len(adds), units, dtype=np.float32)
        for number in count():
            sums = content.dot(adds)
            sums += base
            logits, gradient = passes.gradient(sums, self.slope, behind=_BEHIND)
            yield Step(number, content, logits, basis)
            content = content * keep
            if number == faded:
                content[:, units:] = 0.0
            content[:, :units] += gradient

    def _patterns(self, first: Dense) -> Patterns:
        """What a unit's gradient takes from the image, for each unit; then the starts."""
        rows = -np.float32(self.rate) * first.matrix.T
        starts = (self.start - self.reference).reshape(-1, PIXELS)
        some = [rows, starts] if starts.any() else [rows]
        return Patterns.over(self.reference, np.ascontiguousarray(np.concatenate(some)))


def _steps_to(share: float, keep: float) -> int | None:
    """After how many steps that share is left, if each keeps ``keep``; None for never."""
    if not 0.0 < keep < 1.0:
        return None
    return ceil(log(share) / log(keep))


def _narrow_first(network: Network) -> Dense | None:
    """The dense layer that is given the pixels themselves, if it has few units."""
    match network.layers:
        case (Reshape(), Dense() as first, *_) if first.matrix.shape[0] == PIXELS:
            return first if len(first.bias) <= NARROW else None
    return None
