"""What is made over transforms survives them better than what is not, inside its budget."""

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.outcome import SURVIVED
from advgui.core.attacks.world.expectation import Expectation
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.draws import Ranges, drawn
from advgui.core.world.survival import DRAWS, held_draws, survival
from tests.attack_runs import finish, wrong_goals
from tests.random_networks import blots, random_network

OTHERS = drawn(150, np.random.default_rng(77))


def survived(name: str, network: Network, problem: Problem, budget: float) -> float:
    attack = make_attack(name, {"budget": budget, "steps": 50})
    _, outcomes = finish(attack, network, problem)
    made = np.stack([outcome.adversarial for outcome in outcomes])
    return float(survival(network, problem.originals, made, problem.goals, OTHERS).rates.mean())


def test_it_survives_far_more_draws_than_an_attack_of_the_same_budget(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    assert survived("expectation", network, problem, 3.0) > (
        survived("pgd-l2", network, problem, 3.0) + 0.12
    )


def test_so_it_does_where_each_pixel_has_a_budget(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits[:6])
    assert survived("expectation-linf", network, problem, 0.25) > (
        survived("pgd", network, problem, 0.25) + 0.05
    )


def test_a_seed_makes_the_same_bytes_again_and_another_one_others() -> None:
    network, images = random_network(seed=2), blots(2)
    attack, problem = make_attack("expectation", {"steps": 6}), wrong_goals(network, images)
    runs = [finish(attack, network, problem, seed)[0][-1].content for seed in (1, 1, 2)]
    np.testing.assert_array_equal(runs[0], runs[1])
    assert (runs[0] != runs[2]).any()


def test_what_happens_to_an_image_is_what_was_set() -> None:
    attack = Expectation(rotation=5.0, noise=0.0)
    assert attack.ranges == Ranges(rotation_degrees=5.0, noise=0.0)


@pytest.mark.parametrize("name", ["expectation", "expectation-linf"])
def test_where_nothing_happens_one_draw_is_as_good_as_many(name: str) -> None:
    nothing = dict.fromkeys(
        ("rotation", "shift", "scale", "blur", "contrast", "brightness", "noise"), 0.0
    )
    network, images = random_network(seed=2), blots(2)
    problem = wrong_goals(network, images)
    one, many = (
        finish(make_attack(name, {**nothing, "steps": 5, "draws": n}), network, problem)[0][-1]
        for n in (1, 4)
    )
    assert np.abs(one.images - many.images).max() < 0.02
    assert np.abs(one.images - to_floats(images)).max() > 0.02


def test_an_outcome_tells_how_much_survives_of_what_it_is_made_to_survive(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:4])
    attack = make_attack("expectation", {"steps": 10, "rotation": 5.0})
    outcomes = finish(attack, network, problem)[1]
    made = np.stack([outcome.adversarial for outcome in outcomes])
    draws = held_draws(DRAWS, Ranges(rotation_degrees=5.0)).of(slice(SURVIVED))
    rates = survival(network, problem.originals, made, problem.goals, draws).rates
    told = [outcome.survival for outcome in outcomes]
    assert any(rate is not None for rate in told)
    assert told == [rate if o.fooled else None for rate, o in zip(rates, outcomes, strict=True)]
    others = finish(make_attack("pgd-l2", {"steps": 10}), network, problem)[1]
    assert [outcome.survival for outcome in others] == [None] * 4
