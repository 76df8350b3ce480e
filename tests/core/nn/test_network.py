"""A network reads, and its input gradient is the derivative of what it reads."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from advgui.core.images import to_floats
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.layers import Conv2d, Dense, Reshape
from advgui.core.nn.losses import LOSSES, LossName
from advgui.core.nn.network import Network
from tests.random_networks import blots, random_network

Floats = NDArray[np.float64]
seeds = st.integers(0, 2**32 - 1)


def test_bytes_are_read_as_the_real_numbers_that_they_stand_for() -> None:
    network, images = random_network("report", 0), blots(3)
    real = to_floats(images)
    assert np.array_equal(network.logits(images), network.logits(real))
    assert np.array_equal(network.confidences(images.astype(int)), network.confidences(real))
    assert network.read(images[0]) == network.read(real[0])
    labels = np.array([1, 2, 3])
    whole, wanted = (network.input_gradient(given, labels, "margin") for given in (images, real))
    assert np.array_equal(whole[1], wanted[1])


# The gradient of bits is passed straight through: it is not the derivative, which is zero.
SMOOTH = [name for name in ARCHITECTURES if name != "bayes"]


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", SMOOTH)
@settings(max_examples=8)
@given(seed=seeds)
def test_the_input_gradient_agrees_with_central_differences(
    name: str, loss: LossName, seed: int
) -> None:
    network = random_network(name, seed % 1000).astype(np.float64)
    random = np.random.default_rng(seed)
    image = random.uniform(0, 1, (1, 28, 28))
    goal = random.integers(0, 10, 1)
    _, gradient = network.input_gradient(image, goal, LOSSES[loss])
    for _ in range(4):
        direction = random.normal(size=image.shape)
        direction /= np.linalg.norm(direction)
        step = 1e-7 * direction
        above, _ = LOSSES[loss](network.logits(image + step), goal)
        below, _ = LOSSES[loss](network.logits(image - step), goal)
        expected = float((above - below)[0]) / 2e-7
        assert float((gradient * direction).sum()) == pytest.approx(expected, rel=1e-4, abs=1e-6)


def _plain(network: Network, image: Floats) -> list[float]:
    """The convolutional network written out with loops, sharing no code with the layers."""
    first, second = (layer for layer in network.layers if isinstance(layer, Conv2d))
    third, last = (layer for layer in network.layers if isinstance(layer, Dense))
    values = image[:, :, None]
    for layer in (first, second):
        side = values.shape[0] - 4
        result = np.zeros((side, side, layer.kernel.shape[3]))
        for row in range(5):
            for column in range(5):
                window = values[row : row + side, column : column + side]
                result += np.tensordot(window, layer.kernel[row, column], axes=(2, 0))
        result = np.maximum(result + layer.bias, 0)
        half = side // 2
        values = result.reshape(half, 2, half, 2, -1).max(axis=(1, 3))
    hidden = np.maximum(values.ravel() @ third.matrix + third.bias, 0)
    return list(hidden @ last.matrix + last.bias)


@settings(max_examples=10)
@given(seed=seeds)
def test_the_convolutional_network_agrees_with_one_written_out(seed: int) -> None:
    network = random_network("convolutional", seed % 1000).astype(np.float64)
    image = np.random.default_rng(seed).uniform(0, 1, (28, 28))
    np.testing.assert_allclose(network.logits(image[None])[0], _plain(network, image), rtol=1e-9)


@settings(max_examples=3)
@given(seed=seeds)
def test_its_input_gradient_agrees_with_differences_of_the_one_written_out(seed: int) -> None:
    network = random_network("convolutional", seed % 1000).astype(np.float64)
    random = np.random.default_rng(seed)
    image, goal = random.uniform(0, 1, (28, 28)), int(random.integers(0, 10))

    def loss(x: Floats) -> float:
        logits = np.array(_plain(network, x))
        return float(np.log(np.exp(logits).sum()) - logits[goal])

    _, gradient = network.input_gradient(image[None], np.array([goal]), LOSSES["cross-entropy"])
    for row, column in random.integers(0, 28, (12, 2)):
        shift = np.zeros((28, 28))
        shift[row, column] = 1e-6
        expected = (loss(image + shift) - loss(image - shift)) / 2e-6
        assert gradient[0, row, column] == pytest.approx(expected, rel=1e-4, abs=1e-6)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_an_image_is_read_alone_as_it_is_in_a_batch(name: str) -> None:
    network, images = random_network(name), blots(20)
    together = network.confidences(to_floats(images))
    for image, confidences in zip(images, together, strict=True):
        reading = network.read(image)
        np.testing.assert_allclose(reading.confidences, confidences, rtol=2e-5, atol=1e-7)
        assert reading.label == int(np.argmax(network.logits(to_floats(image)[None])[0]))


def test_saturated_confidences_still_have_one_winner() -> None:
    network = random_network()
    last = network.layers[-1]
    assert isinstance(last, Dense)
    bias = np.full(10, 90, np.float32)
    bias[7] = 99
    loud = Network("loud", (*network.layers[:-1], Dense(last.matrix * 0, bias)), "sigmoid")
    reading = loud.read(blots(1)[0])
    assert set(reading.confidences) == {1.0}
    assert reading.label == 7


def test_a_network_tells_where_bits_are_all_that_it_sees_of_pixels() -> None:
    bayes = random_network("bayes")
    assert bayes.parts_at == 0.5
    shaped = replace(bayes, layers=(Reshape((784,)), *bayes.layers))
    assert shaped.parts_at == 0.5
    for name in SMOOTH:
        assert random_network(name).parts_at is None
