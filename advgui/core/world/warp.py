"""Rotation, shift and scale: one affine map, one bilinear resampling, and its exact adjoint."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import PIXELS, SIZE, Array
from advgui.core.world.transform import Transform

#: What a map turns about and scales from: the middle of the image, in pixels.
MIDDLE: Final = (SIZE - 1) / 2

Indices = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Warp(Transform):
    """k maps (k, 2, 3) of points (x, y) about the middle, in pixels, from a warped image back.

    Each warped pixel is the mean of the four around where it comes from, by how near they
    are; beyond the edge of the image there is paper. As that is linear, the gradient goes back
    through the same weights.
    """

    maps: Array

    def forward(self, images: Array) -> tuple[Array, tuple[Indices, Array]]:
        """Each image through each map."""
        around = _four_around(self.maps)
        return _gathered(images, *around), around

    def backward(self, cache: tuple[Indices, Array], gradient: Array) -> Array:
        """The adjoint: every pixel has back what it has given, by the same weights."""
        return _gathered(gradient, *_turned_round(*cache))

    def of(self, part: slice) -> Self:
        """Some of the maps."""
        return type(self)(self.maps[part])


def affine(radians: Array, shifts: Array, scales: Array) -> Array:
    """Maps (k, 2, 3) for ``Warp``: scaled, then turned, then shifted.

    ``radians`` (k,) are clockwise as one sees an image, ``shifts`` (k, 2) are to the right and
    down in pixels, and a digit is ``scales`` (k,) times as large as it was.
    """
    cos, sin = np.cos(radians) / scales, np.sin(radians) / scales
    linear = np.stack([np.stack([cos, sin], axis=-1), np.stack([-sin, cos], axis=-1)], axis=1)
    maps: Array = np.concatenate([linear, -linear @ shifts[:, :, None]], axis=2)
    return maps


def _four_around(maps: Array) -> tuple[Indices, Array]:
    """Where the pixels of each warped image come from, (4, k, 784), and their weights."""
    y, x = np.divmod(np.arange(PIXELS, dtype=np.float64), SIZE)
    places = maps @ np.stack([x - MIDDLE, y - MIDDLE, np.ones(PIXELS)]) + MIDDLE
    corner = np.floor(places)
    right, down = np.moveaxis(places - corner, 1, 0)
    left, top = np.moveaxis(corner, 1, 0)
    columns = np.stack([left, left + 1, left, left + 1])
    rows = np.stack([top, top, top + 1, top + 1])
    weights = np.stack([1 - right, right, 1 - right, right])
    weights *= np.stack([1 - down, 1 - down, down, down])
    inside = (columns >= 0) & (columns < SIZE) & (rows >= 0) & (rows < SIZE)
    indices = np.where(inside, rows * SIZE + columns, 0).astype(np.int32)
    return indices, np.where(inside, weights, 0).astype(np.float32)


def _turned_round(indices: Indices, weights: Array) -> tuple[Indices, Array]:
    """The same weights as they are needed on the way back: (t, k, 784) for pixels that gave.

    ``t`` is to how many pixels any of them gave something.
    """
    _, count, _ = indices.shape
    draws = np.arange(count, dtype=np.int32)[:, None]
    givers = np.where(weights != 0, draws * PIXELS + indices, count * PIXELS).ravel()
    order = givers.argsort(kind="stable")
    order = order[: np.count_nonzero(weights)]
    givers, takers = givers[order], order % PIXELS
    often = np.bincount(givers, minlength=count * PIXELS)
    ranks = np.arange(len(order)) - np.repeat(often.cumsum() - often, often)
    back = np.zeros((int(often.max(initial=0)), count * PIXELS), np.int32)
    shares = np.zeros(back.shape, np.float32)
    back[ranks, givers] = takers
    shares[ranks, givers] = weights.ravel()[order]
    shape = (len(back), count, PIXELS)
    return back.reshape(shape), shares.reshape(shape)


def _gathered(images: Array, indices: Indices, weights: Array) -> Array:
    """Images (k, n, 28, 28): each pixel the weighted sum of those that ``indices`` name."""
    draws, count = images.shape[:2]
    pixels = images.reshape(draws, count, PIXELS).transpose(0, 2, 1).reshape(-1, count)
    first = np.arange(draws, dtype=np.int32)[:, None] * PIXELS
    sums = np.zeros((*indices.shape[1:], count), images.dtype)
    for places, shares in zip(indices + first, weights, strict=True):
        sums += pixels.take(places, axis=0) * shares[:, :, None]
    made: Array = np.ascontiguousarray(sums.transpose(0, 2, 1))
    return made.reshape(-1, count, SIZE, SIZE)
