"""Bit depth: fewer levels of gray (feature squeezing)."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.nn.layers.operators import Operator
from advgui.core.parameters import parameter

#: With more, a level is so near that it costs next to nothing to cross to it.
_FEW_BITS: Final = 3


@dataclass(frozen=True, slots=True)
class BitDepth(Defence):
    """Every pixel rounded to the nearest of 2 to the power of ``bits`` levels.

    Its true slope is 0 wherever there is one; an aware attacker goes straight through, or
    chooses which pixels cross to another level.
    """

    name: ClassVar[str] = "bit-depth"
    title: ClassVar[str] = tr("Bit depth")
    summary: ClassVar[str] = tr("Every pixel is rounded to a few levels of gray.")
    source: ClassVar[str] = "Xu et al. 2018, arXiv:1704.01155"
    rising: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    bits: int = parameter(
        2, tr("Bits"), tr("Of a pixel: 1 is ink or paper, 8 changes nothing."), minimum=1, maximum=8
    )

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """Levels, from 0 to 1 in equal steps."""
        levels: Array = np.rint(images * self._highest)
        levels /= self._highest
        return levels

    @property
    def parts_at(self) -> float | None:
        """Of one bit .5, as of a threshold."""
        return 0.5 if self.bits == 1 else None

    @property
    def cuts(self) -> tuple[float, ...]:
        """Halfway between the levels, of which there are many from four bits on."""
        if self.bits > _FEW_BITS:
            return ()
        return tuple((level + 0.5) / float(self._highest) for level in range(int(self._highest)))

    def operators(self) -> tuple[Operator, ...]:
        """Rounding, which goes to the even number from halfway in ONNX as well."""
        highest = (np.array(self._highest),)
        return Operator("Mul", highest), Operator("Round"), Operator("Div", highest)

    @property
    def _highest(self) -> np.float32:
        return np.float32(2**self.bits - 1)
