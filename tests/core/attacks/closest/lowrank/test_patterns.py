"""Sums of patterns are images, and their distances are had without making one."""

import numpy as np
import pytest

from advgui.core.attacks.closest.lowrank.patterns import Patterns
from advgui.core.images import Array, l2


@pytest.fixture
def patterns() -> Patterns:
    random = np.random.default_rng(0)
    reference = random.random((4, 28, 28)).astype(np.float32)
    rows, starts = (random.normal(size=(count, 784)).astype(np.float32) for count in (3, 4))
    return Patterns.over(reference, rows, starts)


CONTENT: Array = np.random.default_rng(1).normal(size=(5, 4, 4)).astype(np.float32)


def test_an_image_is_its_reference_its_patterns_and_its_start(patterns: Patterns) -> None:
    images = patterns.images(CONTENT)
    assert images.shape == (5, 4, 28, 28)
    amounts, share = CONTENT[2, 1, :3], CONTENT[2, 1, 3]
    sums = amounts @ patterns.patterns + share * patterns.starts[1]
    np.testing.assert_allclose(
        images[2, 1], patterns.reference[1] + sums.reshape(28, 28), rtol=1e-4
    )


def test_some_rows_are_made_as_they_are_among_all(patterns: Patterns) -> None:
    rows = np.array([3, 0])
    some = patterns.images(CONTENT[1, rows], rows)
    np.testing.assert_array_equal(some, patterns.images(CONTENT)[1, rows])


def test_distances_are_those_of_the_images(patterns: Patterns) -> None:
    apart = l2(patterns.images(CONTENT) - patterns.reference)
    np.testing.assert_allclose(np.sqrt(patterns.squares(CONTENT)), apart, rtol=1e-4)
    alone = patterns.squares(CONTENT[:, 2], 2)
    np.testing.assert_allclose(alone, patterns.squares(CONTENT)[:, 2], rtol=1e-4)


def test_nothing_added_is_no_distance_at_all(patterns: Patterns) -> None:
    nothing = np.zeros((1, 4, 4), np.float32)
    assert not patterns.squares(nothing).any()
    np.testing.assert_array_equal(patterns.images(nothing)[0], patterns.reference)
