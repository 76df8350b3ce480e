"""Where the gradient of a pooling layer goes."""

import numpy as np

from advgui.core.nn.layers import MaxPool


def test_equal_pixels_share_no_gradient_twice() -> None:
    inputs = np.ones((1, 2, 2, 1))
    _, cache = MaxPool().forward(inputs)
    back = MaxPool().backward(cache, np.full((1, 1, 1, 1), 3.0))
    assert back.sum() == 3.0
    assert np.count_nonzero(back) == 1


def test_the_last_row_and_column_of_odd_sides_are_in_no_block() -> None:
    inputs = np.random.default_rng(0).normal(size=(2, 7, 5, 3))
    result, cache = MaxPool().forward(inputs)
    whole, whole_cache = MaxPool().forward(inputs[:, :6, :4])
    np.testing.assert_array_equal(result, whole)
    back = MaxPool().backward(cache, np.ones_like(result))
    np.testing.assert_array_equal(
        back[:, :6, :4], MaxPool().backward(whole_cache, np.ones_like(result))
    )
    assert not back[:, 6:].any()
    assert not back[:, :, 4:].any()
