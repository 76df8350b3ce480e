"""The attacks as a tree for a list: families, of which none can be chosen, with theirs below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from advgui.core.attacks.base import FAMILIES
from advgui.core.attacks.oracle import Access
from advgui.lab.attack.choices import Choice

Index = QModelIndex | QPersistentModelIndex

# Where an item keeps its choice; a heading has none.
_CHOICE: Final = Qt.ItemDataRole.UserRole


class ChoiceModel(QSortFilterProxyModel):
    """Those attacks that have the words and need to see no more than is allowed."""

    def __init__(self) -> None:
        super().__init__()
        self._items = QStandardItemModel()
        self._words = ""
        self.allowed: Access = "gradients"
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(self._items)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Other attacks, or the same with other parameters."""
        self._items.clear()
        for family, title in FAMILIES.items():
            heading = QStandardItem(title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.appendRows([_item(one) for one in choices if one.family == family])
            self._items.appendRow(heading)

    def look_for(self, words: str, allowed: Access) -> None:
        """Show those alone that have all of these words and are allowed."""
        self._words, self.allowed = words, allowed
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether an attack is looked for; a heading is shown where one of its attacks is."""
        choice = choice_at(self._items.index(row, 0, parent))
        return choice is not None and choice.offered(self._words, self.allowed)

    def indices(self) -> list[QModelIndex]:
        """The attacks that are shown, from the top."""
        headings = [self.index(row, 0) for row in range(self.rowCount())]
        return [self.index(row, 0, one) for one in headings for row in range(self.rowCount(one))]

    def place(self, name: str) -> QModelIndex:
        """Where an attack is; nowhere while it is not shown."""
        shown = ((one, choice_at(one)) for one in self.indices())
        here = (one for one, choice in shown if choice is not None and choice.name == name)
        return next(here, QModelIndex())


def choice_at(index: Index) -> Choice | None:
    """The attack in a row; None in a heading, and nowhere."""
    choice = index.data(_CHOICE) if index.isValid() else None
    return choice if isinstance(choice, Choice) else None


def _item(choice: Choice) -> QStandardItem:
    item = QStandardItem(choice.title)
    item.setData(choice, _CHOICE)
    item.setData(f"{choice.title}: {choice.facts}", Qt.ItemDataRole.AccessibleTextRole)
    item.setData(choice.summary, Qt.ItemDataRole.AccessibleDescriptionRole)
    item.setEditable(False)
    return item
