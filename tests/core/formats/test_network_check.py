"""A network is used only if its layers fit together, take little and do not overflow."""

import numpy as np
import pytest

from advgui.core.formats.network_check import TooLargeError, check_network, room_after
from advgui.core.limits import ACTIVATIONS, LAYERS, WEIGHTS
from advgui.core.nn import initialisers
from advgui.core.nn.layers import Dense, Layer, Pad, Reshape, Sigmoid
from advgui.core.nn.network import Network
from tests.random_networks import random_network

RANDOM = np.random.default_rng(0)
FLAT = Reshape((784,))


def told(*layers: Layer) -> str:
    """Why such a network is not used."""
    with pytest.raises(ValueError, match=r".") as caught:
        check_network(Network("made", layers, "softmax"))
    return str(caught.value)


def dense(inputs: int, outputs: int, size: float = 1.0) -> Dense:
    made = initialisers.dense(RANDOM, inputs, outputs)
    return made.with_weights({**made.weights, "matrix": made.matrix * np.float32(size)})


@pytest.mark.parametrize("name", ["report", "convolutional", "recurrent", "graph"])
def test_a_network_that_can_be_used_is_not_refused(name: str) -> None:
    check_network(random_network(name))


def test_layers_that_do_not_fit_together_are_told() -> None:
    assert told(FLAT, dense(784, 12), dense(13, 10)) == (
        "the shapes of its weights do not fit together"
    )
    assert told(FLAT, dense(784, 9)) == "it gives an array of shape (1, 9), not ten logits"


def test_too_many_layers_and_too_many_weights_are_told_with_the_limit() -> None:
    assert told(*[Sigmoid()] * (LAYERS + 1)).endswith(f"more than {LAYERS:,}")
    many = np.broadcast_to(np.float32(0), (784, WEIGHTS // 784 + 1))
    assert told(FLAT, Dense(many, many[0])).endswith(f"more than {WEIGHTS:,}")


@pytest.mark.parametrize("size", [1e20, 1e37])
def test_weights_with_which_numbers_overflow_are_told(size: float) -> None:
    assert "overflow" in told(FLAT, dense(784, 10, size))


def test_weights_that_cancel_each_other_may_overflow_all_the_same() -> None:
    matrix = np.zeros((784, 10), np.float32)
    matrix[0], matrix[1] = 1e20, -1e20
    assert "overflow" in told(FLAT, Dense(matrix, np.zeros(10, np.float32)))


def test_numbers_are_counted_before_they_take_memory() -> None:
    frame = Pad((256, 256, 256, 256))
    assert room_after(7, frame, (28, 28, 1)) == 7 + 540 * 540
    with pytest.raises(TooLargeError, match=f"more than {ACTIVATIONS:,} numbers"):
        room_after(ACTIVATIONS, frame, (28, 28, 1))
