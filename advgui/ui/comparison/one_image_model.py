"""Every network as a row: what it reads in the drawing, and in an attack's image."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from advgui.core.language import tr
from advgui.lab.comparison.one_image_text import adversarial_cell, drawing_cell, row_words
from advgui.lab.comparison.readings import NetworkReadings
from advgui.ui.comparison.row_delegate import Index

NETWORK, DRAWING, ADVERSARIAL = range(3)
_TITLES: Final = (tr("Network"), tr("Drawing"), tr("Adversarial"))
_Role = Qt.ItemDataRole
_HINTS: Final = (_Role.ToolTipRole, _Role.StatusTipRole)


@dataclass(frozen=True, slots=True, eq=False)
class NetworkRow:
    """What is known of one network: its names, and its readings or why there are none."""

    title: str
    figures: str
    readings: NetworkReadings | None = None
    problem: str = ""


class OneImageModel(QAbstractTableModel):
    """A row for each network; a reading changes no cell but those that look different now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NetworkRow, ...] = ()

    @property
    def rows(self) -> tuple[NetworkRow, ...]:
        """The networks from top to bottom."""
        return self._rows

    def set_rows(self, rows: tuple[NetworkRow, ...]) -> None:
        """Show these networks."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_reading(self, number: int, readings: NetworkReadings | None, problem: str) -> None:
        """One network has read something, or cannot."""
        old = self._rows[number]
        new = replace(old, readings=readings, problem=problem)
        self._rows = (*self._rows[:number], new, *self._rows[number + 1 :])
        for column, (was, now) in enumerate(zip(_contents(old), _contents(new), strict=True)):
            if was != now:
                place = self.index(number, column)
                self.dataChanged.emit(place, place)

    def words(self, number: int) -> str:
        """What a row shows; choosing it chooses its network."""
        return tr("A click puts it in use: {network}").format(network=self._row_words(number))

    def _row_words(self, number: int) -> str:
        row = self._rows[number]
        return row_words(row.title, row.readings, row.problem)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One for each network."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Its names, and what it reads in two images."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> str | None:
        """What columns and rows are called."""
        if role != _Role.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return _TITLES[section] if across else self._rows[section].title

    def data(self, index: Index, role: int = _Role.DisplayRole) -> str | None:
        """A cell as words, for those who hear it, who point at it, and for the clipboard."""
        number, column = index.row(), index.column()
        if role in _HINTS:
            return self.words(number)
        if role == _Role.AccessibleTextRole and column == NETWORK:
            return self._row_words(number)
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._cell_words(self._rows[number], column)
        return None

    @staticmethod
    def _cell_words(row: NetworkRow, column: int) -> str:
        if column == NETWORK:
            return row.title
        if row.problem:
            return row.problem if column == DRAWING else ""
        return drawing_cell(row.readings) if column == DRAWING else adversarial_cell(row.readings)


def _contents(row: NetworkRow) -> tuple[object, object, object]:
    """All that the three cells of a row are painted from."""
    found, problem = row.readings, row.problem
    if found is None:
        return problem, problem, problem
    example = found.images.example
    judged = None if example is None else (found.verdict, example.goal, example.running)
    return (problem, found.attacked), (problem, found.drawing), (problem, found.adversarial, judged)
