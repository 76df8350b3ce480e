"""The default attack fools networks by small changes, on valid images from step to step."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Outcome, Problem, make_attack
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Bytes, quantise, squares, to_floats
from advgui.core.nn.network import Network
from advgui.core.training.loop import share_of
from advgui.core.zoo import PLAIN, load_shipped
from tests.attack_runs import finish, wrong_goals
from tests.distilled import distilled
from tests.sharpened import louder


@pytest.mark.parametrize(("name", "count"), [("report", 10), ("convolutional", 3)])
def test_it_fools_every_shipped_network_toward_every_digit(
    name: str, count: int, digits: Bytes
) -> None:
    network = load_shipped(name)
    for image in digits[:count]:
        own = network.read(image).label
        goals = np.array([goal for goal in range(10) if goal != own])
        problem = Problem(np.repeat(image[None], 9, axis=0), goals)
        _, outcomes = finish(make_attack("ddn"), network, problem)
        assert all(outcome.fooled for outcome in outcomes)


def test_its_steps_are_valid_images(network: Network, digits: Bytes) -> None:
    steps, _ = finish(make_attack("ddn"), network, wrong_goals(network, digits[:2]))
    for step in steps:
        assert step.valid
        away = step.images - to_floats(digits[:2])
        np.testing.assert_array_equal(step.known, squares(away))
        np.testing.assert_array_equal(to_floats(quantise(step.images)), step.images)


def test_away_from_a_label_any_other_will_do(network: Network, digits: Bytes) -> None:
    labels = np.array([network.read(image).label for image in digits])
    _, outcomes = finish(make_attack("ddn"), network, Problem(digits, labels, "untargeted"))
    _, toward = finish(make_attack("ddn"), network, wrong_goals(network, digits))
    for outcome, label in zip(outcomes, labels, strict=True):
        assert outcome.goal is None
        assert outcome.fooled
        assert outcome.after.label != label
    assert np.mean([o.l2 for o in outcomes]) < np.mean([o.l2 for o in toward])


def test_the_outcome_of_a_batch_is_that_of_each_image_alone(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:4])
    _, together = finish(make_attack("ddn"), network, problem)
    for index, outcome in enumerate(together):
        part = Problem(problem.originals[index : index + 1], problem.goals[index : index + 1])
        _, (alone,) = finish(make_attack("ddn"), network, part)
        assert alone.fooled == outcome.fooled
        # The order of a sum differs by the last bit, and a pixel on the edge by one level.
        assert alone.l2 == pytest.approx(outcome.l2, rel=0.03)


def _away(network: Network, images: Bytes) -> tuple[Outcome, ...]:
    labels = np.array([network.read(image).label for image in images])
    return finish(make_attack("ddn"), network, Problem(images, labels, "untargeted"))[1]


@pytest.mark.parametrize("name", PLAIN)
def test_a_network_that_decides_the_same_by_larger_logits_is_fooled_as_closely(
    name: str, digits: Bytes
) -> None:
    plain, loud = _away(load_shipped(name), digits[:4]), _away(louder(name, 1e6), digits[:4])
    assert all(outcome.fooled for outcome in (*plain, *loud))
    for one, other in zip(plain, loud, strict=True):
        assert other.l2 == pytest.approx(one.l2, rel=0.01)


def test_distillation_is_no_defence(mnist: Path) -> None:
    network = distilled(share_of(read_mnist(mnist, "train"), 0.05, seed=0), 40)
    images = away_from_labels(network, read_mnist(mnist, "test"), 40).originals
    sure = network.confidences(to_floats(images)).max(axis=1) == 1
    assert sure.mean() > 0.3  # where the cross-entropy has no slope at all
    *layers, last = network.layers
    arrays = {key: array / np.float32(40) for key, array in last.weights.items()}
    plain = replace(network, layers=(*layers, last.with_weights(arrays)))
    hidden, open_ = _away(network, images), _away(plain, images)
    assert all(outcome.fooled for outcome in hidden)
    assert [o.l2 for o in hidden] == pytest.approx([o.l2 for o in open_], rel=0.01)
