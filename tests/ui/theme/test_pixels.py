import gc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advgui.core.images import Bytes
from advgui.ui.theme.pixels import (
    FIXED,
    Scale,
    draw_pixels,
    gray_image,
    inked_image,
    signed_colours,
    signed_image,
    whole_square,
)
from advgui.ui.theme.tokens import LIGHT
from tests.ui.qimages import rgb

images = arrays(np.uint8, st.tuples(st.integers(1, 30), st.integers(1, 30)))


@given(images)
def test_a_gray_image_has_every_pixel_in_its_place(pixels: Bytes) -> None:
    shown = rgb(gray_image(pixels))
    np.testing.assert_array_equal(shown, np.repeat(pixels[..., None], 3, axis=2))


def test_a_gray_image_owns_its_bytes() -> None:
    pixels = np.full((28, 28), 7, np.uint8)
    image = gray_image(pixels)
    pixels[:] = 99
    del pixels
    gc.collect()
    assert np.unique(rgb(image)).tolist() == [7]


def test_an_image_that_is_not_contiguous_is_shown_as_it_is() -> None:
    pixels = np.arange(28 * 28, dtype=np.uint32).astype(np.uint8).reshape(28, 28).T
    np.testing.assert_array_equal(rgb(gray_image(pixels))[..., 0], pixels)


@pytest.mark.parametrize("dark", [False, True])
def test_the_signed_scale_is_quiet_at_zero_and_blue_and_red_at_its_ends(dark: bool) -> None:
    table = signed_colours(dark).astype(int)
    zero = table[128]
    assert np.ptp(zero) < 10, "zero has no hue"
    assert table[0, 2] > table[0, 0] + 80, "below is blue"
    assert table[255, 0] > table[255, 2] + 80, "above is red"
    away = np.abs(table - zero).sum(axis=1)
    assert (np.diff(away[:129]) <= 0).all()
    assert (np.diff(away[128:]) >= 0).all()


def test_a_signed_image_has_the_full_colour_at_its_peak() -> None:
    difference = np.array([[-40, -10, 0, 10, 40, 200]], dtype=np.int16)
    shown = rgb(signed_image(difference, dark=False, scale=Scale(40)))[0]
    table = signed_colours(False)
    assert shown[2].tolist() == [255, 255, 255]
    assert shown[4].tolist() == shown[5].tolist() == table[255].tolist()
    assert shown[0].tolist() == table[1].tolist()
    assert shown[1, 2] > shown[1, 0]
    assert shown[3, 0] > shown[3, 2]


def test_an_inked_image_runs_from_paper_to_ink() -> None:
    pixels = np.array([[0, 255]], dtype=np.uint8)
    paper, ink = QColor("#fefefe"), QColor("#102030")
    shown = rgb(inked_image(pixels, paper=paper, ink=ink))[0]
    assert shown.tolist() == [[0xFE] * 3, [0x10, 0x20, 0x30]]


@given(
    st.floats(56, 900), st.floats(56, 900), st.floats(0, 50), st.sampled_from([1.0, 1.25, 1.5, 2])
)
def test_each_pixel_of_an_image_gets_a_whole_number_of_the_screens(
    width: float, height: float, offset: float, ratio: float
) -> None:
    room = QRectF(offset, offset / 2, width, height)
    square = whole_square(room, 28, ratio)
    multiple = square.width() * ratio / 28
    assert multiple == pytest.approx(round(multiple))
    assert square.width() == square.height() <= min(width, height) + 1e-6
    assert square.left() * ratio == pytest.approx(round(square.left() * ratio), abs=1e-6)
    assert min(width, height) - square.width() < 28 / ratio + 1e-6
    assert abs(square.center().x() - room.center().x()) <= 0.5 / ratio + 1e-6


def test_a_room_too_small_for_whole_pixels_is_filled() -> None:
    assert whole_square(QRectF(0, 0, 20, 30), 28, 1.0).width() == 20


@pytest.mark.parametrize("ratio", [1, 2])
def test_an_enlarged_image_has_no_colours_in_between(ratio: int) -> None:
    pixels = (np.indices((28, 28)).sum(axis=0) % 2 * 255).astype(np.uint8)
    screen = QImage(100 * ratio, 100 * ratio, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(LIGHT.window)
    painter = QPainter(screen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    square = whole_square(QRectF(0, 0, 100, 100), 28, ratio)
    draw_pixels(painter, square, gray_image(pixels))
    painter.end()
    left, side = round(square.left() * ratio), round(square.width() * ratio)
    shown = rgb(screen)[left : left + side, left : left + side, 0]
    np.testing.assert_array_equal(shown, np.kron(pixels, np.ones((side // 28, side // 28))))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_image_is_sharp_at_every_size_and_scale(ratio: float) -> None:
    image = np.random.default_rng(1).integers(0, 256, (28, 28), dtype=np.uint8)
    for multiple in (3, 2, 5, 2):
        side = 28 * multiple
        into = QImage(side, side, QImage.Format.Format_RGB32)
        into.setDevicePixelRatio(ratio)
        painter = QPainter(into)
        square = QRectF(0, 0, side / ratio, side / ratio)
        draw_pixels(painter, square, gray_image(image))
        painter.end()
        rows = np.frombuffer(into.constBits(), np.uint8).reshape(side, side, 4)[..., 0]
        np.testing.assert_array_equal(rows, np.kron(image, np.ones((multiple, multiple), np.uint8)))


def test_on_the_fixed_scale_a_larger_change_has_more_colour_and_a_small_one_has_some() -> None:
    shares = FIXED.shares(np.array([-255, -43, 0, 3, 43, 171, 255]))
    assert (np.diff(shares) > 0).all()
    assert (shares[0], shares[2], shares[-1]) == (-1, 0, 1)
    assert shares[3] > 0.1
    assert shares[5] - shares[4] > 0.3
