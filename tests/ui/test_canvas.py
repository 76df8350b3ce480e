from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEventPoint,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.core.ink import PEN, Stroke, Strokes
from advgui.ui.canvas import InkCanvas
from advgui.ui.theme import DARK, LIGHT, palette
from tests.ui.qimages import numbers, rgb

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HOOK = ((0.2, 0.2), (0.8, 0.25), (0.5, 0.5), (0.4, 0.9))
LINE: Stroke = np.array([[0.25, 0.5], [0.75, 0.5]])


@pytest.fixture
def canvas(qtbot: QtBot, keep: Callable[[InkCanvas], InkCanvas]) -> InkCanvas:
    made = keep(InkCanvas())
    made.setPalette(palette(LIGHT))
    made.resize(300, 240)
    made.show()
    qtbot.waitExposed(made)
    return made


class Heard:
    """Everything that a canvas told, in order."""

    def __init__(self, canvas: InkCanvas) -> None:
        self.told: list[tuple[str, object]] = []
        for name in ("stroke_changed", "stroke_finished", "erase_changed", "erase_finished"):
            self._listen(canvas, name)
        for name in ("replay_changed", "dropped"):
            self._listen(canvas, name)
        canvas.replay_finished.connect(lambda: self.told.append(("replay_finished", None)))

    def _listen(self, canvas: InkCanvas, name: str) -> None:
        getattr(canvas, name).connect(lambda what: self.told.append((name, what)))

    def names(self) -> list[str]:
        return [name for name, _ in self.told]

    def last(self, name: str) -> Stroke:
        found = [what for told, what in self.told if told == name][-1]
        assert isinstance(found, np.ndarray)
        return found


@pytest.fixture
def heard(canvas: InkCanvas) -> Heard:
    return Heard(canvas)


def at(canvas: InkCanvas, x: float, y: float) -> QPoint:
    square = canvas.square()
    return (square.topLeft() + QPointF(x, y) * square.width()).toPoint()


def press(canvas: InkCanvas, button: Qt.MouseButton, place: QPoint) -> None:
    QTest.mousePress(canvas, button, NO_KEY, place)


def release(canvas: InkCanvas, button: Qt.MouseButton, place: QPoint) -> None:
    QTest.mouseRelease(canvas, button, NO_KEY, place)


def click(canvas: InkCanvas, button: Qt.MouseButton, place: QPoint) -> None:
    QTest.mouseClick(canvas, button, NO_KEY, place)


def draw(
    canvas: InkCanvas,
    places: tuple[tuple[float, float], ...] = HOOK,
    button: Qt.MouseButton = LEFT,
) -> None:
    press(canvas, button, at(canvas, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(canvas, at(canvas, *place))
    release(canvas, button, at(canvas, *places[-1]))


def inked(canvas: InkCanvas) -> NDArray[np.bool_]:
    """Which pixels of the widget have the colour of ink."""
    ink = numbers(DARK.ink if canvas.palette() == palette(DARK) else LIGHT.ink)
    near: NDArray[np.bool_] = np.abs(rgb(canvas.grab().toImage()) - ink).max(axis=-1) < 8
    return near


def tablet(
    canvas: InkCanvas,
    kind: QEvent.Type,
    place: tuple[float, float],
    pressure: float,
    pointer: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen,
) -> QTabletEvent:
    stylus = QPointingDevice(
        "stylus",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )
    where = QPointF(at(canvas, *place))
    up = kind == QEvent.Type.TabletRelease
    event = QTabletEvent(
        kind,
        stylus,
        where,
        canvas.mapToGlobal(where),
        pressure,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else LEFT,
        Qt.MouseButton.NoButton if up else LEFT,
    )
    QApplication.sendEvent(canvas, event)
    assert event.point(0).state() != QEventPoint.State.Unknown
    return event


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


STROKES: Strokes = (LINE, np.array([[0.5, 0.2], [0.5, 0.8]]))


def test_a_replay_writes_stroke_by_stroke_and_ends_with_all_of_them(
    canvas: InkCanvas, heard: Heard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.replay_finished, timeout=5000):
        canvas.replay(STROKES, 150)
        begun = canvas.replaying
    told = [what for _, what in heard.told if isinstance(what, tuple)]
    lengths = [sum(len(stroke) for stroke in strokes) for strokes in told]
    assert begun
    assert len(told) > 3
    assert told[-1] is STROKES
    assert lengths == sorted(lengths)
    assert heard.names().count("replay_finished") == 1
    assert not canvas.replaying
    assert inked(canvas)[at(canvas, 0.5, 0.75).y(), at(canvas, 0.5, 0.75).x()]


def test_a_pen_that_comes_down_ends_a_replay_first(canvas: InkCanvas, heard: Heard) -> None:
    canvas.replay(STROKES, 60_000)
    click(canvas, LEFT, at(canvas, 0.1, 0.1))
    assert heard.names() == [
        "replay_changed",
        "replay_changed",
        "replay_finished",
        "stroke_changed",
        "stroke_finished",
    ]


def test_a_new_drawing_cancels_a_replay(canvas: InkCanvas, heard: Heard) -> None:
    canvas.replay(STROKES, 60_000)
    canvas.set_drawing((), None, PEN)
    assert not canvas.replaying
    assert heard.names() == ["replay_changed"]


def test_hiding_the_canvas_finishes_a_replay_and_stops_its_timer(
    canvas: InkCanvas, heard: Heard
) -> None:
    canvas.replay(STROKES, 60_000)
    canvas.hide()
    assert not canvas.replaying
    assert heard.names()[-1] == "replay_finished"


def drop(canvas: InkCanvas, data: QMimeData) -> bool:
    """Drag something in and let it go; whether the canvas would have it."""
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), action, data, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(canvas, enter)
    if enter.isAccepted():
        fall = QDropEvent(QPointF(100, 100), action, data, LEFT, none)
        QApplication.sendEvent(canvas, fall)
    return enter.isAccepted()


def test_a_dropped_file_is_told_by_its_path(canvas: InkCanvas, heard: Heard) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/three.png"), QUrl.fromLocalFile("/some/three.png")])
    assert drop(canvas, data)
    assert heard.told == [("dropped", "/some/three.png")]


def test_a_dropped_image_is_told_as_it_is(canvas: InkCanvas, heard: Heard) -> None:
    image = QImage(5, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    data = QMimeData()
    data.setImageData(image)
    assert drop(canvas, data)
    (name, told), *rest = heard.told
    assert (name, rest) == ("dropped", [])
    assert isinstance(told, QImage)
    assert told == image


def test_text_cannot_be_dropped(canvas: InkCanvas, heard: Heard) -> None:
    data = QMimeData()
    data.setText("three")
    assert not drop(canvas, data)
    assert heard.told == []


def test_the_frame_tells_that_something_can_be_dropped(canvas: InkCanvas) -> None:
    calm = rgb(canvas.grab().toImage())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/some/three.png")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), action, data, LEFT, none)
    QApplication.sendEvent(canvas, enter)
    assert (rgb(canvas.grab().toImage()) != calm).any()
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    np.testing.assert_array_equal(rgb(canvas.grab().toImage()), calm)
