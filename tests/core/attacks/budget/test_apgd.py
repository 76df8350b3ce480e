"""APGD's steps are those of a slow loop over one image, as its authors' code has them."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.budget.apgd import Adaptive
from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals

STEPS, EPS = 60, 25 / 255


def bumpy(x: float) -> tuple[float, float]:
    """A gain of one pixel with many tops, and its slope."""
    return float(np.sin(400 * x) + 3 * x), float(400 * np.cos(400 * x) + 3)


def slow(start: float) -> list[float]:
    """The points of one pixel, step by step."""
    points, gains = [start], [bumpy(start)[0]]
    best, best_gain, before = start, gains[0], start
    size, interval, since, checked, halved = 2 * EPS, int(0.22 * STEPS), 0, gains[0], False
    x, slope = start, bumpy(start)[1]
    for number in range(STEPS):
        weight = 0.75 if number else 1.0
        ahead = min(max(x + size * np.sign(slope), -EPS), EPS)
        moved = min(max(x + weight * (ahead - x) + (1 - weight) * (x - before), -EPS), EPS)
        before, x = x, moved
        points.append(x)
        gains.append(bumpy(x)[0])
        slope = bumpy(x)[1]
        if gains[-1] > best_gain:
            best, best_gain = x, gains[-1]
        since += 1
        if since == interval:
            pairs = list(zip(gains[-interval - 1 : -1], gains[-interval:], strict=True))
            few = sum(b > a for a, b in pairs) <= 0.75 * interval
            halved = few or (not halved and checked >= best_gain)
            if halved:
                size, x = size / 2, best
                slope = bumpy(best)[1]
            checked, since = best_gain, 0
            interval = max(interval - max(1, int(0.03 * STEPS)), max(1, int(0.06 * STEPS)))
    return points


def test_its_steps_are_those_of_a_slow_loop() -> None:
    originals = np.full((3, 28, 28), 0.5, np.float32)
    pace = Adaptive(LinfBall(0.1), originals, STEPS)
    starts = [0.013, -0.05, 0.08]
    changes = np.stack([np.full((28, 28), start, np.float32) for start in starts])
    wanted = np.array([slow(start) for start in starts])
    for number in range(STEPS):
        np.testing.assert_allclose(changes[:, 5, 5], wanted[:, number], atol=1e-4)
        both = [bumpy(float(x)) for x in wanted[:, number]]
        gains = np.array([gain for gain, _ in both])
        slopes = np.array([slope for _, slope in both], np.float32)
        changes = pace(changes, gains, np.broadcast_to(slopes[:, None, None], changes.shape))


@pytest.mark.parametrize("name", ["apgd", "apgd-l2"])
def test_a_small_budget_is_better_used_than_by_fixed_steps(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    _, own = finish(make_attack(name), network, problem)
    _, fixed = finish(make_attack(name.replace("apgd", "pgd")), network, problem)
    assert sum(o.fooled for o in own) >= sum(o.fooled for o in fixed)


def test_each_other_label_is_tried_in_turn_while_an_image_is_not_fooled(network: Network) -> None:
    """Nothing fools inside a budget of one level, so all ten tries are made."""
    digits = np.zeros((1, 28, 28), np.uint8)
    label = np.array([network.read(digits[0]).label])
    attack = make_attack("apgd", {"budget": 0.004, "steps": 3})
    steps, (outcome,) = finish(attack, network, Problem(digits, label, "untargeted"))
    assert not outcome.fooled
    assert steps[-1].number == attack.work("untargeted") == attack.total() == 10 * 4 - 1


@pytest.mark.parametrize(
    ("loss", "losses"), [("all", 2), ("cross-entropy", 1), ("dlr", 1), ("targeted-dlr", 1)]
)
def test_toward_a_goal_there_is_as_much_work_as_it_says(
    network: Network, loss: str, losses: int
) -> None:
    attack = make_attack("apgd", {"budget": 0.004, "steps": 3, "restarts": 2, "loss": loss})
    problem = wrong_goals(network, np.zeros((1, 28, 28), np.uint8))
    steps, (outcome,) = finish(attack, network, problem)
    assert not outcome.fooled
    assert steps[-1].number == attack.work("targeted") == 2 * losses * 4 - 1


def test_it_fools_as_many_digits_as_measured_elsewhere(mnist: Path) -> None:
    network = load_shipped("report")
    problem = away_from_labels(network, read_mnist(mnist, "test"), 100)
    _, outcomes = finish(make_attack("apgd", {"steps": 50}), network, problem)
    assert np.mean([outcome.fooled for outcome in outcomes]) >= 0.93
