"""A table of networks to choose from: Qt's own, with our keys and our calm look."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from advgui.core.language import tr
from advgui.ui.comparison.reading_cell import Sizes
from advgui.ui.comparison.row_delegate import Index, RowDelegate
from advgui.ui.theme.tokens import tokens
from advgui.ui.widgets.painted_buttons import CHOOSE, KEYBOARD

#: Device-independent pixels of a row.
_TALLEST: Final = 76
#: Heights of a line that a table is wide.
_EASE: Final = 36
_MOVES: Final = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_Move = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_SELECT: Final = _Flag.ClearAndSelect | _Flag.Rows


class NetworkTable(QTableView):
    """A row for each network; a click, Enter or Space on it says that it is ``chosen``.

    What is selected is the network in use, told by :meth:`set_selected`; arrows only move.
    Rows fill the height, neither too low nor too high. A subclass says how wide its columns are,
    and what is in them, by its delegate.
    """

    chosen = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        header: QHeaderView,
        delegate: RowDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keyboard = False
        self._delegate = delegate
        self.sizes = delegate.sizes
        delegate.colours = tokens(self.palette())
        for one in (model, delegate):
            one.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(header)
        self._be_calm()
        self._be_chosen_from()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.offer("copy-table", tr("&Copy table"), self.copy)
        self.clicked.connect(self._choose)
        self.entered.connect(self._enter)
        self.viewportEntered.connect(self._enter_nothing)

    def _be_calm(self) -> None:
        """No lines, no frames, no bar that scrolls to the side; the window's own ground."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setBackgroundRole(self.backgroundRole())
        upright = self.verticalHeader()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setMinimumSectionSize(1)
        upright.hide()

    def _be_chosen_from(self) -> None:
        """The mouse shows where it is, a click chooses, nothing is edited."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def offer(self, name: str, words: str, then: Callable[[], object]) -> None:
        """One more entry of the menu that a right click opens."""
        action = QAction(words, self)
        action.setObjectName(name)
        action.triggered.connect(then)
        self.addAction(action)

    # What a subclass says

    def row_height(self) -> int:
        """The least height of a row."""
        raise NotImplementedError

    def column_widths(self, width: int) -> list[int]:
        """How wide each column is where all of them have so much room."""
        raise NotImplementedError

    def source_row(self, row: int) -> int:
        """Which network a row shows; another one only where rows are sorted."""
        return row

    def view_row(self, network: int) -> int:
        """The row that shows a network."""
        return network

    # Where everything is

    def row_rect(self, row: int) -> QRect:
        """Where a row is in the viewport."""
        area = self.viewport().rect()
        return QRect(area.left(), self.rowViewportPosition(row), area.width(), self.rowHeight(row))

    def fit(self) -> None:
        """Give rows and columns the room that there is."""
        area, count = self.viewport().size(), self.model().rowCount()
        self._delegate.width, self._delegate.sizes = area.width(), self.sizes
        high = min(max(area.height() // max(1, count), self.row_height()), _TALLEST)
        self.verticalHeader().setDefaultSectionSize(high)
        for column, width in enumerate(self.column_widths(area.width())):
            self.setColumnWidth(column, width)

    def sizeHint(self) -> QSize:
        """As wide as it takes to read it with ease; as high as there is room."""
        return QSize(_EASE * self.fontMetrics().height(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is fitted anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows, another theme other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.sizes = Sizes()
            self.updateGeometries()
            self.fit()
        if event.type() == QEvent.Type.PaletteChange:
            self._delegate.colours = tokens(self.palette())

    # What is chosen

    def set_selected(self, network: int | None) -> None:
        """Which network is the one in use; the keyboard begins there."""
        chosen = self.selectionModel()
        if network is None:
            chosen.clearSelection()
            return
        row = self.view_row(network)
        if [index.row() for index in chosen.selectedRows()] != [row]:
            place = self.model().index(row, 0)
            chosen.select(place, _SELECT)
            if not self.hasFocus():
                chosen.setCurrentIndex(place, _Flag.NoUpdate)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Neither mouse nor keys select: what was chosen is told when it is in use."""
        return _Flag.NoUpdate

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.source_row(index.row()))

    def copy(self) -> None:
        """Put the whole table on the clipboard, as text with tabs, for a spreadsheet."""
        model, across = self.model(), Qt.Orientation.Horizontal
        columns = range(model.columnCount())
        lines = [[str(model.headerData(column, across)) for column in columns]]
        lines += [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in range(model.rowCount())
        ]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    # The keyboard

    def event(self, event: QEvent) -> bool:
        """Enter and Space choose, whatever the window uses them for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(Qt.Key(event.key()) in CHOOSE)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and pages move; Enter and Space choose; the rest is the window's."""
        key = Qt.Key(event.key())
        if key in CHOOSE and not event.isAutoRepeat():
            self._choose(self.currentIndex())
        elif key in _MOVES:
            self._show_focus(True)
            super().keyPressEvent(event)
        elif key not in CHOOSE:
            event.ignore()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go around at both ends; Home and End are the first and the last row."""
        here, count = self.currentIndex(), self.model().rowCount()
        if not count:
            return QModelIndex()
        if not here.isValid():
            return self.model().index(0, 0)
        rows_of = {
            _Move.MoveUp: (here.row() - 1) % count,
            _Move.MoveDown: (here.row() + 1) % count,
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
        }
        if action in rows_of:
            return self.model().index(rows_of[action], here.column())
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring is around a whole row."""
        super().currentChanged(current, previous)
        for row in {current.row(), previous.row()} - {-1}:
            self.viewport().update(self.row_rect(row))
        self._tell_rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        super().focusInEvent(event)
        self._show_focus(event.reason() in KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self._show_focus(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse needs no ring."""
        self._show_focus(False)
        super().mousePressEvent(event)

    def _show_focus(self, shown: bool) -> None:
        self._keyboard = shown
        self._tell_rows()
        self.viewport().update(self.row_rect(self.currentIndex().row()))

    # The mouse

    def _enter(self, index: Index) -> None:
        self._hover(index.row())

    def _enter_nothing(self) -> None:
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is under a mouse that has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            changed, self._delegate.hovered = {row, self._delegate.hovered} - {-1}, row
            for one in changed:
                self.viewport().update(self.row_rect(one))

    def _tell_rows(self) -> None:
        current = self.currentIndex()
        self._delegate.focused = (current.row(), current.column()) if self._keyboard else (-1, -1)
