"""JSMA: the pair of pixels that together raises the goal and lowers all others the most."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.pixels.search import Moves, PixelSearch, Rows, unchanged
from advgui.core.attacks.problem import Flags, Problem
from advgui.core.attacks.shared_parameters import softening
from advgui.core.images import PIXELS, Array, Bytes, one_hot, to_floats
from advgui.core.language import tr
from advgui.core.nn.layers import sigmoid
from advgui.core.nn.losses import Output, Slope, softmax
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class JSMA(PixelSearch):
    """Sets the two pixels of the largest saliency to the end of the box, again and again.

    Papernot et al. 2016, algorithms 2 and 3: with a the sum of the two pixels' slopes of the
    goal and b that of all other labels together, the pair is sought among all 306,936 for which
    a > 0 > b and -a b is largest; shrinking pixels count with the opposite sign. A pixel at
    its bound is out. Away from a label, that label is to fall and all others to rise (Wiyatno
    and Xu 2018, arXiv:1808.07945). If no pair is left, that is the end.

    The pixels of a pair may go different ways if both ways are allowed, which is our own, and
    so is that a and b are scaled before they are multiplied, as else -a b may be rounded to 0.
    """

    name: ClassVar[str] = "jsma"
    title: ClassVar[str] = tr("Pairs of pixels (JSMA)")
    summary: ClassVar[str] = tr("Sets the pair of pixels that helps the goal most, repeatedly.")
    source: ClassVar[str] = tr("Papernot et al. 2016, arXiv:1511.07528, algorithms 2 and 3")
    at_once: ClassVar[int] = 2

    prune: bool = parameter(
        False, tr("Put back"), tr("Whether pixels that were not needed are put back at the end.")
    )
    direction: str = parameter(
        "both",
        tr("Direction"),
        tr("Whether pixels may get full ink, lose all of theirs, or either."),
        choices=("grow", "shrink", "both"),
    )
    slopes: str = parameter(
        "logits",
        tr("Slopes"),
        tr("Whether of the logits, or of the confidences, which find more unless they saturate."),
        choices=("logits", "confidences"),
    )
    soften: float = softening(0.0)

    def moves(
        self, oracle: Oracle, problem: Problem, images: Bytes, rows: Rows
    ) -> tuple[Array, Moves]:
        """The pair of the largest saliency of those pixels that were not set."""
        own = one_hot(problem.goals[rows])
        logits, goal = self._slopes(oracle, images, own, rows)
        _, others = self._slopes(oracle, images, 1 - own, rows)
        if problem.form == "untargeted":
            goal, others = -goal, -others
        allowed = self._allowed(images, problem.originals[rows])
        rises = np.concatenate([goal, -goal], axis=1)
        falls = np.concatenate([-others, others], axis=1)
        pairs, helps = np.zeros((len(rows), 2), np.intp), np.zeros(len(rows), bool)
        for row, moves in enumerate(map(np.flatnonzero, allowed)):
            pair = best_pair(rises[row, moves], falls[row, moves])
            if pair:
                pairs[row], helps[row] = moves[list(pair)], True
        levels = np.where(pairs < PIXELS, 255, 0).astype(np.uint8)
        return logits, Moves(pairs % PIXELS, levels, helps)

    def _slopes(
        self, oracle: Oracle, images: Bytes, weights: Array, rows: Rows
    ) -> tuple[Array, Array]:
        """The logits, and the slopes (m, 784) of a sum of logits or confidences, at most 1."""
        output = oracle.network.output if self.slopes == "confidences" else None
        slope = Slope(partial(_through, output), (weights,))
        logits, gradient = oracle.gradient(to_floats(images), slope, self.soften, of=rows)
        slopes = gradient.reshape(-1, PIXELS)
        peaks = np.abs(slopes).max(axis=1, keepdims=True)
        return logits, slopes / np.where(peaks > 0, peaks, 1)

    def _allowed(self, images: Bytes, originals: Bytes) -> Flags:
        """Which pixels may get full ink, and behind these, which may lose theirs, (m, 1568)."""
        free, levels = unchanged(images, originals), images.reshape(-1, PIXELS)
        grow = free & (levels < 255) & (self.direction != "shrink")
        shrink = free & (levels > 0) & (self.direction != "grow")
        return np.concatenate([grow, shrink], axis=1)


def best_pair(rise: Array, fall: Array) -> tuple[int, int] | None:
    """The two of m moves whose sums of rise and fall (m,) are > 0 and have the largest product.

    Every move with the k-th behind it on a ring, for all k up to half way around: that is every
    pair, and none with itself.
    """
    count, half = len(rise), len(rise) // 2
    products = np.maximum(_behind(rise, half) + rise, 0)
    products *= np.maximum(_behind(fall, half) + fall, 0)
    if not (products > 0).any():
        return None
    k, first = divmod(int(products.argmax()), count)
    return first, (first + k + 1) % count


def _behind(values: Array, half: int) -> Array:
    """Row k has what is k + 1 places behind each of the values (m,) on a ring, (half, m)."""
    ring = np.concatenate([values, values[:half]])
    rows: Array = sliding_window_view(ring, len(values))[1:]
    return rows


def _through(output: Output | None, logits: Array, weights: Array) -> Array:
    """The gradient by the logits of a weighted sum of them, or of the confidences."""
    if output is None:
        return weights
    y = sigmoid(logits) if output == "sigmoid" else softmax(logits)
    inner = weights if output == "sigmoid" else weights - np.vecdot(weights, y)[:, None]
    slopes: Array = y * (1 - y) * inner if output == "sigmoid" else y * inner
    return slopes
