"""The verdict: fooled is who reads the very bytes as wanted, and nobody else."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import ATTACKS, Form, Problem, make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, quick, wrong_goals
from tests.generators import finished
from tests.random_networks import blots, random_network


@pytest.mark.parametrize("name", ATTACKS)
def test_the_verdict_is_that_of_a_fresh_pass_over_the_image_itself(
    name: str, network: Network, digits: Bytes
) -> None:
    _, outcomes = finish(quick(name, 30), network, wrong_goals(network, digits))
    for outcome in outcomes:
        assert outcome.adversarial.dtype == np.uint8
        assert outcome.after == network.read(outcome.adversarial)
        assert outcome.before == network.read(outcome.original)
        assert outcome.fooled == (outcome.after.label == outcome.goal)
        difference = outcome.adversarial.astype(float) - outcome.original.astype(float)
        assert outcome.l2 == pytest.approx(float(np.sqrt((difference**2).sum())) / 255, rel=1e-5)
        assert outcome.linf == pytest.approx(float(np.abs(difference).max()) / 255, rel=1e-5)


@pytest.mark.parametrize(
    ("name", "form"), [(name, form) for name, attack in ATTACKS.items() for form in attack.forms]
)
def test_an_image_that_has_what_is_wanted_is_left_as_it_is_at_once(
    name: str, form: Form, network: Network, digits: Bytes
) -> None:
    labels = np.array([network.read(image).label for image in digits])
    goals = labels if form == "targeted" else (labels + 1) % 10
    steps, outcomes = finish(make_attack(name), network, Problem(digits, goals, form))
    assert steps == []
    for outcome in outcomes:
        assert outcome.already
        assert not outcome.fooled
        assert outcome.l2 == outcome.linf == outcome.steps == 0
        np.testing.assert_array_equal(outcome.adversarial, outcome.original)


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), name=st.sampled_from(list(ATTACKS)))
def test_any_network_and_any_image_give_a_consistent_outcome(seed: int, name: str) -> None:
    network, images = random_network(seed=seed % 97), blots(2, seed)
    goals = np.random.default_rng(seed).integers(0, 10, 2)
    attack = quick(name, 8)
    _, outcomes = finish(attack, network, Problem(images, goals), seed=seed)
    for outcome in outcomes:
        reached = network.read(outcome.adversarial).label == outcome.goal
        assert reached == (outcome.fooled or outcome.already)
        assert outcome.already == (outcome.before.label == outcome.goal)


@pytest.mark.parametrize("name", [name for name, one in ATTACKS.items() if one.confident])
def test_the_confidence_that_was_asked_for_is_there_or_it_is_said_that_it_is_not(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = replace(wrong_goals(network, digits[:6]), confidence=1.5)
    _, outcomes = finish(quick(name, 30), network, problem)
    images = np.stack([outcome.adversarial for outcome in outcomes])
    leads = problem.leads(network.logits(to_floats(images)))
    for outcome, lead in zip(outcomes, leads, strict=True):
        assert outcome.confidence == 1.5
        assert outcome.sure == (lead > 1.5) or abs(lead - 1.5) < 1e-3


def test_what_did_not_fool_is_sure_of_nothing(network: Network, digits: Bytes) -> None:
    _, missed = finish(make_attack("fgsm", {"budget": 0.01}), network, wrong_goals(network, digits))
    labels = np.array([network.read(image).label for image in digits])
    _, already = finish(make_attack("ddn"), network, Problem(digits, labels))
    assert not all(outcome.fooled for outcome in missed)
    for outcome in (*missed, *already):
        assert outcome.sure == outcome.fooled


@pytest.mark.parametrize("name", ATTACKS)
def test_an_aware_attack_is_judged_behind_the_defence(
    name: str, network: Network, digits: Bytes
) -> None:
    behind = defended(network, [make_defence("threshold")])
    attack, problem = quick(name, 5), wrong_goals(behind, digits[:3])
    _, outcomes = finish(attack, behind, problem)
    for outcome in outcomes:
        assert outcome.defences == (make_defence("threshold"),)
        assert outcome.aware
        assert outcome.before == behind.read(outcome.original)
        assert outcome.after == behind.read(outcome.adversarial)
        assert outcome.fooled == outcome.fooled_through == (outcome.after.label == outcome.goal)


@pytest.mark.parametrize("name", ["ddn", "pgd"])
def test_one_that_is_not_is_the_attack_on_the_network_alone_read_behind_it_as_well(
    name: str, network: Network, digits: Bytes
) -> None:
    behind, attack = defended(network, [make_defence("threshold")]), quick(name, 30)
    problem = wrong_goals(network, digits)
    _, alone = finish(attack, network, problem)
    _, outcomes = finished(attack.run(behind, problem, seed=0, aware=False))
    for outcome, same in zip(outcomes, alone, strict=True):
        np.testing.assert_array_equal(outcome.adversarial, same.adversarial)
        assert (outcome.after, outcome.queries) == (same.after, same.queries)
        assert (outcome.fooled, same.through, same.defences) == (same.fooled, None, ())
        assert outcome.through == behind.read(outcome.adversarial)
        assert not outcome.aware
        assert outcome.fooled_through == (outcome.through.label == outcome.goal)
    assert sum(outcome.fooled for outcome in outcomes) > sum(o.fooled_through for o in outcomes)


def test_away_from_a_label_the_defence_holds_where_it_is_read_behind_it(
    network: Network, digits: Bytes
) -> None:
    behind = defended(network, [make_defence("threshold")])
    labels = np.array([network.read(image).label for image in digits])
    problem = Problem(digits, labels, "untargeted")
    _, outcomes = finished(quick("ddn", 30).run(behind, problem, seed=0, aware=False))
    for outcome in outcomes:
        assert outcome.through is not None
        assert outcome.fooled_through == (outcome.through.label != outcome.before.label)
