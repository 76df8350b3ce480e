import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from advgui.core.images import Bytes
from advgui.ui.attack.goal_cell import (
    GoalLook,
    GoalState,
    image_square,
    paint_goal,
    paint_selection,
    row_below,
)
from advgui.ui.theme.tokens import LIGHT
from tests.ui.qimages import rgb

CELL = QRectF(0, 0, 66, 100)
IMAGE = bytes(range(256)) * 3 + bytes(16)


def cell(image: bytes | None, state: GoalState, line: str = "", *, selected: bool = False) -> Bytes:
    look = GoalLook(4, image, state, line, selected)
    sheet = QImage(66, 100, QImage.Format.Format_RGB32)
    sheet.fill(LIGHT.window)
    painter = QPainter(sheet)
    paint_selection(painter, CELL, look, LIGHT)
    paint_goal(painter, CELL, image_square(CELL, 1.0, row_below()), look, LIGHT)
    painter.end()
    return rgb(sheet)


@pytest.mark.parametrize("state", ["running", "fooled", "failed", "already"])
def test_no_frame_covers_a_pixel_of_the_image(qapp: QApplication, state: GoalState) -> None:
    square = image_square(CELL, 1.0, row_below()).toRect()
    shown = cell(IMAGE, state, selected=True)
    part = shown[square.top() : square.bottom() + 1, square.left() : square.right() + 1, 0]
    wanted = np.frombuffer(IMAGE, np.uint8).reshape(28, 28)
    side = square.width() // 28
    np.testing.assert_array_equal(part, np.kron(wanted, np.ones((side, side), np.uint8)))


def test_a_goal_that_was_not_attacked_shows_no_image(qapp: QApplication) -> None:
    np.testing.assert_array_equal(cell(IMAGE, "idle"), cell(None, "idle"))


def test_a_figure_is_written_only_below_an_image(qapp: QApplication) -> None:
    assert (cell(IMAGE, "fooled", "1.20") != cell(IMAGE, "fooled")).any()
    np.testing.assert_array_equal(cell(None, "idle", "1.20"), cell(None, "idle"))
