"""The likeliest digits of a reading, each with its confidence and a thin bar below both."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.nn.network import Reading
from advgui.lab.attack.phrases import percent
from advgui.lab.defence.stages import likeliest
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import TIGHT, Tokens, tokens

_ROWS: Final = 3
_BAR: Final = 3.0
_LEAST: Final = 56


class _Row(NamedTuple):
    digit: int
    share: float


class TopReadings(QWidget):
    """Three rows of a digit and its confidence; the first is what is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_reading(self, reading: Reading | None) -> None:
        """Show the highest of ten confidences; None where nothing is read."""
        rows: tuple[_Row, ...] = ()
        if reading is not None:
            digits = likeliest(reading, _ROWS)
            rows = tuple(_Row(digit, reading.confidences[digit]) for digit in digits)
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleDescription(", ".join(self._words()))
            self.update()

    def _words(self) -> list[str]:
        return [f"{row.digit}: {percent(row.share)}" for row in self._rows]

    def sizeHint(self) -> QSize:
        """Three lines of small words."""
        return QSize(2 * _LEAST, round(_ROWS * self._pitch()))

    def minimumSizeHint(self) -> QSize:
        """A digit beside its figure."""
        return QSize(_LEAST, self.sizeHint().height())

    def _pitch(self) -> float:
        """From one row to the next."""
        return texts().line("caption") + _BAR + TIGHT / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it: it is small."""
        painter, colours = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows):
            room = QRectF(0, number * self._pitch(), self.width(), texts().line("caption"))
            self._paint_row(painter, room, row, colours, first=number == 0)

    def _paint_row(
        self, painter: QPainter, room: QRectF, row: _Row, colours: Tokens, *, first: bool
    ) -> None:
        ink = colours.prediction_text if first else colours.muted
        texts().write(painter, room, str(row.digit), "caption", ink)
        texts().write(painter, room, percent(row.share), "caption", ink, "right")
        track = QRectF(room.left(), room.bottom(), room.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(track, colours.track)
        track.setWidth(track.width() * min(max(row.share, 0.0), 1.0))
        painter.fillRect(track, colours.prediction if first else colours.faint)
