"""Random draws of all that happens to an image in the world, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from advgui.core.images import SIZE, Array
from advgui.core.world.blur import Blur
from advgui.core.world.grain import Clip, Grain
from advgui.core.world.tone import Tone
from advgui.core.world.transform import Cache, Transform
from advgui.core.world.warp import Warp, affine


@dataclass(frozen=True, slots=True)
class Ranges:
    """How far each thing goes that happens to an image; at 0 it does not happen.

    ``rotation_degrees`` go to either side, ``shift_px`` in any direction, ``scale``, ``contrast``
    and ``brightness`` are by how much more or less, of 1; ``blur_px`` is the widest Gaussian's
    width, and ``noise`` the strongest grain's standard deviation.
    """

    rotation_degrees: float = 20.0
    shift_px: float = 2.0
    scale: float = 0.2
    blur_px: float = 0.7
    contrast: float = 0.2
    brightness: float = 0.1
    noise: float = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """k draws of a chain of transforms, the same each time that they are applied."""

    stages: tuple[Transform, ...]
    count: int

    def __call__(self, images: Array) -> Array:
        """Images (n, 28, 28) in [0, 1] as each of k draws makes them, (k, n, 28, 28)."""
        return self.forward(images)[0]

    def forward(self, images: Array) -> tuple[Array, Sequence[Cache]]:
        """The same, and what ``backward`` needs."""
        made, caches = images[None], []
        for stage in self.stages:
            made, cache = stage.forward(made)
            caches.append(cache)
        return made, caches

    def backward(self, caches: Sequence[Cache], gradient: Array) -> Array:
        """The gradient (n, 28, 28) at the images, the sum over all draws of (k, n, 28, 28)."""
        for stage, cache in zip(reversed(self.stages), reversed(caches), strict=True):
            gradient = stage.backward(cache, gradient)
        sums: Array = gradient.sum(axis=0)
        return sums

    def of(self, part: slice) -> Self:
        """Some of the draws."""
        stages = tuple(stage.of(part) for stage in self.stages)
        return type(self)(stages, len(range(self.count)[part]))

    def pieces(self, most: int) -> Iterator[Self]:
        """All of them, at most so many together."""
        return (self.of(slice(at, at + most)) for at in range(0, self.count, most))


def drawn(count: int, random: np.random.Generator, ranges: Ranges | None = None) -> Draws:
    """So many draws, evenly within the ranges, the first of which changes nothing.

    In the order of the world: turned, scaled and shifted, blurred, then contrast, brightness
    and the grain, and last what is darker than ink or brighter than paper is cut off.
    """
    reach = ranges or Ranges()
    turn, toward, scale, contrast, brightness = random.uniform(-1, 1, (5, count))
    away, blur, noise = random.uniform(0, 1, (3, count))
    grain = random.standard_normal((count, SIZE, SIZE), np.float32)
    for numbers in (turn, away, scale, contrast, brightness, blur, noise):
        numbers[:1] = 0
    # The root makes every place of the disc as likely as any other.
    directions = np.stack([np.cos(np.pi * toward), np.sin(np.pi * toward)], axis=1)
    shifts = directions * (reach.shift_px * np.sqrt(away))[:, None]
    maps = affine(np.deg2rad(reach.rotation_degrees) * turn, shifts, 1 + reach.scale * scale)
    grain *= (reach.noise * noise).astype(np.float32)[:, None, None]
    tone = Tone.by(1 + reach.contrast * contrast, reach.brightness * brightness)
    stages = (Warp(maps), Blur.by(reach.blur_px * blur), tone, Grain(grain), Clip())
    return Draws(stages, count)
