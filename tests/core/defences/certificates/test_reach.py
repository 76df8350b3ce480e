"""How far an image must move until a weighted sum of its pixels has changed by so much."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences.certificates.reach import Floats, Norm, radii_of, reach, widths

PIXELS = 30
NORMS: tuple[Norm, ...] = ("linf", "l2")


def problem(seed: int) -> tuple[Floats, Floats, Floats]:
    """Sums, slopes and an image of which some pixels cannot move to one side."""
    random = np.random.default_rng(seed)
    image = np.clip(random.normal(0.4, 0.5, PIXELS), 0, 1)
    return random.uniform(0.1, 3.0, 5), random.normal(size=(5, PIXELS)), image


def size(norm: Norm, changes: Floats) -> Floats:
    result: Floats = (
        np.abs(changes).max(axis=-1) if norm == "linf" else np.linalg.norm(changes, axis=-1)
    )
    return result


def most(slopes: Floats, image: Floats, radius: float, norm: Norm) -> float:
    """By how much one sum can fall, found by trying how much all pixels give way."""
    room = np.where(slopes > 0, image, 1 - image)
    rates = np.ones(PIXELS) if norm == "linf" else np.abs(slopes)
    moved = np.minimum(np.geomspace(1e-4, 30, 6_001)[:, None] * rates, room)
    return float((moved @ np.abs(slopes))[size(norm, moved) <= radius].max())


@pytest.mark.parametrize("norm", NORMS)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_image_on_the_radius_is_in_the_box_and_has_come_to_zero(norm: Norm, seed: int) -> None:
    sums, slopes, image = problem(seed)
    radii, changes, _ = reach(sums, slopes, image, norm, steps=60)
    there = image + changes
    assert (there >= -1e-12).all()
    assert (there <= 1 + 1e-12).all()
    reached = np.isfinite(radii)
    left = sums + (slopes * changes).sum(axis=1)
    np.testing.assert_allclose(left[reached], 0, atol=1e-6)
    np.testing.assert_allclose(size(norm, changes)[reached], radii[reached], rtol=1e-6)
    assert (left[~reached] > 0).all()  # as far as the box goes


@pytest.mark.parametrize("norm", NORMS)
@given(seed=st.integers(0, 2**32 - 1), steps=st.integers(0, 9))
def test_no_image_within_a_radius_comes_to_zero_after_however_few_steps(
    norm: Norm, seed: int, steps: int
) -> None:
    sums, slopes, image = problem(seed)
    exact = reach(sums, slopes, image, norm, steps=60).radii
    assert (reach(sums, slopes, image, norm, steps).radii <= exact * (1 + 1e-9)).all()


@pytest.mark.parametrize("norm", NORMS)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_sum_that_cannot_come_to_zero_leaves_the_others_exact(norm: Norm, seed: int) -> None:
    sums, slopes, image = problem(seed)
    sums[0] = 1e3
    radii, changes, _ = reach(sums, slopes, image, norm, steps=60)
    alone = reach(sums[1:], slopes[1:], image, norm, steps=60)
    assert radii[0] == np.inf
    np.testing.assert_allclose(radii[1:], alone.radii, rtol=1e-6)
    np.testing.assert_allclose(changes[1:], alone.changes, atol=1e-6)


def test_a_sum_that_is_gone_has_no_radius() -> None:
    _, slopes, image = problem(0)
    assert reach(np.array([0.0, -1.0]), slopes[:2], image, "l2").radii.tolist() == [0, 0]


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("radius", [0.05, 0.4])
def test_widths_are_what_a_sum_can_fall_and_rise_by(norm: Norm, radius: float) -> None:
    _, slopes, image = problem(3)
    less, more = widths(slopes[:2], image, radius, norm)
    for row, one in enumerate(slopes[:2]):
        for found, expected in (
            (less[row], most(one, image, radius, norm)),
            (more[row], most(-one, image, radius, norm)),
        ):
            assert found >= expected - 1e-9
            assert found == pytest.approx(expected, rel=5e-3)


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("steps", [1, 3, 60])
@given(seed=st.integers(0, 2**32 - 1))
def test_radii_alone_are_those_that_are_told_with_their_changes(
    norm: Norm, steps: int, seed: int
) -> None:
    sums, slopes, image = problem(seed)
    radii, _, shared = reach(sums, slopes, image, norm, steps)
    alone = radii_of(sums, slopes, image, norm, steps)
    assert np.allclose(alone.radii, radii)
    assert np.allclose(alone.shared, shared)
