"""A single pixel fools where any does: all of them are tried."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.problem import Form
from advgui.core.images import to_floats
from tests.attack_runs import finish
from tests.linear_networks import gray, two_labels
from tests.random_networks import blots, random_network


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
@pytest.mark.parametrize("seed", range(3))
def test_no_other_pixel_leads_by_more_than_the_one_that_it_keeps(form: Form, seed: int) -> None:
    network, images = random_network(seed=seed), blots(2, seed)
    labels = network.logits(to_floats(images)).argmax(axis=-1)
    goals = labels if form == "untargeted" else (labels + 1) % 10
    _, outcomes = finish(make_attack("onepixel"), network, Problem(images, goals, form))
    for image, goal, outcome in zip(images, goals, outcomes, strict=True):
        alone = Problem(image[None], np.array([goal]), form)
        leads = []
        for pixel in range(784):
            for value in (0, 255):
                tried = image.copy()
                tried.reshape(-1)[pixel] = value
                leads.append(float(alone.leads(network.logits(to_floats(tried)[None]))[0]))
        kept = float(alone.leads(network.logits(to_floats(outcome.adversarial)[None]))[0])
        assert outcome.fooled == (max(leads) > alone.wanted_lead)
        assert outcome.distance <= 1
        if not outcome.fooled:
            assert kept == pytest.approx(max(leads), abs=1e-4)


def test_it_asks_about_both_values_of_every_pixel_and_no_more() -> None:
    weights = np.zeros(784, np.float32)
    weights[400], weights[500] = 4.0, -4.0
    network = two_labels(weights, 1.5)
    _, (outcome,) = finish(make_attack("onepixel"), network, Problem(gray(), np.array([1])))
    assert outcome.fooled
    assert outcome.distance == 1
    assert outcome.adversarial.reshape(-1)[400] == 255
    assert (outcome.queries, outcome.gradients) == (2 * 784 + 2, 0)
    assert make_attack("onepixel").total() == 2 * 784 + 2
