"""What attacks share that see labels alone: where they start, what they ask, what is shown."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form
from advgui.core.attacks.queries.border import (
    AT_ONCE,
    NOISES,
    STARTS,
    Search,
    Together,
    directions,
    drawn_for,
    start,
    way_back,
)
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.core.attacks.queries.planes import told_by_a_plane
from tests.linear_networks import constant, gray, two_labels
from tests.random_networks import blots, random_network

BY_LABELS = ("boundary", "hopskipjump", "hopskipjump-linf")
RANDOM = np.random.default_rng


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_digits_drawn_as_what_is_wanted_are_asked_about_first_and_the_nearest_before_others(
    form: Form,
) -> None:
    labels = {render(digit.strokes).tobytes(): digit.label for digit in read_gallery()}
    problem = Problem(blots(2), np.array([4, 7]), form)
    for row in range(2):
        images, likely = drawn_for(problem, row)
        wanted = [(labels[image.tobytes()] == problem.goals[row]) for image in images]
        wanted = wanted if form == "targeted" else [not one for one in wanted]
        assert wanted == [True] * likely + [False] * (len(labels) - likely)
        far = ((to_floats(images) - to_floats(problem.originals[row])) ** 2).sum(axis=(1, 2))
        assert all(far[one] <= far[two] for one, two in pairwise(range(likely)))


def test_without_a_start_every_drawn_digit_and_some_noise_were_asked_about_once() -> None:
    problem = Problem(blots(1), np.array([4]))
    asked: list[Bytes] = []
    drawn, likely = drawn_for(problem, 0)
    search = start(to_floats(problem.originals[0]), drawn, likely, "l2", RANDOM(0))
    assert told_by_a_plane(search, np.zeros(784), 1, asked) is None
    images = np.concatenate(asked)
    assert len(np.unique(images, axis=0)) == len(images) == len(drawn) + NOISES
    assert len(asked[0]) == min(STARTS, likely)


@pytest.mark.parametrize("norm", ["l2", "linf"])
@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_the_way_back_ends_where_the_border_crosses_it(norm: Norm, seed: int) -> None:
    """On a plane w · x = gap it is known where."""
    random = RANDOM(seed)
    original = to_floats(random.integers(0, 100, (28, 28)).astype(np.uint8))
    image = to_floats(random.integers(150, 256, (28, 28)).astype(np.uint8))
    weights = random.uniform(0, 1, 784)  # of which every pixel comes nearer, rounded or not
    below, above = weights @ original.ravel(), weights @ image.ravel()
    gap = float(below + (above - below) * random.uniform(0.1, 0.9))
    asked: list[Bytes] = []
    found = told_by_a_plane(way_back(original, image, norm), weights, gap, asked)
    assert isinstance(found, np.ndarray)
    assert weights @ found.ravel() >= gap or (found == image).all()
    assert len(asked) <= 9
    away = image - original
    for share in np.linspace(0, 1, 2001):
        change = share * away if norm == "l2" else np.clip(away, -share, share)
        if weights @ (original + change).ravel() >= gap:
            break
    # The search ends within a level of each pixel, and half a one is rounded.
    assert np.abs(found - (original + change)).max() <= 2 / 255


@pytest.mark.parametrize("frequencies", [1, 5, 28])
def test_directions_have_length_1_and_no_higher_waves(frequencies: int) -> None:
    some = directions(7, frequencies, RANDOM(0))
    np.testing.assert_allclose((some**2).sum(axis=(1, 2)), 1, atol=1e-5)
    assert np.linalg.matrix_rank(some.reshape(7, -1), tol=1e-4) == min(7, frequencies**2)


@given(
    name=st.sampled_from(BY_LABELS), queries=st.integers(10, 120), seed=st.integers(0, 2**32 - 1)
)
@settings(max_examples=25, deadline=None)
def test_no_image_costs_more_than_the_budget_with_all_that_shows_and_judges_it(
    name: str, queries: int, seed: int
) -> None:
    network, images = random_network(seed=seed % 97), blots(3, seed)
    attack = make_attack(name, {"queries": queries})
    steps, outcomes = finish(attack, network, wrong_goals(network, images), seed)
    assert max(outcome.queries for outcome in outcomes) <= queries
    for before, after in pairwise(steps):
        assert before.queries is not None
        assert after.queries is not None
        assert (after.queries - before.queries).max() <= AT_ONCE + 1


@pytest.mark.parametrize("name", BY_LABELS)
def test_what_is_shown_only_comes_nearer_and_is_kept(
    name: str, network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits[:3])
    attack = make_attack(name, {"queries": 400})
    steps, outcomes = finish(attack, network, problem)
    far = np.stack([DISTANCES[attack.norm](s.images - steps[0].images) for s in steps])
    for row, outcome in enumerate(outcomes):
        found = far[far[:, row] > 0, row]
        assert (np.diff(found) <= 1e-6).all()
        assert outcome.fooled
        assert outcome.distance == pytest.approx(found[-1], rel=1e-5)


@pytest.mark.parametrize("name", BY_LABELS)
def test_without_a_start_it_could_not_move_and_is_told_so(name: str) -> None:
    network = constant()
    _, (outcome,) = finish(make_attack(name), network, Problem(blots(1), np.array([7])))
    assert not outcome.fooled
    assert outcome.stuck == "no start"
    assert outcome.queries < 100


@pytest.mark.parametrize("name", BY_LABELS)
def test_an_image_that_has_the_goal_is_not_searched(name: str, digits: Bytes) -> None:
    network = random_network()
    labels = network.logits(to_floats(digits[:3])).argmax(axis=-1)
    goals = np.where(np.arange(3) == 1, labels, (labels + 1) % 10)
    _, outcomes = finish(make_attack(name, {"queries": 60}), network, Problem(digits[:3], goals))
    assert [outcome.already for outcome in outcomes] == [False, True, False]
    assert outcomes[1].queries == 4  # for the attack, the verdict twice, and the first step


@pytest.mark.parametrize("name", BY_LABELS)
def test_what_comes_of_an_image_does_not_depend_on_what_is_beside_it(
    name: str, digits: Bytes
) -> None:
    network = random_network().astype(np.float64)
    problem = wrong_goals(network, digits[:4])
    attack = make_attack(name, {"queries": 150})
    _, together = finish(attack, network, problem)
    _, (alone,) = finish(attack, network, problem.of(slice(0, 1)))
    np.testing.assert_array_equal(together[0].adversarial, alone.adversarial)
    assert together[0].queries == alone.queries


def test_a_search_that_ends_at_once_leaves_the_others_alone() -> None:
    network, images = two_labels(np.ones(784), 500), gray(2)
    oracle = Oracle(network, 2, "labels")

    def search(row: int) -> Search:
        for level in range(140, 140 + 3 * row + 1):
            yield np.full((1, 28, 28), level, np.uint8)

    together = Together(oracle, Problem(images, np.ones(2, np.int64)), 100, "l2")
    steps = list(together.steps(search))
    assert len(steps) == 5
    assert oracle.queries.tolist() == [2, 5]
