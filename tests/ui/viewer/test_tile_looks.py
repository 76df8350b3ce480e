import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from advgui.core.images import Bytes
from advgui.ui.theme.pixels import Scale
from advgui.ui.theme.tokens import LIGHT
from advgui.ui.viewer.tile_looks import TileImage, draw_scale, fitting_font
from tests.ui.qimages import rgb


def test_an_image_and_a_difference_keep_their_numbers() -> None:
    gray = np.arange(784, dtype=np.uint16).astype(np.uint8).reshape(28, 28)
    change = gray.astype(np.int16) - 200
    np.testing.assert_array_equal(TileImage.gray(gray).values, gray)
    np.testing.assert_array_equal(TileImage.difference(change).values, change)
    assert TileImage.difference(change).peak == 200
    assert TileImage.gray(gray) == TileImage.gray(gray.copy())


@pytest.mark.parametrize("side", [200, 84, 67])
def test_all_words_of_an_empty_tile_are_within_its_frame(qapp: QApplication, side: int) -> None:
    words, room = "The same in black and white", QRectF(0, 0, side - 8, side - 8)
    wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    needed = QFontMetricsF(fitting_font(words, room)).boundingRect(room, wrapped, words)
    assert room.contains(needed)


def scale(width: int) -> Bytes:
    sheet = QImage(width, 20, QImage.Format.Format_RGB32)
    sheet.fill(LIGHT.window)
    painter = QPainter(sheet)
    draw_scale(painter, QRectF(0, 0, width, 20), Scale(128), LIGHT)
    painter.end()
    return rgb(sheet)


@pytest.mark.parametrize("width", [67, 84, 112, 200])
def test_the_colours_of_a_difference_can_be_told_apart_in_any_tile(
    qapp: QApplication, width: int
) -> None:
    middle = scale(width)[10].astype(int)
    blue, red = middle[:, 2] - middle[:, 0] > 60, middle[:, 0] - middle[:, 2] > 60
    assert blue.sum() >= 8
    assert red.sum() >= 8
