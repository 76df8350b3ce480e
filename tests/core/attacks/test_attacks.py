"""What holds for every attack, and what each one promises."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from advgui.core.attacks import ATTACKS, EvasionAttack, Outcome, Problem, Step, make_attack
from advgui.core.attacks.penalty import Penalty
from advgui.core.digits.rendering import render
from advgui.core.errors import ParameterError
from advgui.core.generators import Stop
from advgui.core.images import Bytes, l2, quantise, squares, to_floats
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from advgui.core.zoo import load_shipped
from advgui.lab.drawing.gallery import read_gallery
from tests.generators import finished
from tests.random_networks import blots, random_network

Finished = tuple[list[Step], tuple[Outcome, ...]]


@pytest.fixture(scope="module")
def network() -> Network:
    return load_shipped("report")


@pytest.fixture(scope="module")
def digits() -> Bytes:
    return np.stack([render(digit.strokes) for digit in read_gallery()[:10]])


def finish(attack: EvasionAttack, network: Network, problem: Problem, seed: int = 0) -> Finished:
    """All steps of a run and its outcomes."""
    return finished(attack.run(network, problem, seed=seed))


def wrong_goals(network: Network, images: Bytes) -> Problem:
    """Each image with the next digit after the one that is read."""
    labels = np.array([network.read(image).label for image in images])
    return Problem(images, (labels + 1) % 10)


@pytest.mark.parametrize("name", ATTACKS)
def test_the_verdict_is_that_of_a_fresh_pass_over_the_image_itself(
    name: str, network: Network, digits: Bytes
) -> None:
    _, outcomes = finish(make_attack(name), network, wrong_goals(network, digits))
    for outcome in outcomes:
        assert outcome.adversarial.dtype == np.uint8
        assert outcome.after == network.read(outcome.adversarial)
        assert outcome.before == network.read(outcome.original)
        assert outcome.fooled == (outcome.after.label == outcome.goal)
        difference = outcome.adversarial.astype(float) - outcome.original.astype(float)
        assert outcome.l2 == pytest.approx(float(np.sqrt((difference**2).sum())) / 255, rel=1e-5)
        assert outcome.linf == pytest.approx(float(np.abs(difference).max()) / 255, rel=1e-5)


@pytest.mark.parametrize("name", ATTACKS)
def test_the_same_seed_gives_the_same_run_bit_for_bit(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:3])
    first, one = finish(make_attack(name), network, problem, seed=7)
    second, two = finish(make_attack(name), network, problem, seed=7)
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
    problem = wrong_goals(network, digits[:2])
    kept, seen = problem.originals.copy(), []
    for step in make_attack(name).run(network, problem, seed=0):
        seen.append((step.images, step.images.copy()))
    np.testing.assert_array_equal(problem.originals, kept)
    for images, copy in seen:
        np.testing.assert_array_equal(images, copy)


@pytest.mark.parametrize("name", ATTACKS)
def test_steps_are_numbered_from_the_start_to_the_last(
    name: str, network: Network, digits: Bytes
) -> None:
    steps, outcomes = finish(
        make_attack(name, {"steps": 12}), network, wrong_goals(network, digits[:1])
    )
    assert [step.number for step in steps] == list(range(13))
    assert outcomes[0].steps == 12
    assert outcomes[0].queries >= 13
    assert outcomes[0].gradients >= 12


@pytest.mark.parametrize("name", ATTACKS)
def test_an_image_that_has_the_goal_is_left_as_it_is_at_once(
    name: str, network: Network, digits: Bytes
) -> None:
    labels = np.array([network.read(image).label for image in digits])
    steps, outcomes = finish(make_attack(name), network, Problem(digits, labels))
    assert steps == []
    for outcome in outcomes:
        assert outcome.already
        assert not outcome.fooled
        assert outcome.l2 == outcome.linf == outcome.steps == 0
        np.testing.assert_array_equal(outcome.adversarial, outcome.original)


@pytest.mark.parametrize("name", ATTACKS)
def test_images_that_have_the_goal_do_not_disturb_the_others(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:3])
    goals = problem.goals.copy()
    goals[1] = network.read(digits[1]).label
    _, outcomes = finish(make_attack(name), network, Problem(problem.originals, goals))
    assert [outcome.already for outcome in outcomes] == [False, True, False]
    np.testing.assert_array_equal(outcomes[1].adversarial, digits[1])


@pytest.mark.parametrize("name", ATTACKS)
def test_a_stopped_run_keeps_the_best_step_so_far(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:2])
    run = make_attack(name).run(network, problem, seed=0)
    for _ in range(20):
        step = next(run)
    with pytest.raises(StopIteration) as end:
        run.throw(Stop())
    for outcome in end.value.value:
        assert outcome.steps == step.number == 19
        assert 0 <= outcome.best_step <= 19


@pytest.mark.parametrize("name", ATTACKS)
def test_a_cancelled_run_gives_nothing(name: str, network: Network, digits: Bytes) -> None:
    run = make_attack(name).run(network, wrong_goals(network, digits[:1]), seed=0)
    next(run)
    run.close()
    assert next(run, None) is None


def closest_fooled(steps: list[Step], network: Network, problem: Problem) -> Iterator[float]:
    """For each image the smallest L2 of all steps that fool as 8-bit images, inf for none."""
    for index, (original, goal) in enumerate(zip(problem.originals, problem.goals, strict=True)):
        best = np.inf
        for step in steps:
            image = quantise(step.images[index])
            if network.read(image).label == goal:
                best = min(best, float(l2(to_floats(image) - to_floats(original))))
        yield best


@pytest.mark.parametrize(("name", "settings_"), [("ddn", {}), ("penalty", {"faithful": False})])
def test_the_closest_of_all_valid_images_that_fool_is_kept(
    name: str, settings_: dict[str, object], network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    steps, outcomes = finish(make_attack(name, settings_), network, problem)
    for outcome, best in zip(outcomes, closest_fooled(steps, network, problem), strict=True):
        if np.isfinite(best):
            assert outcome.fooled
            assert outcome.l2 == pytest.approx(best, rel=1e-5)
        else:
            assert not outcome.fooled


def test_the_reports_attack_keeps_its_cheapest_step(network: Network, digits: Bytes) -> None:
    problem = wrong_goals(network, digits)
    steps, outcomes = finish(Penalty(steps=60), network, problem)
    for index, outcome in enumerate(outcomes):
        prices = []
        for step in steps:
            y = 1 / (1 + np.exp(-step.logits[index].astype(float)))
            aim = np.eye(10)[problem.goals[index]]
            away = step.images[index] - problem.originals[index] / 255
            prices.append(0.5 * ((aim - y) ** 2).sum() + 0.05 * (away.astype(float) ** 2).sum())
        assert prices[outcome.best_step] == pytest.approx(min(prices), rel=1e-4)


def test_the_reports_step_is_the_descent_that_its_docstring_writes(network: Network) -> None:
    reference = blots(1)
    problem = wrong_goals(network, reference)
    first, second, *_ = finish(Penalty(steps=3, rate=0.7), network, problem)[0]
    x, x_ref = first.images[0].astype(float), reference[0] / 255
    exact = network.astype(np.float64)

    def misfit(image: NDArray[np.float64]) -> float:
        y = exact.confidences(image[None])[0]
        return float(0.5 * ((np.eye(10)[problem.goals[0]] - y) ** 2).sum())

    slope = np.zeros((28, 28))
    for spot in np.random.default_rng(0).integers(0, 28, (10, 2)):
        shift = np.zeros((28, 28))
        shift[tuple(spot)] = 1e-5
        slope[tuple(spot)] = (misfit(x + shift) - misfit(x - shift)) / 2e-5
        expected = x - 0.7 * (slope + 0.05 * (x - x_ref))
        assert second.images[0][tuple(spot)] == pytest.approx(expected[tuple(spot)], abs=1e-5)


def test_without_the_look_alike_term_the_report_makes_any_image_of_the_goal(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    attack = make_attack("penalty", {"look_alike": False, "steps": 1000})
    steps, _ = finish(attack, network, problem)
    held, _ = finish(make_attack("penalty", {"steps": 1000}), network, problem)
    away = [l2(run[-1].images - to_floats(digits)).mean() for run in (steps, held)]
    assert away[0] > 2 * away[1]


def test_a_diverging_attack_ends_quietly(network: Network, digits: Bytes) -> None:
    attack = make_attack("penalty", {"rate": 10, "likeness": 1, "steps": 500})
    steps, outcomes = finish(attack, network, wrong_goals(network, digits[:2]))
    assert len(steps) < 500
    assert all(np.isfinite(step.images).all() for step in steps)
    assert len(outcomes) == 2


@pytest.mark.parametrize("name", ["report", "convolutional"])
def test_the_labs_attack_fools_every_shipped_network_toward_every_digit(
    name: str, digits: Bytes
) -> None:
    network = load_shipped(name)
    for image in digits:
        own = network.read(image).label
        goals = np.array([goal for goal in range(10) if goal != own])
        problem = Problem(np.repeat(image[None], 9, axis=0), goals)
        _, outcomes = finish(make_attack("ddn"), network, problem)
        assert all(outcome.fooled for outcome in outcomes)


def test_the_labs_steps_are_valid_images(network: Network, digits: Bytes) -> None:
    steps, _ = finish(make_attack("ddn"), network, wrong_goals(network, digits[:2]))
    for step in steps:
        assert step.valid
        away = step.images - to_floats(digits[:2])
        np.testing.assert_array_equal(step.known, squares(away))
        np.testing.assert_array_equal(to_floats(quantise(step.images)), step.images)


def test_away_from_a_label_any_other_will_do(network: Network, digits: Bytes) -> None:
    labels = np.array([network.read(image).label for image in digits])
    _, outcomes = finish(make_attack("ddn"), network, Problem(digits, labels, "untargeted"))
    _, toward = finish(make_attack("ddn"), network, wrong_goals(network, digits))
    for outcome, label in zip(outcomes, labels, strict=True):
        assert outcome.goal is None
        assert outcome.fooled
        assert outcome.after.label != label
    assert np.mean([o.l2 for o in outcomes]) < np.mean([o.l2 for o in toward])


def test_an_attack_without_an_untargeted_form_says_so(network: Network, digits: Bytes) -> None:
    problem = Problem(digits, np.zeros(10, np.int64), "untargeted")
    with pytest.raises(ParameterError, match="needs a goal"):
        next(make_attack("penalty").run(network, problem, seed=0))


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), name=st.sampled_from(list(ATTACKS)))
def test_any_network_and_any_image_give_a_consistent_outcome(seed: int, name: str) -> None:
    network, images = random_network(seed=seed % 97), blots(2, seed)
    goals = np.random.default_rng(seed).integers(0, 10, 2)
    attack = make_attack(name, {"steps": 8})
    _, outcomes = finish(attack, network, Problem(images, goals), seed=seed)
    for outcome in outcomes:
        reached = network.read(outcome.adversarial).label == outcome.goal
        assert reached == (outcome.fooled or outcome.already)
        assert outcome.already == (outcome.before.label == outcome.goal)


@pytest.mark.parametrize("name", ATTACKS)
def test_every_parameter_is_described_and_its_default_is_within_its_limits(name: str) -> None:
    for row in parameter_table(ATTACKS[name]):
        assert row.title
        assert row.help.endswith(".")
        assert row.check(row.default) == row.default


def test_the_outcome_of_a_batch_is_that_of_each_image_alone(
    network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:4])
    _, together = finish(make_attack("ddn"), network, problem)
    for index, outcome in enumerate(together):
        part = Problem(problem.originals[index : index + 1], problem.goals[index : index + 1])
        _, (alone,) = finish(make_attack("ddn"), network, part)
        assert alone.fooled == outcome.fooled
        # The order of a sum differs by the last bit, and a pixel on the edge by one level.
        assert alone.l2 == pytest.approx(outcome.l2, rel=0.03)
