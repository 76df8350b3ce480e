"""A table of whom each network's adversarial image fools: made against, shown to."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from advgui.lab.comparison.readings import NetworkReadings, TransferVerdict
from advgui.lab.comparison.transfer import TransferRow
from advgui.lab.comparison.transfer_text import fools_words, outcome_words, row_words
from advgui.ui.comparison.small_bars import GAP, SIGN, Place, Sizes
from advgui.ui.comparison.table import TableRows
from advgui.ui.theme.marks import Mark, draw_mark, fill, ink
from advgui.ui.theme.text_cache import Texts
from advgui.ui.theme.tokens import CORNER, RING, SMALL, TIGHT, Tokens, tokens

_PAD: Final = 5
_NARROWEST, _WIDEST, _ROOMY = 24.0, 64.0, 32.0
_MARKS: Final[dict[TransferVerdict, Mark]] = {"fooled": "fooled", "wrong class": "astray"}


class Look(NamedTuple):
    """All that a cell shows: a label or nothing, what it means, and whose it is."""

    label: str = ""
    mark: Mark | None = None
    own: bool = False
    misread: bool = False

    @classmethod
    def of(cls, shown: NetworkReadings) -> "Look":
        """How a network's reading of an image looks."""
        label = str(shown.adversarial.label) if shown.adversarial else ""
        verdict = shown.verdict
        mark = _MARKS.get(verdict) if verdict is not None else None
        return cls(label, mark, shown.attacked, verdict == "misread")


class Grid:
    """Where the columns are: the network, a cell for each, and how many are fooled."""

    def __init__(self, width: float, count: int, texts: Texts, sizes: Sizes) -> None:
        last = texts.width("10 of 10", "body") + GAP
        number = texts.width("00", "body") + SMALL
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
        self._rows: tuple[TransferRow, ...] = ()
        self._selected: int | None = None
        self._busy = ""
        self.setObjectName("transfer-rows")
        self.setAccessibleName("Whom each network's adversarial image fools")

    def set_titles(self, titles: tuple[str, ...]) -> bool:
        """These networks, from top to bottom and from left to right; whether they are new."""
        if titles == self._titles:
            return False
        self._titles = titles
        self.set_count(len(titles))
        return True

    def set_rows(self, rows: tuple[TransferRow, ...], busy: str = "") -> None:
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

    def _use_font(self) -> None:
        super()._use_font()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

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
            self._draw_cell(painter, inside, Look.of(shown) if shown else Look(), colours)
        if row is not None:
            found = row.counts
            strong = colours.fooled_text if found.fooled else colours.muted
            write(painter, grid.fools.of(cell), fools_words(found), "body", strong)

    def _draw_cell(self, painter: QPainter, room: QRectF, look: Look, colours: Tokens) -> None:
        """There are few looks and many cells, so each look is painted once."""
        ratio = painter.device().devicePixelRatioF()
        key = (look, room.width(), room.height(), ratio, colours.dark)
        if key not in self._pictures:
            self._pictures[key] = self._painted(look, room, ratio, colours)
        painter.drawPixmap(room.topLeft(), self._pictures[key])

    def _painted(self, look: Look, room: QRectF, ratio: float, colours: Tokens) -> QPixmap:
        picture = QPixmap((room.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(QPointF(), room.size())
        _draw_ground(painter, whole, look, colours)
        if look.mark is None:
            colour = colours.faint if look.misread else colours.muted
            self._texts.write(painter, whole, look.label, "body", colour, "centre")
        else:
            colour, (words, sign) = ink(look.mark, colours), _beside(whole)
            self._texts.write(painter, words, look.label, "strong", colour, "centre")
            draw_mark(painter, look.mark, sign, colour)
        painter.end()
        return picture


def _beside(whole: QRectF) -> tuple[QRectF, QRectF]:
    """Where a label and its sign are: side by side, or one above the other in a narrow cell."""
    middle, half = whole.center(), SIGN / 2
    if whole.width() >= _ROOMY:
        words = whole.adjusted(0, 0, -SIGN, 0)
        return words, QRectF(middle.x() + 1, middle.y() - half, SIGN, SIGN)
    words = whole.adjusted(0, 0, 0, -SIGN)
    return words, QRectF(middle.x() - half, middle.y() + half - 2, SIGN, SIGN)


def _draw_ground(painter: QPainter, whole: QRectF, look: Look, colours: Tokens) -> None:
    ground = colours.track
    if look.mark is not None:
        ground = QColor(fill(look.mark, colours))
        ground.setAlphaF(0.3 if colours.dark else 0.2)
    painter.setPen(QPen(colours.goal, RING) if look.own else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    half = RING / 2 if look.own else 0.0
    painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), CORNER, CORNER)
