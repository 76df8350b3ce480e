"""Moved by whole pixels."""

import numpy as np

from advgui.core.defences.random_shift import RandomShift
from advgui.core.images import to_floats
from tests.random_networks import blots

IMAGES = to_floats(blots(3))
UNUSED = np.random.default_rng(0)


def test_the_image_is_moved_and_paper_comes_in() -> None:
    inner = np.zeros((1, 28, 28), np.float32)
    inner[0, 10:18, 12:15] = np.arange(24).reshape(8, 3) / 24
    for seed in range(20):
        moved = RandomShift(3).draw(np.random.default_rng(seed))(inner, UNUSED)
        ways = [
            (down, right)
            for down in range(-3, 4)
            for right in range(-3, 4)
            if np.array_equal(np.roll(inner, (down, right), (1, 2)), moved)
        ]
        assert len(ways) == 1


def test_every_way_within_reach_is_drawn_and_none_beyond() -> None:
    random, dot = np.random.default_rng(1), np.zeros((1, 28, 28), np.float32)
    dot[0, 14, 14] = 1
    shift = RandomShift(1)
    found = {tuple(np.argwhere(shift.draw(random)(dot, UNUSED)[0])[0]) for _ in range(200)}
    assert found == {(row, column) for row in (13, 14, 15) for column in (13, 14, 15)}


def test_a_gradient_moves_back() -> None:
    draw = RandomShift(4).draw(np.random.default_rng(2))
    gradient = np.random.default_rng(3).random(IMAGES.shape, np.float32)
    forth, back = draw(IMAGES, UNUSED), draw.backward(IMAGES, gradient)
    np.testing.assert_allclose((forth * gradient).sum(), (IMAGES * back).sum(), rtol=1e-5)
    assert not np.array_equal(forth, IMAGES)
