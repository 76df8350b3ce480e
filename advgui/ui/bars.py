"""Ten confidences as bars that follow the pen, and as figures that do not jump."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS
from advgui.ui.choices import Choices
from advgui.ui.marks import draw_mark
from advgui.ui.theme import CORNER, MEDIUM, RING, SMALL, TIGHT, Tokens, font

#: Bars move at once; figures change at most this often, milliseconds.
_FIGURES_EVERY: Final = 100
_WIDEST: Final = "100.0\u00a0%"
_NOTHING: Final = "\u2013"
_MARK: Final = 10.0
_THICKEST: Final = 18.0


def percent(confidence: float) -> str:
    """A confidence in [0, 1] as the bars write it, "98.2 %"."""
    return f"{100 * confidence:.1f}\u00a0%"


class ConfidenceBars(Choices):
    """What a network takes the drawing for; choosing a row attacks toward its digit.

    The prediction is blue with a pointer, the goal orange with a flag. A row that is
    both has a blue bar in an orange track, with both signs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._confidences: tuple[float, ...] | None = None
        self._label: int | None = None
        self._goal: int | None = None
        self._figures: tuple[str, ...] = (_NOTHING,) * LABELS
        self._clock = QTimer(self, singleShot=True, interval=_FIGURES_EVERY)
        self._clock.timeout.connect(self._write_late)
        self.setObjectName("bars")
        self.setAccessibleName("Confidences")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._write()

    def set_reading(self, confidences: Sequence[float] | None, label: int | None) -> None:
        """Show ten confidences in [0, 1] and the label read; None where nothing is drawn."""
        self._confidences = None if confidences is None else tuple(confidences)
        self._label = label
        if not self._clock.isActive():
            self._write()
            self._clock.start()
        self.update()

    def set_goal(self, goal: int | None) -> None:
        """The digit that the attack wants, or None."""
        self._goal = goal
        self._describe()
        self.update()

    def figures(self) -> tuple[str, ...]:
        """The ten figures as they are written now."""
        return self._figures

    def words(self, index: int) -> str:
        """What choosing this row does."""
        return f"Attack toward {index}"

    def sizeHint(self) -> QSize:
        """Rows of a comfortable height."""
        return QSize(220, 28 * LABELS)

    def minimumSizeHint(self) -> QSize:
        """Rows that can still be read and hit."""
        return QSize(150, max(18, self.fontMetrics().height()) * LABELS)

    def _write(self) -> None:
        """Bring the figures up to the newest reading."""
        if self._confidences is None:
            self._figures = (_NOTHING,) * LABELS
        else:
            self._figures = tuple(percent(value) for value in self._confidences)
        self._describe()

    def _write_late(self) -> None:
        """The clock has run out: what came meanwhile is written, and the clock goes on."""
        before = self._figures
        self._write()
        if self._figures != before:
            self._clock.start()
            self.update()

    def _describe(self) -> None:
        if self._confidences is None or self._label is None:
            said = "Nothing is drawn."
        else:
            said = f"The network reads {self._label}, {self._figures[self._label]}."
        if self._goal is not None:
            said += f" The goal is {self._goal}, {self._figures[self._goal]}."
        self.setAccessibleDescription(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten rows: pointer, digit, bar on its track, flag, figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours()
        wide = QFontMetricsF(font("strong")).horizontalAdvance(_WIDEST)
        for index in range(LABELS):
            self.draw_state(painter, index, colours)
            self._draw_row(painter, index, wide, colours)

    def _draw_row(self, painter: QPainter, index: int, wide: float, colours: Tokens) -> None:
        cell = self.cell(index).adjusted(SMALL, 0, -SMALL, 0)
        read, wanted = index == self._label, index == self._goal
        top = cell.center().y() - _MARK / 2
        if read:
            draw_mark(painter, "prediction", _square(cell.left(), top), colours.prediction)
        if wanted:
            flag = cell.right() - wide - TIGHT - _MARK
            draw_mark(painter, "goal", _square(flag, top), colours.goal)
        painter.setFont(font("strong" if read or wanted else "body"))
        painter.setPen(self._ink(index, colours))
        digit = QRectF(cell.left() + _MARK, cell.top(), 2 * MEDIUM, cell.height())
        painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, str(index))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(cell, right, self._figures[index])
        thick = min(_THICKEST, cell.height() * 0.5)
        end = cell.right() - wide - 2 * SMALL - _MARK
        track = QRectF(digit.right() + TIGHT, 0, end - digit.right() - TIGHT, thick)
        track.moveTop(round(cell.center().y() - thick / 2))
        self._draw_bar(painter, index, track, colours)

    def _draw_bar(self, painter: QPainter, index: int, track: QRectF, colours: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line if self.is_hovered(index) else colours.track)
        painter.drawRoundedRect(track, CORNER, CORNER)
        if index == self._goal:
            painter.setPen(QPen(colours.goal, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = track.adjusted(-RING, -RING, RING, RING)
            painter.drawRoundedRect(around, CORNER + RING, CORNER + RING)
        if self._confidences is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill(index, colours))
        length = track.width() * min(max(self._confidences[index], 0.0), 1.0)
        bar = QRectF(track.left(), track.top(), length, track.height())
        painter.drawRoundedRect(bar, min(CORNER, length / 2), CORNER)

    def _fill(self, index: int, colours: Tokens) -> QColor:
        if index == self._label:
            return colours.prediction
        return colours.goal if index == self._goal else colours.faint

    def _ink(self, index: int, colours: Tokens) -> QColor:
        if self._confidences is None or not self.isEnabled():
            return colours.goal_text if index == self._goal else colours.faint
        if index == self._label:
            return colours.prediction_text
        return colours.goal_text if index == self._goal else colours.muted


def _square(left: float, top: float) -> QRectF:
    return QRectF(left, top, _MARK, _MARK)
