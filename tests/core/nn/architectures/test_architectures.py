"""Every architecture can be built and described; the one that counts is the textbook's."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.images import to_floats
from advgui.core.nn.architectures import ACTIVATIONS, ARCHITECTURES
from advgui.core.nn.layers import Bits, Dense, Reshape
from advgui.core.nn.losses import LOSSES
from advgui.core.nn.network import Network
from advgui.core.training.loop import train
from tests.generators import finished
from tests.random_networks import blots

seeds = st.integers(0, 2**32 - 1)
CHOICES = [(a.name, activation) for a in ARCHITECTURES.values() for activation in a.activations]


def counted(digits: Digits) -> Network:
    """Naive Bayes of these digits."""
    architecture = ARCHITECTURES["bayes"]
    return finished(train(architecture, digits, architecture.recipe, seed=0))[1]


def some_digits(seed: int, count: int = 60) -> Digits:
    """Random images, some labels of which may not occur at all."""
    labels = np.random.default_rng(seed).integers(0, 10, count)
    return Digits(blots(count, seed), labels)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_every_architecture_gives_ten_logits_and_says_what_it_is(name: str) -> None:
    architecture = ARCHITECTURES[name]
    network = Network(name, architecture.build(np.random.default_rng(0)), architecture.output)
    assert network.logits(to_floats(blots(3))).shape == (3, 10)
    assert architecture.title
    assert architecture.described().startswith(architecture.layout)


@pytest.mark.parametrize(("name", "activation"), CHOICES)
def test_a_chosen_activation_is_the_one_between_the_layers(name: str, activation: str) -> None:
    architecture = ARCHITECTURES[name]
    chosen = next(known for known in ACTIVATIONS if known == activation)
    layers = architecture.build(np.random.default_rng(0), chosen)
    assert {layer.kind for layer in layers} & set(ACTIVATIONS) == {activation}
    assert activation in architecture.described(chosen).lower()


def test_an_activation_that_is_not_offered_is_refused() -> None:
    for name in ("softmax", "report-tanh"):
        with pytest.raises(ParameterError, match=f"{name} cannot have the activation relu"):
            ARCHITECTURES[name].build(np.random.default_rng(0), "relu")


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize(("name", "activation"), CHOICES)
def test_an_activation_changes_no_more_of_a_recipe_than_its_rate(
    name: str, activation: str, quick: bool
) -> None:
    architecture = ARCHITECTURES[name]
    chosen = next(known for known in ACTIVATIONS if known == activation)
    usual = architecture.recipe_for(quick=quick)
    recipe = architecture.recipe_for(chosen, quick=quick)
    assert replace(recipe, rate=usual.rate) == usual
    if chosen == architecture.activations[0]:
        assert recipe == usual


def test_what_is_counted_cannot_be_trained_to_defend() -> None:
    with pytest.raises(ParameterError, match="bayes is counted"):
        ARCHITECTURES["bayes"].defended("distilled")


def test_the_reports_with_another_activation_is_trained_as_if_it_had_been_chosen() -> None:
    for name, activation in (("report-tanh", "tanh"), ("report-relu", "relu")):
        chosen = next(known for known in ACTIVATIONS if known == activation)
        recipe = ARCHITECTURES["report"].recipe_for(chosen)
        assert ARCHITECTURES[name].recipe_for() == ARCHITECTURES[name].recipe == recipe
        built = ARCHITECTURES[name].build(np.random.default_rng(3))
        same = ARCHITECTURES["report"].build(np.random.default_rng(3), chosen)
        for one, other in zip(built, same, strict=True):
            assert one.kind == other.kind
            assert all((one.weights[key] == other.weights[key]).all() for key in one.weights)


@given(seed=seeds)
@settings(max_examples=10)
def test_naive_bayes_gives_the_posterior_that_is_computed_bit_by_bit(seed: int) -> None:
    digits = some_digits(seed)
    network = counted(digits)
    bits = digits.images.reshape(-1, 784) >= 128
    image = blots(1, seed + 1)[0]
    joint = []
    for label in range(10):
        own = bits[digits.labels == label]
        posterior = np.log((len(own) + 1) / (len(bits) + 10))
        for pixel, inked in zip(own.T, image.ravel() >= 128, strict=True):
            alike = int((pixel == inked).sum())
            posterior += np.log((alike + 1) / (len(own) + 2))
        joint.append(posterior)
    np.testing.assert_allclose(network.logits(to_floats(image[None]))[0], joint, rtol=2e-5)
    shares = np.exp(np.array(joint) - max(joint))
    np.testing.assert_allclose(network.read(image).confidences, shares / shares.sum(), atol=2e-3)


def test_naive_bayes_learns_what_differs_in_single_bits() -> None:
    random = np.random.default_rng(1)
    labels = random.integers(0, 10, 400)
    images = random.choice([0, 255], (400, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label] = 255
    assert accuracy(counted(Digits(images, labels)), Digits(images, labels)) > 0.95


@given(seed=seeds)
@settings(max_examples=20)
def test_the_gradient_of_bits_is_that_of_the_network_without_them(seed: int) -> None:
    random = np.random.default_rng(seed)
    last = Dense(random.normal(size=(784, 10)) / 28, random.normal(size=10))
    bits = Network("bits", (Bits(), Reshape((784,)), last), "softmax")
    relaxed = Network("relaxed", (Reshape((784,)), last), "softmax")
    images, goals = random.uniform(0, 1, (3, 28, 28)), random.integers(0, 10, 3)
    inked = (images > 0.5).astype(float)
    for loss in LOSSES.values():
        values, gradient = bits.input_gradient(images, goals, loss)
        expected, slope = relaxed.input_gradient(inked, goals, loss)
        np.testing.assert_allclose(values, expected)
        np.testing.assert_allclose(gradient, slope)


@given(seed=seeds)
def test_a_change_that_crosses_no_half_changes_no_reading(seed: int) -> None:
    random = np.random.default_rng(seed)
    network = counted(some_digits(3))
    image = blots(1, seed)[0]
    low, high = random.integers(0, 128, (28, 28)), random.integers(128, 256, (28, 28))
    other = np.where(image < 128, low, high).astype(np.uint8)
    assert network.read(other) == network.read(image)
