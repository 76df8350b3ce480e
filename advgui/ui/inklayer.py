"""The sheet with its base image and its settled ink, kept in device pixels."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from advgui.core.images import Bytes
from advgui.core.ink import Stroke, Strokes
from advgui.ui.inkpaint import (
    bounds,
    paint_piece,
    paint_strokes,
    pressed,
    settled,
    settled_points,
    tail,
)
from advgui.ui.pixels import draw_pixels, inked_image
from advgui.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class Sheet:
    """How large a sheet is: its side and its pen's width in device-independent pixels."""

    side: float
    ratio: float
    width: float
    colours: Tokens


class InkLayer:
    """A pixmap of a sheet, so that a pen movement paints nothing but its newest part."""

    def __init__(self, sheet: Sheet, base: Bytes | None, strokes: Strokes) -> None:
        self.sheet = sheet
        pixels = max(round(sheet.side * sheet.ratio), 1)
        self.pixmap = QPixmap(pixels, pixels)
        self.pixmap.setDevicePixelRatio(sheet.ratio)
        self.pixmap.fill(sheet.colours.paper)
        painter = self._painter()
        if base is not None:
            image = inked_image(base, paper=sheet.colours.paper, ink=sheet.colours.ink)
            # Its own pixels: smoothed, faint noise in an opened image would not be seen.
            draw_pixels(painter, QRectF(0.0, 0.0, sheet.side, sheet.side), image)
        ink = sheet.colours.ink
        paint_strokes(painter, strokes, side=sheet.side, width=sheet.width, colour=ink)
        painter.end()

    def add(self, newest: Stroke) -> QRectF:
        """Paint what the newest point of a stroke settles, of its last four.

        Returns what the movement touched, the new tail and the old one included.
        """
        painter = self._painter()
        self._paint(painter, settled(newest[:-1], self.sheet.side), newest[:-1])
        painter.end()
        return bounds(newest, self.sheet.side, self.sheet.width)

    def add_begun(self, stroke: Stroke) -> None:
        """Paint all but the tail of a stroke that is still being drawn."""
        painter = self._painter()
        for points in settled_points(stroke):
            self._paint(painter, settled(points, self.sheet.side), points)
        painter.end()

    def add_tail(self, newest: Stroke) -> None:
        """Paint the end of a stroke of which no more will come, of its last three points."""
        painter = self._painter()
        self.paint_tail(painter, newest)
        painter.end()

    def paint_tail(self, painter: QPainter, newest: Stroke) -> None:
        """Paint the tail of a stroke, of its last three points, where the sheet is shown."""
        self._paint(painter, tail(newest, self.sheet.side), newest)

    def _paint(self, painter: QPainter, path: QPainterPath, points: Stroke) -> None:
        if path.elementCount():
            width = self.sheet.width * pressed(points)
            paint_piece(painter, path, width, self.sheet.colours.ink)

    def _painter(self) -> QPainter:
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter
