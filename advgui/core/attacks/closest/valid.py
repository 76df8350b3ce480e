"""Valid images on their way from the originals, in memory that a run uses again and again."""

from typing import Final

import numpy as np

from advgui.core.images import PIXELS, Array, Bytes, to_floats

_LEVELS: Final = np.array(255.0, np.float32)


class Valid:
    """n images on the 8-bit grid: as bytes, as real numbers, and by how much they have changed.

    ``content`` is uint8 and ``images`` and ``changes`` are float32, all (n, 28, 28). The bytes are
    new at every step, as whoever looks at steps keeps them; the others are the same memory.
    """

    def __init__(self, originals: Bytes, starts: Bytes | None = None) -> None:
        """They begin as the originals, or as other valid images of as many."""
        self.content = originals
        self.originals: Array = to_floats(originals)
        self.images: Array = self.originals.copy()
        self.changes: Array = np.zeros_like(self.originals)
        # A bound in an array of its own is compared in a quarter of the time.
        self._rows: Array = self.changes.reshape(len(originals), PIXELS)  # of the same memory
        self._paper: Array = np.zeros_like(self.originals)
        self._ink: Array = np.ones_like(self.originals)
        if starts is not None:
            self.show(starts)

    def confine(self, real: Array) -> None:
        """Put these (n, 28, 28) into [0, 1]."""
        np.maximum(real, self._paper, out=real)
        np.minimum(real, self._ink, out=real)

    def move(self, real: Array) -> None:
        """To the nearest valid images of these in [0, 1] (n, 28, 28), which are used up."""
        real *= _LEVELS
        np.rint(real, out=real)
        self.content = real.astype(np.uint8)
        np.divide(real, _LEVELS, out=self.images)
        np.subtract(self.images, self.originals, out=self.changes)

    def show(self, content: Bytes) -> None:
        """Be these valid images."""
        self.content = content
        self.images[:] = to_floats(content)
        np.subtract(self.images, self.originals, out=self.changes)

    @property
    def squares(self) -> Array:
        """The squared L2 distances (n,) to the originals."""
        sums: Array = np.vecdot(self._rows, self._rows)
        return sums
