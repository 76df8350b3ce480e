"""The four images in small beside the one in the large: which is shown, and the same cursor."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.ui.theme import marks
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.pixels import draw_pixels, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, SMALL, TIGHT, Tokens
from advgui.ui.theme.zoom import zoomed
from advgui.ui.viewer.image_zoom import ImageZoom, Pixel
from advgui.ui.viewer.panels import draw_cursor
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import draw_frame
from advgui.ui.widgets.painted_buttons import PaintedButtons

#: The least side of a small image.
_LEAST: Final = SIZE
#: What is at its right, at the usual size of text.
_WORDS: Final = 92
_SIGN: Final = 10.0


class _Look(NamedTuple):
    tile: ShownTile
    chosen: bool
    beside: bool


class Thumbnails(PaintedButtons):
    """Choosing one shows it in the large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._tiles: tuple[ShownTile, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._cursor: Pixel | None = None
        self._cache = PaintCache[_Look](self, self._paint_row, self.touched)
        self.setObjectName("thumbnails")
        self.setAccessibleName(tr("Images"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(self.sizeHint().height())
        self.set_count(4)

    def show_tiles(self, tiles: tuple[ShownTile, ...]) -> None:
        """Show these four."""
        self._tiles = tiles
        self._cache.show(self._parts(tiles))
        if self._shown:
            self.setAccessibleDescription(self.words(self._shown[0]))

    def prepare(self, tiles: tuple[ShownTile, ...]) -> None:
        """Paint ahead what may be shown soon."""
        self._cache.prepare(self._parts(tiles))

    def show_chosen(self, shown: tuple[int, ...]) -> None:
        """Which is seen in the large, and which beside it."""
        self._shown = shown
        self.set_current(shown[0])

    def set_cursor(self, pixel: Pixel | None) -> None:
        """Put the cursor on a pixel of all of them."""
        if pixel != self._cursor:
            self._cursor = pixel
            self.update()

    def words(self, index: int) -> str:
        """What is seen there."""
        if index >= len(self._tiles):
            return ""
        tile = self._tiles[index]
        return f"{tile.title}: {tile.line}" if tile.line else tile.title

    def sizeHint(self) -> QSize:
        """Images of twice their pixels, and words at their right."""
        return QSize(2 * SIZE + 3 * SMALL + zoomed(_WORDS), 4 * (2 * SIZE + 2 * SMALL))

    def minimumSizeHint(self) -> QSize:
        """As wide, and as low as images of their own pixels are."""
        return QSize(self.sizeHint().width(), 4 * (_LEAST + SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are asked for, and the cursor."""
        self._cache.draw(event, self._parts(self._tiles))
        if self._cursor is None:
            return
        painter, colours = QPainter(self), self.colours()
        for index, tile in enumerate(self._tiles):
            if tile.image is not None:
                square = self._square(self.cell(index))
                draw_cursor(painter, ImageZoom().area_of(self._cursor, square), colours)

    def _parts(self, tiles: tuple[ShownTile, ...]) -> list[tuple[QRectF, _Look]]:
        first = self._shown[:1]
        return [
            (self.cell(index), _Look(tile, index in first, index in self._shown))
            for index, tile in enumerate(tiles)
        ]

    def _square(self, area: QRectF) -> QRectF:
        side = min(area.height() - SMALL, 2.0 * SIZE)
        room = QRectF(area.left() + SMALL, area.center().y() - side / 2, side, side)
        return whole_square(room, SIZE, self.devicePixelRatioF())

    def _paint_row(self, painter: QPainter, area: QRectF, look: _Look) -> None:
        index = next(n for n in range(4) if self.cell(n) == area)
        colours, square, tile = self.colours(), self._square(area), look.tile
        if look.beside:
            inside = area.adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colours.accent, 1) if look.chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(inside, CORNER, CORNER)
        self.draw_state(painter, index, colours)
        if tile.image is None:
            painter.fillRect(square, colours.track)
        else:
            draw_frame(painter, square, tile.mark, colours)
            draw_pixels(painter, square, tile.image.picture(dark=colours.dark))
        _write(painter, area, square.right() + SMALL, tile, colours)


def _write(painter: QPainter, area: QRectF, left: float, tile: ShownTile, colours: Tokens) -> None:
    """Its title, what it is read as, and its sign, as far as there is room for them."""
    words, line = texts(), texts().line("caption")
    rows = [(tile.title, colours.text), *((one, colours.muted) for one in _lines(tile))]
    fits = max(1, int((area.height() - TIGHT) // line))
    rows = rows[:fits]
    top = area.center().y() - len(rows) * line / 2
    for number, (said, colour) in enumerate(rows):
        room = QRectF(left, top + number * line, area.right() - left - TIGHT, line)
        words.write(painter, room, said, "caption", colour)
    if tile.mark in ("fooled", "restored") and tile.mark is not None:
        side = _SIGN
        sign = QRectF(area.right() - side - SMALL, top + (line - side) / 2, side, side)
        marks.draw_mark(painter, tile.mark, sign, marks.ink(tile.mark, colours))


def _lines(tile: ShownTile) -> tuple[str, ...]:
    """Its line, in two where it has two parts."""
    return tuple(tile.line.split(" · ")) if tile.line else ()
