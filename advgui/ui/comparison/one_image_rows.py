"""Every network as a row of one painted table: what it reads before and after an attack."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advgui.lab.comparison.one_image_text import row_words, verdict_words
from advgui.lab.comparison.readings import NetworkReadings, TransferVerdict
from advgui.ui.comparison.small_bars import SIGN, Columns, Shown, SmallBars
from advgui.ui.comparison.table import TableRows
from advgui.ui.theme.marks import Mark, draw_mark
from advgui.ui.theme.tokens import RING, TIGHT, Tokens

_WRAPPED: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_PAD: Final = 6
_MARKS: Final[dict[TransferVerdict, Mark | None]] = {
    "fooled": "fooled",
    "wrong class": "astray",
    "not fooled": "failed",
    "already": "failed",
    "misread": None,
}


@dataclass(frozen=True, slots=True, eq=False)
class NetworkRow:
    """What is known of one network: its names, and its readings or why there are none."""

    title: str
    figures: str
    readings: NetworkReadings | None = None
    problem: str = ""


class ComparisonRows(TableRows):
    """A row for each network, to be chosen by mouse or keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NetworkRow, ...] = ()
        self._selected: int | None = None
        self.setObjectName("comparison-rows")
        self.setAccessibleName("Networks")

    def set_rows(self, rows: tuple[NetworkRow, ...]) -> None:
        """Show these networks from top to bottom."""
        self._rows = rows
        self.set_count(len(rows))

    def show_reading(self, index: int, readings: NetworkReadings | None, problem: str) -> None:
        """One network has read something, or cannot; only its row is painted again."""
        row = replace(self._rows[index], readings=readings, problem=problem)
        self._rows = (*self._rows[:index], row, *self._rows[index + 1 :])
        if index == self.current():
            self._describe()
        self.update(self.cell(index).toRect())

    def set_selected(self, index: int | None) -> None:
        """Which network is the chosen one."""
        if index != self._selected:
            self._selected = index
            self.update()

    def words(self, index: int) -> str:
        """What the row shows; choosing it chooses its network."""
        row = self._rows[index]
        return f"Choose {row_words(row.title, row.readings, row.problem)}"

    def columns(self) -> Columns:
        """Where the columns are."""
        return Columns.within(self.width(), self._sizes)

    def row_height(self) -> int:
        """The least height of a row: three small lines, or bars that can be told apart."""
        return round(3 * self._sizes.small_line) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Rows of a comfortable height."""
        return QSize(2 * self._sizes.least_width, self._count * self.row_height())

    def minimumSizeHint(self) -> QSize:
        """All rows, at their least height."""
        return QSize(self._sizes.least_width, self._count * self.row_height())

    def _use_font(self) -> None:
        super()._use_font()
        self._bars = SmallBars(self._texts, self._sizes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are asked for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, columns = self.colours(), self.columns()
        for index, row in enumerate(self._rows):
            cell = self.cell(index)
            if cell.intersects(QRectF(event.rect())):
                self._draw_row(painter, index, cell, row, columns, colours)

    def _draw_row(
        self,
        painter: QPainter,
        index: int,
        cell: QRectF,
        row: NetworkRow,
        columns: Columns,
        colours: Tokens,
    ) -> None:
        painter.fillRect(cell, colours.card if index == self._selected else colours.window)
        self.draw_state(painter, index, colours)
        if index == self._selected:
            painter.fillRect(QRectF(0, cell.top(), RING + 1, cell.height()), colours.accent)
        painter.fillRect(QRectF(0, cell.bottom() - 1, cell.width(), 1), colours.track)
        inside = cell.adjusted(0, _PAD, 0, -_PAD)
        self._write_names(painter, columns.network.of(inside), row, colours)
        if row.problem:
            room = columns.drawing.of(inside).united(columns.adversarial.of(inside))
            painter.setFont(self._texts.font("caption"))
            painter.setPen(colours.fooled_text)
            painter.drawText(room, _WRAPPED, row.problem)
            return
        before, after = _shown(row.readings, colours)
        self._bars.draw(painter, columns.drawing.of(inside), before, colours)
        self._bars.draw(painter, columns.adversarial.of(inside), after, colours)

    def _write_names(
        self, painter: QPainter, room: QRectF, row: NetworkRow, colours: Tokens
    ) -> None:
        sizes, write = self._sizes, self._texts.write
        attacked = row.readings is not None and row.readings.attacked
        lines = sizes.line + sizes.small_line * (2 if attacked else 1)
        line = QRectF(room.left(), room.center().y() - lines / 2, room.width(), sizes.line)
        write(painter, line, row.title, "strong", colours.text)
        line = QRectF(room.left(), line.bottom(), room.width(), sizes.small_line)
        write(painter, line, row.figures, "caption", colours.muted)
        if attacked:
            line.translate(0, sizes.small_line)
            sign = QRectF(line.left(), line.center().y() - SIGN / 2, SIGN, SIGN)
            draw_mark(painter, "goal", sign, colours.goal)
            line.setLeft(sign.right() + TIGHT)
            write(painter, line, "attacked", "caption", colours.goal_text)


def _shown(row: NetworkReadings | None, colours: Tokens) -> tuple[Shown, Shown]:
    """The two readings of a row, in the colours of what they mean."""
    blue, text = colours.prediction, colours.prediction_text
    before = Shown(reading=row.drawing if row else None, fill=blue, text=text)
    after = row.adversarial if row else None
    example, verdict = (row.images.example, row.verdict) if row else (None, None)
    if example is None or verdict is None or example.running:  # what flickers is not coloured
        muted = colours.muted
        return before, Shown(reading=after, fill=muted, text=muted, judged=True)
    if verdict in ("fooled", "wrong class"):
        blue, text = colours.fooled, colours.fooled_text
    words = verdict_words(verdict, example)
    return before, Shown(
        reading=after,
        fill=blue,
        text=text,
        judged=True,
        goal=example.goal,
        mark=_MARKS[verdict],
        words=words,
    )
