"""Adversarial images of a training stay inside their budget, and a collapse is noticed."""

import numpy as np
import pytest

from advgui.core.attacks.objective import Norm
from advgui.core.images import l2, linf, to_floats
from advgui.core.nn.losses import cross_entropy
from advgui.core.training.adversarial import Adversarial
from advgui.core.training.defending import HeldOut, adversarial, collapse
from tests.fake_datasets import stripes
from tests.random_networks import random_network

LABELS = np.arange(10).repeat(10)


@pytest.mark.parametrize("steps", [1, 7])
@pytest.mark.parametrize(("norm", "budget"), [("linf", 0.1), ("linf", 0.001), ("l2", 1.5)])
def test_adversarial_images_are_inside_the_budget_and_read_worse(
    norm: Norm, budget: float, steps: int
) -> None:
    network, digits = random_network(), stripes(30)
    images = to_floats(digits.images)
    before = images.copy()
    random = np.random.default_rng(0)
    made = adversarial(network, images, digits.labels, norm, budget, steps, random)
    np.testing.assert_array_equal(images, before)
    assert made.dtype == np.float32
    assert (made.min(), made.max()) >= (0, 0)
    assert made.max() <= 1
    size = linf if norm == "linf" else l2
    assert size(made - images).max() <= budget * (1 + 1e-4)
    clean, worse = (cross_entropy(network.logits(x), digits.labels)[0] for x in (images, made))
    assert (worse > clean).mean() > 0.9


def test_more_steps_find_worse_images() -> None:
    network, digits = random_network(), stripes(50)
    images = to_floats(digits.images)
    one, many = (
        adversarial(network, images, digits.labels, "linf", 0.2, steps, np.random.default_rng(0))
        for steps in (1, 20)
    )
    losses = [cross_entropy(network.logits(x), digits.labels)[0].mean() for x in (one, many)]
    assert losses[0] < losses[1]


@pytest.mark.parametrize("nearly", [90, 100])
def test_a_collapse_to_one_label_is_told_in_a_sentence(nearly: int) -> None:
    read = np.where(np.arange(100) < nearly, 3, LABELS)
    words = collapse(read, LABELS)
    assert "reads" in words
    assert "as 3" in words
    assert words.endswith(".")


def test_no_collapse_is_told_where_there_is_none() -> None:
    assert collapse(LABELS, LABELS) == ""
    assert collapse(np.where(np.arange(100) < 60, 3, LABELS), LABELS) == ""
    assert collapse(np.full(20, 3), np.full(20, 3)) == ""


def test_every_look_is_at_other_digits_until_all_were_seen() -> None:
    network, digits = random_network(), stripes(250)
    held_out = HeldOut(digits, Adversarial(), seed=0)
    read = network.logits(to_floats(digits.images)).argmax(axis=-1) == digits.labels
    shares = [read[:100].mean(), read[100:200].mean(), read[200:].mean(), read[:100].mean()]
    for count in range(1, 5):
        looks = held_out.look(network, 0.5)
        assert looks.clean == pytest.approx(np.mean(shares[:count]))
        assert looks.clean is not None
        assert looks.robust is not None
        assert looks.robust <= looks.clean
