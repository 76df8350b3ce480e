"""What is known of the drawing's radius on a line: proven, open, altered."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.language import numeral, tr
from advgui.lab.defence.proof import Span
from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, TIGHT, Tokens, tokens

_THICK: Final = 10.0
_MARK: Final = 3.0


class _Look(NamedTuple):
    """Shares of the scale, in [0, 1]; ``attacked`` is None where no image is known."""

    proven: float
    attacked: float | None
    end: str
    known: bool


class BracketScale(QWidget):
    """Green as far as is proven, orange from where an image is known that is read otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bracket-scale")
        self.setAccessibleName(tr("Scale of what is proven"))
        self._look = _Look(0.0, None, "", known=False)
        self._cache = PaintCache[_Look](self, self._paint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_span(self, known: Span | None, top: float, words: str) -> None:
        """Show both ends on a scale up to ``top``, and say them in words."""
        proven, attacked = (0.0, None) if known is None else known
        share = None if attacked is None or attacked > top else attacked / top
        self._look = _Look(min(proven / top, 1.0), share, numeral(top, "g"), known is not None)
        self.setAccessibleDescription(words)
        self._cache.show([(QRectF(self.rect()), self._look)])

    def sizeHint(self) -> QSize:
        """A line above its figures."""
        return QSize(240, round(_THICK + TIGHT + texts().line("caption")))

    def minimumSizeHint(self) -> QSize:
        """It can be told apart."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        self._cache.draw(event, [(QRectF(self.rect()), self._look)])

    def _paint(self, painter: QPainter, room: QRectF, look: _Look) -> None:
        colours = tokens(self.palette())
        track = QRectF(room.left(), room.top(), room.width(), _THICK)
        painter.setPen(QPen(colours.edge, 1))
        painter.setBrush(colours.track)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if look.known:
            self._paint_ends(painter, track, look, colours)
        below = QRectF(room.left(), track.bottom() + TIGHT / 2, room.width(), 0)
        below.setBottom(room.bottom())
        texts().write(painter, below, "0", "caption", colours.muted)
        texts().write(painter, below, look.end, "caption", colours.muted, "right")
        self._paint_words(painter, below, look, colours)

    def _paint_ends(self, painter: QPainter, track: QRectF, look: _Look, colours: Tokens) -> None:
        proven = QRectF(track)
        proven.setWidth(track.width() * look.proven)
        painter.fillRect(proven, colours.restored)
        if look.attacked is None:
            return
        altered = QRectF(track)
        altered.setLeft(track.left() + track.width() * look.attacked)
        painter.fillRect(altered, QBrush(colours.fooled, Qt.BrushStyle.BDiagPattern))
        altered.setWidth(_MARK)
        painter.fillRect(altered, colours.fooled)

    def _paint_words(self, painter: QPainter, below: QRectF, look: _Look, colours: Tokens) -> None:
        """What the colours mean, where there is room for it."""
        known = (
            (tr("proven"), 0.0, look.proven),
            (tr("altered"), look.attacked or 1.0, 1.0),
        )
        inks = colours.restored_text, colours.fooled_text
        for (words, start, end), ink in zip(known, inks, strict=True):
            room = QRectF(below)
            room.setLeft(below.left() + start * below.width())
            room.setRight(below.left() + end * below.width())
            if room.width() > texts().width(words, "caption") + 2 * texts().width(
                "0.00", "caption"
            ):
                texts().write(painter, room, words, "caption", ink, "centre")
