"""What is drawn, erased, written from the gallery or dropped here is the drawing."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from advgui.core.digits.gallery import GalleryDigit, read_gallery
from advgui.core.digits.rendering import PEN
from advgui.lab.attack.transitions import drawn
from advgui.lab.drawing.likeness import REMARK
from advgui.lab.drawing.model import Drawing
from advgui.ui.drawing.column import THINNEST, WIDEST, DrawColumn
from advgui.ui.drawing.gallery import GalleryStrip
from advgui.ui.session.controller import Controller
from tests.lab.drawing.test_likeness import scribble
from tests.ui.drawing.gestures import HOOK, LEFT, RIGHT, draw, drop, inked
from tests.ui.find import click, find
from tests.ui.screenshots import painted, part

PATIENCE_MS = 10_000


@pytest.fixture
def gallery() -> tuple[GalleryDigit, ...]:
    return read_gallery()


@pytest.fixture
def column(
    qtbot: QtBot,
    keep: Callable[[DrawColumn], DrawColumn],
    controller: Controller,
    gallery: tuple[GalleryDigit, ...],
) -> DrawColumn:
    undo = QAction("&Undo")
    undo.setObjectName("undo")
    undo.triggered.connect(controller.undo)
    controller.go(drawn(controller.state, Drawing()))
    made = keep(DrawColumn(controller, gallery, (undo,), _views()))
    undo.setParent(made)
    made.resize(320, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_stroke_of_the_mouse_is_the_drawing_and_is_read(
    column: DrawColumn, controller: Controller
) -> None:
    assert controller.state.reading is None
    draw(column.canvas)
    (stroke,) = controller.state.drawing.strokes
    assert abs(stroke[0] - HOOK[0]).max() < 0.02
    assert controller.state.reading is not None


def test_the_right_button_and_the_eraser_take_ink_away(
    column: DrawColumn, controller: Controller
) -> None:
    draw(column.canvas, ((0.2, 0.5), (0.8, 0.5)))
    across = ((0.5, 0.2), (0.5, 0.8))
    draw(column.canvas, across, RIGHT)
    assert len(controller.state.drawing.strokes) == 2
    click(column, "undo-button")
    click(column, "eraser")
    draw(column.canvas, across, LEFT)
    assert len(controller.state.drawing.strokes) == 2
    click(column, "pen")
    draw(column.canvas, across, LEFT)
    assert len(controller.state.drawing.strokes) == 3


def test_the_width_of_the_pen_is_that_of_the_whole_drawing(
    column: DrawColumn, controller: Controller
) -> None:
    slider = find(column, QSlider, "pen-width")
    assert slider.value() == round(100 * PEN)
    draw(column.canvas)
    thin = inked(column.canvas).sum()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert controller.state.drawing.pen == WIDEST / 100
    assert inked(column.canvas).sum() > thin
    controller.set_pen(THINNEST / 100)
    assert slider.value() == THINNEST


def test_what_is_undone_is_gone_from_the_sheet(column: DrawColumn, controller: Controller) -> None:
    draw(column.canvas)
    assert inked(column.canvas).any()
    click(column, "undo-button")
    assert not inked(column.canvas).any()
    assert controller.state.drawing.empty


def test_a_digit_of_the_gallery_is_written_and_then_is_the_drawing(
    column: DrawColumn, controller: Controller, gallery: tuple[GalleryDigit, ...], qtbot: QtBot
) -> None:
    strip = find(column, GalleryStrip, "gallery")
    place = strip.cell(7).center().toPoint()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.drawing.empty
    qtbot.waitUntil(lambda: not controller.state.drawing.empty, timeout=PATIENCE_MS)
    assert controller.state.drawing.strokes == gallery[7].strokes
    assert not column.canvas.replaying


def test_whoever_needs_the_drawing_has_the_digit_at_once(
    column: DrawColumn, controller: Controller, gallery: tuple[GalleryDigit, ...]
) -> None:
    strip = find(column, GalleryStrip, "gallery")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(3).center().toPoint())
    controller.attack("away")
    assert controller.state.drawing.strokes == gallery[3].strokes
    assert controller.state.running


def test_what_falls_on_the_sheet_is_told(column: DrawColumn, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/some/three.png")])
    with qtbot.waitSignal(column.dropped) as dropped:
        drop(column.canvas, data)
    assert [path.name for path in dropped.args[0]] == ["three.png"]


def _views() -> tuple[QAction, QAction]:
    seen = QAction("As the network sees it")
    seen.setCheckable(True)
    seen.setObjectName("seen")
    return seen, QAction("Fold")


def test_the_sheet_shows_what_the_network_sees_while_one_draws(
    column: DrawColumn, controller: Controller
) -> None:
    draw(column.canvas)
    ink = painted(column.canvas)
    click(column, "seen-button")
    square = column.canvas.square()
    pixels = part(painted(column.canvas), square)
    rows, columns = pixels.shape[:2]
    for at in ((14, 14), (6, 6), (20, 10)):
        y, x = ((2 * one + 1) * side // 56 for one, side in zip(at, (rows, columns), strict=True))
        assert pixels[y, x, 0] == controller.state.image[at]
    before = controller.state.image.copy()
    draw(column.canvas, ((0.2, 0.8), (0.8, 0.8)))
    assert (controller.state.image != before).any()
    assert (part(painted(column.canvas), square) != pixels).any()
    controller.undo()
    click(column, "seen-button")
    assert np.array_equal(painted(column.canvas), ink)


def test_a_scribble_gets_a_remark_once_the_pen_rests_and_a_digit_none(
    column: DrawColumn, controller: Controller, gallery: tuple[GalleryDigit, ...], qtbot: QtBot
) -> None:
    words = find(column, QLabel, "remark-words")
    controller.draw_strokes((scribble(3),))
    assert words.text() == ""
    qtbot.waitUntil(lambda: words.text() == REMARK, timeout=PATIENCE_MS)
    controller.draw_strokes(gallery[3].strokes)
    assert words.text() == REMARK
    qtbot.waitUntil(lambda: words.text() == "", timeout=PATIENCE_MS)
