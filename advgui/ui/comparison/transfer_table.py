"""The table of whom each network's adversarial image fools, sorted as its user likes."""

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.lab.comparison.readings import NetworkReadings, TransferVerdict
from advgui.lab.comparison.transfer import TransferRow
from advgui.lab.comparison.transfer_text import fools_words
from advgui.ui.comparison.reading_cell import GAP, SIGN
from advgui.ui.comparison.row_delegate import FlatHeader, Index, RowDelegate
from advgui.ui.comparison.table import NetworkTable
from advgui.ui.comparison.transfer_model import SORTED_BY, TransferModel
from advgui.ui.theme.marks import Mark, draw_mark, fill, ink
from advgui.ui.theme.text_cache import Texts, texts
from advgui.ui.theme.tokens import CORNER, DARK, LIGHT, RING, SMALL, TextRole, Tokens, tinted

_PAD: Final = 5
_NARROWEST, _WIDEST, _ROOMY = 24.0, 64.0, 28.0
_MARKS: Final[dict[TransferVerdict, Mark]] = {"fooled": "fooled", "wrong class": "astray"}
_ARROWS: Final = {Qt.SortOrder.AscendingOrder: "\u25b4", Qt.SortOrder.DescendingOrder: "\u25be"}


class TransferTable(NetworkTable):
    """A row for each network's image; a click on a column's title sorts them by it.

    The third click on it brings them back into the networks' order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows, self._order = TransferModel(), QSortFilterProxyModel()
        self._order.setSourceModel(self.rows)
        self._order.setSortRole(SORTED_BY)
        delegate = TransferDelegate(self.rows, self._order)
        super().__init__(self._order, TransferHeader(), delegate, parent)
        self.rows.setParent(self)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.offer("sort-fools", tr("&Most fooled first"), self.sort_by_fools)
        self.offer("sort-networks", tr("In the &networks' order"), self.sort_as_networks)
        self.setObjectName("transfer-rows")
        self.setAccessibleName(tr("Whom each network's adversarial image fools"))

    def sort_by_fools(self) -> None:
        """The network whose image fools most of the others comes first."""
        self.sortByColumn(self.rows.fools, Qt.SortOrder.DescendingOrder)

    def sort_as_networks(self) -> None:
        """The networks come in the order in which they are offered."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """These networks, from top to bottom and from left to right."""
        if titles != self.rows.titles:
            self.rows.set_titles(titles)
            self.fit()

    def source_row(self, row: int) -> int:
        """Which network a row shows."""
        return self._order.mapToSource(self._order.index(row, 0)).row()

    def view_row(self, network: int) -> int:
        """The row that shows a network."""
        return self._order.mapFromSource(self.rows.index(network, 0)).row()

    def row_height(self) -> int:
        """Two lines."""
        return round(self.sizes.line + self.sizes.small_line) + 2 * _PAD

    def column_widths(self, width: int) -> list[int]:
        """Names that are whole where there is room, cells, and what is left for the count."""
        words, count = self.sizes.words, len(self.rows.titles)
        longest = max((words.width(title, "strong") for title in self.rows.titles), default=0)
        wanted = GAP + _number_width(words) + longest + GAP
        last = words.width(tr("10 of 10"), "body") + 2 * GAP
        cell = min(max(_NARROWEST, (width - last - wanted) / max(1, count)), _WIDEST)
        cell = int(cell)
        names = int(max(0.0, min(width - last - cell * count, 1.5 * wanted)))
        return [names, *[cell] * count, max(0, width - names - cell * count)]


def _number_width(words: Texts) -> float:
    return words.width("00", "body") + SMALL


class TransferHeader(FlatHeader):
    """The numbers of the networks that the images are shown to."""

    def __init__(self) -> None:
        super().__init__("transfer-head")
        self.setAccessibleName(tr("Shown to"))

    def draw(self, painter: QPainter, room: QRectF, section: int, colours: Tokens) -> None:
        """Paint what a column is, and an arrow where the rows are sorted by it."""
        words = texts()
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        sorted_by = section == self.sortIndicatorSection()
        arrow = _ARROWS[self.sortIndicatorOrder()] if sorted_by else ""
        colour, last = colours.text if sorted_by else colours.muted, self.count() - 1
        if 0 < section < last:
            words.write(painter, room, f"{title}{arrow}", "caption", colour, "centre")
        else:
            left = GAP if section else GAP + _number_width(words)
            said = f"{title} {arrow}".rstrip()
            words.write(painter, room.adjusted(left, 0, 0, 0), said, "caption", colour)


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


class TransferDelegate(RowDelegate):
    """A network's names, what each reads in its image, or how many are fooled."""

    def __init__(self, rows: TransferModel, order: QSortFilterProxyModel) -> None:
        super().__init__()
        self._model, self._order = rows, order

    def draw(self, painter: QPainter, cell: QRectF, index: Index) -> None:
        """Paint what the column is for."""
        ordered, column = self._order.index(index.row(), 0), index.column()
        number = self._order.mapToSource(ordered).row()
        if column == 0:
            self._write_names(painter, cell, number)
        elif column == self._model.fools:
            _write_count(painter, cell, self._model.row(number), self.colours, self.sizes.words)
        else:
            shown = self._model.shown(number, column)
            inside = cell.adjusted(2, _PAD, -2, -_PAD)
            size, ratio = (inside.width(), inside.height()), painter.deviceTransform().m11()
            look = Look.of(shown) if shown else Look()
            painter.drawImage(
                inside.topLeft(), _painted(look, *size, ratio, self.colours.dark, self.sizes.words)
            )

    def _write_names(self, painter: QPainter, cell: QRectF, number: int) -> None:
        said, size, colours = self._model.outcome(number), self.sizes, self.colours
        words, write = size.words, size.words.write
        both = size.line + (size.small_line if said else 0)
        top = QRectF(GAP, cell.center().y() - both / 2, cell.right() - GAP, size.line)
        write(painter, top, str(number + 1), "body", colours.muted)
        top.setLeft(GAP + _number_width(words))
        top.setRight(cell.right() - GAP)
        write(painter, top, self._model.titles[number], "strong", colours.text)
        below = QRectF(top.left(), top.bottom(), top.width(), size.small_line)
        write(painter, below, said, "caption", colours.muted)


def _write_count(
    painter: QPainter, cell: QRectF, row: TransferRow | None, colours: Tokens, words: Texts
) -> None:
    if row is not None:
        strong = colours.fooled_text if row.counts.fooled else colours.muted
        room = cell.adjusted(GAP, 0, 0, 0)
        words.write(painter, room, fools_words(row.counts), "body", strong)


@lru_cache(maxsize=200)
def _painted(
    look: Look, width: float, height: float, ratio: float, dark: bool, words: Texts
) -> QImage:
    """A cell on nothing: there are few looks and many cells, so each look is painted once."""
    colours = DARK if dark else LIGHT
    picture = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, width, height)
    _draw_ground(painter, whole, look, colours)
    if look.mark is None:
        role: TextRole = "caption" if look.misread else "body"
        words.write(painter, whole, look.label, role, colours.muted, "centre")
    else:
        colour, (room, sign) = ink(look.mark, colours), _beside(whole)
        words.write(painter, room, look.label, "strong", colour, "centre")
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
    tint = None if look.mark is None else tinted(fill(look.mark, colours), colours)
    painter.setPen(QPen(colours.goal, RING) if look.own else Qt.PenStyle.NoPen)
    painter.setBrush(tint or colours.track)
    half = RING / 2 if look.own else 0.0
    painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), CORNER, CORNER)
