"""What was learned once is judged as of every other attack when it is worn."""

import numpy as np
import pytest

from advgui.core.attacks import Budget, Problem
from advgui.core.attacks.fitted import Artefact, worn
from advgui.core.attacks.oracle import Oracle
from advgui.core.errors import AccessError
from advgui.core.images import SIZE, Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.mean_sign import MeanSign, Stamp


def artefact(size: float = 0.2) -> Artefact:
    signs = np.random.default_rng(3).choice([-1.0, 1.0], (SIZE, SIZE))
    return Artefact(MeanSign(size=size), {"change": np.float32(size) * signs}, network="report")


def test_all_images_wear_the_same_and_are_judged(network: Network, digits: Bytes) -> None:
    problem = Problem(digits, np.full(len(digits), 3))
    steps, outcomes = finish(worn(artefact()), network, problem)
    assert len(steps) == 2
    for outcome in outcomes:
        if outcome.already:
            continue
        np.testing.assert_array_equal(outcome.adversarial, artefact().apply(outcome.original))
        assert outcome.fooled == (network.read(outcome.adversarial).label == 3)
        assert outcome.parameters == {"method": "mean-sign"} | artefact().settings
        assert outcome.budget == Budget("linf", 0.2)
        assert outcome.gradients == 0


def test_what_is_worn_may_not_even_ask_for_labels(network: Network, digits: Bytes) -> None:
    oracle = Oracle(network, 1, worn(artefact()).access)
    with pytest.raises(AccessError):
        oracle.labels(np.zeros((1, SIZE, SIZE), np.float32))


def test_what_does_not_fool_is_shown_all_the_same(network: Network, digits: Bytes) -> None:
    _, outcomes = finish(worn(artefact(0.02)), network, wrong_goals(network, digits))
    missed = [outcome for outcome in outcomes if not outcome.fooled]
    assert missed
    assert all(outcome.linf > 0 for outcome in missed)


def test_the_goal_is_the_problems_where_it_is_said_late(network: Network, digits: Bytes) -> None:
    attack = worn(Artefact(Stamp(), {"row": np.ones(SIZE, np.float32)}))
    steps, _ = finish(attack, network, Problem(digits, np.full(len(digits), 4)))
    assert (steps[-1].images[:, 4] == 1).all()
    labels = network.logits(to_floats(digits)).argmax(axis=-1)
    steps, _ = finish(attack, network, Problem(digits, labels, "untargeted"), seed=1)
    lit = (steps[-1].images == 1).all(axis=2) & ~(to_floats(digits) == 1).all(axis=2)
    assert (lit.sum(axis=1) == 1).all()
    assert (lit.argmax(axis=1) != labels).all()
