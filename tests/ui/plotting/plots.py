"""Plots as they are shown in a test, and what is done in them with the mouse."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPen, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.curves import Curves
from advgui.ui.attack.history import run_data
from advgui.ui.plotting.chart import Chart
from advgui.ui.plotting.curves import PlotData
from advgui.ui.plotting.key import CurveKey

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def rising(steps: int, distance: float = 2.0) -> PlotData:
    """A goal that rises evenly from 0 to 1, a misfit that falls, a constant distance."""
    along = np.linspace(0.0, 1.0, steps)
    return run_data(Curves(goal=along, misfit=1 - along, distance=along * 0 + distance))


def shown(plot: QWidget, qtbot: QtBot) -> Chart:
    """The chart of a plot, once it is there and laid out."""
    qtbot.waitUntil(lambda: plot.findChild(QWidget, "chart") is not None, timeout=30_000)
    found = plot.findChild(Chart, "chart")
    assert isinstance(found, Chart)
    if found.isVisibleTo(plot):
        qtbot.waitExposed(found)
    QApplication.processEvents()
    return found


def said(plot: QWidget) -> str:
    """What the key tells."""
    key = plot.findChild(CurveKey, "curve-key")
    assert isinstance(key, CurveKey)
    return key.accessibleDescription()


def drawn_curves(chart: Chart) -> tuple[list[int], list[QPen]]:
    """Of each curve in the chart: how many points it has, and its pen."""
    curves = [one for one in chart.scene().items() if isinstance(one, pg.PlotCurveItem)]
    return [len(one.getData()[0]) for one in curves], [one.opts["pen"] for one in curves]


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let it pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def wheel(chart: Chart, place: QPointF, turns: int) -> None:
    """Turn the wheel over a place in the chart, away from oneself or toward."""
    port = chart.viewport()
    event = QWheelEvent(
        place,
        QPointF(port.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * turns),
        NONE,
        NO_KEY,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def move(chart: Chart, place: QPoint, button: Qt.MouseButton = NONE) -> None:
    """Move the mouse to a place, with a button pressed or without."""
    port = chart.viewport()
    local, everywhere = QPointF(place), QPointF(port.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, local, everywhere, NONE, button, NO_KEY)
    QApplication.sendEvent(port, event)


def double_click(chart: Chart, place: QPointF) -> None:
    """Click twice; QTest forgets to let the button go."""
    QTest.mouseDClick(chart.viewport(), LEFT, NO_KEY, place.toPoint())
    QTest.mouseRelease(chart.viewport(), LEFT, NO_KEY, place.toPoint())


def pull(chart: Chart, start: QPointF, along: int) -> None:
    """Press the ground of the chart, move to the side slowly enough, and let go."""
    port = chart.viewport()
    move(chart, start.toPoint())
    QTest.mousePress(port, LEFT, NO_KEY, start.toPoint())
    for share in range(1, 11):
        QTest.qWait(12)  # pyqtgraph looks at a hundred movements a second
        move(chart, start.toPoint() + QPoint(round(along * share / 10), 0), LEFT)
    QTest.mouseRelease(port, LEFT, NO_KEY, start.toPoint() + QPoint(along, 0))
