"""Random noise: every pixel gets some, and what is read is averaged."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from advgui.core.defences.base import Defence, RandomDefence, draws_parameter, seed_parameter
from advgui.core.images import SIZE, Array
from advgui.core.language import tr
from advgui.core.parameters import parameter


@dataclass(frozen=True, slots=True)
class RandomNoise(RandomDefence):
    """Gaussian noise, clipped to [0, 1] if not said otherwise: so what is shown is an image.

    Randomised smoothing, whose proof needs noise that is not clipped, is attacked through it
    without that.
    """

    name: ClassVar[str] = "noise"
    title: ClassVar[str] = tr("Random noise")
    summary: ClassVar[str] = tr("Every pixel gets random noise, and what is read is averaged.")
    source: ClassVar[str] = tr("Liu et al. 2018, arXiv:1712.00673, before the first layer")
    differentiable: ClassVar[bool] = True
    rising: ClassVar[bool] = True

    sigma: float = parameter(
        0.15, tr("Sigma"), tr("The noise's standard deviation, of ink that is 1."), minimum=0.0
    )
    draws: int = draws_parameter()
    seed: int = seed_parameter()
    clip: bool = parameter(
        True,
        tr("Clip"),
        tr("Whether noisy pixels are kept from 0 to 1; smoothing wants them not to be."),
    )

    def draw(self, random: np.random.Generator) -> Defence:
        """The noise of an image."""
        noise = random.standard_normal((SIZE, SIZE), np.float32)
        return _Noise(noise * np.float32(self.sigma), self.clip)


@dataclass(frozen=True, slots=True, eq=False)
class _Noise(Defence):
    """This noise."""

    differentiable: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    noise: Array
    clip: bool

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        noisy: Array = images + self.noise
        return np.clip(noisy, 0, 1, out=noisy) if self.clip else noisy

    def backward(self, images: Array, gradient: Array) -> Array:
        """Nothing where the result is clipped."""
        if not self.clip:
            return gradient
        noisy = images + self.noise
        kept: Array = gradient * ((noisy > 0) & (noisy < 1))
        return kept
