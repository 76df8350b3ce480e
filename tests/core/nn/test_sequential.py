"""Layers one after the other, driven forward and back: whole, in part, and in pieces."""

import pickle
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.images import Array
from advgui.core.limits import ACTIVATIONS
from advgui.core.nn.layers import Dense, Layer, Reshape, Sides, Sigmoid
from advgui.core.nn.losses import Rivals, Slope, squared_error_slope
from advgui.core.nn.sequential import PIECE, Sequential
from advgui.core.zoo import load_shipped
from tests.random_networks import blots


def layers(seed: int = 0) -> tuple[Layer, ...]:
    random = np.random.default_rng(seed)
    first = Dense(random.normal(size=(784, 6)), random.normal(size=6))
    return Reshape((784,)), first, Sigmoid(), Dense(random.normal(size=(6, 10)), np.zeros(10))


def images(count: int) -> Array:
    return np.random.default_rng(1).random((count, 28, 28))


def goals(count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.arange(count) % 10


def test_it_is_one_layer_after_the_other() -> None:
    values = images(3)
    for layer in layers():
        values, _ = layer.forward(values)
    result, caches = Sequential(layers()).forward(images(3))
    np.testing.assert_array_equal(result, values)
    np.testing.assert_array_equal(Sequential(layers()).logits(images(3)), values)
    assert len(caches) == len(layers())


def test_a_gradient_is_one_pass_there_and_one_back() -> None:
    sequence, slope = Sequential(layers()), squared_error_slope(goals(3))
    logits, caches = sequence.forward(images(3))
    found, gradient = sequence.gradient(images(3), slope)
    np.testing.assert_array_equal(found, logits)
    np.testing.assert_array_equal(gradient, sequence.backward(caches, slope(logits)))


def test_only_what_saturates_is_softened() -> None:
    first, last = (layers()[at].weights["matrix"] for at in (1, 3))
    far = images(2) * 1e6  # every unit is saturated, and the logits are not
    slope = Rivals.of(goals(2)).slope(2.0)
    logits, gradient = Sequential(layers()).gradient(far, slope, 0.25)
    expected = (slope(logits) @ last.T * 0.25 @ first.T).reshape(2, 28, 28)
    np.testing.assert_allclose(gradient, expected, atol=1e-12)
    assert not Sequential(layers()).gradient(far, slope)[1].any()


@dataclass(frozen=True, slots=True)
class Counting(Layer):
    """Passes on what it is given, and remembers how much was waiting for its way back."""

    kind: ClassVar[str] = "counting"
    sizes: list[int]
    held: list[int]

    def forward(self, inputs: Array) -> tuple[Array, int]:
        self.sizes.append(len(inputs))
        self.held.append((self.held[-1] if self.held else 0) + len(inputs))
        return inputs, len(inputs)

    def backward(self, cache: int, gradient: Array) -> Array:
        self.held.append(self.held[-1] - cache)
        return gradient


def test_of_many_images_no_more_than_a_piece_waits_for_its_way_back() -> None:
    counting = Counting([], [])
    sequence = Sequential((*layers()[:2], counting, *layers()[2:]))
    sequence.gradient(images(2 * PIECE + 5), squared_error_slope(goals(2 * PIECE + 5)))
    assert counting.sizes == [1, PIECE, PIECE, 5]  # one image tells how large the layers are
    assert max(counting.held) == PIECE + 1


@dataclass(frozen=True, slots=True)
class Roomy(Counting):
    """Says that it computes half of what a network may of one image."""

    def room(self, sides: Sides) -> int:
        return ACTIVATIONS // 2


def test_of_large_layers_fewer_images_go_through_at_once() -> None:
    roomy = Roomy([], [])
    sequence = Sequential((*layers()[:2], roomy, *layers()[2:]))
    sequence.gradient(images(50), squared_error_slope(goals(50)))
    assert sum(roomy.sizes) - 1 == 50  # one image tells how large the layers are
    assert max(roomy.sizes) < 20
    assert max(roomy.held) <= 1 + 20


@pytest.mark.parametrize("name", ["report", "convolutional", "recurrent"])
@pytest.mark.parametrize("soften", [0.0, 0.01])
def test_in_pieces_each_image_has_its_own_goal(name: str, soften: float) -> None:
    count = PIECE + 40
    sequence, whole = Sequential(load_shipped(name).layers), blots(count) / np.float32(255)
    slopes: list[Slope] = [squared_error_slope(goals(count)), Rivals.of(goals(count)).slope(6.0)]
    for slope in slopes:
        logits, gradient = sequence.gradient(whole, slope, soften)
        for part in (slice(0, PIECE), slice(PIECE, count)):
            expected = sequence.gradient(whole[part], slope.of(part), soften)
            np.testing.assert_array_equal(logits[part], expected[0])
            np.testing.assert_array_equal(gradient[part], expected[1])


def test_it_travels_as_its_layers() -> None:
    copy: Sequential = pickle.loads(pickle.dumps(Sequential(layers())))  # noqa: S301 - our own
    np.testing.assert_array_equal(copy.logits(images(2)), Sequential(layers()).logits(images(2)))
