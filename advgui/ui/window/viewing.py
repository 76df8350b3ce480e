"""How the window is looked at: the size of its text, the full screen, and both for a projector."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from advgui.core.language import tr
from advgui.ui.theme.zoom import PERCENTS, USUAL, Zoom

_FULL: Final = Qt.WindowState.WindowFullScreen
_PLUS: Final = QKeySequence("Ctrl++")


class Viewing(QObject):
    """Actions that make text larger or smaller, and fill the screen.

    What is set for a projector is for as long as it is checked: the size chosen before comes back.
    """

    def __init__(self, window: QMainWindow, zoom: Zoom) -> None:
        super().__init__(window)
        self.setObjectName("viewing")
        self._window, self._zoom = window, zoom
        key = QKeySequence.StandardKey
        self.larger = self._made(
            "zoom-in", tr("Text &larger"), tr("Make all text larger"), key.ZoomIn
        )
        self.smaller = self._made(
            "zoom-out", tr("Text s&maller"), tr("Make all text smaller"), key.ZoomOut
        )
        self.usual = self._made(
            "zoom-usual",
            tr("Text &as usual"),
            tr("Make all text as large as the system has it"),
            "Ctrl+0",
        )
        self.full = self._made(
            "full-screen", tr("F&ull screen"), tr("Fill the screen; Esc or F11 comes back"), "F11"
        )
        self.projector = self._made(
            "projector",
            tr("For a &projector"),
            tr("Large text on the full screen, for a room"),
            "Ctrl+F11",
        )
        self._connect()
        self._offer()

    @property
    def actions_(self) -> tuple[QAction, ...]:
        """For a menu, in its order."""
        return self.larger, self.smaller, self.usual, self.full, self.projector

    def _made(
        self, name: str, words: str, tip: str, keys: QKeySequence.StandardKey | str
    ) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(name)
        action.setStatusTip(tip)
        action.setToolTip(tip)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        else:
            action.setShortcuts(_with_plain_plus(QKeySequence.keyBindings(keys)))
        self._window.addAction(action)
        return action

    def _connect(self) -> None:
        self.larger.triggered.connect(lambda: self._zoom.step(1))
        self.smaller.triggered.connect(lambda: self._zoom.step(-1))
        self.usual.triggered.connect(lambda: self._zoom.set_percent(USUAL))
        for action in (self.full, self.projector):
            action.setCheckable(True)
        self.full.triggered.connect(self._fill_screen)
        self.projector.triggered.connect(self._project)
        self._zoom.changed.connect(self._offer)

    def open_in_a_frame(self) -> None:
        """Whoever left a full screen finds a window with a frame at the next start."""
        if self._window.isFullScreen():
            self._window.setWindowState(self._window.windowState() & ~_FULL)

    def leave_full_screen(self) -> None:
        """Come back to the window as it was, and to its text."""
        self._fill_screen(False)

    def look_again(self) -> None:
        """The window manager may fill the screen, too, or end it."""
        self.full.setChecked(self._window.isFullScreen())

    def _fill_screen(self, on: bool) -> None:
        state = self._window.windowState()
        self._window.setWindowState(state | _FULL if on else state & ~_FULL)
        if not on:
            self._zoom.set_projecting(False)
        self._offer()

    def _project(self, on: bool) -> None:
        self._zoom.set_projecting(on)
        self._fill_screen(on)

    def _offer(self) -> None:
        """What can be done now."""
        percent = self._zoom.percent
        self.larger.setEnabled(percent < PERCENTS[-1])
        self.smaller.setEnabled(percent > PERCENTS[0])
        self.usual.setEnabled(percent != USUAL)
        self.look_again()
        self.projector.setChecked(self._zoom.projecting)


def _with_plain_plus(keys: list[QKeySequence]) -> list[QKeySequence]:
    """Where plus is above another sign, it is pressed without Shift by most."""
    return [*keys, QKeySequence("Ctrl+=")] if _PLUS in keys else keys
