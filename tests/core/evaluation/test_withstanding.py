"""A card's three figures: what an unaware attacker leaves, what an aware one, what is proven."""

import pytest

from advgui.core.defences.certificates.intervals import proven_by_intervals
from advgui.core.evaluation.withstanding import measure_withstanding
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.nn.network import Network
from advgui.core.training.certified import Certified
from advgui.core.training.loop import train
from advgui.core.training.plan import planned
from advgui.core.zoo import load_shipped
from tests.fake_datasets import stripes

DIGITS = stripes(60, seed=9)


def certified(name: str) -> Network:
    defence = Certified(budget=0.1)
    design = planned(name, defence=defence).design
    return drive(train(design, stripes(600), design.recipe, seed=0, defence=defence))


@pytest.mark.parametrize("twin", [None, "softmax"])
def test_what_is_proven_is_withstood_and_an_aware_attacker_is_the_stronger_one(
    twin: str | None,
) -> None:
    network = certified("softmax")
    plain = None if twin is None else load_shipped(twin)
    card = drive(measure_withstanding(network, DIGITS, 40, 0.1, plain)).card
    assert None not in (card.unaware, card.robust, card.proven)
    first = proven_by_intervals(network, to_floats(DIGITS.images), DIGITS.labels, 0.1)
    assert card.proven == first.mean()
    assert (card.unaware or 0) >= (card.robust or 0) >= first[:40].mean() > 0
    assert ("made for softmax" if twin else "bare cross-entropy") in card.unaware_data
    assert "first 40 test images within 0.1" in card.robust_data
    assert "all 60 test images within 0.1" in card.proven_data


def test_of_one_hidden_layer_the_first_images_are_decided_by_branching() -> None:
    network = certified("report")
    card = drive(measure_withstanding(network, DIGITS, 12, 0.02)).card
    images, labels = to_floats(DIGITS.images[:12]), DIGITS.labels[:12]
    assert (card.proven or 0) >= proven_by_intervals(network, images, labels, 0.02).mean()
    assert (card.robust or 0) >= (card.proven or 0) > 0
    assert "first 12 test images" in card.proven_data
