"""Binary thresholding, the report's defence: every pixel becomes paper or ink."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array, binarise, cut
from advgui.core.language import tr
from advgui.core.nn.layers.binarise import comparison
from advgui.core.nn.layers.operators import Operator
from advgui.core.parameters import parameter

# Beyond it, float32 has no digits left of such a slope.
_FAR = 40.0


@dataclass(frozen=True, slots=True)
class BinaryThreshold(Defence):
    """1 where a pixel is above the threshold, else 0.

    Its true slope is 0 wherever there is one, so an aware attacker takes another for it: 1,
    straight through, or that of a steep sigmoid around the threshold, which says that a pixel
    far from it is hard to bring across (Athalye et al. 2018, arXiv:1802.00420).
    """

    name: ClassVar[str] = "threshold"
    title: ClassVar[str] = tr("Binary threshold")
    summary: ClassVar[str] = tr("Every pixel becomes paper or ink before the network sees it.")
    source: ClassVar[str] = tr("The report; Xu et al. 2018, arXiv:1704.01155, with one bit")
    rising: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    threshold: float = parameter(0.5, tr("Threshold"), tr("Above it, a pixel is ink."))
    width: float = parameter(
        0.0,
        tr("Width"),
        tr(
            "Of the sigmoid whose slope an aware attacker takes for the threshold's; 0 is "
            "straight through."
        ),
    )

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """Ink and paper."""
        return binarise(images, self.threshold)

    @property
    def parts_at(self) -> float | None:
        """The threshold; none with a width, which says in its own way what a flip is worth."""
        return None if self.width else self.threshold

    def operators(self) -> tuple[Operator, ...]:
        """A comparison."""
        return comparison(cut(self.threshold))

    def backward(self, images: Array, gradient: Array) -> Array:
        """Straight through, or less of it the farther a pixel is from the threshold."""
        if not self.width:
            return gradient
        far = (images - np.float32(cut(self.threshold))) / np.float32(2 * self.width)
        slope: Array = 1 / np.cosh(np.clip(far, -_FAR, _FAR)) ** 2
        return gradient * slope
