"""Digits drawn for the project, to begin with: one painted strip of small drawings."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.language import tr
from advgui.ui.drawing.inkpaint import paint_strokes, pen_share
from advgui.ui.widgets.painted_buttons import PaintedButtons

_COLUMNS: Final = 10
_CELL: Final = 32
_SMALLEST: Final = 16
_LARGEST: Final = 44


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One drawing of the strip: its words, and its strokes in canvas units."""

    title: str
    strokes: Strokes


class GalleryStrip(PaintedButtons):
    """Small drawings in rows of ten; choosing one tells its index."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("gallery")
        self.setAccessibleName(tr("Gallery"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._samples: tuple[Sample, ...] = ()
        self._atlas: QPixmap | None = None

    def set_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show these drawings, row by row."""
        self._samples = samples
        self._atlas = None
        self._current = 0
        self.set_count(len(samples))

    def words(self, index: int) -> str:
        """What choosing this drawing does."""
        return tr("Draw {title}").format(title=self._samples[index].title)

    def told(self, index: int) -> tuple[str, str]:
        """Its title."""
        return self._samples[index].title, ""

    def cell(self, index: int) -> QRectF:
        """Where a drawing is, on whole pixels."""
        side = self._side(self.width())
        row, column = divmod(index, _COLUMNS)
        left = (self.width() - side * _COLUMNS) // 2
        return QRectF(left + column * side, row * side, side, side)

    def set_current(self, index: int) -> None:
        """Where the keyboard is; goes around at both ends."""
        if self._samples:
            self._current = index % len(self._samples)
            self.setAccessibleDescription(self.words(self._current))
            self.update()
            self.nodes.tell_focus()

    def sizeHint(self) -> QSize:
        """Drawings that can be told apart at a glance."""
        return QSize(_COLUMNS * _CELL, self.heightForWidth(_COLUMNS * _CELL))

    def minimumSizeHint(self) -> QSize:
        """Drawings that can still be hit."""
        return QSize(_COLUMNS * _SMALLEST, self.heightForWidth(_COLUMNS * _SMALLEST))

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        return self._side(width) * -(-len(self._samples) // _COLUMNS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the hovered drawing, and all drawings from the kept atlas."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(event.region())
        colours = self.colours()
        for index in range(len(self._samples)):
            self.draw_state(painter, index, colours)
        painter.drawPixmap(QPointF(0.0, 0.0), self._current_atlas())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move by a row; the rest as in a row."""
        moves = {
            Qt.Key.Key_Up: self._current - _COLUMNS,
            Qt.Key.Key_Down: self._current + _COLUMNS,
        }
        move = moves.get(Qt.Key(event.key()))
        if not self._samples:
            event.ignore()
        elif move is None:
            super().keyPressEvent(event)
        else:
            if 0 <= move < len(self._samples):
                self.set_current(move)
            self._ring = True
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawings are painted anew at the new size."""
        super().resizeEvent(event)
        self._atlas = None

    def changeEvent(self, event: QEvent) -> None:
        """Another theme is painted at once."""
        self._atlas = None
        super().changeEvent(event)

    def _current_atlas(self) -> QPixmap:
        """All drawings, kept at the screen's own scale."""
        ratio = self.devicePixelRatioF()
        if self._atlas is None or self._atlas.devicePixelRatio() != ratio:
            self._atlas = self._painted_atlas(ratio)
        return self._atlas

    def _painted_atlas(self, ratio: float) -> QPixmap:
        atlas = QPixmap((QRectF(self.rect()).size() * ratio).toSize())
        atlas.setDevicePixelRatio(ratio)
        atlas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(atlas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, colour = self._side(self.width()) * 1.0, self.colours().text
        for index, sample in enumerate(self._samples):
            painter.save()
            painter.translate(self.cell(index).topLeft())
            width = pen_share(PEN) * side
            paint_strokes(painter, sample.strokes, side=side, width=width, colour=colour)
            painter.restore()
        painter.end()
        return atlas

    @staticmethod
    def _side(width: int) -> int:
        return min(max(width // _COLUMNS, _SMALLEST), _LARGEST)
