"""A convolution is what its definition says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.nn.layers import Conv2d, convolution


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


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("channels", [1, 3])
def test_few_images_go_back_to_the_bit_as_many_do(
    channels: int, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = np.random.default_rng(0)
    kernel = random.normal(size=(3, 3, channels, 4)).astype(np.float32)
    layer = Conv2d(kernel, np.zeros(4, np.float32), step)
    inputs = random.normal(size=(2, 9, 7, channels)).astype(np.float32)
    results, cache = layer.forward(inputs)
    gradient = random.normal(size=results.shape).astype(np.float32)
    few = layer.backward(cache, gradient)
    monkeypatch.setattr(convolution, "_AT_ONCE", 0)
    assert (layer.backward(cache, gradient) == few).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_a_batch_is_read_however_it_lies_in_memory(channels: int) -> None:
    random = np.random.default_rng(1)
    layer = Conv2d(random.normal(size=(3, 3, channels, 4)), random.normal(size=4))
    inputs = random.normal(size=(2, channels, 8, 14)).transpose(0, 2, 3, 1)[:, :, ::2]
    packed = np.ascontiguousarray(inputs)
    assert (layer.forward(inputs)[0] == layer.forward(packed)[0]).all()


def test_an_image_that_is_smaller_than_a_patch_is_refused() -> None:
    layer = Conv2d(np.ones((5, 5, 1, 4), np.float32), np.zeros(4, np.float32))
    with pytest.raises(ValueError, match="no patch of 5 x 5 fits into 3 x 9"):
        layer.forward(np.zeros((1, 3, 9, 1), np.float32))


def test_no_images_are_none_afterwards() -> None:
    layer = Conv2d(np.ones((3, 3, 1, 4), np.float32), np.zeros(4, np.float32))
    results, cache = layer.forward(np.empty((0, 7, 6, 1), np.float32))
    assert results.shape == (0, 5, 4, 4)
    assert layer.backward(cache, results).shape == (0, 7, 6, 1)
