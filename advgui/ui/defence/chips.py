"""What stands between image and network, as chips: added, moved, taken out, set by a click."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from advgui.core.defences import DEFENCES, Defence
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.networks.card_text import defence_words
from advgui.ui.defence.chip_order import DropLine, by_drop, gap_at, line_at
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.flow_layout import FlowLayout
from advgui.ui.widgets.layout import label

_ALT: Final = Qt.KeyboardModifier.AltModifier
_BY: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TIP: Final = tr("A click sets it; the mouse, or Alt with an arrow key, moves it; Del takes it out")


class DefenceChips(QWidget):
    """From the image to the network, a chip each; says ``edit_wanted`` with a place."""

    edit_wanted = Signal(int)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.setObjectName("defence-chips")
        self.setAccessibleName(tr("Defences between the image and the network"))
        self._controller = controller
        self._chips: list[_Chip] = []
        self._shown: tuple[Defence, ...] = ()
        self._line = DropLine(self)
        self._flow = FlowLayout(self, across=TIGHT, down=TIGHT)
        self._add = self._make_add()
        self._flow.addWidget(label(tr("Image →"), "caption"))
        self._last = label(tr("→ network"), "caption")
        for widget in (self._add, self._last):
            self._flow.addWidget(widget)

    def _make_add(self) -> QToolButton:
        made, menu = QToolButton(), QMenu(self)
        made.setObjectName("chip-add")
        made.setText(tr("Add a defence…"))
        made.setToolTip(
            tr("One more defence, the last before the network, as at “Behind” below its name")
        )
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        menu.setToolTipsVisible(True)
        for name, defence in DEFENCES.items():
            action = menu.addAction(defence.title, partial(self._controller.add_defence, name))
            action.setObjectName(f"chip-add-{name}")
            action.setToolTip(defence.summary)
        return made

    def apply(self, state: LabState) -> None:
        """Show the chain as it is; the keyboard stays on the place where it was."""
        if state.defences == self._shown:
            return
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._shown = state.defences
        self._line.hide()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for widget in (self._add, self._last):
            self._flow.removeWidget(widget)
        self._chips = [self._chip(at, one) for at, one in enumerate(state.defences)]
        behind: tuple[QWidget, ...] = (*self._chips, self._add, self._last)
        for one in behind:
            self._flow.addWidget(one)
        if focused is not None:
            kept = self._chips[min(focused, len(self._chips) - 1)] if self._chips else self._add
            kept.setFocus()

    def _chip(self, place: int, defence: Defence) -> "_Chip":
        made = _Chip(place, defence, len(self._shown))
        made.clicked.connect(lambda: self.edit_wanted.emit(place))
        made.removed.connect(lambda: self._controller.remove_defence(place))
        made.moved.connect(lambda by: self._move(place, by))
        made.dragged.connect(lambda to: self._drag(place, to))
        made.dropped.connect(lambda to: self._move(place, self._by(place, to)))
        made.lifted_off.connect(self._line.hide)
        return made

    def _by(self, place: int, to: QPoint) -> int:
        return by_drop(place, gap_at([chip.geometry() for chip in self._chips], to))

    def _drag(self, place: int, to: QPoint) -> None:
        """A line where it would be put down; none where it stands already."""
        if not self._by(place, to):
            self._line.hide()
            return
        chips = [chip.geometry() for chip in self._chips]
        self._line.show_at(line_at(chips, gap_at(chips, to), to))

    def _move(self, place: int, by: int) -> None:
        """The keyboard goes with it."""
        if by and 0 <= place + by < len(self._chips):
            if self._chips[place].hasFocus():
                self._chips[place + by].setFocus()
            self._controller.move_defence(place, by)


class _Chip(QToolButton):
    """One of them, with a menu of what can be done.

    Says ``dragged`` and at last ``dropped`` with a place in its parent, ``lifted_off`` once
    nothing is dragged.
    """

    removed = Signal()
    moved = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    lifted_off = Signal()

    def __init__(self, place: int, defence: Defence, count: int) -> None:
        super().__init__()
        self.setObjectName(f"chip-{place}")
        self.setText(defence.title)
        self.setAccessibleName(defence_words(defence))
        self.setToolTip(f"{defence_words(defence)}\n{defence.summary}\n{_TIP}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._from: QPoint | None = None
        self._dragging = False
        menu = QMenu(self)
        before = menu.addAction(tr("Toward the image"), lambda: self.moved.emit(-1))
        after = menu.addAction(tr("Toward the network"), lambda: self.moved.emit(1))
        menu.addAction(tr("Take it out"), self.removed.emit)
        before.setEnabled(place > 0)
        after.setEnabled(place < count - 1)
        self.setMenu(menu)

    def event(self, event: QEvent) -> bool:
        """Its keys are not the window's, which go from run to run."""
        key = event if isinstance(event, QKeyEvent) else None
        if key is None or key.type() != QEvent.Type.ShortcutOverride or not self._takes(key):
            return super().event(event)
        key.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it, take it out, or leave it where it was dragged from."""
        by = self._by(event)
        if self._dragging and _escapes(event):
            self._let_go()
        elif by is not None:
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, or the beginning of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Farther than a hand trembles, it is dragged."""
        place = event.position().toPoint()
        if self._from is not None and not self._dragging:
            far = (place - self._from).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.mapToParent(place))
        elif self._from is not None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down; else it was a click."""
        dragged = self._dragging
        self._let_go()
        if dragged:
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self._from = None
        if self._dragging:
            self._dragging = False
            self.setDown(False)
            self.unsetCursor()
            self.lifted_off.emit()

    def _takes(self, event: QKeyEvent) -> bool:
        return self._by(event) is not None or (self._dragging and _escapes(event))

    def _by(self, event: QKeyEvent) -> int | None:
        """Where a key moves it."""
        alt = event.modifiers() & _ALT
        return _BY.get(Qt.Key(event.key())) if alt else None


def _escapes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
