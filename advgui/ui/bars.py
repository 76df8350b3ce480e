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
_CENTRED: Final = Qt.AlignmentFlag.AlignCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
        given = None if confidences is None else tuple(confidences)
        if (given, label) == (self._confidences, self._label):
            return
        self._confidences, self._label = given, label
        if not self._clock.isActive():
            self._write()
            self._clock.start()
        self.update()

    def set_goal(self, goal: int | None) -> None:
        """The digit that the attack wants, or None."""
        if goal == self._goal:
            return
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
        colours, strong = self.colours(), font("strong")
        figures = QFontMetricsF(strong).horizontalAdvance(_WIDEST)
        told = {self._label, self._goal}
        painter.setFont(font())
        for index in range(LABELS):
            self.draw_state(painter, index, colours)
            self._draw_bar(painter, index, figures, colours)
            if index not in told:
                self._write_row(painter, index, colours.muted)
        painter.setFont(strong)
        if self._goal is not None:
            self._draw_goal(painter, self._goal, figures, colours)
        if self._label is not None:
            self._draw_prediction(painter, self._label, colours)

    def _draw_prediction(self, painter: QPainter, index: int, colours: Tokens) -> None:
        cell = self.cell(index)
        place = QRectF(cell.left() + SMALL, cell.center().y() - _MARK / 2, _MARK, _MARK)
        draw_mark(painter, "prediction", place, colours.prediction)
        self._write_row(painter, index, colours.prediction_text)

    def _draw_goal(self, painter: QPainter, index: int, figures: float, colours: Tokens) -> None:
        cell, track = self.cell(index), self._track(index, figures)
        left = cell.right() - SMALL - figures - TIGHT - _MARK
        place = QRectF(left, cell.center().y() - _MARK / 2, _MARK, _MARK)
        draw_mark(painter, "goal", place, colours.goal)
        painter.setPen(QPen(colours.goal, RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = track.adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(around, CORNER + RING, CORNER + RING)
        if index != self._label:
            self._write_row(painter, index, colours.goal_text)

    def _write_row(self, painter: QPainter, index: int, colour: QColor) -> None:
        """The digit and its figure, in the painter's font; faint while they say nothing."""
        quiet = self._confidences is None or not self.isEnabled()
        painter.setPen(self.colours().faint if quiet and index != self._goal else colour)
        cell = self.cell(index)
        digit = QRectF(cell.left() + SMALL + _MARK, cell.top(), 2 * MEDIUM, cell.height())
        painter.drawText(digit, _CENTRED, str(index))
        painter.drawText(cell.adjusted(0, 0, -SMALL, 0), _RIGHT, self._figures[index])

    def _track(self, index: int, figures: float) -> QRectF:
        """Where a bar may go: between the digit and the flag's place."""
        cell = self.cell(index)
        thick = min(_THICKEST, cell.height() * 0.5)
        left = cell.left() + SMALL + _MARK + 2 * MEDIUM + TIGHT
        right = cell.right() - SMALL - figures - 2 * SMALL - _MARK
        return QRectF(left, round(cell.center().y() - thick / 2), right - left, thick)

    def _draw_bar(self, painter: QPainter, index: int, figures: float, colours: Tokens) -> None:
        track = self._track(index, figures)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line if self.is_hovered(index) else colours.track)
        painter.drawRoundedRect(track, CORNER, CORNER)
        if self._confidences is None:
            return
        length = track.width() * min(max(self._confidences[index], 0.0), 1.0)
        painter.setBrush(self._fill(index, colours))
        bar = QRectF(track.left(), track.top(), length, track.height())
        painter.drawRoundedRect(bar, min(CORNER, length / 2), CORNER)

    def _fill(self, index: int, colours: Tokens) -> QColor:
        if index == self._label:
            return colours.prediction
        return colours.goal if index == self._goal else colours.faint
