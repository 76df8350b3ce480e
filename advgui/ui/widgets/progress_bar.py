"""A bar that tells how far something is, painted together with all else."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from advgui.ui.theme.paint_cache import PaintCache
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, tokens


class ProgressBar(QProgressBar):
    """A progress bar in a row of buttons, with words on it.

    Qt's own paints itself, and all that waits to be painted, as soon as its value changes; and
    it takes four times as long to paint, which a moment in which all else is painted has not.
    """

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setTextVisible(True)
        self._cache = PaintCache[_Look](self, self._paint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done: int, total: int, words: str) -> None:
        """So much of so much, in words."""
        if (done, total, words) == (self.value(), self.maximum(), self.format()):
            return
        self.setUpdatesEnabled(False)
        self.setRange(0, max(1, total))
        self.setValue(done)
        self.setFormat(words)
        self.setUpdatesEnabled(True)

    def prepare(self, done: int, total: int, words: str) -> None:
        """Paint ahead what may be shown soon."""
        self._cache.prepare([(QRectF(self.rect()), _Look(done / max(1, total), words))])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part that is done on its track, and the words over both."""
        look = _Look(self.value() / max(1, self.maximum()), self.text())
        self._cache.draw(event, [(QRectF(self.rect()), look)])

    def _paint(self, painter: QPainter, whole: QRectF, look: "_Look") -> None:
        colours, done = tokens(self.palette()), QRectF(whole)
        done.setWidth(whole.width() * look.share)
        for part, colour, line in (
            (whole, colours.track, colours.edge),
            (done, colours.accent, colours.accent),
        ):
            if part.width() > 1:
                painter.setPen(QPen(line, 1))
                painter.setBrush(colour)
                painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self.isTextVisible():
            left = whole.adjusted(done.width(), 0, 0, 0)
            for part, colour in ((left, colours.text), (done, colours.on_accent)):
                painter.setClipRect(part)
                texts().write(painter, whole, look.words, "body", colour, "centre")


class _Look(NamedTuple):
    """The share that is done, 0 to 1, and the words on it."""

    share: float
    words: str
