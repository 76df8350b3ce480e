"""The loop of all attacks inside a budget: every step inside, tries only for what is not fooled."""

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.attacks.budget.ball import BALLS
from advgui.core.attacks.budget.descent import BudgetAttack, Steady
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, quick, wrong_goals
from tests.random_networks import blots

NAMES = [name for name, attack in ATTACKS.items() if issubclass(attack, BudgetAttack)]


@pytest.mark.parametrize("name", NAMES)
def test_every_step_is_a_valid_image_inside_the_budget(
    name: str, network: Network, digits: Bytes
) -> None:
    attack = quick(name)
    limit = attack.limit()
    assert limit is not None
    steps, outcomes = finish(attack, network, wrong_goals(network, digits))
    for step in steps:
        assert step.valid
        sizes = DISTANCES[limit.norm](step.images - to_floats(digits))
        assert (sizes <= limit.size * (1 + 1e-6)).all()
    assert all(outcome.budget == limit for outcome in outcomes)


def test_images_of_a_later_try_are_those_that_none_has_fooled(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    attack = make_attack("pgd", {"steps": 5, "restarts": 2, "budget": 0.05})
    steps, outcomes = finish(attack, network, problem)
    reached = np.any([problem.reached(step.logits.argmax(axis=-1)) for step in steps[:6]], axis=0)
    assert 0 < reached.sum() < len(digits)
    looked = outcomes[reached.argmax()].gradients - 5  # for a slope, of all, where one is missed
    assert looked in (0, 1)
    for row, (fooled, outcome) in enumerate(zip(reached, outcomes, strict=True)):
        moves = any((step.content[row] != steps[5].content[row]).any() for step in steps[6:])
        assert moves == (not fooled)
        assert outcome.gradients == (5 if fooled else 10) + looked


@pytest.mark.parametrize("norm", BALLS)
def test_without_a_slope_nothing_moves(norm: Norm) -> None:
    originals = to_floats(blots(2))
    nothing = np.zeros_like(originals)
    for decay in (0.0, 1.0):
        pace = Steady(BALLS[norm](0.1), originals, 0.1, decay)
        assert not pace(nothing, np.zeros(2), nothing).any()


def test_fading_steps_become_ever_shorter_and_are_together_as_long() -> None:
    originals, gradient = np.full((1, 28, 28), 0.5, np.float32), np.ones((1, 28, 28), np.float32)
    pace = Steady(BALLS["linf"](0.4), originals, 0.01, fading=10)
    changes, lengths = np.zeros_like(originals), []
    for _ in range(10):
        newer = pace(changes, np.zeros(1), gradient)
        lengths.append(float((newer - changes).max()))
        changes = newer
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == pytest.approx(0.02, rel=1e-3)
    assert sum(lengths) == pytest.approx(0.11, rel=1e-3)
