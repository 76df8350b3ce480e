"""Random shift: the image is moved by whole pixels, and what is read is averaged."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence, RandomDefence, draws_parameter, seed_parameter
from advgui.core.images import Array
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class RandomShift(RandomDefence):
    """The image moved down and right by at most ``reach`` pixels either way; paper comes in."""

    name: ClassVar[str] = "shift"
    title: ClassVar[str] = tr("Random shift")
    summary: ClassVar[str] = tr("The image is moved at random, and what is read is averaged.")
    source: ClassVar[str] = "Xie et al. 2018, arXiv:1711.01991; Guo et al. 2018, arXiv:1711.00117"
    differentiable: ClassVar[bool] = True
    rising: ClassVar[bool] = True

    reach: int = parameter(
        2, tr("Reach"), tr("At most, in pixels either way."), minimum=1, maximum=6
    )
    draws: int = draws_parameter()
    seed: int = seed_parameter()

    def draw(self, random: np.random.Generator) -> Defence:
        """A way, all of which are equally likely."""
        down, right = random.integers(-self.reach, self.reach + 1, 2).tolist()
        return _Moved(down, right)


@dataclass(frozen=True, slots=True)
class _Moved(Defence):
    """Moved by so many pixels."""

    differentiable: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    down: int
    right: int

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        return _moved(images, self.down, self.right)

    def backward(self, images: Array, gradient: Array) -> Array:
        """The other way."""
        return _moved(gradient, -self.down, -self.right)


def _moved(images: Array, down: int, right: int) -> Array:
    moved = np.zeros_like(images)
    height, width = images.shape[1:]
    moved[:, max(down, 0) : height + down, max(right, 0) : width + right] = images[
        :, max(-down, 0) : height - down, max(-right, 0) : width - right
    ]
    return moved
