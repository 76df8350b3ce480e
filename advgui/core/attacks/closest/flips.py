"""The smallest change of an image that is seen as bits: which pixels cross the threshold."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import PIXELS, Array, Bytes, highest_paper, to_floats

_HIGHEST: Final = 255


class Flips:
    """Valid images that are read as bits: a pixel stays as it is, or goes just across.

    That of n ``originals`` (n, 28, 28) is ink above ``threshold``, in [0, 1], else paper. To
    go any farther than to the first level of the other side changes nothing but the distance,
    so all that is left to choose is which pixels flip: a flip has a price, and what it is
    worth is told by the slope that goes straight through the threshold.
    """

    def __init__(self, originals: Bytes, threshold: float) -> None:
        """Where each pixel would go, and at which price: its squared distance."""
        self.highest_paper = paper = highest_paper(threshold)
        ink = originals > paper
        self._originals = originals
        self.across = np.where(ink, paper, min(paper + 1, _HIGHEST)).astype(np.uint8)
        ways = (to_floats(self.across) - to_floats(originals)).reshape(-1, PIXELS)
        self._signs = np.where(ink.reshape(ways.shape), np.float32(-1), np.float32(1))
        # Above the highest level there is no ink to be had.
        self._prices = ways * ways if paper < _HIGHEST else np.full_like(ways, np.inf)

    def within_levels(self, most: int) -> NDArray[np.bool_]:
        """Which pixels (n, 784) can flip by changing by at most so many levels of 255."""
        ways = self.across.astype(np.int64) - self._originals
        near: NDArray[np.bool_] = np.abs(ways).reshape(-1, PIXELS) <= most
        return near & np.isfinite(self._prices)

    def within(self, gains: Array, norms: Array) -> Bytes:
        """The images (n, 28, 28) whose flips are worth most, none farther than ``norms`` (n, 1, 1).

        ``gains`` (n, 28, 28) tell what more ink is worth at each pixel, less where negative. The
        most for their price are taken first, as in a knapsack, until one does not fit.
        """
        worth = gains.reshape(self._signs.shape) * self._signs / self._prices
        order = np.argsort(-worth, axis=1)
        spent = np.take_along_axis(self._prices, order, axis=1).cumsum(axis=1)
        useful = np.take_along_axis(worth, order, axis=1) > 0
        taken = np.empty(order.shape, np.bool_)
        fits = useful & (spent <= (norms * norms)[:, :, 0])
        np.put_along_axis(taken, order, fits, axis=1)
        found: Bytes = np.where(taken.reshape(gains.shape), self.across, self._originals)
        return found
