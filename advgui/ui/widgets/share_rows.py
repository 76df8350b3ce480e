"""Rows of words, a share in per cent and a thin bar below both."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.lab.attack.phrases import percent
from advgui.ui.accessibility.parts import OnlyRead, Part, PartNodes
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import TIGHT, Tokens, tokens

_BAR: Final = 3.0
_LEAST: Final = 56

Row = tuple[str, float]
"""Words, and a share in [0, 1]."""


class ShareRows(OnlyRead, QWidget):
    """Rows, of which the first is the one that counts, and ``room`` at least are seen."""

    def __init__(self, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._rows: tuple[Row, ...] = ()
        self.nodes = PartNodes(self, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; none where nothing is known."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            said = ", ".join(f"{words}: {percent(share)}" for words, share in self._rows)
            self.setAccessibleDescription(said)
            self.nodes.refresh()
            self.update()

    def part_count(self) -> int:
        """Rows are words to assistive technology, each by itself."""
        return len(self._rows)

    def part(self, index: int) -> Part:
        """A row with its share."""
        words, share = self._rows[index]
        top = round(index * self._pitch())
        area = QRect(0, top, self.width(), round(self._pitch()))
        return Part(words, area, percent(share))

    def sizeHint(self) -> QSize:
        """Lines of small words."""
        return QSize(2 * _LEAST, round(self._room * self._pitch()))

    def minimumSizeHint(self) -> QSize:
        """Short words beside their figure."""
        return QSize(_LEAST, self.sizeHint().height())

    def _pitch(self) -> float:
        """From one row to the next."""
        return texts().line("caption") + _BAR + TIGHT / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it: it is small."""
        painter, colours = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fitting = max(self._room, int(self.height() / self._pitch()))
        for number, row in enumerate(self._rows[:fitting]):
            room = QRectF(0, number * self._pitch(), self.width(), texts().line("caption"))
            self._paint_row(painter, room, row, colours, first=number == 0)

    def _paint_row(
        self, painter: QPainter, room: QRectF, row: Row, colours: Tokens, *, first: bool
    ) -> None:
        words, share = row
        ink = colours.prediction_text if first else colours.muted
        texts().write(painter, room, words, "caption", ink)
        texts().write(painter, room, percent(share), "caption", ink, "right")
        track = QRectF(room.left(), room.bottom(), room.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(track.adjusted(0, _BAR - 1, 0, 0), colours.edge)
        track.setWidth(track.width() * min(max(share, 0.0), 1.0))
        painter.fillRect(track, colours.prediction if first else colours.edge)
