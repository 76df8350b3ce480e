"""Training under noise learns from images under Gaussian noise that is not cut off."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.generators import drive
from advgui.core.images import Array, Labels, to_floats
from advgui.core.nn.network import Network
from advgui.core.training import noise
from advgui.core.training.defending import Learned
from advgui.core.training.loop import gradients_of, train
from advgui.core.training.noise import Noise
from advgui.core.training.plan import planned
from tests.fake_datasets import stripes
from tests.random_networks import random_network


def learned_from(monkeypatch: pytest.MonkeyPatch, sigma: float, count: int = 200) -> Array:
    """The changes of the images that a batch was learned from."""
    seen: list[Array] = []

    def watched(network: Network, images: Array, labels: Labels, loss: str) -> Learned:
        seen.append(images)
        return gradients_of(network, images, labels, "cross-entropy")

    monkeypatch.setattr(noise, "gradients_of", watched)
    digits = stripes(count)
    images, random = to_floats(digits.images), np.random.default_rng(0)
    Noise(sigma=sigma).learned(random_network(), images, digits.labels, 0.5, random)
    return seen[0] - images


@pytest.mark.parametrize("sigma", [0.12, 0.5, 1.0])
def test_the_noise_is_gaussian_of_sigma_and_leaves_paper_and_ink(
    monkeypatch: pytest.MonkeyPatch, sigma: float
) -> None:
    changes = learned_from(monkeypatch, sigma)
    assert changes.dtype == np.float32
    assert changes.mean() == pytest.approx(0, abs=0.01 * sigma)
    assert changes.std() == pytest.approx(sigma, rel=0.01)
    assert (np.abs(changes) > 2 * sigma).mean() == pytest.approx(0.0455, rel=0.05)


def test_it_reads_under_noise_what_a_plain_one_does_not(mnist: Path) -> None:
    both = (read_mnist(mnist, "train"), read_mnist(mnist, "test"))
    digits, unseen = (Digits(part.images[:2000], part.labels[:2000]) for part in both)
    noise_drawn = np.random.default_rng(3).standard_normal((2000, 28, 28), np.float32)
    noisy = to_floats(unseen.images) + noise_drawn
    right = []
    for sigma in (1.0, 0.01):
        plan = planned("report", defence=Noise(sigma=sigma))
        recipe = replace(plan.recipe, epochs=4, batch=20)
        network = drive(train(plan.design, digits, recipe, seed=0, defence=plan.defence))
        right.append(float((network.logits(noisy).argmax(axis=-1) == unseen.labels).mean()))
    assert right[0] > right[1] + 0.05


def test_the_card_tells_the_noise() -> None:
    assert Noise(sigma=0.5).described() == "under Gaussian noise of sigma 0.5 a pixel, not cut off"
