"""The chart of some curves in aligned strips, with a line in it that walks along them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsSimpleTextItem, QWidget

from advgui.ui.plotting.axis import Axis, doubled_top, stepped_span
from advgui.ui.plotting.curves import PlotData, Titles
from advgui.ui.plotting.frozen_view import FrozenView
from advgui.ui.plotting.overlay import Hover, Marker, Reading
from advgui.ui.plotting.strip import Strip, View
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import LARGE, SMALL, TIGHT, font, tokens

#: How high the strips are, beside one another.
_SHARES: Final = 3
_REST: Final = 2
_LEAST: Final = 12
#: So few values can be seen at once at the closest.
_FEWEST: Final = 4

_LEFT: Final = Qt.MouseButton.LeftButton
_RIGHT: Final = Qt.MouseButton.RightButton


class Chart(FrozenView):
    """Curves over steps or epochs: shares from 0 to 100 % above, all else below.

    While curves grow the mouse does nothing, and the lower axis only grows; it is fitted to
    them at the end. Then the wheel zooms, and the ground can be pulled along where all is not
    seen; elsewhere the line of the place shown follows the mouse while its button is pressed.
    """

    scrubbed = Signal(float)
    zoomed = Signal(bool)
    menu_wanted = Signal(QPoint)

    strips: tuple[Strip, ...] = ()  # Qt sends events before there are any

    def __init__(
        self, titles: Titles, where: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, background=None)
        self._where = where
        self._data: PlotData | None = None
        self._end: float | None = None
        self._shown, self._span, self._growing = 0.0, 1.0, False
        self._pulled, self._busy = False, False
        shares, rest = Strip(titles.share, share=True), titles.rest
        self.strips = (shares, Strip(rest, share=False)) if rest else (shares,)
        self._least = titles.least
        self._along = Axis("bottom", self.strips[-1].box, counts=titles.counts)
        self._title = QGraphicsSimpleTextItem(titles.along)
        self._marker, self.hover = Marker(), Hover()
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._dress()
        self._connect()

    def _lay_out(self) -> None:
        grid, line = self.centralLayout, texts().line("caption")
        grid.setContentsMargins(0, line / 2 + TIGHT, LARGE + SMALL, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for number, strip in enumerate(self.strips):
            grid.addItem(strip.axis, number, 0)
            grid.addItem(strip.box, number, 1)
            height = _SHARES if strip.share else _REST
            grid.setRowStretchFactor(number, height)
            grid.setRowPreferredHeight(number, _LEAST * height)
        grid.addItem(self._along, len(self.strips), 1)
        if len(self.strips) > 1:
            grid.setRowSpacing(0, line)
        for item in (self._title, self._marker, self.hover):
            self.scene().addItem(item)

    def _connect(self) -> None:
        # Qt paints the whole window at once whenever a scene changes that nobody listens to.
        self.scene().changed.connect(_nothing)
        self.scene().sigMouseClicked.connect(self._clicked)
        for strip in self.strips:
            strip.box.sigXRangeChanged.connect(self._moved)
            strip.box.sigYRangeChanged.connect(self._moved)
            strip.box.sigResized.connect(self._arrange)

    def set_data(self, data: PlotData, end: float | None = None) -> None:
        """Draw the curves, which may still grow as far as ``end``, or further."""
        if self.is_frozen and data is self._data and end == self._end:
            self.show_ahead()
            if end is None:
                QTimer.singleShot(0, self, self.thaw)
        else:
            self._take(data, end)
            self.thaw()

    def draw_ahead(self, data: PlotData, end: float | None, place: float) -> None:
        """Draw curves that will be set in a moment, with the line at a place, unseen."""
        self.freeze()
        self._shown = place
        self._take(data, end)

    def _take(self, data: PlotData, end: float | None) -> None:
        self._data, self._end, self._growing = data, end, end is not None
        top = doubled_top(data.top)
        if end is None:
            span = max(self._least, data.last)
        else:
            span = max(self._least, end if data.last <= end else stepped_span(data.last))
            top = max(top, self.strips[-1].top)
        self.setMouseTracking(not self._growing)
        self._set_home(span, top, _FEWEST * span / max(_FEWEST, len(data.places)))
        self._draw()

    def _set_home(self, span: float, top: float, finest: float) -> None:
        """Show all of it, unless a part is seen of curves that are as long as before."""
        stays = self.is_zoomed and not self._growing and span == self._span
        self._span = span
        with self._at_once():
            for strip in self.strips:
                strip.set_home(span, 1.0 if strip.share else top, finest)
                if not stays:
                    strip.box.setXRange(0.0, span, padding=0)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Several things are moved, and the curves drawn once."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    @property
    def is_zoomed(self) -> bool:
        """Whether not all of the curves is seen."""
        low, high = self.strips[0].seen()
        return high - low < 0.999 * self._span or not all(strip.is_whole for strip in self.strips)

    def go_home(self) -> None:
        """Show all of the curves again."""
        with self._at_once():
            for strip in self.strips:
                strip.box.setXRange(0.0, self._span, padding=0)
                strip.box.setYRange(0.0, strip.top, padding=0)
        self._show_part()

    def set_along(self, title: str) -> None:
        """Call the axis along something else."""
        self._title.setText(title)
        self._arrange()

    def set_position(self, place: float) -> None:
        """Put the line at a place; nothing is emitted."""
        if place != self._shown:
            self.thaw()
        self._shown = place
        self._put_marker()

    def place_of(self, place: float) -> QPointF:
        """Where a place is in the chart, half way up its upper strip."""
        area, (low, high) = self.strips[0].area, self.strips[0].seen()
        along = area.left() + (place - low) / (high - low) * area.width()
        return QPointF(along, area.center().y())

    @property
    def area(self) -> QRectF:
        """Where the curves of all strips are."""
        return self.strips[0].area.united(self.strips[-1].area)

    def _place_at(self, along: float) -> float:
        """The place with values that is nearest to so far from the left."""
        area, (low, high) = self.area, self.strips[0].seen()
        place = low + (along - area.left()) / max(1.0, area.width()) * (high - low)
        return 0.0 if self._data is None else self._data.nearest(place)

    def _moved(self, box: pg.ViewBox) -> None:
        """One strip was zoomed or pulled along: the other goes with it."""
        if self._busy:
            return
        low, high = box.viewRange()[0]
        with self._at_once():
            for strip in self.strips:
                strip.box.setXRange(low, high, padding=0)
        self._show_part()

    def _show_part(self) -> None:
        self._draw()
        self.zoomed.emit(self.is_zoomed)

    def _arrange(self) -> None:
        """Everything is somewhere else."""
        wide = self._title.boundingRect().width()
        below = self.area.bottom() + TIGHT // 2
        self._title.setPos(self.area.left() - LARGE - wide, below)
        self._draw()

    def _draw(self) -> None:
        self._draw_curves(View(tokens(self.palette()), self.devicePixelRatioF()))
        self._put_marker()
        self.read(None)

    def _draw_curves(self, view: View) -> None:
        for strip in self.strips:
            strip.draw(self._data, view)

    def paint_on(self, painter: QPainter, ratio: float) -> None:
        """Paint all of it where it is, in the best quality, on so many pixels to a point."""
        self._draw_curves(View(tokens(self.palette()), ratio, patient=True))
        self.read(None)
        for axis in self._axes:
            axis.keep(on=False)
        self.render(painter, QRectF(self.geometry()), self.rect())
        for axis in self._axes:
            axis.keep(on=True)
        self._draw()

    @property
    def _axes(self) -> tuple[Axis, ...]:
        return (*(strip.axis for strip in self.strips), self._along)

    def _put_marker(self) -> None:
        along, area = self.place_of(self._shown).x(), self.area
        self._marker.setVisible(area.left() - 1 <= along <= area.right() + 1)
        self._marker.put(area, along, tokens(self.palette()))

    def read(self, point: QPointF | None) -> None:
        """Show the values at the place below a point; none where there is none."""
        colours, data = tokens(self.palette()), self._data
        if point is None or data is None or not self.area.contains(point):
            self.hover.show_reading(None, colours)
            return
        place = self._place_at(point.x())
        values = data.at(place)
        curves = {curve.name: curve for curve in data.curves}
        dots = [dot for strip in self.strips for dot in strip.dots(values)]
        reading = Reading(
            area=self.area,
            along=self.place_of(place).x(),
            title=self._where(place),
            rows=tuple((one, one.written(values.get(one.name))) for one in data.curves),
            dots=tuple((curves[name], up) for up, name in dots),
        )
        self.hover.show_reading(reading, colours)

    def _dress(self) -> None:
        """Take on the theme and the font."""
        self.thaw()
        colours = tokens(self.palette())
        self.setBackground(colours.window)
        self._title.setFont(font("caption"))
        self._title.setBrush(colours.muted)
        for axis in self._axes:
            axis.dress(colours)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Another theme or font, or a denser screen, is followed at once."""
        kinds = QEvent.Type
        done = super().event(event)
        if self.strips and event.type() in (
            kinds.PaletteChange,
            kinds.ApplicationFontChange,
            kinds.FontChange,
            kinds.DevicePixelRatioChange,
        ):
            self._dress()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line along, or the ground where not all is seen."""
        if self._growing:
            return
        if event.button() == _LEFT and self._takes_line(event.position()):
            self._pulled = True
            self._scrub(event.position())
        else:
            super().mousePressEvent(event)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line follows the mouse; where nothing is pressed, the values below it are told."""
        if self._pulled and event.buttons() & _LEFT:
            self._scrub(event.position())
        elif not self._growing:
            super().mouseMoveEvent(event)
            self._point(event.position())
            self.read(None if event.buttons() else event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The line is let go."""
        if self._pulled and event.button() == _LEFT:
            self._pulled = False
        elif not self._growing:
            super().mouseReleaseEvent(event)
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """All is seen again."""
        if not self._growing and event.button() == _LEFT:
            self.go_home()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, unless what is around is meant, since curves grow."""
        if self._growing:
            event.ignore()
        else:
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No value is told any more."""
        super().leaveEvent(event)
        self.read(None)

    def _takes_line(self, point: QPointF) -> bool:
        return not self.is_zoomed or self._marker.is_at(point)

    def _point(self, point: QPointF) -> None:
        """The pointer says what a press would take along."""
        shape = Qt.CursorShape
        cursor = shape.SizeHorCursor if self._takes_line(point) else shape.OpenHandCursor
        self.viewport().setCursor(cursor if self.area.contains(point) else shape.ArrowCursor)

    def _clicked(self, click: "_Click") -> None:
        """A click that was no pull: the place below it, or the menu."""
        if self._growing:
            return
        if click.button() == _RIGHT:
            self.menu_wanted.emit(QPointF(click.screenPos()).toPoint())
        elif click.button() == _LEFT and not click.double():
            self._scrub(click.scenePos())

    def _scrub(self, point: QPointF) -> None:
        self.read(None)
        place = self._place_at(point.x())
        if place != self._shown:
            self.set_position(place)
            self.scrubbed.emit(place)

    def shut(self) -> None:
        """Take the scene apart, so that Qt and Python need not do so in whatever order."""
        strips, self.strips = self.strips, ()  # no event finds any more what is taken apart
        for strip in strips:
            strip.box.unregister()
        self.thaw()
        self.close()


class _Click(Protocol):
    """What pyqtgraph tells of a click."""

    def button(self) -> Qt.MouseButton: ...
    def double(self) -> bool: ...
    def scenePos(self) -> QPointF: ...
    def screenPos(self) -> QPointF: ...


def _nothing(areas: list[QRectF]) -> None:
    """All that is to be done where a scene has changed."""
