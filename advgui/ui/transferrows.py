"""A table of whom each network's adversarial image fools: made against, shown to."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advgui.lab.comparing import Compared, Transfer
from advgui.lab.transfer import Transferred
from advgui.lab.transferwords import fools_words, outcome_words, row_words
from advgui.ui.marks import Mark, draw_mark, fill, ink
from advgui.ui.smallbars import GAP, SIGN, Place, Sizes
from advgui.ui.table import TableRows
from advgui.ui.texts import Texts
from advgui.ui.theme import CORNER, RING, SMALL, TIGHT, Tokens, tokens

_PAD: Final = 5
_NARROWEST, _WIDEST = 24.0, 64.0
_MARKS: Final[dict[Transfer, Mark]] = {"fooled": "fooled", "wrong class": "astray"}


class Grid:
    """Where the columns are: the network, a cell for each, and how many are fooled."""

    def __init__(self, width: float, count: int, texts: Texts, sizes: Sizes) -> None:
        last = texts.width("10 of 10", "body") + GAP
        number = texts.width("00", "body") + TIGHT
        room = width - last - 2 * GAP
        wanted = number + SMALL + 1.2 * sizes.figures
        cell = min(max(_NARROWEST, (room - wanted) / max(1, count)), _WIDEST)
        names = max(0.0, min(room - cell * count, 1.5 * wanted))
        self.number = Place(GAP, number)
        self.network = Place(GAP + number, names - number - SMALL)
        self.cells = tuple(Place(GAP + names + cell * i, cell) for i in range(count))
        self.fools = Place(GAP + names + cell * count + GAP, last)


class TransferHead(QWidget):
    """The numbers of the networks that the images are shown to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfer-head")
        self._count = 0

    def set_count(self, count: int) -> None:
        """So many networks."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(480, self.fontMetrics().height() + 2 * TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the columns are."""
        painter, texts = QPainter(self), Texts()
        colours = tokens(self.palette())
        grid = Grid(self.width(), self._count, texts, Sizes(texts))
        line, muted = QRectF(self.rect()), colours.muted
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colours.line)
        texts.write(painter, grid.network.of(line), "Made against", "caption", muted)
        for number, place in enumerate(grid.cells, start=1):
            texts.write(painter, place.of(line), str(number), "caption", muted, "centre")
        texts.write(painter, grid.fools.of(line), "Fools", "caption", muted)


class TransferRows(TableRows):
    """A row for each network's image, to be chosen by mouse or keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._rows: tuple[Transferred, ...] = ()
        self._selected: int | None = None
        self._busy = ""
        self.setObjectName("transfer-rows")
        self.setAccessibleName("Whom each network's adversarial image fools")

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """These networks, from top to bottom and from left to right."""
        if titles != self._titles:
            self._titles = titles
            self.set_count(len(titles))

    def set_rows(self, rows: tuple[Transferred, ...], busy: str = "") -> None:
        """What was found for the first of them, and what is said of the next one."""
        old = (*self._rows, self._busy)
        new = (*rows, busy)
        self._rows, self._busy = rows, busy
        self._describe()
        for index in range(self._count):
            if old[index : index + 1] != new[index : index + 1]:
                self.update(self.cell(index).toRect())

    def set_selected(self, index: int | None) -> None:
        """Which network is the chosen one."""
        if index != self._selected:
            self._selected = index
            self.update()

    def words(self, index: int) -> str:
        """What the row shows; choosing it chooses its network."""
        if index < len(self._rows):
            return row_words(self._rows[index])
        busy = self._busy if index == len(self._rows) else ""
        return f"{self._titles[index]}: {busy or 'not attacked yet'}"

    def row_height(self) -> int:
        """Two lines."""
        return round(self._sizes.line + self._sizes.small_line) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Rows of a comfortable height."""
        return QSize(2 * self._sizes.least_width, self._count * self.row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours()
        grid = Grid(self.width(), self._count, self._texts, self._sizes)
        for index in range(self._count):
            if self.cell(index).intersects(QRectF(event.rect())):
                self._draw_ground(painter, index, colours)
                self._draw_row(painter, index, grid, colours)

    def _draw_ground(self, painter: QPainter, index: int, colours: Tokens) -> None:
        cell, selected = self.cell(index), index == self._selected
        painter.fillRect(cell, colours.card if selected else colours.window)
        self.draw_state(painter, index, colours)
        if selected:
            painter.fillRect(QRectF(0, cell.top(), RING + 1, cell.height()), colours.accent)
        painter.fillRect(QRectF(0, cell.bottom() - 1, cell.width(), 1), colours.track)

    def _draw_row(self, painter: QPainter, index: int, grid: Grid, colours: Tokens) -> None:
        cell, write = self.cell(index), self._texts.write
        row = self._rows[index] if index < len(self._rows) else None
        said = outcome_words(row) if row else self._busy if index == len(self._rows) else ""
        both = self._sizes.line + (self._sizes.small_line if said else 0)
        top = QRectF(0, cell.center().y() - both / 2, cell.width(), self._sizes.line)
        write(painter, grid.number.of(top), str(index + 1), "body", colours.muted)
        write(painter, grid.network.of(top), self._titles[index], "strong", colours.text)
        below = QRectF(0, top.bottom(), cell.width(), self._sizes.small_line)
        write(painter, grid.network.of(below), said, "caption", colours.muted)
        for number, place in enumerate(grid.cells):
            inside = place.of(cell).adjusted(2, _PAD, -2, -_PAD)
            shown = row.shown[number] if row and number < len(row.shown) else None
            self._draw_cell(painter, inside, shown, colours)
        if row is not None:
            strong = colours.fooled_text if row.tally.fooled else colours.muted
            write(painter, grid.fools.of(cell), fools_words(row), "body", strong)

    def _draw_cell(
        self, painter: QPainter, room: QRectF, shown: Compared | None, colours: Tokens
    ) -> None:
        mark = _MARKS.get(shown.verdict) if shown is not None and shown.verdict else None
        ground = colours.track
        if mark is not None:
            ground = QColor(fill(mark, colours))
            ground.setAlphaF(0.3 if colours.dark else 0.2)
        own = shown is not None and shown.attacked
        painter.setPen(QPen(colours.goal, RING) if own else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, CORNER, CORNER)
        if shown is None or shown.adversarial is None:
            return
        misread = shown.verdict == "misread"
        colour = ink(mark, colours) if mark else colours.faint if misread else colours.muted
        label = str(shown.adversarial.label)
        if mark is None:
            self._texts.write(painter, room, label, "body", colour, "centre")
            return
        left = room.adjusted(0, 0, -SIGN, 0)
        self._texts.write(painter, left, label, "strong", colour, "centre")
        sign = QRectF(room.center().x() + 1, room.center().y() - SIGN / 2, SIGN, SIGN)
        draw_mark(painter, mark, sign, colour)
