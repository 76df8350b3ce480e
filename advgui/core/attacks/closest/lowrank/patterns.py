"""Images written as sums of a few patterns, which all of a run share."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.steps import Rows
from advgui.core.images import PIXELS, SIZE, Array

_ALL: Final = slice(None)


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The content (..., n, m + 1) says how much of what is added to the reference.

    m numbers are for the ``patterns`` (m, 784), which all images share; the last is for the
    image's own start, its row of ``starts`` (n, 784). ``reference`` is (n, 28, 28);
    ``products`` (m, m), ``crossed`` (n, m), twice, and ``own`` (n,) are the scalar products of
    the patterns, of each start with them, and with itself.
    """

    reference: Array
    patterns: Array
    starts: Array
    products: Array
    crossed: Array
    own: Array

    @classmethod
    def over(cls, reference: Array, patterns: Array, starts: Array) -> "Patterns":
        """These patterns and starts, added to this reference."""
        crossed: Array = np.float32(2) * (starts @ patterns.T)
        own: Array = np.vecdot(starts, starts)
        return cls(reference, patterns, starts, patterns @ patterns.T, crossed, own)

    @property
    def valid(self) -> bool:
        """Real numbers, which are yet to be rounded."""
        return False

    def ink(self, content: Array, row: int) -> None:
        """They are of no strokes."""

    def images(self, content: Array, rows: Rows = _ALL) -> Array:
        """The sums (..., n, 28, 28).

        Each image by itself: of many at once the last bit would be another one, and the
        8-bit image that is shown must be the one that was judged.
        """
        sums = np.matmul(content[..., None, :-1], self.patterns)[..., 0, :]
        sums += content[..., -1:] * self.starts[rows]
        made: Array = sums.reshape(*content.shape[:-1], SIZE, PIXELS // SIZE)
        made += self.reference[rows]
        return made

    def squares(self, content: Array, rows: Rows | int = _ALL) -> Array:
        """The squared L2 distance (..., n) to the reference, by the products alone."""
        amounts, share = content[..., :-1], content[..., -1]
        halves = (amounts.reshape(-1, len(self.products)) @ self.products).reshape(amounts.shape)
        halves += share[..., None] * self.crossed[rows]
        found: Array = np.vecdot(halves, amounts)
        found += share * share * self.own[rows]
        return np.maximum(found, np.float32(0))
