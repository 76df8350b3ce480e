"""Mean pooling."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.images import Array
from advgui.core.layers.base import Weightless


@dataclass(frozen=True, slots=True)
class MeanPool(Weightless):
    """The mean of each ``side`` x ``side`` block of a batch (n, height, width, channels).

    Height and width are multiples of ``side``.
    """

    kind: ClassVar[str] = "meanpool"
    side: int

    def forward(self, inputs: Array) -> tuple[Array, None]:
        """Batch (n, h, w, c) to (n, h / side, w / side, c)."""
        count, height, width, channels = inputs.shape
        side = self.side
        blocks = inputs.reshape(count, height // side, side, width // side, side, channels)
        means: Array = blocks.mean(axis=(2, 4))
        return means, None

    def backward(self, cache: None, gradient: Array, soften: float = 0.0) -> Array:
        """Every pixel of a block has the same share in its mean."""
        shares = gradient / gradient.dtype.type(self.side**2)
        rows: Array = np.repeat(shares, self.side, axis=1)
        return np.repeat(rows, self.side, axis=2)
