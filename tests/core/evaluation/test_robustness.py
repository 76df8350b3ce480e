"""A score is what the outcomes of the run say."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.attacks import EvasionAttack, Oracle, Problem, Step, make_attack
from advgui.core.attacks.base import Unit
from advgui.core.attacks.oracle import Access
from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.evaluation.robustness import BATCH, Score, evaluate, random_goals
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.generators import finished


def gallery() -> Digits:
    """The gallery as a data set."""
    digits = read_gallery()
    images = np.stack([render(digit.strokes) for digit in digits])
    return Digits(images, np.array([digit.label for digit in digits]))


def scored(name: str, digits: Digits, count: int, seed: int = 0, **settings: object) -> Score:
    """The score of an attack on the report's network."""
    network = load_shipped("report")
    problem = random_goals(network, digits, count, seed=seed)
    shares, score = finished(evaluate(network, make_attack(name, settings), problem, seed=seed))
    assert all(0 <= share <= 1 for share in shares)
    return score


def test_goals_are_wrong_labels_of_images_that_are_read_correctly() -> None:
    network, digits = load_shipped("report"), gallery()
    problem = random_goals(network, digits, 12, seed=3)
    labels = read_labels(network, problem.originals)
    assert len(problem.goals) == 12
    assert (problem.goals != labels).all()
    again = random_goals(network, digits, 12, seed=3)
    np.testing.assert_array_equal(again.goals, problem.goals)


def test_shares_of_an_attack_that_always_fools() -> None:
    score = scored("ddn", gallery(), 20)
    assert score.fooled == 1
    assert score.raw is None
    assert score.l2 is not None
    assert score.restored is not None
    assert score.kept is not None
    assert score.restored + score.kept <= 1


def test_an_unconstrained_attack_is_judged_twice() -> None:
    score = scored("penalty", gallery(), 20)
    assert score.raw is not None
    assert score.fooled <= score.raw


@pytest.fixture(scope="module")
def digits(mnist: Path) -> Digits:
    return read_mnist(mnist, "test")


def test_the_default_attack_keeps_its_promise_on_real_digits(digits: Digits) -> None:
    score = scored("ddn", digits, 1000)
    assert score.images == 1000
    assert score.steps == 100
    assert score.fooled == 1
    assert score.l2 is not None
    assert score.l2 <= 1.40


def test_the_reports_attack_does_what_was_measured_of_it(digits: Digits) -> None:
    score = scored("penalty", digits, 1000)
    assert score.raw == pytest.approx(0.59, abs=0.06)
    assert score.fooled == pytest.approx(0.2, abs=0.06)


@dataclass(frozen=True, slots=True)
class Shrug(EvasionAttack):
    """Takes three steps of doing nothing, and has said of how many to nobody."""

    name: ClassVar[str] = "shrug"

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        for number in range(3):
            yield Step(number, problem.originals, oracle.logits(to_floats(problem.originals)))


def test_the_share_of_the_work_never_exceeds_all_of_it_whatever_the_attack_says() -> None:
    network = load_shipped("report")
    images = np.repeat(gallery().images, 10, axis=0)
    goals = (read_labels(network, images) + 1) % 10
    shares: list[float] = []
    score = drive(evaluate(network, Shrug(), Problem(images, goals), seed=0), shares.append)
    assert score.fooled == 0
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1


@dataclass(frozen=True, slots=True)
class Asking(EvasionAttack):
    """Its work is 29 queries, of which it makes nine a step."""

    name: ClassVar[str] = "asking"
    access: ClassVar[Access] = "scores"
    unit: ClassVar[Unit] = "queries"

    def total(self) -> int:
        return 29

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        images = to_floats(problem.originals)
        for number in range(3):
            logits = oracle.logits(np.repeat(images, 9, axis=0))[::9]
            yield Step(number, problem.originals, logits)


def test_the_share_of_work_that_is_counted_in_queries_is_that_of_the_queries() -> None:
    network, digits = load_shipped("report"), gallery()
    goals = (read_labels(network, digits.images) + 1) % 10
    problem = Problem(np.repeat(digits.images, 2, axis=0), np.repeat(goals, 2))
    batches = -(-len(problem.goals) // BATCH)
    shares, score = finished(evaluate(network, Asking(), problem, seed=0))
    wanted = [
        (number + share) / batches
        for number in range(batches)
        for share in (10 / 29, 19 / 29, 28 / 29)
    ]
    assert shares == pytest.approx(wanted)
    assert (score.queries, score.gradients) == (29, 0)


def test_what_other_networks_read_in_the_images_is_told_for_each() -> None:
    network, others = load_shipped("report"), [load_shipped("softmax"), load_shipped("report")]
    problem = random_goals(network, gallery(), 20, seed=0)
    run = evaluate(network, make_attack("ddn"), problem, seed=0, shown_to=others)
    softmax, itself = drive(run).transfers
    assert (softmax.network, itself.network) == ("softmax", "report")
    assert itself.at_goal == 1
    assert softmax.images <= itself.images == 20


def test_what_had_its_goal_already_counts_neither_as_fooled_nor_as_fooled_by_real_numbers() -> None:
    network, images = load_shipped("report"), gallery().images[:2]
    label, other = read_labels(network, images).tolist()
    attack = make_attack("penalty", {"steps": 1, "rate": 0.01, "start": "drawing"})
    problem = Problem(images, np.array([label, (other + 1) % 10]))
    score = drive(evaluate(network, attack, problem, seed=0))
    assert (score.already, score.fooled, score.raw) == (0.5, 0, 0)
