"""Binary thresholding, the report's defence: every pixel becomes paper or ink."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array, Bytes
from advgui.core.parameters import parameter


def binarise(images: Bytes, threshold: float = 0.5) -> Bytes:
    """255 where a pixel is above ``threshold`` (in [0, 1]), else 0; any shape.

    The report's x > .5: a pixel of exactly the threshold becomes paper.
    """
    return np.where(images > threshold * 255.0, np.uint8(255), np.uint8(0))


@dataclass(frozen=True, slots=True)
class BinaryThreshold(Defence):
    """1 where a pixel is above the threshold, else 0; the gradient goes straight through."""

    name: ClassVar[str] = "threshold"
    title: ClassVar[str] = "Binary threshold"
    summary: ClassVar[str] = "Every pixel becomes paper or ink before the network sees it."
    source: ClassVar[str] = "The report; Xu et al. 2018, arXiv:1704.01155, with one bit"

    threshold: float = parameter(0.5, "Threshold", "Above it, a pixel is ink.")

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """Compared as 8-bit levels are, so that valid images end as ``binarise`` has them."""
        levels = (images * np.float32(255)).astype(np.float64)
        return (levels > self.threshold * 255.0).astype(images.dtype)
