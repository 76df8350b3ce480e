"""Strokes that bend: smoothly, never farther than a control point, and as another hand would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.digits.bending import SPACING, Bending, redrawn
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.zoo import load_shipped
from tests.scribbles import scribbles


@given(seed=some.integers(0, 2**32 - 1))
def test_no_point_goes_farther_than_a_control_point_and_none_is_lost(seed: int) -> None:
    (ink,) = scribbles(1, seed)
    bending = Bending(ink)
    moves = np.random.default_rng(seed).normal(size=(bending.count, 2))
    still, bent = bending.bent(np.zeros_like(moves)), bending.bent(moves)
    farthest = np.hypot(*moves.T).max()
    for before, after in zip(still, bent, strict=True):
        assert np.hypot(*(after - before)[:, :2].T).max() <= farthest * (1 + 1e-12)
        np.testing.assert_array_equal(after[:, 2:], before[:, 2:])


@given(seed=some.integers(0, 2**32 - 1))
def test_all_control_points_together_move_the_digit_as_it_is(seed: int) -> None:
    (ink,) = scribbles(1, seed)
    bending = Bending(ink)
    still = bending.bent(np.zeros((bending.count, 2)))
    moved = bending.bent(np.tile([3.0, -2.0], (bending.count, 1)))
    for before, after in zip(still, moved, strict=True):
        np.testing.assert_allclose(after[:, :2] - before[:, :2], [[3.0, -2.0]] * len(before))


def test_a_bend_of_nothing_draws_the_same_digit() -> None:
    for digit in read_gallery():
        ink = Ink(digit.strokes)
        bending = Bending(ink)
        same = Ink(bending.bent(np.zeros((bending.count, 2))))
        assert np.abs(1.0 * same.image() - ink.image()).max() <= 3


def test_a_straight_line_has_a_control_point_at_each_end_and_every_so_often_between() -> None:
    line = Ink((np.array([[0.0, 0.0], [0.0, 1.0]]),))
    pixels = line.length / line.pixel
    assert Bending(line).count == round(pixels / SPACING) + 1
    bent = Bending(line).bent(np.array([[0.0, 0.0]] * 2 + [[0.1, 0.0]] + [[0.0, 0.0]] * 2))
    assert bent[0][:, 0].max() == pytest.approx(0.1)
    assert bent[0][[0, -1], 0].tolist() == [0.0, 0.0]


def test_the_same_hand_draws_the_same_and_another_one_does_not() -> None:
    ink = Ink(read_gallery()[3].strokes)
    one, same, other = (
        redrawn(ink, 0.01, np.random.default_rng(seed)).image() for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_a_plain_digit_is_still_read_when_it_is_redrawn() -> None:
    network, random = load_shipped("convolutional"), np.random.default_rng(0)
    read = [
        network.read(redrawn(Ink(digit.strokes), 0.01, random).image()).label == digit.label
        for digit in read_gallery()
    ]
    assert np.mean(read) >= 0.95


def test_very_much_ink_gets_few_points_more() -> None:
    random = np.random.default_rng(0)
    ink = Ink((random.random((2000, 2)),))
    bending = Bending(ink)
    (stroke,) = bending.bent(np.zeros((bending.count, 2)))
    assert 2000 <= len(stroke) <= 2000 + 2 * 2000
