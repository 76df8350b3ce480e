"""The colours of a change: blue where there is less ink than before, red where there is more."""

from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Bytes

Signed = NDArray[np.int16]

#: Ends and middles of the signed scale: blue below zero, red above, sRGB.
_BELOW: Final = {False: (0x00, 0x58, 0xA8), True: (0x55, 0xB0, 0xF5)}
_ABOVE: Final = {False: (0xC0, 0x1C, 0x1C), True: (0xFF, 0x6B, 0x5E)}
_MIDDLE: Final = {False: (0xFF, 0xFF, 0xFF), True: (0x1A, 0x1D, 0x22)}


class Scale(NamedTuple):
    """Which colour a difference of -255 to 255 gets: the full one from ``peak`` on.

    Where it is ``rooted``, colours grow with the root of the difference, so that small changes
    are seen on a scale that has room for all.
    """

    peak: int
    rooted: bool = False

    def shares(self, difference: NDArray[Any]) -> NDArray[np.float64]:
        """How much of the full colour each gets, in [-1, 1]."""
        share = np.clip(difference / max(self.peak, 1), -1.0, 1.0).astype(np.float64)
        return np.sign(share) * np.sqrt(np.abs(share)) if self.rooted else share


#: The same for every image, so that two can be compared.
FIXED: Final = Scale(255, rooted=True)


@cache
def signed_colours(dark: bool) -> Bytes:
    """RGB (256, 3) for -1 to 1: blue, white, red; entry 128 is zero. Do not write to it.

    On dark the middle is dark, so that what did not change stays quiet there too.
    """
    share = (np.arange(256) - 128.0)[:, None] / 127.0
    middle = np.array(_MIDDLE[dark], dtype=np.float64)
    end = np.where(share < 0.0, _BELOW[dark], _ABOVE[dark])
    mixed = middle + (end - middle) * np.minimum(np.abs(share), 1.0)
    table: Bytes = np.rint(mixed).astype(np.uint8)
    table.setflags(write=False)
    return table


def signed_pixels(difference: NDArray[Any], *, dark: bool, scale: Scale) -> Bytes:
    """A difference (h, w) of two byte images as RGB (h, w, 3)."""
    entries = np.rint(128.0 + 127.0 * scale.shares(difference)).astype(np.intp)
    pixels: Bytes = signed_colours(dark)[entries]
    return pixels
