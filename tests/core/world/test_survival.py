"""Survival is the share of unseen draws through which the very bytes still fool."""

import numpy as np
import pytest

from advgui.core.images import Bytes, Labels, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.draws import Draws, drawn
from advgui.core.world.survival import DRAWS, held_draws, survival, wall
from tests.random_networks import blots, random_network


@pytest.fixture(scope="module")
def network() -> Network:
    return random_network(seed=3)


def some(count: int = 12) -> Draws:
    return drawn(count, np.random.default_rng(9))


def read_one_by_one(network: Network, images: Bytes, draws: Draws) -> Labels:
    """What is read in each image through each draw, by one forward pass after the other."""
    return np.array(
        [
            [network.logits(draws(to_floats(image[None]))[draw]).argmax() for image in images]
            for draw in range(draws.count)
        ]
    )


def test_it_counts_the_draws_in_which_the_goal_is_read(network: Network) -> None:
    plain, other, draws = blots(5, 1), blots(5, 2), some()
    labels = read_one_by_one(network, other, draws)
    goals = labels[3]
    found = survival(network, plain, other, goals, draws)
    np.testing.assert_allclose(found.rates, (labels == goals).mean(axis=0))
    np.testing.assert_array_equal(found.labels, labels)


def test_without_a_goal_it_counts_those_in_which_the_plain_label_is_gone(network: Network) -> None:
    plain, other, draws = blots(5, 1), blots(5, 2), some()
    own = np.array([network.read(image).label for image in plain])
    found = survival(network, plain, other, None, draws)
    np.testing.assert_allclose(
        found.rates, (read_one_by_one(network, other, draws) != own).mean(axis=0)
    )
    kept = read_one_by_one(network, plain, draws) == own
    np.testing.assert_allclose(found.plain_rates, kept.mean(axis=0))
    assert kept[0].all()


def test_the_draws_are_a_thousand_and_always_the_same() -> None:
    assert held_draws().count == DRAWS == 1000
    image = blots(1)
    np.testing.assert_array_equal(wall(image[0], count=4), wall(image[0], held_draws(), 4))


def test_a_wall_shows_what_the_draws_made_of_the_image_itself_first() -> None:
    image, draws = blots(1)[0], some()
    made = wall(image, draws, 7)
    assert made.shape == (7, 28, 28)
    np.testing.assert_array_equal(made[0], image)
    np.testing.assert_array_equal(made, quantise(draws(to_floats(image)[None])[:7, 0]))
