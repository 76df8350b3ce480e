import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest

from advgui.core.digits.rendering import PEN
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.drawing.gestures import (
    HOOK,
    LEFT,
    LINE,
    NO_KEY,
    RIGHT,
    Heard,
    at,
    click,
    draw,
    inked,
    press,
    release,
    tablet,
)
from tests.ui.qimages import numbers, rgb


def test_a_mouse_stroke_tells_where_the_pen_went(canvas: InkCanvas, heard: Heard) -> None:
    draw(canvas)
    assert heard.names() == ["stroke_changed"] * 4 + ["stroke_finished"]
    stroke = heard.last("stroke_finished")
    assert stroke.shape == (4, 2)
    np.testing.assert_allclose(stroke, HOOK, atol=0.003)


def test_the_ink_is_where_it_was_drawn_and_nowhere_else(canvas: InkCanvas) -> None:
    before = inked(canvas)
    assert not before.any()
    draw(canvas, ((0.25, 0.5), (0.75, 0.5)))
    shown, square = inked(canvas), canvas.square()
    rows, columns = np.nonzero(shown)
    half = 0.085 / 2
    assert columns.min() == pytest.approx(square.left() + (0.25 - half) * 240, abs=2)
    assert columns.max() == pytest.approx(square.left() + (0.75 + half) * 240, abs=2)
    assert rows.max() - rows.min() == pytest.approx(0.085 * 240, abs=2)
    assert shown[at(canvas, 0.5, 0.5).y(), at(canvas, 0.5, 0.5).x()]


def test_ink_is_seen_before_the_pen_is_lifted(canvas: InkCanvas) -> None:
    press(canvas, LEFT, at(canvas, 0.2, 0.5))
    dot = inked(canvas).sum()
    QTest.mouseMove(canvas, at(canvas, 0.8, 0.5))
    line = inked(canvas).sum()
    assert 0 < dot < 0.2 * line
    release(canvas, LEFT, at(canvas, 0.8, 0.5))
    assert inked(canvas).sum() == pytest.approx(line, rel=0.02)


def test_where_the_pen_is_lifted_belongs_to_a_stroke_that_is_told_of_once(
    canvas: InkCanvas, heard: Heard
) -> None:
    press(canvas, LEFT, at(canvas, 0.2, 0.5))
    QTest.mouseMove(canvas, at(canvas, 0.5, 0.5))
    before = heard.names().count("stroke_changed")
    release(canvas, LEFT, at(canvas, 0.8, 0.5))
    assert heard.names()[-1] == "stroke_finished"
    assert heard.names().count("stroke_changed") == before
    np.testing.assert_allclose(heard.last("stroke_finished")[-1], (0.8, 0.5), atol=0.003)


def test_a_tap_is_a_dot(canvas: InkCanvas, heard: Heard) -> None:
    click(canvas, LEFT, at(canvas, 0.3, 0.6))
    assert heard.last("stroke_finished").shape == (1, 2)
    radius = 0.085 * 240 / 2
    assert inked(canvas).sum() == pytest.approx(np.pi * radius**2, rel=0.15)


def test_fast_taps_are_all_dots(canvas: InkCanvas, heard: Heard) -> None:
    for x in (0.2, 0.5, 0.8):
        click(canvas, LEFT, at(canvas, x, 0.5))
        QTest.mouseDClick(canvas, LEFT, NO_KEY, at(canvas, x, 0.5))
        release(canvas, LEFT, at(canvas, x, 0.5))
    assert heard.names().count("stroke_finished") == 6


def test_outside_the_sheet_the_stroke_runs_along_its_edge(canvas: InkCanvas, heard: Heard) -> None:
    press(canvas, LEFT, at(canvas, 0.5, 0.5))
    for place in (QPoint(900, 120), QPoint(900, -500), at(canvas, 0.5, 0.2)):
        QTest.mouseMove(canvas, place)
    release(canvas, LEFT, at(canvas, 0.5, 0.2))
    stroke = heard.last("stroke_finished")
    assert ((stroke >= 0) & (stroke <= 1)).all()
    way = np.array([[0.5, 0.5], [1.0, 0.5], [1.0, 0.0], [0.5, 0.2]])
    np.testing.assert_allclose(stroke, way, atol=0.003)


def test_a_release_that_went_elsewhere_ends_the_stroke(canvas: InkCanvas, heard: Heard) -> None:
    press(canvas, LEFT, at(canvas, 0.2, 0.2))
    QTest.mouseMove(canvas, at(canvas, 0.5, 0.5))
    hover = at(canvas, 0.9, 0.9)
    canvas.mouseMoveEvent(_hovering(canvas, hover))
    assert heard.names()[-1] == "stroke_finished"
    assert not canvas.drawing


def _hovering(canvas: InkCanvas, place: QPoint) -> QMouseEvent:
    none = Qt.MouseButton.NoButton
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        canvas.mapToGlobal(QPointF(place)),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )


def test_hiding_the_canvas_ends_the_stroke(canvas: InkCanvas, heard: Heard) -> None:
    press(canvas, LEFT, at(canvas, 0.2, 0.2))
    canvas.hide()
    assert heard.names() == ["stroke_changed", "stroke_finished"]


@pytest.mark.parametrize("button", [LEFT, RIGHT])
def test_the_eraser_tells_its_way_and_changes_nothing_itself(
    canvas: InkCanvas, heard: Heard, button: Qt.MouseButton
) -> None:
    canvas.set_drawing((LINE,), None, PEN)
    before = inked(canvas)
    if button == LEFT:
        canvas.set_tool("eraser")
    draw(canvas, button=button)
    assert heard.names() == ["erase_changed"] * 4 + ["erase_finished"]
    np.testing.assert_allclose(heard.last("erase_finished"), HOOK, atol=0.003)
    np.testing.assert_array_equal(inked(canvas), before)


def test_the_pointer_shows_the_tool(canvas: InkCanvas) -> None:
    def width() -> int:
        return canvas.cursor().pixmap().width()

    pen = width()
    canvas.set_tool("eraser")
    eraser = width()
    assert eraser > pen
    canvas.set_tool("pen")
    press(canvas, RIGHT, at(canvas, 0.5, 0.5))
    assert width() == eraser
    release(canvas, RIGHT, at(canvas, 0.5, 0.5))
    assert width() == pen
    canvas.set_tool("eraser")
    canvas.resize(600, 600)
    assert width() > eraser


def test_a_stylus_brings_its_pressure(canvas: InkCanvas, heard: Heard) -> None:
    kind = QEvent.Type
    assert tablet(canvas, kind.TabletPress, (0.2, 0.5), 0.1).isAccepted()
    for tenth in range(1, 10):
        tablet(canvas, kind.TabletMove, (0.2 + 0.06 * tenth, 0.5), 0.1 + 0.1 * tenth)
    tablet(canvas, kind.TabletRelease, (0.8, 0.5), 0.0)
    stroke = heard.last("stroke_finished")
    np.testing.assert_allclose(stroke[:, 2], np.linspace(0.1, 1.0, 10), atol=1e-6)
    heights = inked(canvas).sum(axis=0)
    thin, thick = at(canvas, 0.2, 0.5).x(), at(canvas, 0.74, 0.5).x()
    assert heights[thick] > 1.8 * heights[thin] > 0


def test_the_other_end_of_a_stylus_erases(canvas: InkCanvas, heard: Heard) -> None:
    other = QPointingDevice.PointerType.Eraser
    tablet(canvas, QEvent.Type.TabletPress, (0.2, 0.5), 0.5, other)
    tablet(canvas, QEvent.Type.TabletRelease, (0.2, 0.5), 0.0, other)
    assert heard.names() == ["erase_changed", "erase_finished"]


def test_a_stylus_in_the_air_draws_nothing(canvas: InkCanvas, heard: Heard) -> None:
    stroke_free = tablet(canvas, QEvent.Type.TabletRelease, (0.2, 0.5), 0.0)
    assert stroke_free.isAccepted()
    assert heard.told == []


def test_a_new_drawing_replaces_what_is_seen(canvas: InkCanvas) -> None:
    draw(canvas)
    assert inked(canvas).any()
    canvas.set_drawing((), None, PEN)
    assert not inked(canvas).any()
    base = np.zeros((28, 28), np.uint8)
    base[14, 14] = 255
    canvas.set_drawing((), base, PEN)
    assert inked(canvas).sum() == pytest.approx((240 / 28) ** 2, rel=0.2)


def test_an_empty_sheet_says_what_to_do_until_there_is_ink(canvas: InkCanvas) -> None:
    def words() -> int:
        square = canvas.square().toRect()
        image = rgb(canvas.grab(square).toImage())
        return int((np.abs(image[8:-8, 8:-8] - numbers(LIGHT.paper)).max(axis=-1) > 60).sum())

    assert words() > 100
    press(canvas, LEFT, at(canvas, 0.02, 0.02))
    assert words() < 100
    release(canvas, LEFT, at(canvas, 0.02, 0.02))
    canvas.set_drawing((), np.zeros((28, 28), np.uint8), PEN)
    assert words() == 0


@pytest.mark.parametrize("size", [(400, 200), (200, 400), (301, 299)])
def test_the_sheet_is_a_square_in_the_middle(canvas: InkCanvas, size: tuple[int, int]) -> None:
    canvas.resize(*size)
    square = canvas.square()
    assert square.width() == square.height() == min(size)
    assert abs(square.center().x() - size[0] / 2) <= 0.5
    assert abs(square.center().y() - size[1] / 2) <= 0.5


def test_a_drawing_grows_with_its_sheet(canvas: InkCanvas) -> None:
    canvas.set_drawing((LINE,), None, PEN)
    small = inked(canvas).sum()
    canvas.resize(600, 480)
    assert inked(canvas).sum() == pytest.approx(4 * small, rel=0.05)


def test_a_stroke_goes_on_while_the_sheet_changes(canvas: InkCanvas) -> None:
    press(canvas, LEFT, at(canvas, 0.2, 0.5))
    for x in (0.4, 0.6, 0.8):
        QTest.mouseMove(canvas, at(canvas, x, 0.5))
    small = inked(canvas).sum()
    canvas.resize(600, 480)
    assert inked(canvas).sum() == pytest.approx(4 * small, rel=0.05)
    release(canvas, LEFT, at(canvas, 0.8, 0.5))


def test_on_a_dark_theme_the_ink_is_light(canvas: InkCanvas) -> None:
    canvas.set_drawing((LINE,), None, PEN)
    light = inked(canvas)
    canvas.setPalette(palette(DARK))
    middle = rgb(canvas.grab().toImage())[120, 150]
    np.testing.assert_array_equal(middle, numbers(DARK.ink))
    np.testing.assert_array_equal(inked(canvas), light)


def test_those_who_come_by_the_keyboard_see_a_ring(canvas: InkCanvas) -> None:
    def edge() -> NDArray[np.uint8]:
        square = canvas.square().toRect()
        shown: NDArray[np.uint8] = rgb(canvas.grab().toImage())
        line: NDArray[np.uint8] = shown[square.center().y(), square.left()]
        return line

    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert np.abs(edge() - numbers(LIGHT.accent)).max() > 50
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert np.abs(edge() - numbers(LIGHT.accent)).max() < 8
    canvas.clearFocus()
    assert np.abs(edge() - numbers(LIGHT.accent)).max() > 50
