"""The chart of some curves, with a line in it that walks along them."""

from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from advgui.ui.axes import Axes
from advgui.ui.curves import Course, CurveTable, peaks, pen
from advgui.ui.scale import round_top
from advgui.ui.theme import tokens

#: Places beyond this are drawn as peaks of groups, which can be told apart by no one.
_DRAWN: Final = 400
#: Curves that still grow are drawn ten times a second beside all else, so with fewer.
_GROWING: Final = 80
#: How wide the curves are at rest; smooth lines take their time.
_WIDTH: Final = 1.5


class Chart(QWidget):
    """Curves over steps or epochs, on the left axis or, the far ones, on the right.

    A vertical line is the place shown; it follows the mouse while a button is pressed. All
    but this line is painted once and kept, so that it is quick to follow.
    """

    scrubbed = Signal(float)

    def __init__(self, curves: CurveTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = tuple(curve for curve in curves if not curve.far)
        self._far = tuple(curve for curve in curves if curve.far)
        self._course: Course | None = None
        self._axes = Axes()
        self._grows = False
        self._shown = 0.0
        self._kept: QPixmap | None = None
        self._backed: tuple[Axes, QPixmap] | None = None
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def set_course(self, course: Course, total: float) -> None:
        """Draw the curves over places from 0 to ``total``."""
        self._course = course
        self._grows = course.last < total
        near = max(1.0, round_top(course.top(self._near)))
        self._axes = Axes(max(1.0, total), near, round_top(course.top(self._far)))
        self._renew()

    def set_position(self, place: float) -> None:
        """Put the line at a place; nothing is emitted."""
        for at in (self._shown, place):
            self.update(round(self.place_of(at).x()) - 2, 0, 4, self.height())
        self._shown = place

    def place_of(self, place: float) -> QPointF:
        """Where a place is in the widget, half way up."""
        area = self._axes.area(self.rect())
        return QPointF(self._axes.along(area, place), area.center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was kept, and the line."""
        if self._kept is not None and self._kept.devicePixelRatio() != self.devicePixelRatioF():
            self._kept = self._backed = None
        if self._kept is None:
            self._kept = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        area, along = self._axes.area(self.rect()), self.place_of(self._shown).x()
        painter.setClipRect(area.adjusted(-1, 0, 1, 0))
        painter.setPen(QPen(tokens(self.palette()).accent, 1))
        painter.drawLine(QLineF(along, area.top(), along, area.bottom()))

    def _renew(self) -> None:
        self._kept = None
        self.update()

    def _renew_all(self) -> None:
        self._backed = None
        self._renew()

    def _painted(self) -> QPixmap:
        """The curves on the axes, which stay as they are while curves grow."""
        if self._backed is None or self._backed[0] != self._axes:
            self._backed = self._axes, self._background()
        kept = self._backed[1].copy()
        painter = QPainter(kept)
        self._draw_curves(painter, self._axes.area(self.rect()))
        painter.end()
        return kept

    def _background(self) -> QPixmap:
        colours, ratio = tokens(self.palette()), self.devicePixelRatioF()
        made = QPixmap((self.size() * ratio).expandedTo(self.size()))
        made.setDevicePixelRatio(ratio)
        made.fill(colours.window)
        painter = QPainter(made)
        self._axes.paint(painter, self._axes.area(self.rect()), colours)
        painter.end()
        return made

    def _draw_curves(self, painter: QPainter, area: QRectF) -> None:
        if self._course is None:
            return
        colours = tokens(self.palette())
        painter.setClipRect(area.adjusted(-1, -1, 1, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._grows)
        for curve in (*self._near, *self._far):
            places, values = self._course.places, self._course.values[curve.name]
            fewer = peaks(places, values, _GROWING if self._grows else _DRAWN)
            line = self._axes.line(area, *fewer, far=curve.far)
            painter.setPen(pen(curve, colours, 1 if self._grows else _WIDTH))
            painter.drawPolyline(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is somewhere else."""
        super().resizeEvent(event)
        self._renew_all()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self._renew_all()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The place under the mouse is shown."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With the button down, the line follows the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event.position())

    def _scrub(self, position: QPointF) -> None:
        along = self._axes.place(self._axes.area(self.rect()), position.x())
        place = 0.0 if self._course is None else self._course.nearest(along)
        if place != self._shown:
            self.set_position(place)
            self.scrubbed.emit(place)
