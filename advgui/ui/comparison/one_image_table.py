"""The table of what every network reads in the drawing, and in an attack's image."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.lab.comparison.one_image_text import verdict_words
from advgui.lab.comparison.readings import NetworkReadings, TransferVerdict
from advgui.ui.comparison.one_image_header import OneImageHeader
from advgui.ui.comparison.one_image_model import (
    ADVERSARIAL,
    DRAWING,
    NETWORK,
    NetworkRow,
    OneImageModel,
)
from advgui.ui.comparison.reading_cell import GAP, SIGN, CellReading, Sizes, draw_reading
from advgui.ui.comparison.row_delegate import Index, RowDelegate
from advgui.ui.comparison.table import NetworkTable
from advgui.ui.theme.marks import Mark, draw_mark
from advgui.ui.theme.text_cache import Texts
from advgui.ui.theme.tokens import SMALL, TIGHT, Tokens

_WRAPPED: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_PAD: Final = 6
#: Of a table's width, for names that are short.
_NAMES: Final = 0.3
#: From this height on there is room for larger images above the rows.
_ROOMY: Final = 620
_MARKS: Final[dict[TransferVerdict, Mark | None]] = {
    "fooled": "fooled",
    "wrong class": "astray",
    "not fooled": "failed",
    "already": "failed",
    "misread": None,
}


class OneImageTable(NetworkTable):
    """A row for each network under the two images that all of them are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows, self.head = OneImageModel(), OneImageHeader()
        super().__init__(self.rows, self.head, OneImageDelegate(self.rows), parent)
        self.setObjectName("comparison-rows")
        self.setAccessibleName(tr("Networks"))

    def set_rows(self, rows: tuple[NetworkRow, ...]) -> None:
        """Show these networks from top to bottom."""
        self.clearSpans()
        self.rows.set_rows(rows)
        self.fit()

    def show_reading(self, number: int, readings: NetworkReadings | None, problem: str) -> None:
        """One network has read something, or cannot: then its row says why."""
        if problem != self.rows.rows[number].problem:
            self.setSpan(number, DRAWING, 1, 2 if problem else 1)
        self.rows.set_reading(number, readings, problem)

    def row_height(self) -> int:
        """Three small lines, or bars that can be told apart."""
        return round(3 * self.sizes.small_line) + 2 * _PAD

    def column_widths(self, width: int) -> list[int]:
        """Names that are whole where there is room, and two groups of bars that are alike."""
        size = self.sizes
        titles = [size.words.width(row.title, "strong") for row in self.rows.rows]
        wanted = 1 + max([size.figures, _NAMES * width, *titles])
        room = width - size.reading - size.verdict - 2 * SMALL - 3 * GAP
        bars = max(size.bars, (room - wanted) / 2)
        before, after = bars + SMALL + size.reading, bars + SMALL + size.verdict
        names = max(0, width - round(before + GAP) - round(after))
        return [names, round(before + GAP), round(after)]

    def fit(self) -> None:
        """Larger images where there is room for them."""
        self.head.set_large(self.height() >= _ROOMY)
        self.updateGeometries()
        super().fit()


class OneImageDelegate(RowDelegate):
    """A network's names, or one of its two readings."""

    def __init__(self, rows: OneImageModel) -> None:
        super().__init__()
        self._model = rows

    def draw(self, painter: QPainter, cell: QRectF, index: Index) -> None:
        """Names at the left, bars in the other two columns, or why there are none."""
        row, column = self._model.rows[index.row()], index.column()
        colours, sizes = self.colours, self.sizes
        inside = cell.adjusted(GAP if column == NETWORK else 0, _PAD, 0, -_PAD)
        if column != ADVERSARIAL:
            inside.setRight(inside.right() - GAP)
        if column == NETWORK:
            _write_names(painter, inside, row, colours, sizes)
        elif row.problem:
            if column == DRAWING:
                _write_problem(painter, inside, row.problem, colours, sizes.words)
        elif column == DRAWING:
            draw_reading(painter, inside, _drawing(row.readings, colours), colours, sizes)
        else:
            draw_reading(painter, inside, _adversarial(row.readings, colours), colours, sizes)


def _write_problem(
    painter: QPainter, room: QRectF, problem: str, colours: Tokens, words: Texts
) -> None:
    painter.setFont(words.font("caption"))
    painter.setPen(colours.fooled_text)
    painter.drawText(room, _WRAPPED, problem)


def _write_names(
    painter: QPainter, room: QRectF, row: NetworkRow, colours: Tokens, size: Sizes
) -> None:
    write = size.words.write
    attacked = row.readings is not None and row.readings.attacked
    lines = size.line + size.small_line * (2 if attacked else 1)
    line = QRectF(room.left(), room.center().y() - lines / 2, room.width(), size.line)
    write(painter, line, row.title, "strong", colours.text)
    line = QRectF(room.left(), line.bottom(), room.width(), size.small_line)
    write(painter, line, row.figures, "caption", colours.muted)
    if attacked:
        line.translate(0, size.small_line)
        sign = QRectF(line.left(), line.center().y() - SIGN / 2, SIGN, SIGN)
        draw_mark(painter, "goal", sign, colours.goal)
        line.setLeft(sign.right() + TIGHT)
        write(painter, line, tr("attacked"), "caption", colours.goal_text)


def _drawing(row: NetworkReadings | None, colours: Tokens) -> CellReading:
    reading = row.drawing if row else None
    return CellReading(reading=reading, fill=colours.prediction, text=colours.prediction_text)


def _adversarial(row: NetworkReadings | None, colours: Tokens) -> CellReading:
    """The reading of the adversarial image, in the colours of what it means."""
    after = row.adversarial if row else None
    example, verdict = (row.images.example, row.verdict) if row else (None, None)
    if example is None or verdict is None or example.running:  # what flickers is not coloured
        muted = colours.muted
        return CellReading(reading=after, fill=muted, text=muted, judged=True)
    fooled = verdict in ("fooled", "wrong class")
    return CellReading(
        reading=after,
        fill=colours.fooled if fooled else colours.prediction,
        text=colours.fooled_text if fooled else colours.prediction_text,
        judged=True,
        goal=example.goal,
        mark=_MARKS[verdict],
        words=verdict_words(verdict, example),
    )
