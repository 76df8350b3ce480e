"""Tabs below one another, beside what they choose, where a line of tabs would cost height."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar

from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, RING, SMALL, TIGHT, TextRole, Tokens, tokens
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.painted_buttons import KEYBOARD

#: The keys that move among tabs that stand below one another, beside Qt's left and right.
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SideTabs(QTabBar):
    """A tab is its words, level; the one that is shown has a line at its left.

    The arrow keys, Home and End move among them.
    """

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._ring, self._hovered = False, -1
        follow(self, SideTabs._measure)

    def _measure(self) -> None:
        """Larger letters need larger tabs, which Qt lays out anew with other words alone."""
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))

    def tabSizeHint(self, index: int) -> QSize:
        """Its words with some room; Qt would have them upright."""
        wide = texts().width(self.tabText(index), "strong") + RING + 2 * SMALL
        return QSize(round(wide), round(texts().line("body")) + SMALL + TIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: no word is shortened."""
        return self.tabSizeHint(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down as left and right; Home and End."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.currentIndex() + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else self.count() - 1)
        else:
            super().keyPressEvent(event)

    def _go(self, index: int) -> None:
        self.setCurrentIndex(min(max(index, 0), self.count() - 1))
        self._ring = True
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        super().focusInEvent(event)
        self._ring = event.reason() in KEYBOARD

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self._ring = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tab under the mouse shows that it is one."""
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No tab is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One tab after the other."""
        painter, colours = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, colours)

    def _paint_tab(self, painter: QPainter, index: int, colours: Tokens) -> None:
        area, shown = QRectF(self.tabRect(index)), index == self.currentIndex()
        inside = area.adjusted(RING + 1, 1, -1, -1)
        if index == self._hovered or shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(inside, CORNER, CORNER)
        if shown:
            painter.fillRect(
                QRectF(area.left(), area.top() + 1, RING, area.height() - 2), colours.accent
            )
        if shown and self._ring:
            painter.setPen(QPen(colours.accent, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), CORNER, CORNER)
        room = area.adjusted(RING + SMALL, 0, 0, 0)
        role: TextRole = "strong" if shown else "body"
        colour = colours.text if shown else colours.muted
        texts().write(painter, room, self.tabText(index), role, colour)
