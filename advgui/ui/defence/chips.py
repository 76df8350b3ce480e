"""What stands between image and network, as chips: added, moved, taken out, set by a click."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from advgui.core.defences import DEFENCES, Defence
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.networks.card_text import defence_words
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.flow_layout import FlowLayout
from advgui.ui.widgets.layout import label

_ALT: Final = Qt.KeyboardModifier.AltModifier
_BY: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_TIP: Final = tr("A click sets it; Alt with an arrow key moves it, Del takes it out")


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
        self._flow = FlowLayout(self, across=TIGHT, down=TIGHT)
        self._add = self._make_add()
        self._flow.addWidget(label(tr("Image →"), "caption"))
        self._last = label(tr("→ network"), "caption")
        for widget in (self._add, self._last):
            self._flow.addWidget(widget)

    def _make_add(self) -> QToolButton:
        made, menu = QToolButton(), QMenu(self)
        made.setObjectName("chip-add")
        made.setText(tr("Add…"))
        made.setToolTip(tr("One more defence, the last before the network"))
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
        return made

    def _move(self, place: int, by: int) -> None:
        """The keyboard goes with it."""
        if 0 <= place + by < len(self._chips):
            if self._chips[place].hasFocus():
                self._chips[place + by].setFocus()
            self._controller.move_defence(place, by)


class _Chip(QToolButton):
    """One of them, with a menu of what can be done."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self, place: int, defence: Defence, count: int) -> None:
        super().__init__()
        self.setObjectName(f"chip-{place}")
        self.setText(defence.title)
        self.setAccessibleName(defence_words(defence))
        self.setToolTip(f"{defence_words(defence)}\n{defence.summary}\n{_TIP}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        before = menu.addAction(tr("Toward the image"), lambda: self.moved.emit(-1))
        after = menu.addAction(tr("Toward the network"), lambda: self.moved.emit(1))
        menu.addAction(tr("Take it out"), self.removed.emit)
        before.setEnabled(place > 0)
        after.setEnabled(place < count - 1)
        self.setMenu(menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it, or take it out."""
        by = _BY.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & _ALT:
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
