"""FGSM and its iterated forms are what slow loops make of the cross-entropy's gradient."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.losses import cross_entropy
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.sharpened import louder

LEVELS = 25  # that a budget of .1 has


def descent(
    network: Network, images: Array, goals: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> Array:
    """Down the cross-entropy of the goals, at the nearest valid images."""
    return -network.input_gradient(to_floats(quantise(images)), goals, cross_entropy)[1]


def test_one_step_moves_every_pixel_with_a_slope_by_all_whole_levels(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    signs = np.sign(descent(network, to_floats(digits), problem.goals))
    wanted = np.clip(digits.astype(int) + LEVELS * signs, 0, 255).astype(np.uint8)
    steps, _ = finish(make_attack("fgsm"), network, problem)
    np.testing.assert_array_equal(steps[-1].content, wanted)
    assert [step.number for step in steps] == [0, 1]


@pytest.mark.parametrize(
    ("name", "each", "decay"), [("bim", 2 * LEVELS / 9, 0.0), ("mi-fgsm", 2 * LEVELS / 9, 1.0)]
)
def test_many_steps_are_those_of_a_slow_loop(
    name: str, each: float, decay: float, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    steps, _ = finish(make_attack(name, {"steps": 9}), network, problem)
    original, total = digits.astype(np.float64), np.zeros(digits.shape)
    levels = original.copy()
    for step in steps:
        wrong = np.abs(step.content - levels) > 0.51
        assert wrong.mean() < 0.004  # a sign of next to nothing may be another one
        down = descent(network, levels / 255, problem.goals).astype(np.float64)
        total = decay * total + down / np.abs(down).sum(axis=(1, 2), keepdims=True)
        levels = levels + each * np.sign(total)
        levels = np.clip(np.clip(levels, original - LEVELS, original + LEVELS), 0, 255)


def test_many_steps_are_surer_than_one(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    leads = []
    for name in ("fgsm", "bim"):
        _, outcomes = finish(make_attack(name), network, problem)
        images = np.stack([outcome.adversarial for outcome in outcomes])
        leads.append(problem.leads(network.logits(to_floats(images))).mean())
    assert leads[1] > leads[0]


@pytest.mark.parametrize(
    ("name", "settings"), [("fgsm", {}), ("pgd", {"steps": 5}), ("pgd-l2", {"steps": 5})]
)
def test_the_papers_own_cross_entropy_cannot_move_where_the_network_is_sure(
    name: str, settings: dict[str, object], network: Network, digits: Bytes
) -> None:
    sure = louder(network.name, 1000.0)
    problem = Problem(digits, network.logits(to_floats(digits)).argmax(axis=-1), "untargeted")
    _, bare = finish(make_attack(name, {**settings, "loss": "bare-cross-entropy"}), sure, problem)
    _, usual = finish(make_attack(name, settings), sure, problem)
    assert all(outcome.stuck == "no slope" for outcome in bare if not outcome.fooled)
    assert not any(outcome.could_not_move for outcome in usual)
    assert sum(o.fooled for o in bare) < sum(o.fooled for o in usual)
