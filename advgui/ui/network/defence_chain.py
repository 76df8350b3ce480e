"""The chain of defences in a dialog: which there are, in which order, and how each is set."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from advgui.core.defences import DEFENCES
from advgui.core.language import tr
from advgui.core.parameters import Value, parameter_table
from advgui.lab.attack.state import LabState
from advgui.lab.networks.card_text import defence_words
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LARGE, SMALL
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.layout import Note, column, row
from advgui.ui.widgets.parameter_panel import ParameterPanel
from advgui.ui.widgets.scroll_area import ScrollArea

_SIZE: Final = (520, 420)
#: Room for the frame and the title on a low screen.
_FRAME: Final = QSize(8, 42)
_LIST_HEIGHT: Final = 132
#: What a form is scrolled in where the screen is low.
_FORM_HEIGHT: Final = 120
_NOTHING: Final = tr(
    "The network stands behind nothing. Add a defence: the first is given the image."
)


class DefenceChain(QDialog):
    """It stays open beside the window, whose drawing, bars and pages follow every change."""

    def __init__(self, controller: Controller, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._list = QListWidget()
        self._add, self._remove = _button("add", tr("Add")), _button("remove", tr("Remove"))
        self._up, self._down = _button("up", tr("Up")), _button("down", tr("Down"))
        self._about = Note(name="chain-about")
        self._form = ParameterPanel(
            "chain-parameters", tr("Parameters of the defence"), explained=True
        )
        self._shown: tuple[int, str] = (-1, "")
        self.setObjectName("defence-chain")
        self.setWindowTitle(tr("Behind which defences"))
        self._lay_out()
        self._connect(parent.window())

    def _lay_out(self) -> None:
        self._list.setObjectName("chain")
        self._list.setAccessibleName(tr("Defences, the first of which is given the image"))
        follow(self._list, lambda listed: listed.setFixedHeight(zoomed(_LIST_HEIGHT)))
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = column()
        for button in (self._add, self._remove, self._up, self._down):
            buttons.addWidget(button)
        buttons.addStretch()
        above = row(self._list, buttons)
        above.setStretch(0, 1)
        closing = QDialogButtonBox()
        closing.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        closing.rejected.connect(self.close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        lines.setSpacing(SMALL)
        lines.addLayout(above)
        lines.addWidget(ScrollArea(self._below(), least=_FORM_HEIGHT), 1)
        lines.addWidget(closing)
        room = self.screen().availableSize() - _FRAME
        self.resize(QSize(*map(zoomed, _SIZE)).boundedTo(room))

    def _below(self) -> QWidget:
        """What is told of the one that is chosen, and its form."""
        below = QWidget()
        lines = column(below)
        lines.addWidget(self._about)
        lines.addWidget(self._form)
        lines.addStretch()
        return below

    def _connect(self, window: QWidget) -> None:
        controller, menu = self._controller, QMenu(self._add)
        for name, defence in DEFENCES.items():
            action = menu.addAction(defence.title, partial(self._added, name))
            action.setToolTip(defence.summary)
        menu.setToolTipsVisible(True)
        self._add.setMenu(menu)
        self._remove.clicked.connect(lambda: controller.remove_defence(self._place))
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._list.currentRowChanged.connect(lambda _: self._show_one(controller.state))
        self._form.changed.connect(self._set)
        controller.watch(self.apply)
        window.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """The chain as it is now."""
        super().showEvent(event)
        self.apply(None, self._controller.state)

    def show_at(self, place: int) -> None:
        """Open it at one of the chain."""
        self.show()
        self._list.setCurrentRow(place)
        self.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It goes with the window beside which it stands."""
        if event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)

    @property
    def _place(self) -> int:
        return self._list.currentRow()

    def _added(self, name: str) -> None:
        self._controller.add_defence(name)
        self._list.setCurrentRow(self._list.count() - 1)

    def _move(self, by: int) -> None:
        place = self._place
        self._controller.move_defence(place, by)
        self._list.setCurrentRow(min(max(place + by, 0), self._list.count() - 1))

    def _set(self, name: str, value: Value) -> None:
        self._controller.set_defence_parameter(self._place, name, value)
        self.apply(None, self._controller.state)  # what was refused is shown as it is

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if not self.isVisible() or (old is not None and old.network is new.network):
            return
        words = [f"{place}. {defence_words(one)}" for place, one in enumerate(new.defences, 1)]
        place = min(max(self._place, 0), len(words) - 1)
        with QSignalBlocker(self._list):
            self._list.clear()
            self._list.addItems(words)
            self._list.setCurrentRow(place)
        self._show_one(new)

    def _show_one(self, state: LabState) -> None:
        """The form of the one that is chosen, and what can be done with it."""
        place, defences = self._place, state.defences
        there = 0 <= place < len(defences)
        for button, possible in (
            (self._remove, there),
            (self._up, place > 0),
            (self._down, there and place < len(defences) - 1),
        ):
            button.setEnabled(possible)
        one = defences[place] if there else None
        self._about.setText(f"{one.summary} {one.source}." if one else _NOTHING)
        shown = (place, one.name if one else "")
        if shown != self._shown:
            self._form.set_table(parameter_table(one) if one else (), {})
            self._shown = shown
        if one is not None:
            self._form.set_values(one.settings)


def _button(name: str, words: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(f"chain-{name}")
    made.setAutoDefault(False)
    return made
