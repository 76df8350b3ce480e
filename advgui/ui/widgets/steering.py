"""The row that steers a long job: hold it or go on, stop and keep, cancel, and how far it is."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.layout import row
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.push_button import enable, push_button

_PARTS: Final = 1000
#: The least width of the progress, in pixels: it says little then, but is no dot.
_LEAST: Final = 28


class Steering(QWidget):
    """Its buttons are called by the job: ``fit-pause``, ``fit-stop``, ``fit-cancel``.

    Each is offered with what it does, or with why it can do nothing now.
    """

    held = Signal()
    stopped = Signal()
    cancelled = Signal()

    def __init__(self, job: str, progress: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hold = push_button(f"{job}-pause", "pause", tr("Resume"))
        self._stop = push_button(f"{job}-stop", "stop", tr("Stop and keep"))
        self._cancel = push_button(f"{job}-cancel", "clear", tr("Cancel", "what is being made"))
        self._progress = ProgressBar(f"{job}-progress", progress)
        # As wide as its longer word, or the bar would move at every pause.
        follow(self._hold, lambda button: button.setMinimumWidth(button.sizeHint().width()))
        self._progress.setMinimumWidth(_LEAST)
        line = row(self._hold, self._stop, self._cancel, self._progress)
        line.setStretch(3, 1)
        self.setLayout(line)
        self._hold.clicked.connect(self.held)
        self._stop.clicked.connect(self.stopped)
        self._cancel.clicked.connect(self.cancelled)

    def offer_hold(self, tip: str, why_not: str, *, paused: bool, words: str = "") -> None:
        """To hold it, or go on with what is paused, in these words where they are others."""
        enable(self._hold, tip, why_not)
        words = words or (tr("Resume") if paused else tr("Pause"))
        if self._hold.text() != words:
            self._hold.setText(words)
            set_icon(self._hold, "play" if paused else "pause")

    def offer_stop(self, tip: str, why_not: str) -> None:
        """To end it now, with what there is."""
        enable(self._stop, tip, why_not)

    def offer_cancel(self, tip: str, why_not: str) -> None:
        """To drop it."""
        enable(self._cancel, tip, why_not)

    def show_done(self, share: float, words: str, described: str) -> None:
        """Which share of it is done, in [0, 1], in words on the bar and in a whole sentence."""
        self._progress.show_done(round(_PARTS * share), _PARTS, words)
        self._progress.setAccessibleDescription(described)
