"""The frame on a photo is pulled by its handles, moved, drawn anew, and all of it by keys."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from advgui.lab.drawing.crop import WHOLE, Crop
from advgui.ui.drawing.crop_frame import HANDLE, handles
from advgui.ui.drawing.photo_sheet import PhotoSheet

KEPT = (0.25, 0.25, 0.75, 0.75)
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
GRAY = np.full((200, 300), 200, np.uint8)


@pytest.fixture
def sheet(keep: Callable[[PhotoSheet], PhotoSheet]) -> PhotoSheet:
    made = keep(PhotoSheet())
    made.resize(300 + round(2 * HANDLE), 200 + round(2 * HANDLE))
    made.show_photo(GRAY, KEPT)
    made.show()
    return made


def place(sheet: PhotoSheet, x: float, y: float) -> QPoint:
    room = sheet.room()
    return (room.topLeft() + QPointF(x * room.width(), y * room.height())).toPoint()


def drag(sheet: PhotoSheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    QTest.mousePress(sheet, LEFT, pos=place(sheet, *start))
    QTest.mouseMove(sheet, place(sheet, *end))
    QTest.mouseRelease(sheet, LEFT, pos=place(sheet, *end))


def told(sheet: PhotoSheet) -> list[Crop]:
    said: list[Crop] = []
    sheet.cropped.connect(said.append)
    return said


@pytest.mark.parametrize(
    ("start", "end", "crop"),
    [
        ((0.25, 0.25), (0.1, 0.4), (0.1, 0.4, 0.75, 0.75)),
        ((0.75, 0.75), (0.9, 0.9), (0.25, 0.25, 0.9, 0.9)),
        ((0.25, 0.6), (0.5, 0.9), (0.5, 0.25, 0.75, 0.75)),
        ((0.5, 0.75), (0.9, 2.0), (0.25, 0.25, 0.75, 1.0)),
        ((0.5, 0.5), (0.6, 0.1), (0.35, 0.0, 0.85, 0.5)),
        ((0.05, 0.05), (0.15, 0.2), (0.05, 0.05, 0.15, 0.2)),
        ((0.9, 0.9), (0.9, 0.9), WHOLE),
    ],
    ids=["corner", "other corner", "edge", "edge, too far", "all of it", "a new one", "a click"],
)
def test_what_is_gripped_follows_the_mouse(
    sheet: PhotoSheet, start: tuple[float, float], end: tuple[float, float], crop: Crop
) -> None:
    said = told(sheet)
    drag(sheet, start, end)
    assert said[-1] == pytest.approx(crop, abs=0.01)
    assert sheet.crop == said[-1]


def test_it_is_told_while_it_is_dragged_and_escape_takes_it_back(sheet: PhotoSheet) -> None:
    said = told(sheet)
    QTest.mousePress(sheet, LEFT, pos=place(sheet, 0.5, 0.5))
    QTest.mouseMove(sheet, place(sheet, 0.6, 0.5))
    assert len(said) == 1
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert said[1:] == [KEPT]
    QTest.mouseMove(sheet, place(sheet, 0.7, 0.5))
    QTest.mouseRelease(sheet, LEFT, pos=place(sheet, 0.7, 0.5))
    assert sheet.crop == KEPT


def test_of_the_whole_photo_a_rectangle_begins_inside(sheet: PhotoSheet) -> None:
    sheet.show_photo(GRAY, WHOLE)
    drag(sheet, (0.3, 0.3), (0.6, 0.8))
    assert sheet.crop == pytest.approx((0.3, 0.3, 0.6, 0.8), abs=0.01)
    QTest.mouseDClick(sheet, LEFT, pos=place(sheet, 0.5, 0.5))
    assert sheet.crop == WHOLE


def test_keys_move_it_and_both_its_corners(sheet: PhotoSheet) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.crop == pytest.approx((0.24, 0.26, 0.74, 0.76))
    QTest.keyClick(sheet, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(sheet, Qt.Key.Key_Up, SHIFT | CTRL)
    assert sheet.crop == pytest.approx((0.24, 0.25, 0.75, 0.76))
    assert "from 24\xa0% to 75\xa0%" in sheet.accessibleDescription()
    QTest.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.crop == WHOLE
    assert sheet.accessibleDescription() == "The whole photo is kept"


def test_the_pointer_says_what_can_be_gripped(sheet: PhotoSheet) -> None:
    shape = Qt.CursorShape
    for x, y, cursor in (
        (0.25, 0.25, shape.SizeFDiagCursor),
        (0.75, 0.25, shape.SizeBDiagCursor),
        (0.25, 0.5, shape.SizeHorCursor),
        (0.5, 0.75, shape.SizeVerCursor),
        (0.5, 0.5, shape.SizeAllCursor),
        (0.1, 0.1, shape.CrossCursor),
    ):
        QTest.mouseMove(sheet, place(sheet, x, y))
        assert sheet.cursor().shape() == cursor


def test_handles_are_on_the_corners_and_on_edges_that_are_long() -> None:
    assert len(list(handles(QRectF(0, 0, 100, 100)))) == 8
    assert len(list(handles(QRectF(0, 0, 100, 20)))) == 6
    assert [one.center() for one in handles(QRectF(0, 0, 20, 20))] == [
        QPointF(x, y) for x in (0, 20) for y in (0, 20)
    ]


def test_the_keyboard_is_seen(sheet: PhotoSheet) -> None:
    sheet.activateWindow()
    sheet.clearFocus()
    plain = sheet.grab().toImage()
    sheet.setFocus()
    assert sheet.hasFocus()
    assert sheet.grab().toImage() != plain
