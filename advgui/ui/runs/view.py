"""The tab of the runs: their cards, what can be done with them, and words where there are none."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from advgui.core.language import tr
from advgui.lab.attack import forking, going_back
from advgui.lab.attack.run_words import NO_RUNS
from advgui.lab.attack.state import LabState
from advgui.lab.runs.runs import PINS
from advgui.ui.runs.comparison import RunComparison
from advgui.ui.runs.deletion_note import DeletionNote
from advgui.ui.runs.run_actions import UNPIN, RunActions
from advgui.ui.runs.tray import RunTray
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.flow_layout import FlowLayout
from advgui.ui.widgets.layout import Note, column

_CHOOSE = tr("Choose a run first.")
_NO_PAIR = tr("Choose two runs first (Ctrl+click): click one, and the other while you hold Ctrl.")
_TOO_MANY = tr("Two runs can be pinned at most: choose one or two.")


class RunsView(QWidget):
    """The tray with its buttons; ``exported`` is said of a picture or a file of a plot."""

    exported = Signal(object)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs")
        self._controller = controller
        self.tray = RunTray()
        self._note = DeletionNote()
        self._comparison: RunComparison | None = None
        self._actions = RunActions(
            self.tray,
            {
                "back": self._go_back,
                "fork": self._fork,
                "continue": self._continue,
                "sheet": self._send_to_sheet,
                "pin": self._pin,
                "compare": self._compare,
                "delete": self._delete,
            },
        )
        self._lay_out()
        self._connect()
        self.apply(None, controller.state)

    def _lay_out(self) -> None:
        self._bar = QWidget()
        flow = FlowLayout(self._bar, across=TIGHT, down=0)
        for button in self._actions.buttons():
            flow.addWidget(button)
        self._stack = QStackedLayout()
        self._empty = Note(NO_RUNS, name="no-runs")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.tray)
        lines = column(self, TIGHT)
        lines.addWidget(self._bar)
        lines.addLayout(self._stack, 1)
        lines.addWidget(self._note)

    def _connect(self) -> None:
        self.tray.wanted.connect(self._show)
        self.tray.changed.connect(self._offer)
        self.tray.customContextMenuRequested.connect(self._open_menu)
        self._note.undo_wanted.connect(self._undo)
        self._note.accepted.connect(self._accept)
        self._controller.watch(self.apply)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is not None and not _concerned(old, new):
            return
        self.tray.set_runs(new.runs, new.run)
        if old is None or old.runs is not new.runs:
            gone = new.runs.deleted
            self._note.tell(going_back.deleted_words(gone) if gone else "")
            self._stack.setCurrentWidget(self.tray if len(new.runs) else self._empty)
            self._bar.setVisible(bool(len(new.runs)))
        self._offer()

    def _offer(self) -> None:
        """What can be done with what is chosen, and why not."""
        state, row = self._controller.state, self.tray.current
        nothing = "" if row is not None else _CHOOSE
        self._actions.offer("back", nothing or going_back.why_not_back(state))
        begun = nothing if row is None else forking.why_not_forked(state, row.kept.number)
        self._actions.offer("fork", begun)
        self._actions.offer("continue", begun)
        self._actions.offer("sheet", nothing)
        chosen = self.tray.chosen
        self._actions.offer("delete", "" if chosen else _CHOOSE)
        many = _TOO_MANY if len(chosen) > PINS else ""
        pinned = bool(chosen) and chosen <= set(state.runs.pins)
        self._actions.offer("pin", many if chosen else _CHOOSE, UNPIN if pinned else "")
        two = PINS in (len(chosen), len(state.runs.pinned))
        self._actions.offer("compare", "" if two else _NO_PAIR)

    # What the actions do

    def _show(self, number: int, lane: int | None) -> None:
        self._controller.go(going_back.back(self._controller.state, number, lane), soon=True)

    def _go_back(self) -> None:
        row = self.tray.current
        if row is not None:
            self._show(row.kept.number, row.lane)

    def _fork(self) -> None:
        row, state = self.tray.current, self._controller.state
        if row is not None:
            self._controller.go(forking.forked(state, row.kept.number, row.lane))

    def _continue(self) -> None:
        row, state = self.tray.current, self._controller.state
        if row is not None:
            self._controller.go(forking.continued(state, row.kept.number))

    def _send_to_sheet(self) -> None:
        row, state = self.tray.current, self._controller.state
        if row is not None:
            self._controller.go(going_back.sent_to_sheet(state, row.kept.number, row.lane))

    def _pin(self) -> None:
        self._controller.go(going_back.pinned(self._controller.state, *sorted(self.tray.chosen)))

    def _compare(self) -> None:
        """Two runs in a window of their own, which stays while one goes on.

        They are the two that are chosen, or else the pinned ones; what is pinned stays as it is.
        """
        self.close_comparison()
        pair = going_back.pair(self._controller.state, self.tray.chosen)
        if len(pair) != PINS:
            return  # their key was pressed where the action is not offered
        self._comparison = shown = RunComparison(self.window())
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.finished.connect(self._forget)
        shown.exported.connect(self.exported)
        shown.show_pair(*pair)
        shown.show()

    def close_comparison(self) -> None:
        """Close the window of two runs, if it is open."""
        shown, self._comparison = self._comparison, None
        if shown is not None:
            shown.finished.disconnect(self._forget)
            shown.close()

    def _forget(self) -> None:
        self._comparison = None

    def _delete(self) -> None:
        self._controller.go(going_back.deleted(self._controller.state, self.tray.chosen))

    def _undo(self) -> None:
        self._controller.go(going_back.undone_deletion(self._controller.state))

    def _accept(self) -> None:
        self._controller.go(going_back.deletion_accepted(self._controller.state))

    def _open_menu(self, place: QPoint) -> None:
        """What can be done, where the mouse is."""
        menu = QMenu(self)
        menu.setObjectName("run-menu")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions(list(self._actions.all))
        menu.popup(self.tray.viewport().mapToGlobal(place))


def _concerned(old: LabState, new: LabState) -> bool:
    """Whether anything has changed that cards or their actions depend on."""
    return (
        old.runs is not new.runs
        or old.run is not new.run
        or old.attack_name != new.attack_name
        or old.network is not new.network
        or old.image is not new.image
    )
