"""Masks: which pixels of an image glasses, a band or stickers cover."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from advgui.core.attacks.problem import Flags
from advgui.core.images import PIXELS, SIZE, Array

_MIDDLE: Final = (SIZE - 1) / 2
_DOWN, _RIGHT = np.indices((SIZE, SIZE)) - _MIDDLE

#: Where glasses sit: how far above the middle, and each lens from the nose, in pixels.
_EYES: Final = 2.0
_APART: Final = 5.0
#: How much wider than high a lens is, and how much thinner the bridge.
_WIDER: Final = 1.25
_THINNER: Final = 4.0
#: A sticker is at most so many times as long as it is wide.
_SLIMMEST: Final = 3.0


def mask(shape: str, share: float) -> Flags:
    """The pixels (28, 28) of one of ``SHAPES`` that is a share of the image, in (0, 1].

    It grows about its middle until it has as many pixels as that, to the pixel.
    """
    # Of pixels that are as far, both of a pair go together.
    order = np.lexsort((np.abs(_RIGHT).ravel(), _DOWN.ravel(), SHAPES[shape]().ravel()))
    covered = np.zeros(PIXELS, bool)
    covered[order[: pixel_count(share)]] = True
    return covered.reshape(SIZE, SIZE)


def pixel_count(share: float) -> int:
    """How many pixels are that share of an image: one at least."""
    return max(1, round(share * PIXELS))


def stickers(worth: Array, count: int, share: float) -> Flags:
    """Where so many rectangles cover what is worth most on each image, (n, 28, 28).

    ``worth`` (n, 28, 28) says what each pixel is. Together they are at most that share of
    the image; one after the other has the best place and form that is left.
    """
    covered = np.zeros(worth.shape, bool)
    for row, values in enumerate(worth.astype(np.float64)):
        for _ in range(count):
            free = np.where(covered[row], -values.sum(), values)
            covered[row][_best(free, pixel_count(share / count))] = True
    return covered


def _best(values: Array, most: int) -> tuple[slice, slice]:
    """The rectangle of at most so many pixels whose sum is the largest."""
    found: list[tuple[float, tuple[slice, slice]]] = []
    for height in range(1, SIZE + 1):
        width = min(most // height, SIZE)
        if width and max(height, width) <= max(1.0, _SLIMMEST * min(height, width)):
            sums = sliding_window_view(values, (height, width)).sum(axis=(2, 3))
            top, left = np.unravel_index(sums.argmax(), sums.shape)
            place = slice(int(top), int(top) + height), slice(int(left), int(left) + width)
            found.append((float(sums.max()), place))
    return max(found, key=lambda one: one[0])[1]


def _glasses() -> Array:
    """How far each pixel is from two lenses and the bridge between them, as these grow."""
    down = np.abs(_DOWN + _EYES)
    lenses = np.hypot(down, (np.abs(_RIGHT) - _APART) / _WIDER)
    bridge = np.where(np.abs(_RIGHT) < _APART, down * _THINNER, np.inf)
    near: Array = np.minimum(lenses, bridge)
    return near


def _band() -> Array:
    """How far each pixel is from the middle row; of those as far, from the middle."""
    near: Array = np.abs(_DOWN) + np.abs(_RIGHT) / SIZE
    return near


#: What has the same place on every image, by its name: how far each pixel is from its middle.
SHAPES: Final[Mapping[str, Callable[[], Array]]] = {"glasses": _glasses, "band": _band}
