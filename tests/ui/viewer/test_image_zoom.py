"""A part of an image is never beside it, and a point stays the pixel that it was."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from advgui.ui.viewer.image_zoom import CLOSEST, ImageZoom

SQUARE = QRectF(10, 20, 280, 280)


def test_all_of_an_image_is_seen_at_first() -> None:
    assert ImageZoom().is_whole
    assert ImageZoom().pixel_at(QPointF(10, 20), SQUARE) == (0, 0)
    assert ImageZoom().pixel_at(QPointF(289, 299), SQUARE) == (27, 27)
    assert ImageZoom().pixel_at(QPointF(290, 299), SQUARE) is None


@pytest.mark.parametrize("place", [(0.1, 0.9), (0.5, 0.5), (1.0, 0.0)])
def test_what_is_below_the_mouse_stays_there_when_it_zooms(place: tuple[float, float]) -> None:
    across, down = place
    near = ImageZoom().about(across, down, 14).about(across, down, 9)
    assert near.span == 9
    assert near.left + across * near.span == pytest.approx(28 * across)
    assert near.top + down * near.span == pytest.approx(28 * down)


def test_it_is_neither_zoomed_out_of_the_image_nor_into_nothing() -> None:
    assert ImageZoom().about(0.3, 0.3, 100) == ImageZoom()
    assert ImageZoom().about(0.3, 0.3, 0.01).span == CLOSEST


def test_it_is_moved_no_farther_than_to_the_edge() -> None:
    near = ImageZoom().about(0.5, 0.5, 10)
    assert near.moved(-100, 3).left == 0
    assert near.moved(100, 100).seen == QRectF(18, 18, 10, 10)


def test_a_pixel_outside_comes_into_sight_with_the_least_movement() -> None:
    near = ImageZoom(10, 5, 5)
    assert near.showing((5, 14)) == near
    assert near.showing((4, 15)) == ImageZoom(10, 6, 4)


def test_a_pixel_is_where_it_is_found() -> None:
    near = ImageZoom(10, 5, 5)
    middle = near.area_of((7, 12), SQUARE).center()
    assert near.pixel_at(middle, SQUARE) == (7, 12)
