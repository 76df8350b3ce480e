"""A convolution is what its definition says."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.nn.layers import Conv2d


@given(seed=st.integers(0, 2**32 - 1), step=st.integers(1, 5), channels=st.integers(1, 2))
def test_a_convolution_is_what_its_definition_says(seed: int, step: int, channels: int) -> None:
    random = np.random.default_rng(seed)
    layer = Conv2d(random.normal(size=(3, 3, channels, 4)), random.normal(size=4), step)
    inputs = random.normal(size=(2, 7, 6, channels))
    expected = np.empty((2, 4 // step + 1, 3 // step + 1, 4))
    for n, row, column, f in np.ndindex(expected.shape):
        top, left = row * step, column * step
        patch = inputs[n, top : top + 3, left : left + 3]
        expected[n, row, column, f] = (patch * layer.kernel[..., f]).sum() + layer.bias[f]
    np.testing.assert_allclose(layer.forward(inputs)[0], expected, atol=1e-12)


def test_no_images_are_none_afterwards() -> None:
    layer = Conv2d(np.ones((3, 3, 1, 4), np.float32), np.zeros(4, np.float32))
    results, cache = layer.forward(np.empty((0, 7, 6, 1), np.float32))
    assert results.shape == (0, 5, 4, 4)
    assert layer.backward(cache, results).shape == (0, 7, 6, 1)
