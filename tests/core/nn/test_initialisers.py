"""Random weights keep the size of what passes through them."""

import numpy as np
import pytest

from advgui.core.nn import initialisers


def test_rotations_keep_every_length() -> None:
    turn = initialisers.orthogonal(np.random.default_rng(0), 40)
    assert turn.dtype == np.float32
    np.testing.assert_allclose(turn @ turn.T, np.eye(40), atol=1e-6)


def test_signals_before_an_activation_are_neither_blown_up_nor_lost() -> None:
    random = np.random.default_rng(1)
    images = random.normal(size=(20, 12, 12, 3)).astype(np.float32)
    layers = (
        (initialisers.dense(random, 432, 200), images.reshape(20, -1), 1.0),
        (initialisers.dense(random, 432, 200, 2.0), images.reshape(20, -1), 2.0),
        (initialisers.conv2d(random, 5, 3, 64), images, 2.0),
    )
    for layer, inputs, variance in layers:
        assert layer.forward(inputs)[0].var() == pytest.approx(variance, rel=0.25)


def test_all_weights_are_single_precision_and_all_biases_start_from_zero() -> None:
    random = np.random.default_rng(2)
    for layer in (
        initialisers.dense(random, 4, 3),
        initialisers.conv2d(random, 3, 2, 4),
        initialisers.chebyshev(random, 4, 2, 5),
        initialisers.recurrent(random, 6, 4),
        initialisers.gru(random, 6, 4),
    ):
        assert {array.dtype for array in layer.weights.values()} == {np.dtype(np.float32)}
        assert not layer.weights["bias"].any()
