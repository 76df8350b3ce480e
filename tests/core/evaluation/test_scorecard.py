"""A card's figures are those that anyone can compute from the network."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.objective import Norm
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.robustness import random_goals
from advgui.core.evaluation.scorecard import UnseenDigits, measure
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.generators import finished
from tests.random_networks import blots, random_network


def labelled(network: Network, count: int, wrong: int, seed: int) -> Digits:
    """Images with the labels that the network reads, but for the first ``wrong`` of them."""
    images = blots(count, seed)
    labels = np.array([network.read(image).label for image in images])
    labels[:wrong] = (labels[:wrong] + 1) % 10
    return Digits(images, labels)


def test_the_figures_are_what_the_network_does() -> None:
    network = load_shipped("report")
    unseen = UnseenDigits(labelled(network, 30, 6, seed=1), labelled(network, 20, 5, seed=2))
    shares, measured = finished(measure(network, unseen, images=9))
    card = measured.card
    assert (card.mnist, card.pen) == (0.8, 0.75)
    assert card.pen_data.startswith("20 pen digits")
    problem = random_goals(network, unseen.test, 9, seed=0)
    _, outcomes = finished(make_attack("ddn").run(network, problem, seed=0))
    assert card.fooled == np.mean([outcome.fooled for outcome in outcomes])
    assert card.l2 == pytest.approx(np.mean([o.l2 for o in outcomes if o.fooled]))
    assert card.l2_data.startswith("9 test images")
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_what_the_card_told_of_the_training_stays() -> None:
    network = replace(random_network(), card=Card(title="Mine", seed=3, data="Some", mnist=0.1))
    card = finished(measure(network, UnseenDigits(labelled(network, 20, 0, seed=1)), images=2))[
        1
    ].card
    assert (card.title, card.seed, card.data, card.mnist) == ("Mine", 3, "Some", 1.0)
    assert (card.pen, card.pen_data) == (None, "")
    assert card.parameters == network.parameters()


def test_a_network_that_reads_nothing_has_no_l2() -> None:
    network = random_network()
    unseen = UnseenDigits(labelled(network, 20, 20, seed=1))
    card = finished(measure(network, unseen))[1].card
    assert (card.mnist, card.l2, card.fooled, card.l2_data) == (0.0, None, None, "")


@pytest.mark.parametrize(("norm", "budget"), [("linf", 0.05), ("l2", 0.8)])
def test_robust_is_the_share_of_all_that_is_read_correctly_after_the_attack(
    norm: Norm, budget: float
) -> None:
    network = load_shipped("report")
    unseen = UnseenDigits(labelled(network, 30, 6, seed=1))
    card = finished(measure(network, unseen, images=20, within=(norm, budget)))[1].card
    images, labels = unseen.test.images[6:20], unseen.test.labels[6:20]
    attack = make_attack("pgd-l2" if norm == "l2" else "pgd", {"budget": budget})
    run = attack.run(network, Problem(images, labels, "untargeted"), seed=0)
    standing = sum(not outcome.fooled for outcome in finished(run)[1])
    assert card.robust == pytest.approx(standing / 20)
    assert attack.title in card.robust_data


def test_without_attacked_images_nothing_is_said_of_a_budget() -> None:
    network = random_network()
    unseen = UnseenDigits(labelled(network, 20, 0, seed=1))
    card = finished(measure(network, unseen, images=0, within=("linf", 0.1)))[1].card
    assert (card.robust, card.robust_data) == (None, "")
