"""Whom each network's adversarial image fools: made against, shown to."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from advgui.core.language import tr
from advgui.lab.comparison.readings import NetworkReadings
from advgui.lab.comparison.transfer import TransferRow
from advgui.lab.comparison.transfer_text import (
    cell_words,
    fools_words,
    outcome_words,
    row_line,
    row_words,
)
from advgui.ui.comparison.row_delegate import Index

_Role = Qt.ItemDataRole
#: What rows are sorted by: the more are fooled, the more it is.
SORTED_BY: Final = _Role.UserRole
_VALUES: Final = {"fooled": 2, "wrong class": 1}


class TransferModel(QAbstractTableModel):
    """A row for each network that is attacked, a column for each that is shown its image.

    Before the columns are the network's names, behind them is how many others are fooled.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._rows: tuple[TransferRow, ...] = ()
        self._busy = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """The networks from top to bottom, and from left to right."""
        return self._titles

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """Show other networks, of which nothing is known."""
        self.beginResetModel()
        self._titles, self._rows, self._busy = titles, (), ""
        self.endResetModel()

    def set_rows(self, rows: tuple[TransferRow, ...], busy: str = "") -> None:
        """What was found for the first of them, and what is said of the next one."""
        old, new = (*self._rows, self._busy), (*rows, busy)
        self._rows, self._busy = rows, busy
        for number in range(len(self._titles)):
            then, now = old[number : number + 1], new[number : number + 1]
            if then != now:
                only_busy = not any(isinstance(one, TransferRow) for one in then + now)
                last = 0 if only_busy else self.fools
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    @property
    def fools(self) -> int:
        """The column that tells how many are fooled."""
        return len(self._titles) + 1

    def row(self, number: int) -> TransferRow | None:
        """What was found for a network."""
        return self._rows[number] if number < len(self._rows) else None

    def shown(self, number: int, column: int) -> NetworkReadings | None:
        """What the network of a column makes of a row's image."""
        row, reader = self.row(number), column - 1
        return row.shown[reader] if row and 0 <= reader < len(row.shown) else None

    def outcome(self, number: int) -> str:
        """What stands below a network's title."""
        row = self.row(number)
        if row is not None:
            return outcome_words(row)
        return self._busy if number == len(self._rows) else ""

    def words(self, number: int) -> str:
        """What a row shows; choosing it chooses its network."""
        row = self.row(number)
        if row is not None:
            return row_words(row)
        return f"{self._titles[number]}: {self.outcome(number) or tr('not attacked yet')}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each network."""
        return 0 if parent.isValid() else len(self._titles)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each network, and two around them."""
        return 0 if parent.isValid() else len(self._titles) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> str | int | None:
        """A network's number, and its title for those who hear it or point at it."""
        if orientation == Qt.Orientation.Vertical:
            return self._titles[section] if role == _Role.DisplayRole else None
        if role == _Role.InitialSortOrderRole:
            order = Qt.SortOrder.DescendingOrder if section else Qt.SortOrder.AscendingOrder
            return order.value
        if section in (0, self.fools):
            ends = tr("Fools") if section else tr("Made against")
            return ends if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return str(section)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return tr("Shown to {network}").format(network=self._titles[section - 1])
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> str | int | None:
        """A cell as words, for those who hear it, who point at it, and for the clipboard."""
        number, column = index.row(), index.column()
        if role == SORTED_BY:
            return self._sorted_by(number, column)
        inside = 0 < column < self.fools
        if role == _Role.DisplayRole:
            return self._display(number, column)
        if role == _Role.StatusTipRole:
            row = self.row(number)
            return self.words(number) if row is None else row_line(row)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            shown = self.shown(number, column)
            if inside:
                return cell_words(shown) if shown is not None else self._waiting(column)
            return self._heard(number, column, role)
        return None

    def _waiting(self, column: int) -> str:
        return tr("{network}: not shown yet").format(network=self._titles[column - 1])

    def _heard(self, number: int, column: int, role: int) -> str:
        if role == _Role.ToolTipRole:
            return tr("A click puts it in use: {network}").format(network=self.words(number))
        if column == 0:
            return self.words(number)
        return tr("fools {count}").format(count=self._display(number, column))

    def _display(self, number: int, column: int) -> str:
        if column == 0:
            return f"{number + 1} {self._titles[number]}"
        row, shown = self.row(number), self.shown(number, column)
        if column == self.fools:
            return fools_words(row.counts) if row is not None else ""
        return str(shown.adversarial.label) if shown and shown.adversarial else ""

    def _sorted_by(self, number: int, column: int) -> int:
        """By the networks' order, by how many are fooled, or by whether this one is."""
        row, shown = self.row(number), self.shown(number, column)
        if column == 0:
            return number
        if column == self.fools:
            return row.counts.fooled if row is not None else -1
        return _VALUES.get(str(shown.verdict), 0) if shown is not None else -1
