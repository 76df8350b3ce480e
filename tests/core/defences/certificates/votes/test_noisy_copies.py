"""Votes are those of the network itself, whichever way the noise comes to it."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.defences.binarise import BinaryThreshold
from advgui.core.defences.certificates.votes.noisy_copies import NoisyCopies, through_noise
from advgui.core.defences.defended import Defended, defences_of, defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import PIXELS, Bytes, to_floats
from advgui.core.nn.layers import Dense, Reshape
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, load_shipped

IMAGE = render(read_gallery()[2].strokes)
SIGMA = 0.6
SAMPLES = 4000


def by_hand(network: Network, image: Bytes, count: int, seed: int) -> np.ndarray:
    """Shares of the labels, noise being laid over every pixel."""
    random = np.random.default_rng(seed)
    noise = random.normal(0, SIGMA, (count, 28, 28)).astype(np.float32)
    labels = network.logits(to_floats(image) + noise).argmax(axis=-1)
    return np.bincount(labels, minlength=10) / count


@pytest.mark.parametrize("name", ["report", "report-tanh", "dense", "softmax"])
def test_noise_in_the_sums_is_the_same_as_in_the_pixels(name: str) -> None:
    network = load_shipped(name)
    votes = NoisyCopies(network).votes(IMAGE, SIGMA, SAMPLES, np.random.default_rng(1))
    expected = by_hand(network, IMAGE, SAMPLES, 2)
    error = np.sqrt(2 * np.maximum(expected * (1 - expected), 1e-3) / SAMPLES)
    assert votes.sum() == SAMPLES
    assert expected.max() < 0.999
    assert (np.abs(votes / SAMPLES - expected) < 4 * error).all()


def test_the_sums_of_copies_vary_as_those_of_noisy_pixels_do() -> None:
    matrix = np.random.default_rng(0).normal(size=(PIXELS, 10)).astype(np.float32)
    matrix[:, 3] = matrix[:, 2] + matrix[:, 1]  # singular: no Cholesky factor by itself
    layers = (Reshape((PIXELS,)), Dense(matrix, np.zeros(10, np.float32)))
    copies = NoisyCopies(Network("linear", layers, "softmax"))
    noise = copies._noise(50_000, np.random.default_rng(5)).astype(float)
    found, wanted = noise.T @ noise / 50_000, matrix.T.astype(float) @ matrix
    assert np.abs(found - wanted).max() < 0.03 * wanted.max()
    assert np.abs(noise[:, 3] - noise[:, 2] - noise[:, 1]).max() < 1e-3


@pytest.mark.parametrize("name", SHIPPED)
def test_every_network_votes_as_often_as_it_is_asked(name: str) -> None:
    votes = NoisyCopies(load_shipped(name)).votes(IMAGE, 0.1, 150, np.random.default_rng(0))
    assert votes.sum() == 150


def test_without_noise_to_speak_of_all_copies_are_read_as_the_image() -> None:
    for name in ("report", "convolutional"):
        network = load_shipped(name)
        votes = NoisyCopies(network).votes(IMAGE, 1e-6, 50, np.random.default_rng(0))
        assert votes[network.read(IMAGE).label] == 50


def test_noise_comes_before_the_defences_and_is_not_cut_off() -> None:
    network = defended(load_shipped("report"), [BinaryThreshold()])
    votes = NoisyCopies(network).votes(IMAGE, SIGMA, SAMPLES, np.random.default_rng(1))
    assert np.abs(votes / SAMPLES - by_hand(network, IMAGE, SAMPLES, 2)).max() < 0.04


def test_a_first_layer_of_more_sums_than_pixels_is_left_alone() -> None:
    wide = Dense(np.eye(PIXELS, PIXELS + 10, dtype=np.float32), np.zeros(PIXELS + 10, np.float32))
    last = Dense(np.eye(PIXELS + 10, 10, dtype=np.float32), np.zeros(10, np.float32))
    network = replace(load_shipped("softmax"), layers=(Reshape((PIXELS,)), wide, last))
    assert NoisyCopies(network).votes(IMAGE, 0.1, 20, np.random.default_rng(0)).sum() == 20


@pytest.mark.parametrize("behind", [False, True])
def test_an_aware_attacker_goes_through_noise_that_is_not_clipped(behind: bool) -> None:
    network = load_shipped("report")
    given = defended(network, [BinaryThreshold()] if behind else [])
    attacked = through_noise(given, 0.5, draws=3, seed=1)
    assert isinstance(attacked, Defended)
    assert defences_of(attacked)[1:] == defences_of(given)
    noise = np.random.default_rng((1, 0)).standard_normal((3, 28, 28), np.float32)
    copies = to_floats(IMAGE) + np.float32(0.5) * noise
    assert copies.min() < -0.5
    expected = given.logits(copies).mean(axis=0)
    np.testing.assert_allclose(
        attacked.logits(to_floats(np.stack([IMAGE, IMAGE])))[1], expected, rtol=1e-4
    )
