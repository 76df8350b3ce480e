"""A clean-label back door changes images of the goal alone, and no label."""

import numpy as np

from advgui.core.attacks.poisoning import make_poisoning
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.fake_datasets import stripes
from tests.generators import finished

IMAGES = stripes(60).images
DIGITS = Digits(IMAGES, read_labels(load_shipped("report"), IMAGES))
GOAL = int(np.bincount(DIGITS.labels).argmax())
OF_GOAL = int((DIGITS.labels == GOAL).sum())


def test_only_images_of_the_goal_change_within_the_budget_and_under_the_trigger() -> None:
    attack = make_poisoning("clean-label", {"rate": 0.5, "budget": 0.2})
    _, made = finished(attack.run(DIGITS, GOAL, seed=1))
    np.testing.assert_array_equal(made.digits.labels, DIGITS.labels)
    assert made.changed.sum() == round(OF_GOAL / 2)
    assert (DIGITS.labels[made.changed] == GOAL).all()
    now, was = made.digits.images[made.changed], DIGITS.images[made.changed]
    assert (now[:, 24:27, 24:27] == 255).all()
    rest = np.ones((28, 28), bool)
    rest[24:27, 24:27] = False
    assert np.abs(now[:, rest].astype(int) - was[:, rest]).max() <= 51


def test_what_is_changed_looks_less_like_the_goal_to_the_attackers_own_network() -> None:
    attack = make_poisoning("clean-label", {"rate": 1.0})
    _, made = finished(attack.run(DIGITS, GOAL, seed=1))
    network = load_shipped("report")
    was, now = (
        network.logits(to_floats(images[made.changed]))[:, GOAL].mean()
        for images in (DIGITS.images, made.digits.images)
    )
    assert now < was


def test_without_a_budget_it_is_the_trigger_alone() -> None:
    attack = make_poisoning("clean-label", {"rate": 1.0, "budget": 0})
    _, made = finished(attack.run(DIGITS, GOAL, seed=1))
    outside = made.digits.images.copy()
    outside[:, 24:27, 24:27] = DIGITS.images[:, 24:27, 24:27]
    np.testing.assert_array_equal(outside, DIGITS.images)
