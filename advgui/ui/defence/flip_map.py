"""A drawing in ink and paper, and in colour the pixels of it that can flip."""

from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.defence.flips import Flips
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.pixels import colour_image, draw_pixels, signed_colours, whole_square
from advgui.ui.theme.tokens import Tokens, tokens
from advgui.ui.viewer.tile_looks import MARGIN, draw_frame, draw_gap

#: How much of the ink's colour what stays as it is has: the eye shall go to what flips.
_QUIET: Final = 0.45


class _Look(NamedTuple):
    """For each pixel a class, as bytes; None where words say why there is none."""

    classes: bytes | None
    words: str


class FlipMap(QWidget):
    """Paper, ink, red for what can become ink, blue for what can become paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flip-map")
        self.setAccessibleName(tr("Map of the pixels that can flip"))
        self._look = _Look(None, "")
        self._cache = PaintCache[_Look](self, self._paint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_flips(self, flips: Flips | None, words: str) -> None:
        """Show them, or the words where there are none; the words are said in any case."""
        self._look = _Look(None if flips is None else _classes(flips).tobytes(), words)
        self.setAccessibleDescription(words)
        self._cache.show([(QRectF(self.rect()), self._look)])

    def classes(self) -> Bytes | None:
        """What is shown: (28, 28) of 0 paper, 1 ink, 2 can become ink, 3 can become paper."""
        if self._look.classes is None:
            return None
        return np.frombuffer(self._look.classes, np.uint8).reshape(SIZE, SIZE)

    def sizeHint(self) -> QSize:
        """Four pixels for each."""
        return QSize(4 * SIZE + 2 * MARGIN, 4 * SIZE + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Three for each."""
        return QSize(3 * SIZE + 2 * MARGIN, 3 * SIZE + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        self._cache.draw(event, [(QRectF(self.rect()), self._look)])

    def _paint(self, painter: QPainter, room: QRectF, look: _Look) -> None:
        colours = tokens(self.palette())
        inner = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        square = whole_square(inner, SIZE, self.devicePixelRatioF())
        square.moveTop(inner.top())
        square.moveLeft(inner.left())
        if look.classes is None:
            draw_gap(painter, square, look.words, colours)
            return
        draw_frame(painter, square, None, colours)
        classes = np.frombuffer(look.classes, np.uint8).reshape(SIZE, SIZE)
        draw_pixels(painter, square, _picture(classes, colours))


def _classes(flips: Flips) -> Bytes:
    made = flips.ink.astype(np.uint8)
    made[flips.to_ink] = 2
    made[flips.to_paper] = 3
    return made


def _picture(classes: Bytes, colours: Tokens) -> QImage:
    scale = signed_colours(colours.dark)
    table = np.array(
        [_rgb(colours.paper), _rgb(_mixed(colours)), scale[-1], scale[1]], dtype=np.uint8
    )
    return colour_image(table[classes])


def _mixed(colours: Tokens) -> QColor:
    """Ink that stays in the background."""
    parts = zip(_rgb(colours.paper), _rgb(colours.ink), strict=True)
    return QColor(*(round(paper + _QUIET * (ink - paper)) for paper, ink in parts))


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
