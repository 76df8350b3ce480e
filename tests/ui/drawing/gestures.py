"""Gestures on the sheet, and what it tells of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QEventPoint,
    QInputDevice,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advgui.core.digits.rendering import Stroke
from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.qimages import numbers, rgb

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HOOK = ((0.2, 0.2), (0.8, 0.25), (0.5, 0.5), (0.4, 0.9))
LINE: Stroke = np.array([[0.25, 0.5], [0.75, 0.5]])


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
