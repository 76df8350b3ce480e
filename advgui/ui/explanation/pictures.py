"""Three images of one size side by side, each with a title and a line, to be compared."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advgui.core.images import SIZE
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.pixels import draw_pixels, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import SMALL, TIGHT, Tokens, tokens
from advgui.ui.theme.zoom import zoomed
from advgui.ui.viewer.tile_looks import TileImage, draw_frame

#: The least width of one, for its words, and the largest number of device-independent pixels
#: to one of the image.
_LEAST: Final = 76
_MOST: Final = 8


class Picture(NamedTuple):
    """An image with a title above it and a line below; ``tip`` says it at length.

    The line goes where there is no height for it.
    """

    title: str
    line: str = ""
    image: TileImage | None = None
    tip: str = ""


class Pictures(QWidget):
    """So many as it is given, in columns of one width."""

    def __init__(self, name: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Picture, ...] = ()
        self._cache = PaintCache[Picture](self, self._paint)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these."""
        if len(pictures) != len(self._shown):
            self.update()
        self._shown = tuple(pictures)
        self.setAccessibleDescription("; ".join(f"{one.title}: {one.tip}" for one in pictures))
        self._cache.show(self._parts())

    def shown(self) -> tuple[Picture, ...]:
        """What it shows."""
        return self._shown

    def area(self, index: int) -> QRectF:
        """Where one of them is."""
        count = max(1, len(self._shown))
        wide = (self.width() - SMALL * (count - 1)) / count
        left, right = (round(index * (wide + SMALL) + part) for part in (0, wide))
        return QRectF(left, 0, right - left, self.height())

    def sizeHint(self) -> QSize:
        """Four device-independent pixels for each of an image's."""
        return QSize(3 * max(4 * SIZE, zoomed(_LEAST)) + 2 * SMALL, self._high(4, lines=2))

    def minimumSizeHint(self) -> QSize:
        """Two for each, without the lines below."""
        return QSize(3 * zoomed(_LEAST) + 2 * SMALL, self._high(2, lines=1))

    def _high(self, multiple: int, *, lines: int) -> int:
        return round(lines * texts().line("caption")) + TIGHT + multiple * SIZE + 2

    def event(self, event: QEvent) -> bool:
        """The tool tip says at length what is below the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = (
                one.tip
                for index, one in enumerate(self._shown)
                if self.area(index).contains(event.pos().toPointF())
            )
            QToolTip.showText(event.globalPos(), next(found, ""), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Those that are asked for."""
        self._cache.draw(event, self._parts())

    def _parts(self) -> list[tuple[QRectF, Picture]]:
        return [(self.area(index), one) for index, one in enumerate(self._shown)]

    def _paint(self, painter: QPainter, area: QRectF, look: Picture) -> None:
        colours, words = tokens(self.palette()), texts()
        line, ratio = words.line("caption"), self.devicePixelRatioF()
        told = area.height() >= self._high(2, lines=2)
        room = area.adjusted(1, line + TIGHT / 2, -1, -line * told - TIGHT / 2)
        square = whole_square(room, SIZE, ratio)
        side = min(square.width(), _MOST * SIZE)
        square = QRectF(room.left(), room.top(), side, side)
        title = QRectF(area.left(), area.top(), area.width(), line)
        words.write(painter, title, look.title, "caption", colours.text)
        _draw(painter, square, look.image, colours)
        below = QRectF(area.left(), square.bottom() + TIGHT / 2, area.width(), line)
        if told:
            words.write(painter, below, look.line, "caption", colours.muted)


def _draw(painter: QPainter, square: QRectF, image: TileImage | None, colours: Tokens) -> None:
    if image is None:
        painter.fillRect(square, colours.track)
        return
    draw_frame(painter, square, None, colours)
    draw_pixels(painter, square, image.picture(dark=colours.dark))
