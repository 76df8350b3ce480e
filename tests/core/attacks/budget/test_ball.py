"""A ball lets through the nearest perturbation that is allowed, also once it is of bytes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from advgui.core.attacks.budget.ball import BALLS, Ball, L1Ball, L2Ball, LinfBall
from advgui.core.attacks.objective import DISTANCES, Norm
from advgui.core.images import Array, Bytes, to_floats
from tests.random_networks import blots

Floats = NDArray[np.float64]
norms = st.sampled_from(list(BALLS))
seeds = st.integers(0, 2**32 - 1)
#: Budgets that a few pixels use up, and that hold nearly everything.
BUDGETS: dict[Norm, tuple[float, ...]] = {
    "linf": (0.004, 0.1, 0.3, 1.0),
    "l2": (0.1, 1.0, 5.0, 28.0),
    "l1": (0.5, 10.0, 100.0, 784.0),
}


def ball(norm: Norm, seed: int) -> Ball:
    return BALLS[norm](BUDGETS[norm][seed % 4])


def wild(seed: int, count: int = 3) -> tuple[Bytes, Array]:
    """Originals, and perturbations of all sizes, some of whose pixels are 0."""
    random = np.random.default_rng(seed)
    size = 10.0 ** random.uniform(-2, 1)
    changes = random.normal(0, size, (count, 28, 28)) * (random.uniform(size=(count, 28, 28)) < 0.7)
    return blots(count, seed), changes.astype(np.float32)


def bisected(norm: Norm, change: Floats, original: Floats, most: float) -> Floats:
    """The nearest allowed perturbation, by halving until its one number is exact."""

    def at(number: float) -> Floats:
        if norm == "l2":  # what the KKT conditions leave of each pixel: a share of it, cut off
            return np.clip(change * number, -original, 1 - original)
        size = np.maximum(np.abs(change) - (1 - number) * np.abs(change).max(), 0)
        made: Floats = np.clip(np.sign(change) * size, -original, 1 - original)
        return made

    def length(found: Floats) -> float:
        return float(np.linalg.norm(found.ravel(), 2 if norm == "l2" else 1))

    low, high = 0.0, 1.0
    if length(at(high)) <= most:
        return at(high)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if length(at(middle)) <= most else (low, middle)
    return at(low)


@given(norm=norms, seed=seeds)
def test_a_projection_is_that_of_a_slow_search(norm: Norm, seed: int) -> None:
    some, (originals, changes) = ball(norm, seed), wild(seed)
    whole = to_floats(originals)
    found = some.project(changes, whole)
    for row, (change, original) in enumerate(zip(changes, whole, strict=True)):
        change, original = change.astype(np.float64), original.astype(np.float64)
        if norm == "linf":
            wanted = np.array(
                [
                    max(-some.size, -o, min(some.size, 1 - o, c))
                    for o, c in zip(original.ravel(), change.ravel(), strict=True)
                ]
            ).reshape(28, 28)
        else:
            wanted = bisected(norm, change, original, some.size)
        np.testing.assert_allclose(found[row], wanted, atol=2e-5)


@given(norm=norms, seed=seeds)
def test_nothing_that_is_allowed_is_nearer_than_a_projection(norm: Norm, seed: int) -> None:
    """<z - p, y - p> <= 0 for every allowed y, which only the nearest p has."""
    some, (originals, changes) = ball(norm, seed), wild(seed)
    whole, random = to_floats(originals), np.random.default_rng(seed)
    near = some.project(changes, whole).astype(np.float64)
    for _ in range(5):
        other = some.project(some.inside(whole, random) * np.float32(random.uniform(0, 9)), whole)
        products = ((changes - near) * (other - near)).sum(axis=(1, 2))
        assert (products <= 1e-4 * (1 + np.abs(changes).sum(axis=(1, 2)))).all()


@given(norm=norms, seed=seeds)
def test_valid_images_are_inside_box_and_budget_on_the_bytes(norm: Norm, seed: int) -> None:
    some, (originals, changes) = ball(norm, seed), wild(seed)
    allowed = some.project(changes, to_floats(originals))
    made = some.rounded(allowed, originals)
    assert made.dtype == np.uint8
    levels = made.astype(np.int64) - originals
    # No level more than the allowed perturbation, rounded: also none over the box's edge.
    assert (np.abs(levels - allowed * 255.0) <= 1.001).all()
    for change in levels:
        if norm == "linf":
            assert np.abs(change).max() <= some.budget * 255 + 1e-9
        elif norm == "l2":
            assert (change**2).sum() <= (some.budget * 255) ** 2 + 1e-6
        else:
            assert np.abs(change).sum() <= some.budget * 255 + 1e-9


@given(norm=norms, seed=seeds)
def test_hardly_any_of_a_budget_is_lost_to_the_bytes(norm: Norm, seed: int) -> None:
    originals, changes = wild(seed)
    some = BALLS[norm](BUDGETS[norm][1])
    allowed = some.project(changes, to_floats(originals))
    if DISTANCES[norm](allowed).min() < 0.999 * some.size:
        return
    used = DISTANCES[norm](to_floats(some.rounded(allowed, originals)) - to_floats(originals))
    # A pixel next to none is a level or nothing: of many such, more is lost than of a few.
    assert (used > (0.9 if norm == "l1" else 0.98) * some.size).all()


@given(norm=norms, seed=seeds)
def test_what_is_drawn_is_inside(norm: Norm, seed: int) -> None:
    some, originals = ball(norm, seed), to_floats(blots(3, seed))
    drawn = some.inside(originals, np.random.default_rng(seed))
    assert (DISTANCES[norm](drawn) <= some.size * (1 + 1e-5)).all()
    assert (originals + drawn >= 0).all()
    assert (originals + drawn <= 1).all()


@pytest.mark.parametrize("norm", BALLS)
def test_what_is_drawn_fills_the_ball_evenly(norm: Norm) -> None:
    """The share inside a smaller ball of the same form is that of their volumes."""
    some, gray = BALLS[norm](0.2), np.full((400, 28, 28), 0.5, np.float32)
    drawn = DISTANCES[norm](some.inside(gray, np.random.default_rng(0))) / some.size
    for share in (0.25, 0.5, 0.75):
        assert np.mean(drawn < share ** (1 / 784)) == pytest.approx(share, abs=0.08)


@given(norm=norms, seed=seeds)
def test_a_step_has_size_one_and_climbs(norm: Norm, seed: int) -> None:
    originals, gradient = wild(seed)
    whole = to_floats(originals)
    step = BALLS[norm](1.0).steepest(gradient, np.zeros_like(whole), whole)
    np.testing.assert_allclose(DISTANCES[norm](step), 1, rtol=1e-4)
    assert ((step * gradient).sum(axis=(1, 2)) > 0).all()
    nothing = BALLS[norm](1.0).steepest(np.zeros_like(gradient), np.zeros_like(whole), whole)
    assert not nothing.any()


def test_a_budget_is_what_was_typed_in_whole_levels() -> None:
    assert [round(LinfBall(size).size * 255) for size in (0.05, 0.1, 0.2, 0.3)] == [12, 25, 51, 76]
    assert [round(LinfBall(levels / 255).size * 255) for levels in range(256)] == list(range(256))
    assert L1Ball(10.0).size == 10.0
    assert L2Ball(1.5).size == 1.5


def test_a_step_of_few_pixels_takes_none_that_cannot_move() -> None:
    white = np.ones((1, 28, 28), np.float32)
    gradient = np.linspace(-1, 100, 784, dtype=np.float32).reshape(1, 28, 28)
    step = L1Ball(1.0).steepest(gradient, np.zeros_like(white), white)
    assert (step <= 0).all()
    assert (step < 0).any()
