"""The smallest change of an image that is seen in a few levels: which pixels cross to another."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import PIXELS, Array, Bytes, highest_paper, to_floats

_HIGHEST: Final = 255


class Crossings:
    """Valid images that are read by levels: a pixel stays as it is, or goes just across.

    Of n ``originals`` (n, 28, 28) it is seen which of the ``cuts``, in [0, 1], a pixel is above,
    as ``Flips`` sees one. Each cut that is crossed costs more than the one before, and is worth
    what the slope says that goes straight through.
    """

    def __init__(self, originals: Bytes, cuts: tuple[float, ...]) -> None:
        """Where each pixel would go either way, and what that costs: squared distances."""
        below = np.array([highest_paper(cut) for cut in sorted(cuts)])
        self._shape = originals.shape
        self._originals = originals.reshape(-1, 1, PIXELS)
        self._above = np.minimum(below + 1, _HIGHEST).astype(np.uint8)[:, None]
        self._below = below[::-1].astype(np.uint8)[:, None]
        rising = (self._originals <= below[:, None]) & (below[:, None] < _HIGHEST)
        self._up = self._prices(self._above, rising)
        self._down = self._prices(self._below, self._originals > self._below)

    def _prices(self, values: Bytes, possible: NDArray[np.bool_]) -> Array:
        """What it costs more to go to each value than to the one before, (n, cuts, 784)."""
        ways = to_floats(values) - to_floats(self._originals)
        whole = np.where(possible, ways * ways, 0)
        return np.where(possible, np.diff(whole, axis=1, prepend=0), np.inf)

    def within(self, gains: Array, norms: Array) -> Bytes:
        """The images (n, 28, 28) whose crossings are worth most, none farther than ``norms``.

        ``norms`` are (n, 1, 1); ``gains`` (n, 28, 28) tell what more ink is worth at each pixel,
        less where negative. The most for their price are taken first, as in a knapsack, until
        one does not fit.
        """
        rows = gains.reshape(-1, 1, PIXELS)
        prices = np.where(rows > 0, self._up, self._down)
        worth = (np.abs(rows) / prices).reshape(len(rows), -1)
        best = np.argsort(-worth, axis=1)
        sums = np.take_along_axis(prices.reshape(worth.shape), best, axis=1).cumsum(axis=1)
        fits = (np.take_along_axis(worth, best, axis=1) > 0) & (sums <= (norms * norms)[:, :, 0])
        taken = np.empty(best.shape, np.bool_)
        np.put_along_axis(taken, best, fits, axis=1)
        return self._crossed(taken.reshape(prices.shape), rows > 0).reshape(self._shape)

    def _crossed(self, taken: NDArray[np.bool_], rising: NDArray[np.bool_]) -> Bytes:
        """Each pixel as far as it has crossed, up where it is ``rising``."""
        up = np.where(taken, self._above, self._originals).max(axis=1, keepdims=True)
        down = np.where(taken, self._below, self._originals).min(axis=1, keepdims=True)
        found: Bytes = np.where(rising, up, down)
        return found
