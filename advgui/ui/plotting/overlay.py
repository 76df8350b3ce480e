"""What lies over the curves: the line of the place shown, and the values under the mouse."""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from advgui.ui.plotting.curves import Curve, pen
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, LIGHT, MEDIUM, SMALL, TIGHT, Tokens

_DOT: Final = 3.0
_SAMPLE: Final = 14.0
_ABOVE: Final = 20.0
_MARKER_ABOVE: Final = 10.0
#: Half the width and the height of the marker's head.
_HEAD: Final = 5.0


class Marker(QGraphicsItem):
    """A line across all strips, with a head by which it is seen to be one that can be pulled."""

    def __init__(self) -> None:
        super().__init__()
        self._area, self._along, self._colours = QRectF(), 0.0, LIGHT
        self.setZValue(_MARKER_ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def put(self, area: QRectF, along: float, colours: Tokens) -> None:
        """Stand in the area of all strips, so far from the chart's left."""
        if (area, along, colours) != (self._area, self._along, self._colours):
            self.prepareGeometryChange()
            self._area, self._along, self._colours = area, along, colours
            self.update()

    def is_at(self, point: QPointF) -> bool:
        """Whether a point is near enough to take hold of it."""
        return self.isVisible() and abs(point.x() - self._along) <= _HEAD + 1

    def boundingRect(self) -> QRectF:
        """The line, and its head above."""
        top, high = self._area.top() - _HEAD, self._area.height() + _HEAD
        return QRectF(self._along - _HEAD - 1, top - 1, 2 * _HEAD + 2, high + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """On whole pixels, so that it is sharp."""
        ratio = painter.device().devicePixelRatioF()
        along = (math.floor(self._along * ratio) + 0.5) / ratio
        top, colour = self._area.top(), self._colours.accent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QLineF(along, top, along, self._area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = ((-_HEAD, -_HEAD), (_HEAD, -_HEAD), (0.0, 1.0))
        painter.drawPolygon([QPointF(along + x, top + y) for x, y in corners])


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read where: the place in words, and a line for each curve with its value.

    ``area`` is that of all strips, ``along`` the place from the chart's left, and ``dots`` are
    the values' places from its top, each with its curve.
    """

    area: QRectF
    along: float
    title: str
    rows: tuple[tuple[Curve, str], ...]
    dots: tuple[tuple[Curve, float], ...]


class Hover(QGraphicsItem):
    """Shows one reading at a time, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self._colours = LIGHT
        self.setZValue(_ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_reading(self, reading: Reading | None, colours: Tokens) -> None:
        """Show this one instead."""
        if reading is None and self._reading is None:
            return
        self.prepareGeometryChange()
        self._reading, self._colours = reading, colours
        self.update()

    def title(self) -> str:
        """The place that is read, in words."""
        return "" if self._reading is None else self._reading.title

    def boundingRect(self) -> QRectF:
        """The line, its dots and the card."""
        if self._reading is None:
            return QRectF()
        area, along = self._reading.area, self._reading.along
        line = QRectF(along - _DOT, area.top(), 2 * _DOT, area.height())
        return line.united(self.card(self._reading)).adjusted(-2, -2, 2, 2)

    def card(self, reading: Reading) -> QRectF:
        """Beside the line where there is room, else over it and over the axis."""
        area, along = reading.area, reading.along
        wide = min(_width(reading, _titles(reading)), area.right())
        high = texts().line("caption") * (len(reading.rows) + 1) + 2 * TIGHT
        right = along + MEDIUM
        left = right if right + wide <= area.right() else along - MEDIUM - wide
        left = max(left, min(area.left(), area.right() - wide))
        left = min(left, area.right() - wide)
        return QRectF(left, area.top() + TIGHT, wide, high)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The line first, the card above all."""
        reading, colours = self._reading, self._colours
        if reading is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DotLine))
        area, along = reading.area, reading.along
        painter.drawLine(QLineF(along, area.top(), along, area.bottom()))
        for curve, up in reading.dots:
            painter.setPen(QPen(colours.window, 1))
            painter.setBrush(pen(curve, colours).color())
            painter.drawEllipse(QPointF(along, up), _DOT, _DOT)
        self._paint_card(painter, reading, colours)

    def _paint_card(self, painter: QPainter, reading: Reading, colours: Tokens) -> None:
        card = self.card(reading)
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.card)
        painter.drawRoundedRect(card, CORNER, CORNER)
        line = texts().line("caption")
        room = QRectF(card.left() + MEDIUM, card.top() + TIGHT, card.width() - 2 * MEDIUM, line)
        texts().write(painter, room, reading.title, "caption", colours.text)
        for title, (curve, value) in zip(_titles(reading), reading.rows, strict=True):
            room.translate(0, line)
            middle = room.center().y()
            painter.setPen(pen(curve, colours, 2))
            painter.drawLine(QLineF(room.left(), middle, room.left() + _SAMPLE, middle))
            words = room.adjusted(_SAMPLE + SMALL, 0, 0, 0)
            names = words.adjusted(0, 0, -texts().width(value, "caption") - TIGHT, 0)
            texts().write(painter, names, title, "caption", colours.muted)
            texts().write(painter, words, value, "caption", colours.text, "right")


def _titles(reading: Reading) -> list[str]:
    """What the curves are called: in short, where there is no room for more."""
    whole = [curve.title for curve, _ in reading.rows]
    if _width(reading, whole) <= reading.area.right():
        return whole
    return [curve.short or curve.title for curve, _ in reading.rows]


def _width(reading: Reading, titles: list[str]) -> float:
    """That of a card with these titles before the values."""
    told = zip(titles, (value for _, value in reading.rows), strict=True)
    rows = [texts().width(f"{title}  {value}", "caption") for title, value in told]
    above = texts().width(reading.title, "caption") + 1
    return max(above, _SAMPLE + SMALL + max(rows, default=0.0)) + 2 * MEDIUM
