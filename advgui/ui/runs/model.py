"""The runs that are kept as a list for Qt's view: the newest first, some unfolded into goals."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from advgui.core.language import tr
from advgui.lab.attack.run_words import Card, lane_card, run_card
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import Runs

Index = QModelIndex | QPersistentModelIndex
#: The number of a run, and which of its goals; -1 for all of it.
Key = tuple[int, int]

#: Where an item keeps its row.
_ROW = Qt.ItemDataRole.UserRole
_BACK_WORDS = tr("A double click goes back to it, with everything as it stood.")


class Row(NamedTuple):
    """A run, or one of its goals."""

    kept: KeptRun
    lane: int | None = None

    @property
    def key(self) -> Key:
        """What it is known by, whatever is looked at of the run."""
        return self.kept.number, -1 if self.lane is None else self.lane


class RunModel(QAbstractListModel):
    """Rows change where runs come and go, and nowhere else; cards are made when they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._runs = Runs()
        self._keys: list[Key] = []
        self._kept: dict[int, KeptRun] = {}
        self._unfolded: set[int] = set()
        self._cards: dict[Key, tuple[KeptRun, Card]] = {}

    def set_runs(self, runs: Runs) -> None:
        """Show these."""
        if runs is self._runs:
            return
        self._runs = runs
        there = {kept.number: kept for kept in runs}
        self._kept |= there  # of those that go the view still asks while they do
        self._unfolded &= there.keys()
        self._change(self._wanted(there))
        self._kept = there
        self._cards = {key: card for key, card in self._cards.items() if key[0] in there}

    def turn(self, number: int) -> None:
        """Unfold a run into its goals, or fold it again."""
        self._unfolded ^= {number}
        self._change(self._wanted(self._kept))

    def unfolded(self, number: int) -> bool:
        """Whether the goals of a run are shown."""
        return number in self._unfolded

    def pinned(self, number: int) -> bool:
        """Whether a run is pinned to be compared."""
        return number in self._runs.pins

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt has it)
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and what is said of it."""
        if not index.isValid():
            return None
        number, lane = self._keys[index.row()]
        row = Row(self._kept[number], None if lane < 0 else lane)
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._spoken(row)}\n{_BACK_WORDS}"
        return None

    def card(self, row: Row) -> Card:
        """What the card of a row shows."""
        of, card = self._cards.get(row.key, (None, None))
        if card is None or of is not row.kept:
            card = run_card(row.kept) if row.lane is None else lane_card(row.kept, row.lane)
            self._cards[row.key] = row.kept, card
        return card

    def place(self, number: int, lane: int | None = None) -> QModelIndex:
        """Where a run is, or one of its goals; nowhere while it is not shown."""
        wanted = (number, -1 if lane is None else lane)
        return self.index(self._keys.index(wanted) if wanted in self._keys else -1, 0)

    def _spoken(self, row: Row) -> str:
        words = self.card(row).spoken
        return tr("{words} Pinned.").format(words=words) if self.pinned(row.kept.number) else words

    def _wanted(self, there: dict[int, KeptRun]) -> list[Key]:
        keys: list[Key] = []
        for number, kept in reversed(there.items()):
            keys.append((number, -1))
            if number in self._unfolded:
                keys += [(number, lane) for lane in range(len(kept.run.outcomes))]
        return keys

    def _change(self, after: list[Key]) -> None:
        """Only what lies between the same beginning and the same end goes, and comes."""
        before = self._keys
        least = min(len(before), len(after))
        first = next((n for n in range(least) if before[n] != after[n]), least)
        last = next(
            (n for n in range(least - first) if before[-1 - n] != after[-1 - n]), least - first
        )
        if first < len(before) - last:
            self.beginRemoveRows(QModelIndex(), first, len(before) - last - 1)
            self._keys = before[:first] + before[len(before) - last :]
            self.endRemoveRows()
        if first < len(after) - last:
            self.beginInsertRows(QModelIndex(), first, len(after) - last - 1)
            self._keys = after
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, 0))


def row_at(index: Index) -> Row | None:
    """The run, or the goal of one, in a place; None nowhere."""
    row = index.data(_ROW) if index.isValid() else None
    return row if isinstance(row, Row) else None
