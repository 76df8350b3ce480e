"""Painted rows to choose from, which scroll under a head that stays."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from advgui.ui.comparison.small_bars import Sizes
from advgui.ui.theme.text_cache import Texts
from advgui.ui.widgets.choices import Choices

_TALLEST: Final = 76


class TableRows(Choices):
    """Rows as high as there is room, for the mouse and for the keyboard.

    Says which one the keyboard has ``moved`` to, so that it can be scrolled to. A subclass
    paints all of its ground.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._use_font()
        self.set_count(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def row_height(self) -> int:
        """The least height of a row."""
        raise NotImplementedError

    def fitting_height(self, room: int) -> int:
        """The height that fills a room, as long as rows get neither too low nor too high."""
        row = min(max(room // max(1, self._count), self.row_height()), _TALLEST)
        return row * self._count

    def set_current(self, index: int) -> None:
        """Where the keyboard is; chooses nothing."""
        super().set_current(index)
        self._describe()
        self.moved.emit(self.current())

    def _use_font(self) -> None:
        self._texts = Texts()
        self._sizes = Sizes(self._texts)

    def _describe(self) -> None:
        if self._count:
            self.setAccessibleDescription(self.words(self.current()))
            self.tell_hovered()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._use_font()
            self.updateGeometry()
        super().changeEvent(event)


class Table(QScrollArea):
    """Head and rows as wide as each other, whether there is a scroll bar or not."""

    def __init__(self, head: QWidget, rows: TableRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head, self._rows = head, rows
        head.setParent(self)
        self.setWidget(rows)
        rows.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        rows.moved.connect(self._follow_keyboard)

    def fit(self) -> None:
        """Give head and rows their places; the rows fill the room that there is."""
        high = self._head.sizeHint().height()
        self.setViewportMargins(0, high, 0, 0)
        view = self.viewport()
        self._head.setGeometry(0, 0, view.width(), high)
        self._rows.resize(view.width(), self._rows.fitting_height(view.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is fitted anew."""
        super().resizeEvent(event)
        self.fit()

    def _follow_keyboard(self, index: int) -> None:
        cell = self._rows.cell(index).toRect()
        self.ensureVisible(0, cell.center().y(), 0, cell.height() // 2)
