"""What is around the ink: words on an empty sheet, a frame, and pointers."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from advgui.ui.drawing import paper
from advgui.ui.drawing.paper import (
    FrameState,
    eraser_pointer,
    inside_frame,
    paint_empty,
    paint_frame,
    pen_pointer,
)
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.ui.qimages import rgb, rgba

SIDE = 240
SHEET = QRectF(20, 20, SIDE - 40, SIDE - 40)
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

pytestmark = pytest.mark.usefixtures("qapp")


def empty(colours: Tokens) -> NDArray[np.uint8]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(colours.paper)
    painter = QPainter(image)
    paint_empty(painter, SHEET, colours)
    painter.end()
    return rgb(image)


def framed(colours: Tokens, state: FrameState) -> NDArray[np.uint8]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(colours.paper)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_frame(painter, SHEET, colours, state)
    painter.end()
    return rgb(image)


def within(area: QRectF) -> tuple[slice, slice]:
    return slice(int(area.top()), int(area.bottom())), slice(int(area.left()), int(area.right()))


@THEMES
def test_an_empty_sheet_says_in_its_middle_what_to_do(colours: Tokens) -> None:
    sheet = empty(colours)
    changed = (sheet != sheet[0, 0]).any(axis=2)
    rows, columns = changed.nonzero()
    assert SHEET.top() <= rows.min() <= rows.max() <= SHEET.bottom()
    assert SHEET.left() <= columns.min() <= columns.max() <= SHEET.right()
    assert changed[100:140, 60:180].any()
    # The guide is where MNIST's digits are: 4 of 28 pixels from the sheet's edge.
    assert rows.min() == pytest.approx(SHEET.top() + SHEET.height() * 4 / 28, abs=1)


@THEMES
def test_a_frame_leaves_the_inside_as_it_is(colours: Tokens) -> None:
    for state in ("plain", "focused", "drop"):
        inside = framed(colours, state)[within(inside_frame(SHEET))]
        assert (inside == inside[0, 0]).all()


@THEMES
def test_a_frame_tells_the_focus_and_what_can_be_dropped(colours: Tokens) -> None:
    plain, focused = framed(colours, "plain"), framed(colours, "focused")
    assert (plain != focused).any()
    np.testing.assert_array_equal(focused, framed(colours, "drop"))
    left = focused[SIDE // 2, 20]
    assert left.tolist() == [colours.accent.red(), colours.accent.green(), colours.accent.blue()]


def test_the_corners_of_the_sheet_are_round() -> None:
    corner = framed(LIGHT, "plain")[20, 20]
    window = LIGHT.window
    assert corner.tolist() == [window.red(), window.green(), window.blue()]


@THEMES
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_pens_pointer_is_open_where_it_points(colours: Tokens, ratio: float) -> None:
    cursor = pen_pointer(colours, ratio)
    shown = rgba(cursor.pixmap().toImage())[..., 3]
    spot = cursor.hotSpot() * ratio
    assert shown[spot.y(), spot.x()] == 0
    assert shown[spot.y(), 0 : spot.x()].any()
    assert shown[spot.y(), spot.x() + 1 :].any()


@pytest.mark.parametrize(("radius", "wide"), [(10.0, 20), (30.0, 60), (500.0, 120)])
def test_the_erasers_pointer_is_as_large_as_the_eraser_within_reason(
    radius: float, wide: int
) -> None:
    shown = rgba(eraser_pointer(LIGHT, 1.0, radius).pixmap().toImage())[..., 3]
    columns = np.flatnonzero(shown.any(axis=0))
    assert np.ptp(columns) + 1 == pytest.approx(wide, abs=4)


def test_long_words_on_an_empty_sheet_stay_off_the_line_around_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper, "_TITLE", "A title of four words and more")
    monkeypatch.setattr(paper, "_HINT", "or a hint that would never fit into one line")
    written = (empty(LIGHT) != empty(LIGHT)[0, 0]).any(axis=2)
    inset = SHEET.width() * 4 / 28
    left, right = round(SHEET.left() + inset), round(SHEET.right() - inset)
    middle = written[90:150]
    assert not middle[:, : left - 1].any()
    assert not middle[:, right + 1 :].any()
    assert middle[:, left + 4 : right - 4].any()
    assert not middle[:, left + 2 : left + 6].any()
