"""Which part of an image is seen: all of it, or fewer pixels, each the larger for it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from advgui.core.images import SIZE

Pixel = tuple[int, int]
"""A row and a column."""

#: So few pixels are seen across at the closest.
CLOSEST: Final = 4.0


@dataclass(frozen=True, slots=True)
class ImageZoom:
    """``span`` pixels are seen across and down, from the column ``left`` and the row ``top``."""

    span: float = SIZE
    left: float = 0.0
    top: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether all of the image is seen."""
        return self.span >= SIZE

    @property
    def seen(self) -> QRectF:
        """The part that is seen, in pixels of the image."""
        return QRectF(self.left, self.top, self.span, self.span)

    def about(self, across: float, down: float, span: float) -> "ImageZoom":
        """So much seen, with what is at shares [0, 1] across and down staying where it is."""
        now = min(max(span, CLOSEST), float(SIZE))
        lost = self.span - now
        return _inside(now, self.left + across * lost, self.top + down * lost)

    def moved(self, columns: float, rows: float) -> "ImageZoom":
        """The same, so far to the right and down."""
        return _inside(self.span, self.left + columns, self.top + rows)

    def showing(self, pixel: Pixel) -> "ImageZoom":
        """Moved as far as it must be for a pixel to be seen."""
        row, column = pixel
        right, below = column + 1 - self.span, row + 1 - self.span
        left, top = min(max(self.left, right), column), min(max(self.top, below), row)
        return _inside(self.span, left, top)

    def pixel_at(self, point: QPointF, square: QRectF) -> Pixel | None:
        """The pixel below a point, where the part fills a square; None beside it."""
        across = (point.x() - square.left()) / square.width()
        down = (point.y() - square.top()) / square.height()
        if not (0 <= across < 1 and 0 <= down < 1):
            return None
        return int(self.top + down * self.span), int(self.left + across * self.span)

    def area_of(self, pixel: Pixel, square: QRectF) -> QRectF:
        """Where a pixel is in that square, or beside it."""
        side, (row, column) = square.width() / self.span, pixel
        left = square.left() + (column - self.left) * side
        return QRectF(left, square.top() + (row - self.top) * side, side, side)


def _inside(span: float, left: float, top: float) -> ImageZoom:
    """No edge of the image comes inside what is seen."""
    most = SIZE - span
    return ImageZoom(span, min(max(left, 0.0), most), min(max(top, 0.0), most))
