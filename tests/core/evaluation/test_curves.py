"""Three curves: what is robust against who is unaware, who is aware, and what is proven."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.budget.ball import LinfBall
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.errors import ParameterError
from advgui.core.evaluation.attackers import Attacker, unaware_of_defences, usual_attacks
from advgui.core.evaluation.curves import AT_ONCE, RobustnessCurves, robustness_curves
from advgui.core.generators import Driver, drive
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.generators import finished
from tests.linear_networks import constant, gray, two_labels

BUDGETS = (0.05, 0.1, 0.2)
QUICK = (make_attack("pgd", {"steps": 8}),)


@pytest.fixture(scope="module")
def digits(mnist: Path) -> Digits:
    read = read_mnist(mnist, "test")
    return Digits(read.images[: AT_ONCE + 10], read.labels[: AT_ONCE + 10])


@pytest.fixture(scope="module")
def behind_threshold() -> Network:
    return defended(load_shipped("report"), [make_defence("threshold")])


def of_plane(images: Bytes, budgets: tuple[float, ...], gap: float) -> RobustnessCurves:
    """Of a network that reads 0 while a hundred pixels together are below a gap."""
    weights = np.zeros(784, np.float32)
    weights[:100] = 1
    network = two_labels(weights, gap)
    aware = Attacker(network, QUICK)
    labels = np.zeros(len(images), np.int64)
    return drive(robustness_curves(network, Digits(images, labels), "linf", budgets, aware=aware))


def test_where_the_border_is_known_attack_and_proof_find_it() -> None:
    start = 100 * 128 / 255
    curves = of_plane(gray(3), (0.0, 0.08, 0.12), gap=start + 100 * 0.1)
    assert curves.clean == 1
    assert curves.unaware == (None, None, None)
    assert curves.aware == curves.proven == (1, 1, 0)


def test_a_budget_is_whole_levels_to_attacks_and_to_proofs() -> None:
    """.05 is 12 levels of 255; a border beyond them is out of reach, though not of .05 itself."""
    assert LinfBall(0.05).size == 12 / 255
    curves = of_plane(gray(), (0.05,), gap=100 * (128 + 12.5) / 255)
    assert curves.aware == curves.proven == (1,)


def test_what_is_misread_as_it_is_is_robust_nowhere(digits: Digits) -> None:
    network = load_shipped("softmax")
    wrong = replace(digits, labels=(digits.labels + 1) % 10)
    curves = drive(
        robustness_curves(network, wrong, "linf", (0.0, 0.1), aware=Attacker(network, QUICK))
    )
    assert curves.clean is not None
    assert curves.clean < 0.2
    for shares in (curves.aware, curves.proven):
        assert all(share is not None and share <= curves.clean for share in shares)


def test_who_knows_a_defence_fools_no_fewer_than_who_does_not(
    digits: Digits, behind_threshold: Network
) -> None:
    unaware = unaware_of_defences(behind_threshold, QUICK)
    assert unaware is not None
    assert unaware.network.name == "report"
    curves = drive(
        robustness_curves(
            behind_threshold,
            digits,
            "linf",
            BUDGETS,
            unaware=unaware,
            aware=Attacker(behind_threshold, QUICK),
            prove=False,
        )
    )
    assert curves.images == AT_ONCE + 10
    assert curves.done == curves.total == 2 * 3 * (AT_ONCE + 10)
    assert curves.proven == (None, None, None)
    clean, pairs = curves.clean, zip(curves.unaware, curves.aware, strict=True)
    for unaware_share, aware_share in pairs:
        assert clean is not None
        assert unaware_share is not None
        assert aware_share is not None
        assert aware_share <= unaware_share <= clean
        clean = unaware_share
    assert curves.aware[2] != curves.unaware[2]


def test_images_made_on_a_twin_are_judged_on_the_network(digits: Digits) -> None:
    network, twin = load_shipped("report"), load_shipped("report-tanh")
    attacks = (make_attack("pgd", {"steps": 8, "budget": 0.1}),)
    few = Digits(digits.images[:20], digits.labels[:20])
    unaware = unaware_of_defences(network, attacks, twin)
    curves = drive(robustness_curves(network, few, "linf", [0.1], unaware=unaware, prove=False))
    outcomes = drive(attacks[0].run(twin, Problem(few.images, few.labels, "untargeted"), seed=0))
    standing = [
        network.read(outcome.original).label == network.read(outcome.adversarial).label == label
        for outcome, label in zip(outcomes, few.labels, strict=True)
    ]
    assert curves.unaware == (float(np.mean(standing)),)


def test_smallest_changes_count_from_their_distance_on() -> None:
    weights = np.zeros(784, np.float32)
    weights[0] = 10
    network, digits = two_labels(weights, 6.0), Digits(gray(2), np.zeros(2, np.int64))
    aware = Attacker(network, (make_attack("ddn"),))
    shown, curves = finished(
        robustness_curves(network, digits, "l2", (0.05, 0.09, 0.11, 0.3), aware=aware)
    )
    assert len(shown) < 150, "it is looked for once, whatever the budgets"
    assert curves.aware == curves.proven == (1, 1, 0, 0)


def test_an_attack_without_a_slope_is_told_and_not_taken_for_more() -> None:
    network = constant()
    digits = Digits(gray(2), np.full(2, 3))
    curves = drive(
        robustness_curves(network, digits, "linf", [0.1], aware=Attacker(network, QUICK))
    )
    assert curves.aware == curves.aware_stuck == curves.proven == (1,)


def test_stopped_it_returns_what_it_has_and_all_curves_are_of_the_same_images(
    digits: Digits,
) -> None:
    network = load_shipped("softmax")
    run = Driver(
        robustness_curves(network, digits, "linf", BUDGETS, aware=Attacker(network, QUICK))
    )
    for curves in run:
        if curves.images == AT_ONCE and None not in curves.aware + curves.proven:
            run.stop()
    assert run.value.images == AT_ONCE
    assert run.value.done < run.value.total
    whole = Digits(digits.images[:AT_ONCE], digits.labels[:AT_ONCE])
    again = drive(
        robustness_curves(network, whole, "linf", BUDGETS, aware=Attacker(network, QUICK))
    )
    assert (again.aware, again.proven) == (run.value.aware, run.value.proven)


def test_an_attack_of_another_norm_and_a_budget_that_is_none_are_refused(digits: Digits) -> None:
    network = load_shipped("report")
    for attacks, budget, told in (
        ((make_attack("pgd-l2"),), 0.1, "pgd-l2 has no budget in the norm linf"),
        (usual_attacks("linf"), -1.0, "it cannot be -1"),
        (usual_attacks("linf"), 7.0, "budget"),
    ):
        run = robustness_curves(network, digits, "linf", [budget], aware=Attacker(network, attacks))
        with pytest.raises(ParameterError, match=told):
            next(run)
