"""What holds for a run of every attack."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS, EvasionAttack, Oracle, Problem, Step, make_attack
from advgui.core.attacks.base import Unit
from advgui.core.attacks.oracle import Access
from advgui.core.errors import AccessError, ParameterError
from advgui.core.generators import Stop
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.losses import squared_error_slope
from advgui.core.nn.network import Network
from tests.attack_runs import finish, quick, with_ink, wrong_goals


@pytest.mark.parametrize("name", ATTACKS)
def test_the_same_seed_gives_the_same_run_bit_for_bit(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:3])
    first, one = finish(quick(name, 100), network, problem, seed=7)
    second, two = finish(quick(name, 100), network, problem, seed=7)
    for a, b in zip(first, second, strict=True):
        np.testing.assert_array_equal(a.images, b.images)
    for x, y in zip(one, two, strict=True):
        np.testing.assert_array_equal(x.adversarial, y.adversarial)
        assert (x.after, x.l2, x.best_step) == (y.after, y.l2, y.best_step)
        assert (x.queries, x.gradients) == (y.queries, y.gradients)


@pytest.mark.parametrize("name", ATTACKS)
def test_a_run_leaves_the_originals_alone_and_its_steps_never_change(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = with_ink(quick(name), wrong_goals(network, digits[:2]))
    kept, seen = problem.originals.copy(), []
    for step in quick(name, 100).run(network, problem, seed=0):
        seen.append((step.images, step.images.copy()))
    np.testing.assert_array_equal(problem.originals, kept)
    for images, copy in seen:
        np.testing.assert_array_equal(images, copy)


@pytest.mark.parametrize("name", ATTACKS)
def test_steps_are_numbered_from_the_start_to_the_last(
    name: str, network: Network, digits: Bytes
) -> None:
    attack = quick(name)
    steps, outcomes = finish(attack, network, wrong_goals(network, digits[:1]))
    assert [step.number for step in steps] == list(range(len(steps)))
    assert outcomes[0].steps == steps[-1].number
    done = outcomes[0].steps if attack.unit == "steps" else outcomes[0].queries
    assert done <= (attack.work("targeted") or done)
    # What a step shows as the one before it did is not read again.
    assert outcomes[0].queries >= len({step.content.tobytes() for step in steps})
    assert attack.access == "gradients" or outcomes[0].gradients == 0


@pytest.mark.parametrize("name", ATTACKS)
def test_images_that_have_the_goal_do_not_disturb_the_others(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:3])
    goals = problem.goals.copy()
    goals[1] = network.read(digits[1]).label
    _, outcomes = finish(quick(name, 100), network, Problem(problem.originals, goals))
    assert [outcome.already for outcome in outcomes] == [False, True, False]
    np.testing.assert_array_equal(outcomes[1].adversarial, digits[1])


@pytest.mark.parametrize("name", ATTACKS)
def test_a_stopped_run_keeps_the_best_step_so_far(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:2])
    run = make_attack(name).run(network, with_ink(quick(name), problem), seed=0)
    for _ in range(2):
        step = next(run)
    with pytest.raises(StopIteration) as end:
        run.throw(Stop())
    for outcome in end.value.value:
        assert outcome.steps == step.number == 1
        assert 0 <= outcome.best_step <= 1


@pytest.mark.parametrize("name", ATTACKS)
def test_a_cancelled_run_gives_nothing(name: str, network: Network, digits: Bytes) -> None:
    problem = with_ink(quick(name), wrong_goals(network, digits[:1]))
    run = make_attack(name).run(network, problem, seed=0)
    next(run)
    run.close()
    assert next(run, None) is None


def test_an_attack_without_an_untargeted_form_says_so(network: Network, digits: Bytes) -> None:
    problem = Problem(digits, np.zeros(10, np.int64), "untargeted")
    with pytest.raises(ParameterError, match="needs a goal"):
        next(make_attack("penalty").run(network, problem, seed=0))


@dataclass(frozen=True, slots=True)
class Probing(EvasionAttack):
    """Five steps, each of 50 probes of every image, of which it sees the labels alone."""

    name: ClassVar[str] = "probing"
    access: ClassVar[Access] = "labels"

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        images = to_floats(problem.originals)
        for number in range(5):
            oracle.labels(np.repeat(images, 50, axis=0))
            yield Step(number, problem.originals)


@pytest.mark.parametrize("count", [1, 3])
def test_every_image_that_is_shown_to_the_network_is_counted(
    network: Network, digits: Bytes, count: int
) -> None:
    steps, outcomes = finish(Probing(), network, wrong_goals(network, digits[:count]))
    for outcome in outcomes:  # and the original, the outcome, and what the five steps show
        assert (outcome.queries, outcome.gradients) == (5 * 50 + 2 + 1, 0)
    for step in steps:  # which the attack did not see, and whoever looks at the run does
        np.testing.assert_array_equal(step.logits, network.logits(to_floats(digits[:count])))


@dataclass(frozen=True, slots=True)
class Walking(EvasionAttack):
    """Three steps that show what was not read: the first image changes each time."""

    name: ClassVar[str] = "walking"
    access: ClassVar[Access] = "labels"
    unit: ClassVar[Unit] = "queries"

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        for number in range(3):
            content = problem.originals.copy()
            content[0, 0, 0] = 50 * number
            yield Step(number, content)


def test_an_image_that_a_step_shows_again_is_not_asked_about_again(
    network: Network, digits: Bytes
) -> None:
    steps, outcomes = finish(Walking(), network, wrong_goals(network, digits[:2]))
    assert [outcome.queries for outcome in outcomes] == [2 + 3, 2 + 1]
    for step, expected in zip(steps, [[2, 2], [3, 2], [4, 2]], strict=True):
        assert step.queries is not None
        assert step.queries.tolist() == expected
        assert step.done == max(expected)
        np.testing.assert_allclose(step.logits, network.logits(step.images), rtol=1e-4, atol=1e-4)


def test_an_attack_without_gradients_that_never_came_nearer_could_not_move(
    network: Network, digits: Bytes
) -> None:
    _, outcomes = finish(Probing(), network, wrong_goals(network, digits[:2]))
    assert [outcome.stuck for outcome in outcomes] == ["never nearer"] * 2
    assert all(outcome.could_not_move for outcome in outcomes)


def test_one_that_was_stopped_is_not_told_that_it_could_not_move(
    network: Network, digits: Bytes
) -> None:
    run = Probing().run(network, wrong_goals(network, digits[:1]), seed=0)
    assert [next(run).number, next(run).number] == [0, 1]
    with pytest.raises(StopIteration) as ended:
        run.throw(Stop())
    (outcome,) = ended.value.value
    assert not outcome.fooled
    assert outcome.stuck is None


@dataclass(frozen=True, slots=True)
class Curious(EvasionAttack):
    """Asks for gradients, whatever it may see."""

    name: ClassVar[str] = "curious"
    access: ClassVar[Access] = "labels"

    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        yield Step(0, problem.originals)
        oracle.gradient(to_floats(problem.originals), squared_error_slope(problem.goals))


def test_an_attack_that_asks_for_more_than_it_may_see_ends_in_a_sentence(
    network: Network, digits: Bytes
) -> None:
    with pytest.raises(AccessError, match="The attack curious may only see labels"):
        finish(Curious(), network, wrong_goals(network, digits[:1]))


def test_a_confidence_is_a_lead_that_the_outcome_has(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    surely = Problem(problem.originals, problem.goals, confidence=1.0)
    _, plain = finish(make_attack("ddn"), network, problem)
    _, outcomes = finish(make_attack("ddn"), network, surely)
    images = np.stack([outcome.adversarial for outcome in outcomes])
    led = surely.leads(network.logits(to_floats(images))) > 0.999
    assert led.mean() > 0.5
    for one, other, leads in zip(outcomes, plain, led, strict=True):
        if leads and other.fooled:
            assert one.fooled
            assert one.l2 >= other.l2
