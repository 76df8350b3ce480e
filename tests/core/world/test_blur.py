"""Blur is a Gaussian of the width that it says."""

import numpy as np
import pytest

from advgui.core.defences.gaussian_smoothing import smoothing_matrix
from advgui.core.images import SIZE
from advgui.core.world.blur import Blur


@pytest.mark.parametrize("sigma", [0.3, 0.7, 2.0])
def test_it_is_the_gaussian_of_its_width(sigma: float) -> None:
    images = np.random.default_rng(0).uniform(0, 1, (2, SIZE, SIZE))
    weights = smoothing_matrix(sigma).astype(np.float64)
    made, _ = Blur.by(np.array([0.0, sigma])).forward(images[None])
    np.testing.assert_allclose(made[1], weights @ images @ weights.T, atol=1e-6)
    np.testing.assert_array_equal(made[0], images)
