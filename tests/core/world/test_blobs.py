"""Dark blobs: every connected piece once, and a disc is told from all else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.images import Bytes
from advgui.core.world.blobs import dark_blobs, local_means


def painted(*, radius: float = 5.5, hole: float = 0.0, squeeze: float = 1.0) -> Bytes:
    y, x = np.mgrid[:200, :300] + 0.5
    away = np.hypot((x - 150) * squeeze, y - 90)
    return np.where((away < radius) & (away >= hole), 30, 220).astype(np.uint8)


def sizes_by_walking(dark: np.ndarray) -> list[int]:
    """The sizes of the connected pieces, pixel by pixel."""
    left, sizes = set(map(tuple, np.argwhere(dark).tolist())), []
    while left:
        waiting, size = [left.pop()], 1
        while waiting:
            row, column = waiting.pop()
            near = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)}
            size += len(near & left)
            waiting += near & left
            left -= near
        sizes.append(size)
    return sorted(sizes)


@given(st.integers(0, 10_000), st.floats(0.2, 0.7))
def test_pieces_are_joined_as_one_would_by_walking_from_pixel_to_pixel(
    seed: int, share: float
) -> None:
    dark = np.random.default_rng(seed).random((14, 17)) < share
    gray = np.pad(np.where(dark, 0, 255).astype(np.uint8), 30, constant_values=255)
    assert sorted(dark_blobs(gray, 1).areas.astype(int).tolist()) == sizes_by_walking(dark)


def test_a_disc_is_full_seen_from_anywhere_and_a_ring_or_a_square_is_not() -> None:
    for squeeze in (0.5, 1.0, 1.8):
        (disc,) = dark_blobs(painted(squeeze=squeeze), 20).fullness
        assert disc > 0.97
    (ring,) = dark_blobs(painted(hole=2.7), 20).fullness
    assert 0.5 < ring < 0.7
    square = painted(radius=0)
    square[50:59, 50:59] = 20
    (full,) = dark_blobs(square, 20).fullness
    assert full < 0.97


def test_a_blob_is_where_it_is_and_as_dark_as_it_is() -> None:
    blobs = dark_blobs(painted(), 20)
    np.testing.assert_allclose(blobs.centres, [[149.5, 89.5]], atol=0.01)
    assert (blobs.levels[0], len(blobs)) == (30, 1)


def test_nothing_dark_is_no_blob() -> None:
    assert len(dark_blobs(np.full((50, 60), 200, np.uint8), 1)) == 0


def test_the_mean_about_a_pixel_is_of_what_there_is_at_an_edge() -> None:
    gray = np.random.default_rng(0).integers(0, 256, (9, 11), dtype=np.uint8)
    means = local_means(gray, 2)
    assert np.isclose(means[4, 5], gray[2:7, 3:8].mean())
    assert np.isclose(means[0, 10], gray[:3, 8:].mean())
