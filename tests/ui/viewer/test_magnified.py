"""Enlarged pixels have the very colours of their values, and numbers where they can be read."""

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from advgui.ui.viewer.image_zoom import ImageZoom
from advgui.ui.viewer.magnified import Magnified, MagnifiedImages, numbers_font, span_for_numbers
from advgui.ui.viewer.tile_looks import TileImage
from tests.ui.qimages import rgb

GRAY = np.arange(784).reshape(28, 28).astype(np.uint8)


def test_every_pixel_is_a_square_of_its_gray(qapp: QApplication) -> None:
    shown = rgb(Magnified(TileImage.gray(GRAY), ImageZoom(), 280, 1.0, False).painted().toImage())
    np.testing.assert_array_equal(shown[5::10, 5::10, 0], GRAY)
    np.testing.assert_array_equal(shown[1::10, 8::10, 1], GRAY)


def test_a_part_shows_the_pixels_that_are_in_it(qapp: QApplication) -> None:
    zoom = ImageZoom(14, 7, 3)
    shown = rgb(Magnified(TileImage.gray(GRAY), zoom, 280, 1.0, False).painted().toImage())
    np.testing.assert_array_equal(shown[10::20, 10::20, 0], GRAY[3:17, 7:21])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_it_fills_its_square_on_any_screen(qapp: QApplication, ratio: float) -> None:
    painted = Magnified(TileImage.gray(GRAY), ImageZoom(), 280, ratio, False).painted()
    assert painted.width() == round(280 * ratio)
    assert painted.deviceIndependentSize().width() == 280


def test_numbers_are_written_only_where_every_one_of_them_fits(qapp: QApplication) -> None:
    image = TileImage.difference(GRAY.astype(np.int16) - 255)
    assert numbers_font(image, 8) is None
    font = numbers_font(image, 40)
    assert font is not None
    assert QFontMetricsF(font).horizontalAdvance("\u2212255") <= 40


@pytest.mark.parametrize("side", [336, 420, 756])
def test_there_is_room_for_numbers_once_one_has_zoomed_for_them(
    qapp: QApplication, side: float
) -> None:
    image = TileImage.difference(GRAY.astype(np.int16) - 255)
    assert numbers_font(image, side / span_for_numbers(side)) is not None


def test_a_number_leaves_the_ground_of_its_pixel_and_is_seen_on_it(qapp: QApplication) -> None:
    image = TileImage.gray(GRAY)
    plain = rgb(Magnified(image, ImageZoom(14), 560, 1.0, False).painted().toImage()).astype(int)
    told = rgb(Magnified(image, ImageZoom(14), 560, 1.0, False, True).painted().toImage())
    np.testing.assert_array_equal(told[2::40, 2::40], plain[2::40, 2::40])
    for row, column in np.ndindex(14, 14):
        part = np.s_[row * 40 : row * 40 + 40, column * 40 : column * 40 + 40]
        assert np.abs(told[part].astype(int) - plain[part]).max() > 80


def test_what_was_painted_is_not_painted_again(qapp: QApplication) -> None:
    images = MagnifiedImages()
    wanted = Magnified(TileImage.gray(GRAY), ImageZoom(), 84, 1.0, False)
    first = images(wanted).cacheKey()
    assert (
        images(Magnified(TileImage.gray(GRAY.copy()), ImageZoom(), 84, 1.0, False)).cacheKey()
        == first
    )
    for span in range(5, 25):
        images(Magnified(TileImage.gray(GRAY), ImageZoom(float(span)), 84, 1.0, False))
    assert images(wanted).cacheKey() != first
