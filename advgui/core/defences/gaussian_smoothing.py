"""Gaussian smoothing: every pixel becomes a weighted mean of those around it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Final

import numpy as np

from advgui.core.defences.base import Defence
from advgui.core.images import SIZE, Array
from advgui.core.language import tr
from advgui.core.nn.layers.operators import Operator
from advgui.core.parameters import parameter

_TURNED: Final = {"perm": [0, 2, 1]}


@dataclass(frozen=True, slots=True)
class GaussianSmoothing(Defence):
    """Convolution with a Gaussian, beyond the edge of the image being paper.

    It is linear: the gradient goes back through the same matrices, transposed.
    """

    name: ClassVar[str] = "gaussian"
    title: ClassVar[str] = tr("Gaussian smoothing")
    summary: ClassVar[str] = tr("Every pixel becomes a weighted mean of those around it.")
    source: ClassVar[str] = tr("Xu et al. 2018, arXiv:1704.01155, who smooth by the median")
    differentiable: ClassVar[bool] = True
    rising: ClassVar[bool] = True
    draws: ClassVar[int] = 0

    sigma: float = parameter(
        0.8, tr("Sigma"), tr("The Gaussian's width, in pixels."), minimum=0.1, maximum=4.0
    )

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        """Rows and columns smoothed."""
        weights = smoothing_matrix(self.sigma).astype(images.dtype, copy=False)
        smooth: Array = np.minimum(weights @ images @ weights.T, 1)
        return smooth

    def backward(self, images: Array, gradient: Array) -> Array:
        """The transposed matrices."""
        weights = smoothing_matrix(self.sigma).astype(gradient.dtype, copy=False)
        back: Array = weights.T @ gradient @ weights
        return back

    def operators(self) -> tuple[Operator, ...]:
        """Two products, the second with rows and columns exchanged."""
        product = Operator("MatMul", (smoothing_matrix(self.sigma).T,))
        turn = Operator("Transpose", attributes=_TURNED)
        return product, turn, product, turn, Operator("Min", (np.array(1.0),))


@lru_cache(maxsize=32)
def smoothing_matrix(sigma: float) -> Array:
    """What smooths columns (28, 28): its row i has the weights of the pixels around pixel i."""
    away = np.arange(SIZE)[:, None] - np.arange(SIZE)
    everywhere = np.exp(-0.5 * (np.arange(-SIZE, SIZE + 1) / sigma) ** 2).sum()
    weights: Array = (np.exp(-0.5 * (away / sigma) ** 2) / everywhere).astype(np.float32)
    return weights
