"""Homographies: what a plane becomes when it is looked at from somewhere.

Points are (..., 2) arrays of x and y, y going down.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def homography(here: Floats, there: Floats) -> Floats:
    """The matrix (3, 3) that takes four points (4, 2) to four others.

    No three of either four may lie on a line: raises ``numpy.linalg.LinAlgError`` where they do.
    Source: Hartley and Zisserman (2004), Multiple View Geometry, section 4.1.
    """
    x, y = here.T
    rows = np.zeros((8, 8))
    rows[:4, 0:3] = rows[4:, 3:6] = np.stack([x, y, np.ones(4)], axis=1)
    rows[:, 6:] = -np.tile(here, (2, 1)) * there.T.reshape(8, 1)
    return np.append(np.linalg.solve(rows, there.T.reshape(8)), 1.0).reshape(3, 3)


def mapped(matrix: Floats, points: Floats) -> Floats:
    """Where the points (..., 2) come to lie."""
    flat = points @ matrix[:, :2].T + matrix[:, 2]
    placed: Floats = flat[..., :2] / flat[..., 2:]
    return placed


def mapped_grid(matrix: Floats, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Where the points of a grid come to lie: their x and their y, (h, w), of w x and h y."""
    depth = matrix[2, 0] * x + (matrix[2, 1] * y + matrix[2, 2])[:, None]
    across = matrix[0, 0] * x + (matrix[0, 1] * y + matrix[0, 2])[:, None]
    down = matrix[1, 0] * x + (matrix[1, 1] * y + matrix[1, 2])[:, None]
    return across / depth, down / depth


def scale_at(matrix: Floats, point: Floats) -> float:
    """By how much lengths grow about a point (2,): the root of how much areas do."""
    depth = float(matrix[2, :2] @ point + matrix[2, 2])
    return float(np.sqrt(abs(np.linalg.det(matrix) / depth**3)))
