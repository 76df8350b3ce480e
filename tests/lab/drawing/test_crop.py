"""What is kept of a photo stays in it, keeps a least size, and turns with the photo."""

import numpy as np
import pytest

from advgui.core.digits.photo import PhotoView, cropped, turned
from advgui.lab.drawing.crop import (
    LEAST,
    WHOLE,
    Crop,
    between,
    crop_words,
    moved,
    pulled,
    tilted,
    turned_left,
)

MIDDLE = (0.2, 0.3, 0.6, 0.9)


def about(crop: Crop) -> object:
    return pytest.approx(crop)


def test_a_rectangle_is_drawn_from_any_corner_and_ends_at_the_photo() -> None:
    assert between(0.6, 0.9, 0.2, 0.3) == MIDDLE
    assert between(0.5, 0.5, 7.0, -1.0) == (0.5, 0.0, 1.0, 0.5)


def test_a_click_and_a_line_take_the_whole() -> None:
    assert between(0.5, 0.5, 0.5, 0.5) == WHOLE
    assert between(0.1, 0.5, 0.9, 0.51) == WHOLE


def test_it_moves_as_far_as_there_is_photo() -> None:
    assert moved(MIDDLE, 0.1, -0.1) == about((0.3, 0.2, 0.7, 0.8))
    assert moved(MIDDLE, 9, 9) == about((0.6, 0.4, 1.0, 1.0))
    assert moved(MIDDLE, -9, -9) == about((0.0, 0.0, 0.4, 0.6))
    assert moved(WHOLE, 0.2, 0.2) == WHOLE


def test_edges_are_pulled_to_the_photo_or_close_to_each_other() -> None:
    assert pulled(MIDDLE, (-1, 0), 0.1, 0.1) == about((0.3, 0.3, 0.6, 0.9))
    assert pulled(MIDDLE, (1, 1), 9, 9) == about((0.2, 0.3, 1.0, 1.0))
    assert pulled(MIDDLE, (-1, -1), -9, -9) == about((0.0, 0.0, 0.6, 0.9))
    assert pulled(MIDDLE, (1, 0), -9, 0) == about((0.2, 0.3, 0.2 + LEAST, 0.9))
    assert pulled(MIDDLE, (0, -1), 0, 9) == about((0.2, 0.9 - LEAST, 0.6, 0.9))


@pytest.mark.parametrize("quarters", [0, 1, 2, 3, -1])
def test_the_same_pixels_are_kept_of_a_photo_turned_by_quarters(quarters: int) -> None:
    gray = np.arange(4000, dtype=np.uint32).astype(np.uint8).reshape(40, 100)
    kept = cropped(gray, PhotoView(crop=MIDDLE))
    view = PhotoView(turns=quarters, crop=turned_left(MIDDLE, quarters))
    assert np.array_equal(cropped(turned(gray, view), view), np.rot90(kept, quarters))


@pytest.mark.parametrize("degrees", [-30, 20, 45])
def test_the_same_place_is_kept_of_a_photo_turned_by_degrees(degrees: int) -> None:
    gray = np.zeros((200, 300), np.uint8)
    gray[55:65, 215:225] = 255
    after = turned(gray, PhotoView(angle=degrees))
    crop = tilted((0.65, 0.2, 0.8167, 0.4), gray.shape, after.shape, degrees)
    dot = cropped(after, PhotoView(crop=crop))
    assert dot.shape == pytest.approx((40, 50), abs=2)
    assert np.argwhere(dot > 100).mean(axis=0) == pytest.approx((20, 25), abs=2)
    assert dot.sum(dtype=float) == pytest.approx(gray.sum(dtype=float), rel=0.02)


def test_of_a_turned_photo_no_more_is_kept_than_there_is() -> None:
    crop = tilted((0.0, 0.0, 0.3, 0.99), (100, 100), (120, 90), 30)
    assert all(0 <= share <= 1 for share in crop)
    assert tilted(WHOLE, (100, 100), (120, 90), 30) == WHOLE


def test_it_is_told_in_words() -> None:
    assert crop_words(WHOLE) == "The whole photo is kept"
    assert crop_words(MIDDLE) == (
        "Kept is from 20\xa0% to 60\xa0% from the left, and from 30\xa0% to 90\xa0% from the top"
    )
