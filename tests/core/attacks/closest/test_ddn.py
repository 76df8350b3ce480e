"""The default attack fools networks by small changes, on valid images from step to step."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.images import Bytes, quantise, squares, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals


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
