"""A plane seen from somewhere: four points say all of it."""

import numpy as np
import pytest

from advgui.core.world.homography import homography, mapped, mapped_grid, scale_at

SQUARE = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0]])
SEEN = np.array([[10.0, 12.0], [50.0, 9.0], [44.0, 30.0], [13.0, 28.0]])


def test_the_four_points_come_to_lie_where_they_should() -> None:
    np.testing.assert_allclose(mapped(homography(SQUARE, SEEN), SQUARE), SEEN, atol=1e-9)


def test_a_grid_comes_to_lie_where_each_of_its_points_does() -> None:
    matrix, x, y = homography(SQUARE, SEEN), np.array([0.0, 0.5, 1.7]), np.array([0.2, 0.9])
    points = np.stack(np.meshgrid(x, y), axis=-1)
    seen = np.stack(mapped_grid(matrix, x, y), axis=-1)
    np.testing.assert_allclose(seen, mapped(matrix, points), atol=1e-12)


def test_a_straight_line_stays_straight() -> None:
    line = np.stack([np.linspace(0, 2, 5), np.linspace(0, 1, 5)], axis=1)
    x, y = (seen := mapped(homography(SQUARE, SEEN), line)).T
    assert np.linalg.matrix_rank(np.stack([x - seen[0, 0], y - seen[0, 1]]), tol=1e-6) == 1


def test_lengths_grow_as_little_squares_do() -> None:
    matrix, small = homography(SQUARE, SEEN), SQUARE * (5e-4, 1e-3) + (0.7, 0.3)
    x, y = mapped(matrix, small).T
    area = abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
    assert scale_at(matrix, np.array([0.7005, 0.3005])) == pytest.approx(np.sqrt(area) / 1e-3)


def test_three_points_on_a_line_are_no_view() -> None:
    with pytest.raises(np.linalg.LinAlgError):
        homography(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [0.0, 0.0]]), SEEN)
