"""What is learned once from many digits is worn by images that it has never seen."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.attacks import Budget, Problem
from advgui.core.attacks.fitted import Artefact, Fit, FittedAttack
from advgui.core.attacks.objective import Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.errors import AccessError
from advgui.core.generators import drive
from advgui.core.images import SIZE, Array, Bytes, to_floats
from advgui.core.nn.losses import squared_error_slope
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from tests.attack_runs import finish, wrong_goals

SETTINGS = {"size": 0.2}


@dataclass(frozen=True, slots=True)
class MeanSign(FittedAttack):
    """The sign of the mean gradient of all images: a universal perturbation of one step."""

    name: ClassVar[str] = "mean-sign"
    title: ClassVar[str] = "Mean sign"
    summary: ClassVar[str] = "One perturbation for all."
    source: ClassVar[str] = "a test"
    norm: ClassVar[Norm] = "linf"

    size: float = parameter(0.2, "Size", "How much every pixel may change.")

    def fit(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Generator[Fit, None, Artefact]:
        yield Fit(0, 0.0)
        images = to_floats(problem.originals)
        _, gradients = oracle.gradient(images, squared_error_slope(problem.goals))
        change = np.float32(-self.size) * np.sign(gradients.mean(axis=0))
        yield Fit(1, float("nan"))
        return Artefact({"change": change}, self.name, self.settings, "report", 0)

    def apply(self, artefact: Artefact, images: Array, random: np.random.Generator) -> Array:
        return images + artefact.arrays["change"]

    def limit(self) -> Budget:
        return Budget("linf", self.size)


def learned(network: Network, digits: Bytes) -> tuple[MeanSign, Artefact]:
    attack = MeanSign(**SETTINGS)
    oracle = Oracle(network, len(digits))
    problem = Problem(digits, np.full(len(digits), 3))
    return attack, drive(attack.fit(oracle, problem, np.random.default_rng(0)))


def test_all_images_wear_the_same_and_are_judged_as_by_every_other_attack(
    network: Network, digits: Bytes
) -> None:
    attack, artefact = learned(network, digits[:5])
    problem = Problem(digits[5:], np.full(5, 3))
    steps, outcomes = finish(attack.worn(artefact), network, problem)
    assert len(steps) == 2
    change = artefact.arrays["change"]
    for outcome in outcomes:
        if outcome.already:
            continue
        worn = (to_floats(outcome.original) + change).clip(0, 1)
        np.testing.assert_allclose(to_floats(outcome.adversarial), worn, atol=0.51 / 255)
        assert outcome.fooled == (network.read(outcome.adversarial).label == 3)
        assert outcome.parameters == {"method": "mean-sign"} | SETTINGS
        assert outcome.budget == Budget("linf", 0.2)
        assert outcome.gradients == 0


def test_what_is_worn_may_not_ask_for_scores(network: Network, digits: Bytes) -> None:
    attack, artefact = learned(network, digits[:5])
    oracle = Oracle(network, 1, attack.worn(artefact).access)
    with pytest.raises(AccessError):
        oracle.logits(np.zeros((1, SIZE, SIZE), np.float32))


def test_what_does_not_fool_is_shown_all_the_same(network: Network, digits: Bytes) -> None:
    attack = MeanSign(size=0.02)
    artefact = Artefact(
        {"change": np.full((SIZE, SIZE), 0.02, np.float32)}, attack.name, attack.settings, "", 0
    )
    _, outcomes = finish(attack.worn(artefact), network, wrong_goals(network, digits))
    missed = [outcome for outcome in outcomes if not outcome.fooled]
    assert missed
    assert all(outcome.linf > 0 for outcome in missed)
