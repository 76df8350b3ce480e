"""The marks of a sheet are found as it lies, and what is no sheet is told in a sentence."""

from collections.abc import Callable

import numpy as np
import pytest

from advgui.core.errors import PhotoError
from advgui.core.images import Bytes
from advgui.core.world.camera import Photo
from advgui.core.world.marks import find_marks
from advgui.core.world.raster import rasterised
from tests.sheets import harsh_photo, page, photo


@pytest.mark.parametrize("taken", [photo, harsh_photo])
def test_the_marks_of_a_photo_are_found_to_half_a_pixel(taken: Callable[[], Photo]) -> None:
    one = taken()
    assert np.abs(find_marks(one.pixels).marks - one.marks).max() < 0.5


@pytest.mark.parametrize("turns", range(4))
def test_however_the_telephone_was_held_the_ring_comes_first(turns: int) -> None:
    marks = find_marks(np.ascontiguousarray(np.rot90(scan(), turns))).marks
    expected = find_marks(scan()).marks - np.array(scan().shape[::-1]) / 2 + 0.5
    quarter = np.array([[0, -1], [1, 0]])  # of a turn to the left, as y goes down
    for _ in range(turns):
        expected = expected @ quarter
    middle = np.array(np.rot90(scan(), turns).shape[::-1]) / 2 - 0.5
    np.testing.assert_allclose(marks - middle, expected, atol=0.05)


def scan() -> Bytes:
    return rasterised(page(), 100)


def refused(gray: Bytes) -> str:
    with pytest.raises(PhotoError) as told:
        find_marks(np.ascontiguousarray(gray))
    return str(told.value)


def test_a_sheet_that_is_cut_off_is_told() -> None:
    assert "all four round marks" in refused(scan()[:, :700])


def test_two_sheets_are_told() -> None:
    assert "two sheets" in refused(np.concatenate([scan(), scan()], axis=1))


def test_what_is_no_sheet_is_told() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (600, 800), dtype=np.uint8)
    assert "No sheet of advgui was found" in refused(noise)


def test_a_photo_of_one_gray_is_told() -> None:
    assert "more light" in refused(np.full((300, 400), 130, np.uint8))


def test_a_photo_without_a_sharp_edge_is_told() -> None:
    waves = 128 + 100 * np.sin(np.linspace(0, 12, 900))
    assert "too blurred" in refused(np.tile(waves.astype(np.uint8), (600, 1)))


def test_a_mirrored_sheet_is_no_sheet() -> None:
    assert refused(scan()[:, ::-1])
