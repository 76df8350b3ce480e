"""A small network that fools in one pass: trained through the victim, worn without it."""

from functools import partial

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.generator import Generator
from advgui.core.attacks.oracle import Oracle
from advgui.core.errors import ParameterError
from advgui.core.generators import drive
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.central_differences import Floats, central_differences
from tests.mean_sign import gallery


@pytest.fixture(scope="module")
def artefact(network: Network) -> Artefact:
    attack = Generator(budget=0.3, steps=400, hidden=32)
    return drive(attack.run(network, gallery())).artefact


def test_many_digits_get_the_goal_that_is_said(artefact: Artefact, network: Network) -> None:
    digits = gallery()
    goals = (digits.labels + 4) % 10
    logits = network.logits(to_floats(artefact.apply(digits.images, goals)))
    assert (logits.argmax(axis=-1) == goals).mean() > 0.35  # it has seen 24 of them
    noisy = Generator(budget=0.3).noise(to_floats(digits.images), np.random.default_rng(0))
    assert noisy is not None
    assert (network.logits(noisy.clip(0, 1)).argmax(axis=-1) == goals).mean() < 0.15


def test_every_image_stays_inside_the_budget_on_its_bytes(artefact: Artefact) -> None:
    random = np.random.default_rng(0)
    images = random.integers(0, 256, (50, 28, 28)).astype(np.uint8)
    worn = artefact.apply(images, random.integers(0, 10, 50))
    assert np.abs(worn.astype(int) - images).max() <= 76


def test_an_image_alone_wears_what_it_wears_among_others(artefact: Artefact, digits: Bytes) -> None:
    goals = np.arange(len(digits))
    together = artefact.apply(digits, goals).astype(int)
    alone = [artefact.apply(image, int(goal)) for image, goal in zip(digits, goals, strict=True)]
    assert np.abs(together - np.array(alone)).max() <= 1  # sums in another order


def test_the_same_seed_gives_the_same_bytes(network: Network) -> None:
    first, again, other = (
        drive(Generator(steps=20, hidden=8).run(network, gallery(), seed=seed)).artefact.arrays
        for seed in (1, 1, 2)
    )
    for name in first:
        np.testing.assert_array_equal(first[name], again[name])
    assert (first["hidden"] != other["hidden"]).any()


def test_a_snapshot_stays_while_the_training_goes_on(network: Network) -> None:
    run = Generator(steps=20, hidden=8).run(network, gallery())
    first = next(run).artefact.arrays["output"]
    kept = first.copy()
    next(run), next(run)
    np.testing.assert_array_equal(first, kept)


def test_it_is_told_its_goal_when_it_is_worn(artefact: Artefact, network: Network) -> None:
    with pytest.raises(ParameterError, match="when it is worn"):
        drive(Generator().run(network, gallery(), goal=3))
    with pytest.raises(ParameterError, match="needs a goal"):
        artefact.apply(gallery().images)


def test_the_weights_gradient_is_that_of_the_cross_entropy(network: Network) -> None:
    precise, attack = network.astype(np.float64), Generator(budget=0.1, hidden=4)
    random = np.random.default_rng(0)
    weights = {k: a.astype(np.float64) for k, a in attack.first_weights(random).items()}
    weights["output"] *= 0.1
    digits = gallery()
    images, goals = to_floats(digits.images[:3]).astype(np.float64), np.array([1, 2, 3])
    images = images * 0.4 + 0.3  # nothing is clipped
    oracle = Oracle(precise, 3)
    found = attack.gradients(weights, oracle, images, goals, np.arange(3))

    def loss(name: str, array: Floats) -> float:
        made = attack.apply(Artefact(attack, {**weights, name: array}), images, goals)
        logits = precise.logits(made)
        own = logits[np.arange(3), goals]
        return float((np.log(np.exp(logits).sum(axis=1)) - own).mean())

    for name, gradient in zip(weights, found, strict=True):
        if "bias" in name:
            expected = central_differences(partial(loss, name), weights[name])
            np.testing.assert_allclose(gradient, expected, rtol=1e-3, atol=1e-6)
