"""A convolution is what its definition says."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.nn.layers import Conv2d


@given(seed=st.integers(0, 2**32 - 1))
def test_a_convolution_is_what_its_definition_says(seed: int) -> None:
    random = np.random.default_rng(seed)
    layer = Conv2d(random.normal(size=(3, 3, 2, 4)), random.normal(size=4))
    inputs = random.normal(size=(2, 7, 6, 2))
    expected = np.empty((2, 5, 4, 4))
    for n, row, column, f in np.ndindex(expected.shape):
        patch = inputs[n, row : row + 3, column : column + 3]
        expected[n, row, column, f] = (patch * layer.kernel[..., f]).sum() + layer.bias[f]
    np.testing.assert_allclose(layer.forward(inputs)[0], expected, atol=1e-12)
