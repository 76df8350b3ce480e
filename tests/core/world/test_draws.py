"""Draws are repeatable, stay within their ranges, and the first changes nothing."""

import numpy as np
import pytest

from advgui.core.images import to_floats
from advgui.core.world.draws import Draws, Ranges, drawn
from advgui.core.world.grain import Grain
from advgui.core.world.tone import Tone
from advgui.core.world.warp import Warp
from tests.random_networks import blots

NOTHING = Ranges(0, 0, 0, 0, 0, 0, 0)


def of(seed: int, count: int = 8, ranges: Ranges | None = None) -> Draws:
    return drawn(count, np.random.default_rng(seed), ranges)


def test_the_first_draw_is_the_image_itself_to_the_bit_and_no_other_is() -> None:
    images = to_floats(blots(3))
    seen = of(0)(images)
    np.testing.assert_array_equal(seen[0], images)
    assert (np.abs(seen[1:] - images).max(axis=(1, 2, 3)) > 0.01).all()


def test_a_seed_draws_the_same_again_and_another_seed_others() -> None:
    images = to_floats(blots(2))
    np.testing.assert_array_equal(of(5)(images), of(5)(images))
    assert (of(5)(images)[1:] != of(6)(images)[1:]).any(axis=(1, 2, 3)).all()


def test_an_image_is_seen_the_same_alone_and_among_others_in_one_draw_and_among_all() -> None:
    images, draws = to_floats(blots(4)), of(1)
    together = draws(images)
    np.testing.assert_allclose(draws(images[2:3])[:, 0], together[:, 2], atol=1e-6)
    np.testing.assert_allclose(draws.of(slice(3, 5))(images), together[3:5], atol=1e-6)
    pieces = np.concatenate([piece(images) for piece in draws.pieces(3)])
    np.testing.assert_allclose(pieces, together, atol=1e-6)


def test_what_is_seen_is_between_paper_and_ink() -> None:
    seen = of(2, 50)(to_floats(blots(2)))
    assert seen.min() >= 0
    assert seen.max() <= 1


def test_without_ranges_nothing_happens_in_any_draw() -> None:
    images = to_floats(blots(2))
    np.testing.assert_allclose(of(3, 5, NOTHING)(images), np.stack([images] * 5), atol=1e-6)


@pytest.mark.parametrize("degrees", [20.0, 5.0])
def test_turns_shifts_and_scales_fill_their_ranges_and_do_not_leave_them(degrees: float) -> None:
    warp = of(4, 500, Ranges(rotation_degrees=degrees)).stages[0]
    assert isinstance(warp, Warp)
    linear = np.linalg.inv(warp.maps[:, :, :2])
    scales = np.sqrt(np.linalg.det(linear))
    turns = np.rad2deg(np.arctan2(linear[:, 1, 0], linear[:, 0, 0]))
    shifts = -(linear @ warp.maps[:, :, 2:])[:, :, 0]
    far = np.hypot(*shifts.T)
    for numbers, low, high in [(turns, -degrees, degrees), (scales, 0.8, 1.2), (far, 0, 2)]:
        assert low <= numbers.min() < low + (high - low) * 0.05
        assert high - (high - low) * 0.05 < numbers.max() <= high


def test_tones_and_grain_do_so_too() -> None:
    tone, grain = of(4, 500).stages[2:4]
    assert isinstance(tone, Tone)
    assert 0.8 <= tone.factors.min() < 0.82
    assert 1.18 < tone.factors.max() <= 1.2
    assert isinstance(grain, Grain)
    strengths = grain.patterns.std(axis=(1, 2))
    assert strengths[0] == 0
    assert 0.09 < strengths.max() < 0.11
