"""More handwriting from the handwriting there is, for training."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.rendering import CENTRE
from advgui.core.images import PIXELS, SIZE, Bytes

ROTATION: Final = np.deg2rad(12.0)
SHEAR: Final = 0.3
ASPECT: Final = 0.09
_INK_SPAN: Final = 20.0  # a pixel more than before: bilinear edges fade, sheared lines thin
WARPED_AT_ONCE: Final = 512  # images at a time: what is worked on stays in the cache
_MARGIN: Final = 1
_SIDE: Final = SIZE + 2 * _MARGIN

Floats = NDArray[np.float32]


def warp(images: Bytes, random: np.random.Generator, strength: float = 1.0) -> Bytes:
    """Each image (n, 28, 28) rotated, sheared and stretched at random, then refitted.

    Rotation within 12 degrees, shear within .3, each side stretched within 9 %, all
    uniform and times ``strength`` (0 only refits). Afterwards the ink spans 20 pixels
    again with its centre of mass on index 14.0, as MNIST's does and ``rendering.render``'s;
    an image without ink stays black. One bilinear resampling does all of it.

    With it, networks of 784-20-10 trained on 6,000 images read 1.3 points more of MNIST
    and .8 more of the pen digits (means of six seeds).
    """
    matrices = random_maps(len(images), random, strength)
    warped = np.empty_like(images)
    for start in range(0, len(images), WARPED_AT_ONCE):
        part = slice(start, start + WARPED_AT_ONCE)
        warped[part] = refitted(images[part], matrices[part])
    return warped


def random_maps(n: int, random: np.random.Generator, strength: float) -> Floats:
    """What ``warp`` does to n images: maps (n, 2, 2) of points (x, y), image to warped image."""
    uniform = random.uniform(-strength, strength, (4, n))
    angle, shear = uniform[0] * ROTATION, uniform[1] * SHEAR
    wide, high = 1.0 + uniform[2] * ASPECT, 1.0 + uniform[3] * ASPECT
    cos, sin = np.cos(angle), np.sin(angle)
    # Rotation after shear after stretching.
    top = np.stack([cos * wide, (cos * shear - sin) * high], axis=1)
    bottom = np.stack([sin * wide, (sin * shear + cos) * high], axis=1)
    return np.stack([top, bottom], axis=1).astype(np.float32)


def refitted(images: Bytes, matrices: Floats) -> Bytes:
    """Images (n, 28, 28) mapped by the matrices (n, 2, 2), scaled and centred."""
    y, x = np.divmod(np.arange(PIXELS, dtype=np.float32), SIZE)
    grid = np.stack([x, y])
    flat = images.reshape(len(images), PIXELS)
    ink = flat > 0
    moved = matrices @ grid
    span = np.where(ink[:, None], moved, -np.inf).max(axis=2)
    span -= np.where(ink[:, None], moved, np.inf).min(axis=2)
    size = np.where(ink.any(axis=1), span.max(axis=1), _INK_SPAN)
    scale = _INK_SPAN / np.maximum(size, 1.0)
    mass = np.maximum(flat.sum(axis=1, dtype=np.float32), 1.0)
    centres = (flat.astype(np.float32) @ grid.T) / mass[:, None]
    back = np.linalg.inv(matrices * scale[:, None, None]).astype(np.float32)
    places = back @ (grid - np.float32(CENTRE)) + centres[:, :, None]
    return _sampled(images, places)


def _sampled(images: Bytes, places: Floats) -> Bytes:
    """Values of images (n, 28, 28) at places (n, 2, 784) between pixels, bilinear."""
    n = len(images)
    padded = np.zeros((n, _SIDE, _SIDE), np.float32)
    padded[:, _MARGIN:-_MARGIN, _MARGIN:-_MARGIN] = images
    flat = padded.ravel()
    places = np.clip(places + np.float32(_MARGIN), 0.0, _SIDE - 1.001)
    whole = places.astype(np.int32)
    x, y = (places - whole).transpose(1, 0, 2)
    corner = whole[:, 1] * _SIDE + whole[:, 0]
    corner += (np.arange(n, dtype=np.int32) * _SIDE**2)[:, None]
    upper = flat.take(corner) * (1 - x) + flat.take(corner + 1) * x
    lower = flat.take(corner + _SIDE) * (1 - x) + flat.take(corner + _SIDE + 1) * x
    values: Bytes = np.rint(upper * (1 - y) + lower * y).astype(np.uint8)
    return values.reshape(n, SIZE, SIZE)
