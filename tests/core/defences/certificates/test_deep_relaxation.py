"""What a linear relaxation proves of deep dense networks is so, and more than intervals do."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.defences.certificates.accuracy import withstands
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.deep_relaxation import (
    DeepNetwork,
    DeepRelaxation,
    deep_radii,
)
from advgui.core.defences.certificates.hidden_layer import largest
from advgui.core.defences.certificates.intervals import interval_radii
from advgui.core.defences.certificates.reach import Floats, Norm, reach
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import to_floats
from advgui.core.nn.layers import Dense, Layer, LeakyReLU, ReLU, Reshape, Sigmoid, Tanh
from advgui.core.nn.network import Network
from advgui.core.zoo import PLAIN, load_shipped
from tests.contradictions import Proofs, contradictions
from tests.random_networks import blots
from tests.sharpened import louder

UNITS = {"relu": ReLU(), "leaky": LeakyReLU(0.1), "sigmoid": Sigmoid(), "tanh": Tanh()}
NORMS: tuple[Norm, ...] = ("linf", "l2")


def deep(unit: str, seed: int, sizes: tuple[int, ...] = (784, 12, 9, 7, 10)) -> Network:
    """A deep network of a kind of unit, with random weights."""
    random = np.random.default_rng(seed)
    layers: list[Layer] = [Reshape((784,))]
    for inputs, outputs in pairwise(sizes):
        matrix = random.normal(0, 2 / np.sqrt(inputs), (inputs, outputs)).astype(np.float32)
        layers += [Dense(matrix, random.normal(0, 0.3, outputs).astype(np.float32)), UNITS[unit]]
    return Network(unit, tuple(layers[:-1]), "softmax")


def relaxed(network: Network) -> DeepNetwork:
    found = DeepNetwork.of(network)
    assert found is not None
    return found


def pixels_of(seed: int) -> Floats:
    pixels: Floats = to_floats(blots(1, seed)).reshape(-1).astype(np.float64)
    return pixels


def on_the_sphere(image: Floats, radius: float, norm: Norm, slopes: Floats, seed: int) -> Floats:
    """Images (m, 784) as far as a radius, along random changes and against all slopes (k, 784)."""
    random = np.random.default_rng(seed)
    changes = np.concatenate([random.normal(size=(200, 784)), slopes, -slopes])
    if norm == "linf":
        changes = radius * np.sign(changes)
    else:
        changes *= radius / np.linalg.norm(changes, axis=1, keepdims=True)
    found: Floats = np.clip(image + changes, 0, 1)
    return found


@pytest.mark.parametrize("unit", UNITS)
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=5)
def test_its_logits_are_the_networks(unit: str, seed: int) -> None:
    network, pixels = deep(unit, seed), pixels_of(seed)
    expected = network.astype(np.float64).logits(pixels.reshape(1, 28, 28))[0]
    np.testing.assert_allclose(relaxed(network).sums(pixels)[-1], expected, atol=1e-9)


def test_only_dense_networks_with_more_than_one_hidden_layer_have_this_form() -> None:
    assert [name for name in PLAIN if DeepNetwork.of(load_shipped(name)) is not None] == ["dense"]


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("unit", UNITS)
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=3)
def test_no_image_inside_a_radius_is_read_otherwise_and_intervals_prove_no_more(
    unit: str, norm: Norm, seed: int
) -> None:
    network, pixels = deep(unit, seed), pixels_of(seed)
    found = list(deep_radii(network, relaxed(network), pixels, norm))
    assert found == sorted(found)
    *_, by_intervals = interval_radii(network, pixels)
    assert found[-1] >= by_intervals
    exact = network.astype(np.float64)
    logits, caches = exact.forward(pixels.reshape(1, 28, 28))
    label = logits.argmax()
    leads = np.delete(np.eye(10)[label] - np.eye(10), label, axis=0)
    slopes = [exact.backward(caches, lead[None]).reshape(784) for lead in leads]
    there = on_the_sphere(pixels, found[-1], norm, np.stack(slopes), seed)
    assert set(exact.logits(there.reshape(-1, 28, 28)).argmax(axis=1).tolist()) == {label}


@given(seed=st.integers(0, 2**32 - 1), unit=st.sampled_from(list(UNITS)))
@settings(max_examples=6)
def test_every_corner_of_a_box_of_few_pixels_keeps_the_label(seed: int, unit: str) -> None:
    random = np.random.default_rng(seed)
    network, pixels = deep(unit, seed), np.full(784, 0.5)
    seen = random.choice(784, 8, replace=False)
    first = next(index for index, one in enumerate(network.layers) if isinstance(one, Dense))
    dense = network.layers[first]
    assert isinstance(dense, Dense)
    matrix = np.zeros_like(dense.matrix)
    matrix[seen] = 10 * dense.matrix[seen]
    layers = (*network.layers[:first], Dense(matrix, dense.bias), *network.layers[first + 1 :])
    network = Network("few", layers, "softmax")
    *_, radius = deep_radii(network, relaxed(network), pixels, "linf")
    corners = np.repeat(pixels[None], 256, axis=0)
    corners[:, seen] += min(radius, 0.5) * np.array(list(product((-1, 1), repeat=8)))
    exact = network.astype(np.float64)
    label = exact.logits(pixels.reshape(1, 28, 28)).argmax()
    assert set(exact.logits(corners.reshape(-1, 28, 28)).argmax(axis=1).tolist()) == {label}


@pytest.mark.parametrize("norm", NORMS)
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=5)
def test_where_no_unit_bends_the_radius_is_exact(norm: Norm, seed: int) -> None:
    random, pixels = np.random.default_rng(seed), pixels_of(seed)
    first, second = random.normal(0, 0.02, (784, 8)), random.normal(0, 0.3, (8, 6))
    last, bias = random.normal(size=(6, 10)), random.normal(size=10)
    far = np.full(8, 100.0), np.full(6, 1e3)  # no sum comes to 0
    parts = [(first, far[0]), (second, far[1]), (last, bias)]
    dense = [Dense(matrix.astype(np.float32), some.astype(np.float32)) for matrix, some in parts]
    layers = (Reshape((784,)), dense[0], ReLU(), dense[1], ReLU(), dense[2])
    network = Network("open", layers, "softmax")
    *_, radius = DeepRelaxation(relaxed(network), pixels, norm).radii()
    exact = [one.matrix.astype(np.float64) for one in dense]
    logits = network.astype(np.float64).logits(pixels.reshape(1, 28, 28))[0]
    label = int(logits.argmax())
    rivals = np.delete(np.arange(10), label)
    slopes = (exact[0] @ exact[1] @ (exact[2][:, [label]] - exact[2][:, rivals])).T
    spare = relaxed(network).spare(pixels) * largest(logits)
    expected = reach(logits[label] - logits[rivals] - spare, slopes, pixels, norm, 60).radii.min()
    limit = 1.0 if norm == "linf" else 28.0
    assert radius == pytest.approx(min(expected, limit), rel=0.02)


@pytest.mark.parametrize("norm", NORMS)
def test_of_the_deep_dense_network_far_more_is_proven_than_by_intervals(norm: Norm) -> None:
    network, image = load_shipped("dense"), render(read_gallery()[2].strokes)
    pixels = to_floats(image).reshape(-1).astype(np.float64)
    *_, by_intervals = interval_radii(network, pixels)
    *_, last = brackets(network, image, norm)
    assert last.proven > 4 * by_intervals
    budget = 0.95 * last.proven
    assert withstands(network, image, norm, budget) is True
    assert withstands(network, image, norm, 10 * last.proven) is None
    attack = "pgd" if norm == "linf" else "ddn"
    proofs: Proofs = {"linf": [0.0], "l2": [0.0]}
    proofs[norm] = [last.proven]
    assert not list(contradictions(network, image[None], proofs, attack, 30))


@pytest.mark.parametrize("factor", [1.0, 1e4])
def test_float32_moves_no_lead_by_what_is_to_spare(factor: float) -> None:
    network = louder("dense", factor)
    for image in to_floats(blots(10)):
        pixels = image.reshape(-1).astype(np.float64)
        exact, found = relaxed(network).sums(pixels)[-1], network.logits(image[None])[0]
        label = int(exact.argmax())
        moved = np.abs((found[label] - found) - (exact[label] - exact)).max()
        assert moved <= relaxed(network).spare(pixels) * largest(exact)
