"""HopSkipJump: the border's slope estimated from labels alone."""

from collections.abc import Generator
from dataclasses import dataclass
from itertools import count
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.objective import Norm
from advgui.core.attacks.problem import Flags
from advgui.core.attacks.queries.border import (
    AT_ONCE,
    Found,
    LabelAttack,
    Search,
    directions,
    distance,
    way_back,
)
from advgui.core.attacks.shared_parameters import frequency_count
from advgui.core.images import PIXELS, Array, Bytes, l2, linf, quantise, to_floats, unit
from advgui.core.language import tr
from advgui.core.parameters import parameter

# How far the border is felt for: in distances to the original, but a level a pixel at least.
_REACH: Final = 0.1
_LEVEL: Final = np.sqrt(PIXELS) / 255
# What changes no pixel by more is rounded away.
_HALF: Final = 0.5 / 255


@dataclass(frozen=True, slots=True)
class _HopSkipJump(LabelAttack):
    """Back to the border, its slope felt there, a jump over it, and back again.

    Chen, Jordan and Wainwright 2019, "HopSkipJumpAttack", algorithm 2. In round t, ``initial`` x
    sqrt(t) images around one on the border tell by their labels alone in which direction the
    other side lies (equation 16, with the mean of all labels taken off). A step of
    distance / sqrt(t) that way is halved until it is on the other side, and a binary search
    goes from there back to the border.

    Four things are our own. All images that are asked about are valid, so what is felt for
    is a level of each pixel at least: the paper's theta = 1/(d sqrt d), of real numbers, is a
    twentieth of that and would be rounded away. The binary search ends for the same reason
    where no pixel would change by a level. The directions are of the lowest waves of
    the discrete cosine transform (Li et al. 2020, arXiv:2005.14137); with all 28 they are the
    paper's. And it starts from a drawn digit, or the nearest of some, not from noise: see
    ``border``.
    """

    initial: int = parameter(
        50,
        tr("First round"),
        tr("How many queries feel for the border's slope in round 1; in round t √t times as many."),
        minimum=2,
        maximum=1000,
        scale="log",
    )
    frequencies: int = frequency_count(
        14,
        tr(
            "How many of the lowest frequencies, along and down, directions have; with 28 any "
            "pixel by itself."
        ),
    )

    def search(self, original: Array, image: Array, random: np.random.Generator) -> Search:
        """Algorithm 2."""
        for number in count(1):
            felt = int(self.initial * np.sqrt(number))
            slope = yield from self._slope(original, image, felt, random)
            length = distance(image - original, self.norm) / np.sqrt(number)
            jumped = yield from _jump(image, slope, length)
            if jumped is not None:
                image = yield from way_back(original, jumped, self.norm)

    def _slope(
        self, original: Array, image: Array, count: int, random: np.random.Generator
    ) -> Found:
        """In which direction the other side lies, in the norm of length 1."""
        reach = max(_REACH * float(l2(image - original)), _LEVEL)
        tried = quantise(image + reach * directions(count, self.frequencies, random))
        flags: list[Flags] = []
        for place in range(0, count, AT_ONCE):
            flags.append((yield tried[place : place + AT_ONCE]))
        hits = np.where(np.concatenate(flags), np.float32(1), np.float32(-1))
        if abs(hits.mean()) < 1:
            hits -= hits.mean()
        # What the box and the rounding took away from a direction was not tried.
        sums: Array = np.tensordot(hits, to_floats(tried) - image, 1)
        return np.sign(sums) if self.norm == "linf" else unit(sums[None])[0]


@dataclass(frozen=True, slots=True)
class HopSkipJump(_HopSkipJump):
    """The nearest image in L2 that fools, from labels alone."""

    name: ClassVar[str] = "hopskipjump"
    title: ClassVar[str] = tr("By labels (HopSkipJump)")
    summary: ClassVar[str] = tr("Feels its way along the border, by labels alone.")
    source: ClassVar[str] = tr(
        "Chen et al. 2019, arXiv:1904.02144, algorithm 2; in low frequencies"
    )


@dataclass(frozen=True, slots=True)
class HopSkipJumpLinf(_HopSkipJump):
    """The same, where the largest change of a pixel is made small."""

    name: ClassVar[str] = "hopskipjump-linf"
    title: ClassVar[str] = tr("By labels, L∞ (HopSkipJump)")
    summary: ClassVar[str] = tr("Makes the largest change small, by labels alone.")
    source: ClassVar[str] = tr(
        "Chen et al. 2019, arXiv:1904.02144, algorithm 2; in low frequencies"
    )
    norm: ClassVar[Norm] = "linf"


def _jump(image: Array, slope: Array, length: float) -> Generator[Bytes, Flags, Array | None]:
    """The first on the other side of steps that are halved; None where none changes a byte."""
    steepest = float(linf(slope))
    while length * steepest > _HALF:
        tried = quantise(image + np.float32(length) * slope)
        if (yield tried[None])[0]:
            return to_floats(tried)
        length /= 2
    return None
