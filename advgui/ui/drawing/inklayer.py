"""The sheet with its base image and its settled ink, kept in device pixels."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from advgui.core.digits.rendering import Stroke, Strokes
from advgui.core.digits.stroke_changes import Places, changed_points, near
from advgui.core.images import Bytes
from advgui.ui.drawing.inkpaint import (
    Part,
    bounds,
    paint_part,
    paint_piece,
    parts,
    pressed,
    reach,
    settled,
    settled_points,
    tail,
)
from advgui.ui.theme.pixels import draw_pixels, inked_image
from advgui.ui.theme.tokens import Tokens

#: Points that are painted at once with a new layer: more than a digit has.
_AT_FIRST: Final = 600
#: Points that are painted between two events of the window.
_AT_ONCE: Final = 250
#: Points that are painted at once where something has changed.
_IN_PLACE: Final = 2000


@dataclass(frozen=True, slots=True)
class Sheet:
    """How large a sheet is: its side and its pen's width in device-independent pixels."""

    side: float
    ratio: float
    width: float
    colours: Tokens


class InkLayer:
    """A pixmap of a sheet, so that a pen movement paints nothing but its newest part.

    Of very many strokes it paints the first ones at once, and some more with each ``go_on``
    for as long as it is ``unfinished``.
    """

    def __init__(self, sheet: Sheet, base: Bytes | None, strokes: Strokes) -> None:
        self.sheet = sheet
        pixels = max(round(sheet.side * sheet.ratio), 1)
        self.pixmap = QPixmap(pixels, pixels)
        self.pixmap.setDevicePixelRatio(sheet.ratio)
        self._base, self._places = base, Places(strokes)
        self._left: Iterator[Part] | None = parts(strokes)
        with self._painting() as painter:
            self._paint_ground(painter)
        self.go_on(_AT_FIRST)

    @property
    def unfinished(self) -> bool:
        """Whether some of the ink is still to be painted."""
        return self._left is not None

    def go_on(self, points: int = _AT_ONCE) -> None:
        """Paint as many more points as nobody has to wait for."""
        with self._painting() as painter:
            while self._left is not None and points > 0:
                part = next(self._left, None)
                if part is None:
                    self._left = None
                else:
                    self._paint_parts(painter, (part,))
                    points -= len(part.points)

    def show(self, strokes: Strokes) -> bool:
        """Paint only where these strokes are others; False where a new layer is as quick."""
        gone, come = changed = self._places.become(strokes)
        if _points(gone) + _points(come) > _IN_PLACE or (gone and self.unfinished):
            return False
        if gone and not (len(gone) == len(come) and all(map(np.array_equal, gone, come))):
            return self._paint_anew(changed_points(changed))
        if not gone:
            with self._painting() as painter:
                self._paint_parts(painter, parts(tuple(come)))
        return True

    def took(self, stroke: Stroke) -> None:
        """A stroke that was painted point by point is one of them from now on."""
        self._places.become((*self._places.strokes, stroke))

    def _paint_anew(self, points: Stroke) -> bool:
        """Paint all that lies around these points; False where it is too much."""
        if not len(points):
            return True
        side, width = self.sheet.side, self.sheet.width
        place = QRectF(bounds(points, side, width).toAlignedRect())
        numbers = near(self._places.boxes, points, 4.0 * reach(width) / side)
        strokes = tuple(self._places.strokes[number] for number in numbers.tolist())
        found = [p for p in parts(strokes) if bounds(p.points, side, width).intersects(place)]
        if sum(len(part.points) for part in found) > _IN_PLACE:
            return False
        with self._painting() as painter:
            painter.setClipRect(place)
            self._paint_ground(painter)
            self._paint_parts(painter, found)
        return True

    def add(self, newest: Stroke) -> QRectF:
        """Paint what the newest point of a stroke settles, of its last four.

        Returns what the movement touched, the new tail and the old one included.
        """
        with self._painting() as painter:
            self._paint(painter, settled(newest[:-1], self.sheet.side), newest[:-1])
        return bounds(newest, self.sheet.side, self.sheet.width)

    def add_begun(self, stroke: Stroke) -> None:
        """Paint all but the tail of a stroke that is still being drawn."""
        with self._painting() as painter:
            for points in settled_points(stroke):
                self._paint(painter, settled(points, self.sheet.side), points)

    def add_tail(self, newest: Stroke) -> None:
        """Paint the end of a stroke of which no more will come, of its last three points."""
        with self._painting() as painter:
            self.paint_tail(painter, newest)

    def paint_tail(self, painter: QPainter, newest: Stroke) -> None:
        """Paint the tail of a stroke, of its last three points, where the sheet is shown."""
        self._paint(painter, tail(newest, self.sheet.side), newest)

    def _paint(self, painter: QPainter, path: QPainterPath, points: Stroke) -> None:
        if path.elementCount():
            width = self.sheet.width * pressed(points)
            paint_piece(painter, path, width, self.sheet.colours.ink)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paper, and the base image on it."""
        sheet, colours = QRectF(0.0, 0.0, self.sheet.side, self.sheet.side), self.sheet.colours
        painter.fillRect(sheet.adjusted(-1.0, -1.0, 1.0, 1.0), colours.paper)
        if self._base is not None:
            # Its own pixels: smoothed, faint noise in an opened image would not be seen.
            image = inked_image(self._base, paper=colours.paper, ink=colours.ink)
            draw_pixels(painter, sheet, image)

    def _paint_parts(self, painter: QPainter, found: Iterable[Part]) -> None:
        side, width, ink = self.sheet.side, self.sheet.width, self.sheet.colours.ink
        for part in found:
            paint_part(painter, part, side=side, width=width, colour=ink)

    @contextmanager
    def _painting(self) -> Iterator[QPainter]:
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            yield painter
        finally:
            painter.end()


def _points(strokes: list[Stroke]) -> int:
    return sum(map(len, strokes))
