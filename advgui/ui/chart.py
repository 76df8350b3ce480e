"""The chart of some curves, in pyqtgraph: import this only once the window is up (.3 s)."""

import math
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsItem, QWidget

from advgui.ui.curves import Course, CurveTable, peaks, pen
from advgui.ui.theme import SMALL, tokens

#: Places beyond this are drawn as peaks of groups, which can be told apart by no one.
_DRAWN: Final = 400
#: Curves that still grow are drawn ten times a second beside all else, so with fewer.
_GROWING: Final = 120
#: Up to this many places the lines are smooth; more would cost too much, as would wider ones.
_SMOOTH: Final = 250
_LEFT_WIDE: Final = 30
_RIGHT_WIDE: Final = 34
_BOTTOM_HIGH: Final = 22


class Chart(pg.PlotWidget):
    """Curves over steps or epochs, on the left axis or, the far ones, on the right.

    A vertical line is the place shown; it follows the mouse while a button is pressed.
    """

    scrubbed = Signal(float)

    def __init__(self, curves: CurveTable, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self._curves = curves
        self._course: Course | None = None
        self._shown, self._span = 0.0, 1.0
        self._ranges: tuple[float, float, float] | None = None
        self._item = self.getPlotItem()
        self._near = self._item.getViewBox()
        self._far = pg.ViewBox()
        self._line = pg.InfiniteLine(pos=0)
        self._drawn = {curve.name: pg.PlotCurveItem() for curve in curves}
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        self._add_axes()
        self._add_items()
        self._dress()

    def set_course(self, course: Course, total: float) -> None:
        """Draw the curves over places from 0 to ``total``."""
        self._course = course
        grows = course.last < total
        smooth = not grows and len(course.places) <= _SMOOTH
        for name, drawn in self._drawn.items():
            groups = _GROWING if grows else _DRAWN
            places, values = peaks(course.places, course.values[name], groups)
            drawn.setData(places, values, antialias=smooth)
        near = tuple(curve for curve in self._curves if not curve.far)
        far = tuple(curve for curve in self._curves if curve.far)
        self._span = max(1.0, total)
        ranges = self._span, max(1.0, _round_top(course.top(near))), _round_top(course.top(far))
        if ranges != self._ranges:
            self._ranges = ranges
            self._near.setXRange(0, ranges[0], padding=0.0)
            self._near.setYRange(0, ranges[1], padding=0.03)
            self._far.setYRange(0, ranges[2], padding=0.03)

    def set_position(self, place: float) -> None:
        """Put the line at a place; nothing is emitted."""
        self._shown = place
        self._line.setValue(place)

    def place_of(self, place: float) -> QPointF:
        """Where a place is in the widget, half way up."""
        area = self._near.sceneBoundingRect()
        along = area.left() + area.width() * place / self._span
        scene = QPointF(along, area.center().y())
        return QPointF(self.mapFromScene(scene))

    def _add_axes(self) -> None:
        self._item.hideButtons()
        self._item.setContentsMargins(0, SMALL, 0, 0)
        self._item.showAxis("right")
        widths = {"left": _LEFT_WIDE, "right": _RIGHT_WIDE}
        for name, width in widths.items():
            self._item.getAxis(name).setWidth(width)
            self._item.getAxis(name).enableAutoSIPrefix(False)
        self._item.getAxis("bottom").setHeight(_BOTTOM_HIGH)
        self._item.getAxis("right").linkToView(self._far)
        for name in ("left", "right", "bottom"):  # their figures are laid out once, not each time
            self._item.getAxis(name).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        for view in (self._near, self._far):
            view.setMenuEnabled(False)
            view.setMouseEnabled(x=False, y=False)
            view.enableAutoRange(enable=False)

    def _add_items(self) -> None:
        """The right axis has a view of its own, which lies on the left one's."""
        self.scene().addItem(self._far)
        self._far.setXLink(self._near)
        self._near.sigResized.connect(self._lay_over)
        for curve in self._curves:
            if curve.far:
                self._far.addItem(self._drawn[curve.name])
            else:
                self._item.addItem(self._drawn[curve.name])
        self._item.addItem(self._line)

    def _lay_over(self) -> None:
        self._far.setGeometry(self._near.sceneBoundingRect())
        self._far.linkedViewChanged(self._near, self._far.XAxis)

    def _dress(self) -> None:
        colours = tokens(self.palette())
        self.setBackground(colours.window)
        for curve in self._curves:
            self._drawn[curve.name].setPen(pen(curve, colours))
        self._line.setPen(pg.mkPen(colours.accent, width=1))
        for name in ("left", "right", "bottom"):
            axis = self._item.getAxis(name)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is painted at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawn"):
            self._dress()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The place under the mouse is shown."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With the button down, the line follows the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The line stays where it is."""

    def _scrub(self, position: QPointF) -> None:
        scene = self.mapToScene(position.toPoint())
        along = self._near.mapSceneToView(scene).x()
        place = 0.0 if self._course is None else self._course.nearest(along)
        if place != self._shown:
            self.set_position(place)
            self.scrubbed.emit(place)


def _round_top(top: float) -> float:
    """The next 1, 2 or 5 of any power of ten above a value, so that axes seldom move."""
    if not 0 < top < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(top))
    return next((m * power for m in (1.0, 2.0, 5.0) if top <= m * power), 10.0 * power)
