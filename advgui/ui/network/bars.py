"""Ten confidences as bars and figures that follow the pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import LABELS
from advgui.lab.attack.phrases import percent, read_words
from advgui.ui.theme.marks import draw_mark
from advgui.ui.theme.repaint import Looks
from advgui.ui.theme.text_cache import Texts, texts
from advgui.ui.theme.tokens import CORNER, MEDIUM, RING, SMALL, TIGHT, TextRole, Tokens
from advgui.ui.widgets.choices import Choices

_WIDEST: Final = "> 99.9\u00a0%"
_NOTHING: Final = "\u2013"
_MARK: Final = 10.0
_THICKEST: Final = 18.0
#: A bar that has grown by less than one part of a pixel of these looks the same.
_FINEST: Final = 16


class ConfidenceBars(Choices):
    """What a network takes the drawing for; choosing a row attacks toward its digit.

    The prediction is blue with a pointer, the goal orange with a flag. A row that is
    both has a blue bar in an orange track, with both signs. While the steps of a run follow
    one another, the digit that was read ``before`` it stays blue, and nothing is pointed at:
    a colour that jumps from row to row would flicker.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._confidences: tuple[float, ...] | None = None
        self._label: int | None = None
        self._before: int | None = None
        self._read: int | None = None
        self._goal: int | None = None
        self._figures: tuple[str, ...] = (_NOTHING,) * LABELS
        self._looks = Looks(self)
        self._rows: tuple[Row, ...] = ()
        self._placed_in = QSize(), 0.0
        self.setObjectName("bars")
        self.setAccessibleName("Confidences")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._write()

    def set_reading(
        self,
        confidences: Sequence[float] | None,
        label: int | None,
        *,
        before: int | None = None,
    ) -> None:
        """Show ten confidences in [0, 1] and the label read; None where nothing is drawn."""
        given = None if confidences is None else tuple(confidences)
        if (given, label, before) == (self._confidences, self._label, self._before):
            return
        self._confidences, self._label, self._before = given, label, before
        self._write()
        self._refresh()

    def set_goal(self, goal: int | None) -> None:
        """The digit that the attack wants, or None."""
        if goal == self._goal:
            return
        self._goal = goal
        self._describe()
        self._refresh()

    def set_read(self, label: int | None) -> None:
        """What the drawing is read as, toward which it cannot be attacked."""
        if label != self._read:
            self._read = label
            self._point()
            self.update()

    def figures(self) -> tuple[str, ...]:
        """The ten figures as they are written now."""
        return self._figures

    def words(self, index: int) -> str:
        """What choosing this row does, or why it does nothing."""
        return f"Attack toward {index}" if self.offers(index) else read_words(index)

    def offers(self, index: int) -> bool:
        """Every digit but the one that is read anyway."""
        return index != self._read and super().offers(index)

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

    def _describe(self) -> None:
        if self._confidences is None or self._label is None:
            said = "Nothing is drawn."
        else:
            said = f"The network reads {self._label}, {percent(self._confidences[self._label])}."
        if self._goal is not None:
            shown = self._confidences
            figure = _NOTHING if shown is None else percent(shown[self._goal])
            said += f" The goal is {self._goal}, {figure}."
        self.setAccessibleDescription(said)

    def _refresh(self) -> None:
        """Have the rows painted anew that look different now."""
        for index, row in enumerate(self._places()):
            length = 0 if self._confidences is None else row.bar(self._confidences[index]).width()
            told = *self._signs(index), self._confidences is None
            self._looks.show(index, row.cell, (round(_FINEST * length), self._figures[index], told))

    @property
    def _blue(self) -> int | None:
        """The row in the colour of the prediction."""
        return self._label if self._before is None else self._before

    def _signs(self, index: int) -> tuple[bool, ...]:
        """Which signs a row has."""
        pointed = index == self._label and self._before is None
        return index == self._blue, pointed, index == self._goal

    def _places(self) -> tuple["Row", ...]:
        """Where all is; found once for each size and font."""
        figures = texts().width(_WIDEST, "strong")
        if (self.size(), figures) != self._placed_in:
            self._placed_in = self.size(), figures
            self._rows = tuple(Row.within(self.cell(index), figures) for index in range(LABELS))
        return self._rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are asked for: pointer, digit, bar on its track, flag, figure."""
        painter, region = QPainter(self), event.region()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, words = self.colours(), texts()
        for index, row in enumerate(self._places()):
            if region.intersects(row.cell.toRect()):
                self.draw_state(painter, index, colours)
                self._draw_bar(painter, index, row, colours)
                self._draw_signs(painter, index, row, colours)
                self._write_row(painter, index, row, colours, words)

    def _draw_signs(self, painter: QPainter, index: int, row: "Row", colours: Tokens) -> None:
        if index == self._label and self._before is None:
            draw_mark(painter, "prediction", row.pointer, colours.prediction)
        if index == self._goal:
            draw_mark(painter, "goal", row.flag, colours.goal)
            painter.setPen(QPen(colours.goal, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = row.track.adjusted(-RING, -RING, RING, RING)
            painter.drawRoundedRect(around, CORNER + RING, CORNER + RING)

    def _write_row(
        self, painter: QPainter, index: int, row: "Row", colours: Tokens, words: Texts
    ) -> None:
        """The digit and its figure; faint while they say nothing."""
        role: TextRole = "strong" if index in (self._blue, self._goal) else "body"
        colour = self._ink(index, colours)
        words.write(painter, row.digit, str(index), role, colour, "centre")
        words.write(painter, row.figure, self._figures[index], role, colour, "right")

    def _ink(self, index: int, colours: Tokens) -> QColor:
        if index != self._goal and (self._confidences is None or not self.isEnabled()):
            return colours.faint
        if index == self._blue:
            return colours.prediction_text
        return colours.goal_text if index == self._goal else colours.muted

    def _draw_bar(self, painter: QPainter, index: int, row: "Row", colours: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line if self.is_hovered(index) else colours.track)
        painter.drawRoundedRect(row.track, CORNER, CORNER)
        if self._confidences is None:
            return
        bar = row.bar(self._confidences[index])
        painter.setBrush(self._fill(index, colours))
        painter.drawRoundedRect(bar, min(CORNER, bar.width() / 2), CORNER)

    def _fill(self, index: int, colours: Tokens) -> QColor:
        if index == self._blue:
            return colours.prediction
        return colours.goal if index == self._goal else colours.faint


@dataclass(frozen=True, slots=True)
class Row:
    """Where the parts of a row are."""

    cell: QRectF
    pointer: QRectF
    digit: QRectF
    track: QRectF
    flag: QRectF
    figure: QRectF

    @classmethod
    def within(cls, cell: QRectF, figures: float) -> "Row":
        """The row in a cell: figures are so wide, and the bar gets what is left."""
        thick, middle = min(_THICKEST, cell.height() * 0.5), cell.center().y()
        left, right = cell.left() + SMALL, cell.right() - SMALL
        signs = middle - _MARK / 2
        start, end = left + _MARK + 2 * MEDIUM + TIGHT, right - figures - SMALL - TIGHT - _MARK
        return cls(
            cell=cell,
            pointer=QRectF(left, signs, _MARK, _MARK),
            digit=QRectF(left + _MARK, cell.top(), 2 * MEDIUM, cell.height()),
            track=QRectF(start, round(middle - thick / 2), end - TIGHT - start, thick),
            flag=QRectF(right - figures - TIGHT - _MARK, signs, _MARK, _MARK),
            figure=cell.adjusted(0, 0, -SMALL, 0),
        )

    def bar(self, confidence: float) -> QRectF:
        """The part of the track that a confidence fills."""
        track = self.track
        length = track.width() * min(max(confidence, 0.0), 1.0)
        return QRectF(track.left(), track.top(), length, track.height())
