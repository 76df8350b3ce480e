"""Buttons painted in one widget, as rows or as columns: what bars, strip and gallery share."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QStatusTipEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from advgui.core.images import LABELS
from advgui.ui.accessibility.parts import Part, PartNodes
from advgui.ui.theme.tokens import CORNER, RING, Tokens, tokens

_BACK: Final = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_ON: Final = (Qt.Key.Key_Down, Qt.Key.Key_Right)
#: The keys that press a button.
CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

#: Why a widget got the focus, where its user sees it by a ring.
KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PaintedButtons(QWidget):
    """Buttons in one painted widget, for the mouse and for the keyboard.

    There are ten, one for each digit, unless ``set_count`` says otherwise. A subclass
    paints :meth:`cell` by cell and says in :meth:`words` what choosing one does.
    """

    accessible_role = QAccessible.Role.List
    chosen = Signal(int)

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orientation = orientation
        self._count = LABELS
        self._hovered: int | None = None
        self._said = ""
        self._pressed: int | None = None
        self._current = 0
        self._ring = False
        self.nodes = PartNodes(self, self)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def words(self, index: int) -> str:
        """What choosing this one does, for tool tip and status bar."""
        raise NotImplementedError

    def offers(self, index: int) -> bool:
        """Whether choosing this one does something; what does not looks like no button."""
        return 0 <= index < self._count

    def set_count(self, count: int) -> None:
        """How many there are to choose from."""
        self._count = count
        self._current = min(self._current, max(0, count - 1))
        self._hovered, self._said = None, ""
        self.nodes.refresh()
        self.updateGeometry()
        self.update()

    def cell(self, index: int) -> QRectF:
        """Where a button is, on whole pixels."""
        width, height = self.width(), self.height()
        if self._orientation == Qt.Orientation.Vertical:
            top = round(height * index / self._count)
            return QRectF(0, top, width, round(height * (index + 1) / self._count) - top)
        left = round(width * index / self._count)
        return QRectF(left, 0, round(width * (index + 1) / self._count) - left, height)

    def part_count(self) -> int:
        """How many buttons assistive technology finds."""
        return self._count

    def part(self, index: int) -> Part:
        """One of them for assistive technology; a subclass tells by ``told`` what it shows."""
        name, value = self.told(index)
        return Part(
            name=name,
            area=self.cell(index).toRect(),
            value=value,
            does=self.words(index),
            enabled=self.offers(index),
        )

    def told(self, index: int) -> tuple[str, str]:
        """The name of a button, and what it comes to."""
        return str(index), ""

    def current_part(self) -> int | None:
        """Where the keyboard is."""
        return self._current if self._count else None

    def press_part(self, index: int) -> None:
        """Choose it, as by a click."""
        self.set_current(index)
        self.chosen.emit(index)

    def current(self) -> int:
        """Which one Enter would choose."""
        return self._current

    def set_current(self, index: int) -> None:
        """Where the keyboard is; chooses nothing."""
        self._current = index % max(1, self._count)
        self.nodes.tell_focus()
        self.update()

    def is_hovered(self, index: int) -> bool:
        """Whether the mouse is over this button, and it is one."""
        return index == self._hovered and self.offers(index)

    def touched(self) -> tuple[int, ...]:
        """The buttons that the mouse or the keyboard's ring is on."""
        hovered = () if self._hovered is None else (self._hovered,)
        return (*hovered, self._current) if self._ring else hovered

    def draw_state(self, painter: QPainter, index: int, colours: Tokens) -> None:
        """A calm ground under the hovered button, a ring around the keyboard's."""
        focused, hovered = self._ring and index == self._current, self.is_hovered(index)
        if not focused and not hovered:
            return
        inside = self.cell(index).adjusted(1, 1, -1, -1)
        painter.setBrush(colours.hover if hovered else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, RING) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inside, CORNER, CORNER)

    def colours(self) -> Tokens:
        """The tokens of the theme that the widget is shown in."""
        return tokens(self.palette())

    def _index_at(self, position: QPointF | QPoint) -> int | None:
        point = QPointF(position)
        return next((i for i in range(self._count) if self.cell(i).contains(point)), None)

    def _hover(self, index: int | None) -> None:
        if index == self._hovered:
            return
        changed, self._hovered = (self._hovered, index), index
        self._point()
        self.tell_hovered()
        for cell in (self.cell(one) for one in changed if one is not None):
            self.update(cell.toAlignedRect())

    def tell_hovered(self) -> None:
        """Say in the status bar what choosing the one under the mouse does, as it is now."""
        words = "" if self._hovered is None else self.words(self._hovered)
        if words != self._said:
            self._said = words
            QApplication.sendEvent(self, QStatusTipEvent(words))

    def _point(self) -> None:
        """A hand over what can be chosen."""
        idle = self._hovered is not None and not self.offers(self._hovered)
        shape = Qt.CursorShape.ArrowCursor if idle else Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Tool tips say what a click does; Enter chooses, whatever the window uses it for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(Qt.Key(event.key()) in CHOOSE)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(event.pos())
            if index is not None:
                area = self.cell(index).toRect()
                QToolTip.showText(event.globalPos(), self.words(index), self, area)
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The button under the mouse shows that it is one."""
        self._hover(self._index_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The button under the mouse shows that it is one."""
        self._hover(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No button is under the mouse."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A choice begins; it counts where the mouse is let go on the same button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._index_at(event.position())
            self._ring = False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the button on which the mouse was pressed and let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._index_at(event.position()):
            self.set_current(pressed)
            self.chosen.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Enter and Space choose; all else goes to the window."""
        key = Qt.Key(event.key())
        if not self._count:
            event.ignore()
            return
        if key in CHOOSE:
            if not event.isAutoRepeat():
                self.chosen.emit(self._current)
            return
        if key in _BACK:
            self.set_current(self._current - 1)
        elif key in _ON:
            self.set_current(self._current + 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if key == Qt.Key.Key_Home else self._count - 1)
        else:
            event.ignore()
            return
        self._ring = True
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        self._ring = event.reason() in KEYBOARD
        self.nodes.tell_focus()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        self._ring = False
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen can be asked for."""
        super().showEvent(event)
        self.nodes.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons are elsewhere."""
        super().resizeEvent(event)
        self.nodes.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font is painted at once."""
        super().changeEvent(event)
        self.update()
