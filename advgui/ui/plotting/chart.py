"""The chart of some curves, with a line in it that walks along them."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from advgui.ui.plotting.axes import Axes
from advgui.ui.plotting.scale import doubled_top
from advgui.ui.plotting.series import Course, peaks, pen
from advgui.ui.theme.tokens import tokens

#: So many peaks are drawn of a long curve, and never more than there are pixels across, nor,
#: where each is as high as the chart, more than so many pixels.
_DRAWN: Final = 300
_PIXELS: Final = 200_000
#: Curves that still grow are drawn ten times a second beside all else, so with fewer.
_GROWING: Final = 80
#: A curve that goes up and down by more pixels is not smoothed, which takes its time.
_SMOOTH: Final = 30_000


class Chart(QWidget):
    """Curves over steps or epochs: shares on the left axis, all else on the right.

    The right axis only grows while curves do, and is fitted to them at the end. A vertical
    line is the place shown; it follows the mouse while a button is pressed. All but this
    line is painted once and kept, so that it is quick to follow.
    """

    scrubbed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._axes = Axes()
        self._grows = False
        self._shown = 0.0
        self._kept: QPixmap | None = None
        self._backed: tuple[Axes, QPixmap] | None = None
        self._ahead: tuple[Course, Axes, QPixmap] | None = None
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def set_course(self, course: Course, total: float) -> None:
        """Draw the curves over places from 0 to ``total``."""
        ahead = self._ahead
        self._axes = self._axes_for(course, total)
        self._course, self._grows = course, course.last < total
        self._renew()
        if ahead is not None and ahead[:2] == (course, self._axes):
            self._kept = ahead[2]

    def prepare(self, course: Course, total: float) -> None:
        """Paint them ahead: ``set_course`` has less to do then, and shows them."""
        if self.isVisible():
            axes = self._axes_for(course, total)
            self._ahead = course, axes, self._painted(course, axes, grows=course.last < total)

    def _axes_for(self, course: Course, total: float) -> Axes:
        least = self._axes.far if course.last < total else 0.0
        return Axes(max(1.0, total), max(least, doubled_top(course.top)))

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
            self._kept = self._painted(self._course, self._axes, grows=self._grows)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        area, along = self._axes.area(self.rect()), self.place_of(self._shown).x()
        painter.setClipRect(area.adjusted(-1, 0, 1, 0))
        painter.setPen(QPen(tokens(self.palette()).accent, 1))
        painter.drawLine(QLineF(along, area.top(), along, area.bottom()))

    def _renew(self) -> None:
        self._kept = self._ahead = None
        self.update()

    def _renew_all(self) -> None:
        self._backed = None
        self._renew()

    def _painted(self, course: Course | None, axes: Axes, *, grows: bool) -> QPixmap:
        """The curves on the axes, which stay as they are while curves grow."""
        if self._backed is None or self._backed[0] != axes:
            self._backed = axes, self._background(axes)
        kept = self._backed[1].copy()
        if course is not None:
            painter = QPainter(kept)
            self._draw(course, painter, axes, grows=grows)
            painter.end()
        return kept

    def _background(self, axes: Axes) -> QPixmap:
        colours, ratio = tokens(self.palette()), self.devicePixelRatioF()
        made = QPixmap((self.size() * ratio).expandedTo(self.size()))
        made.setDevicePixelRatio(ratio)
        made.fill(colours.window)
        painter = QPainter(made)
        axes.paint(painter, axes.area(self.rect()), colours)
        painter.end()
        return made

    def _draw(self, course: Course, painter: QPainter, axes: Axes, *, grows: bool) -> None:
        area, colours, ratio = (
            axes.area(self.rect()),
            tokens(self.palette()),
            self.devicePixelRatioF(),
        )
        wide, high = max(1, int(area.width() * ratio)), max(1, int(area.height() * ratio))
        groups = min(_GROWING if grows else _DRAWN, wide, max(1, _PIXELS // high))
        painter.setClipRect(area.adjusted(-1, -1, 1, 1))
        for curve in reversed(course.curves):  # the first lies above all others
            fewer = peaks(course.places, course.values[curve.name], groups)
            height = area.height() * ratio / axes.top(share=curve.share)
            smooth = not grows and height * np.abs(np.diff(fewer[1])).sum() <= _SMOOTH
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(smooth))
            painter.setPen(pen(curve, colours))
            painter.drawPolyline(axes.line(area, *fewer, share=curve.share))

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
