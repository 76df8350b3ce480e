"""A photo is cropped, turned and lightened, and one sees at once what the network gets of it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from advgui.core.digits.normalising import fit
from advgui.core.digits.photo import PhotoView, photo_digit
from advgui.core.images import Bytes
from advgui.core.zoo import load_shipped
from advgui.lab.drawing.crop import WHOLE
from advgui.lab.opened_files import OpenedPhoto
from advgui.ui.drawing.photo_dialog import PhotoDialog
from advgui.ui.drawing.photo_sheet import PhotoSheet
from tests.core.digits.painted import SEVEN
from tests.core.digits.photos import Photo, photo_of
from tests.ui.find import click, find

PATIENCE_MS = 60_000
GRAY = photo_of(SEVEN, Photo(side=300, lines=60, table=0.15))
FOUND = fit(GRAY)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def taken() -> list[Bytes]:
    return []


@pytest.fixture
def dialog(
    qtbot: QtBot, keep: Callable[[PhotoDialog], PhotoDialog], taken: list[Bytes]
) -> PhotoDialog:
    photo = OpenedPhoto("photo.jpg", GRAY, FOUND)
    made = keep(PhotoDialog(None, photo, load_shipped("report"), taken.append))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(dialog: PhotoDialog) -> str:
    return find(dialog, QLabel, "photo-read").text()


def drag(dialog: PhotoDialog, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag a rectangle, in shares of the photo."""
    sheet = find(dialog, PhotoSheet, "photo-sheet")
    room = sheet.room()

    def place(at: tuple[float, float]) -> QPoint:
        return (room.topLeft() + QPointF(at[0] * room.width(), at[1] * room.height())).toPoint()

    QTest.mousePress(sheet, LEFT, pos=place(start))
    QTest.mouseMove(sheet, place(end))
    QTest.mouseRelease(sheet, LEFT, pos=place(end))


def test_enter_takes_what_was_found_by_itself(dialog: PhotoDialog, taken: list[Bytes]) -> None:
    assert words(dialog).startswith("Reads 7, ")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(taken) == 1
    assert np.array_equal(taken[0], FOUND)


def test_escape_leaves_the_drawing_alone(dialog: PhotoDialog, taken: list[Bytes]) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not taken


def test_a_rectangle_without_a_digit_is_told_and_a_click_takes_all_again(
    dialog: PhotoDialog, taken: list[Bytes], qtbot: QtBot
) -> None:
    drag(dialog, (0.05, 0.05), (0.12, 0.2))
    take = find(dialog, QPushButton, "photo-take")
    qtbot.waitUntil(lambda: not take.isEnabled(), timeout=PATIENCE_MS)
    assert words(dialog) == "No digit is found"
    assert take.toolTip()
    assert find(dialog, QLabel, "photo-note").text().endswith(".")
    drag(dialog, (0.5, 0.5), (0.5, 0.5))
    qtbot.waitUntil(take.isEnabled, timeout=PATIENCE_MS)
    assert words(dialog).startswith("Reads 7, ")


def test_turning_and_the_threshold_show_what_will_be_taken(
    dialog: PhotoDialog, taken: list[Bytes], qtbot: QtBot
) -> None:
    click(dialog, "photo-left")
    find(dialog, QSlider, "photo-threshold").setValue(70)
    find(dialog, QSlider, "photo-angle").setValue(10)
    click(dialog, "photo-take")
    qtbot.waitUntil(lambda: bool(taken), timeout=PATIENCE_MS)
    view = PhotoView(turns=1, angle=10.0, threshold=0.7)
    assert np.array_equal(taken[0], photo_digit(GRAY, view))


def test_what_is_kept_turns_with_the_photo_and_reset_takes_all_as_it_was_found(
    dialog: PhotoDialog, taken: list[Bytes], qtbot: QtBot
) -> None:
    drag(dialog, (0.2, 0.1), (0.5, 0.9))
    sheet = find(dialog, PhotoSheet, "photo-sheet")
    click(dialog, "photo-left")
    assert sheet.crop == pytest.approx((0.1, 0.5, 0.9, 0.8), abs=0.01)
    find(dialog, QSlider, "photo-angle").setValue(-10)
    assert sheet.crop[2] - sheet.crop[0] < 0.8
    assert sheet.shape > GRAY.shape
    find(dialog, QSlider, "photo-threshold").setValue(90)
    click(dialog, "photo-reset")
    assert sheet.crop == WHOLE
    assert sheet.shape == GRAY.shape
    assert find(dialog, QSlider, "photo-angle").value() == 0
    assert find(dialog, QSlider, "photo-threshold").value() == 50
    qtbot.waitUntil(lambda: not dialog.looking, timeout=PATIENCE_MS)
    click(dialog, "photo-take")
    assert np.array_equal(taken[0], FOUND)
