"""DeepFool goes to the nearest plane, and is there at once where the network is straight."""

from itertools import pairwise

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.problem import TIE, Form
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish
from tests.linear_networks import constant, gray, two_labels
from tests.random_networks import blots, random_network


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_one_plane_is_reached_in_one_step_by_the_shortest_way(form: Form) -> None:
    weights = np.random.default_rng(0).normal(0, 0.1, 784).astype(np.float32)
    network = two_labels(weights, 2 + float(weights.sum()) * 128 / 255)
    goal = np.array([1 if form == "targeted" else 0])
    steps, (outcome,) = finish(make_attack("deepfool"), network, Problem(gray(), goal, form))
    assert outcome.fooled
    assert len(steps) == 2
    assert outcome.l2 == pytest.approx(1.02 * 2 / np.linalg.norm(weights), rel=0.005)


def by_hand(network: Network, image: Array, label: int, steps: int) -> list[Bytes]:
    """Algorithm 2 for one image, a gradient at a time, in double precision."""
    exact, total, shown = network.astype(np.float64), np.zeros((28, 28)), []
    content = quantise(image)
    for _ in range(steps):
        shown.append(content)
        logits, caches = exact.forward(to_floats(content)[None].astype(np.float64))
        normals = [exact.backward(caches, np.eye(10)[k][None])[0] for k in range(10)]
        best: tuple[float, Array] = (np.inf, total)
        for k in range(10):
            if k != label:
                w = normals[k] - normals[label]
                gap = logits[0, label] - logits[0, k] + TIE
                best = min(best, (abs(gap) / np.linalg.norm(w), gap * w / (w**2).sum()), key=_first)
        if logits[0].argmax() == label:
            total = np.clip(total + best[1], -image, 1 - image)
        content = quantise(image + 1.02 * total)
    return shown


def _first(pair: tuple[float, Array]) -> float:
    return pair[0]


@pytest.mark.parametrize("seed", range(5))
def test_its_steps_are_those_of_the_algorithm_made_by_hand(seed: int) -> None:
    network, images = random_network(seed=seed), blots(3, seed)
    labels = network.logits(to_floats(images)).argmax(axis=-1)
    steps, _ = finish(make_attack("deepfool"), network, Problem(images, labels, "untargeted"))
    for row in range(3):
        expected = by_hand(network, to_floats(images[row]), int(labels[row]), min(3, len(steps)))
        for step, image in zip(steps, expected, strict=False):
            apart = step.content[row].astype(int) - image
            assert np.abs(apart).max() <= 1  # the last bit, at half a level


def test_an_image_that_fools_is_left_alone_while_others_go_on(
    network: Network, digits: Bytes
) -> None:
    labels = network.logits(to_floats(digits)).argmax(axis=-1)
    problem = Problem(digits, labels, "untargeted")
    steps, _ = finish(make_attack("deepfool"), network, problem)
    for before, after in pairwise(steps):
        done = problem.leads(before.logits) > problem.wanted_lead
        np.testing.assert_array_equal(before.content[done], after.content[done])


def test_where_there_is_no_slope_it_could_not_move() -> None:
    _, (outcome,) = finish(
        make_attack("deepfool"), constant(), Problem(gray(), np.array([3]), "untargeted")
    )
    assert outcome.stuck == "no slope"
    assert outcome.l2 == 0


@pytest.mark.parametrize("name", ["softmax", "dense"])
def test_it_fools_shipped_networks_not_far_from_the_default(name: str, digits: Bytes) -> None:
    network = load_shipped(name)
    labels = network.logits(to_floats(digits)).argmax(axis=-1)
    problem = Problem(digits, labels, "untargeted")
    _, fast = finish(make_attack("deepfool"), network, problem)
    _, default = finish(make_attack("ddn"), network, problem)
    assert all(outcome.fooled for outcome in fast)
    assert np.mean([o.l2 for o in fast]) <= 1.5 * np.mean([o.l2 for o in default])
