"""All keys in one window, made from the menus themselves: it is never out of date."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from advgui.core.language import tr
from advgui.ui.theme.tokens import LARGE, MEDIUM
from advgui.ui.theme.zoom import zoomed
from advgui.ui.widgets.layout import column

_HIGH: Final = 560
_FRAME: Final = QSize(8, 42)
#: For the margins and a scroll bar.
_BESIDE: Final = 2 * LARGE + 32
_HEADINGS: Final = (tr("Where"), tr("Keys"), tr("What they do"))


class Key(NamedTuple):
    """Where something is, by which keys it is done, and what they do."""

    where: str
    keys: str
    words: str


#: What no menu has, as it is of whatever has the focus.
_EVERYWHERE: Final = (
    Key(tr("Attack"), tr("0 to 9"), tr("Attack toward that digit")),
    Key(tr("Everywhere"), tr("Tab, Shift+Tab"), tr("Go to the next control, or back")),
    Key(tr("Everywhere"), tr("Space, Return"), tr("Press what has the focus")),
    Key(tr("Bars, goals, gallery"), tr("Arrows, Home, End"), tr("Go from one to the next")),
    Key(tr("Sliders"), tr("Arrows, Page Up, Page Down"), tr("Move by a little, or by a lot")),
    Key(tr("A plot"), tr("Double click"), tr("Show all of it again")),
)


def show_keys(parent: QWidget, keys: Sequence[Key]) -> "KeysWindow":
    """Open the window, with what the menus have now."""
    for former in parent.findChildren(KeysWindow):
        former.close()
        former.deleteLater()
    made = KeysWindow(parent, [*keys, *_EVERYWHERE])
    made.show()
    return made


class KeysWindow(QDialog):
    """A table to look something up in; Escape closes it."""

    def __init__(self, parent: QWidget, keys: Sequence[Key]) -> None:
        super().__init__(parent)
        self.setObjectName("keys-window")
        self.setWindowTitle(tr("Keys of advgui"))
        self._table = QTableWidget(len(keys), len(_HEADINGS))
        self._fill(sorted(keys, key=lambda key: _order(keys, key)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        lines = column(self, MEDIUM)
        lines.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        lines.addWidget(self._table)
        lines.addWidget(buttons)
        wide = self._table.horizontalHeader().length() + _BESIDE
        self.resize(QSize(wide, zoomed(_HIGH)).boundedTo(self.screen().availableSize() - _FRAME))

    def _fill(self, keys: Sequence[Key]) -> None:
        table = self._table
        table.setObjectName("keys-table")
        table.setAccessibleName(tr("Keys"))
        table.setHorizontalHeaderLabels(_HEADINGS)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        for row, key in enumerate(keys):
            for place, words in enumerate(key):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, place, item)
        table.resizeColumnsToContents()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[Key]:
        """What is in the table."""
        table = self._table
        found = [
            [table.item(row, place) for place in range(len(_HEADINGS))]
            for row in range(table.rowCount())
        ]
        return [Key(*(item.text() if item else "" for item in row)) for row in found]


def _order(keys: Sequence[Key], key: Key) -> int:
    """Those of one place stand together, at its first."""
    return next(number for number, one in enumerate(keys) if one.where == key.where)
