"""What is made on another network: the one attacked is shown it once, and never asked."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks.budget.fgsm import MIFGSM
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.queries.transfer import Transfer
from advgui.core.datasets.readers import read_mnist
from advgui.core.evaluation.robustness import away_from_labels
from advgui.core.images import Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish, wrong_goals


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_it_is_momentum_on_the_other_network_and_the_verdict_on_this(
    form: Form, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    if form == "untargeted":
        problem = Problem(digits, (problem.goals - 1) % 10, form)
    steps, outcomes = finish(Transfer("softmax", 0.2, 7), network, problem)
    other, random = Oracle(load_shipped("softmax"), len(digits)), np.random.default_rng(0)
    *_, last = MIFGSM(0.2, 7).iterate(other, problem, random)
    np.testing.assert_array_equal(steps[-1].content, last.content)
    for outcome, made in zip(outcomes, last.content, strict=True):
        if outcome.fooled:
            np.testing.assert_array_equal(outcome.adversarial, made)
            assert outcome.after == network.read(made)


def test_this_network_is_shown_the_original_and_what_was_made_and_nothing_else(
    network: Network, digits: Bytes
) -> None:
    steps, outcomes = finish(Transfer(steps=5), network, wrong_goals(network, digits))
    assert [step.number for step in steps] == list(range(7))
    for step in steps[:-1]:
        np.testing.assert_array_equal(step.content, digits)
    # Each of them for the step that shows it, and once more by itself for the verdict.
    assert {(outcome.queries, outcome.gradients) for outcome in outcomes} == {(4, 0)}


def test_it_fools_far_more_than_signs_at_random(mnist: Path) -> None:
    network = load_shipped("report")
    problem = away_from_labels(network, read_mnist(mnist, "test"), 100)
    _, outcomes = finish(Transfer(), network, problem)
    signs = np.random.default_rng(0).choice([-0.2, 0.2], problem.originals.shape)
    drawn = quantise(to_floats(problem.originals) + signs)
    at_random = network.logits(to_floats(drawn)).argmax(axis=-1) != problem.goals
    assert np.mean([outcome.fooled for outcome in outcomes]) >= at_random.mean() + 0.25
