"""A weighted mean of the pixels around each."""

import numpy as np
import pytest

from advgui.core.defences.gaussian_smoothing import GaussianSmoothing
from advgui.core.images import Array

RANDOM = np.random.default_rng(0)


def dot(row: int, column: int) -> Array:
    """One pixel of ink."""
    image = np.zeros((1, 28, 28))
    image[0, row, column] = 1
    return image


@pytest.mark.parametrize("sigma", [0.8, 1.0, 2.0])
def test_a_dot_becomes_a_gaussian_of_that_width(sigma: float) -> None:
    made = GaussianSmoothing(sigma)(dot(14, 12), RANDOM)[0]
    rows, columns = np.mgrid[:28, :28]
    assert made.sum() == pytest.approx(1, rel=1e-3)
    assert (made * (rows - 14) ** 2).sum() == pytest.approx(sigma**2, rel=0.04)
    assert (made * (columns - 12)).sum() == pytest.approx(0, abs=1e-3)


def test_beyond_the_edge_there_is_paper() -> None:
    full = GaussianSmoothing(1.0)(np.ones((1, 28, 28)), RANDOM)[0]
    assert full[14, 14] == pytest.approx(1)
    assert full[0, 14] == pytest.approx(0.7, abs=0.01)


def test_backward_is_the_adjoint() -> None:
    smoothing = GaussianSmoothing(1.3)
    image, gradient = RANDOM.random((2, 1, 28, 28))
    forth, back = smoothing(image / 2, RANDOM), smoothing.backward(image, gradient)
    assert (forth * gradient).sum() == pytest.approx((image / 2 * back).sum(), rel=1e-6)
