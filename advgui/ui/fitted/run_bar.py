"""The buttons of a fit, how far it is, and what it came to in words."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from advgui.core.datasets.catalogue import MNIST
from advgui.core.language import tr
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import BUSY, NO_MNIST, bar_words, fit_words
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import follow
from advgui.ui.training.data_dialog import ask_data
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.push_button import push_button
from advgui.ui.widgets.steady_note import SteadyNote

_PARTS: Final = 1000
#: The least width of the progress, as on the other pages.
_LEAST: Final = 28
_NOT_BUSY: Final = tr("Nothing is being learned")


class FitBar(QWidget):
    """Fit, Pause or Resume, Stop and keep, Cancel."""

    def __init__(self, fitter: Fitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fit-bar")
        self._fit = push_button("fit-start", "play", tr("Fit"))
        self._get = push_button("fit-get-data", "open", tr("Get MNIST…"))
        self._hold = push_button("fit-pause", "pause", tr("Resume"))
        self._stop = push_button("fit-stop", "stop", tr("Stop and keep"))
        self._cancel = push_button("fit-cancel", "clear", tr("Cancel"))
        self._progress = ProgressBar("fit-progress", tr("Progress of the fit"))
        self._words = SteadyNote(2, name="fit-words")
        # As wide as its longer word, or the bar would move at every pause.
        follow(self._hold, lambda button: button.setMinimumWidth(button.sizeHint().width()))
        self._progress.setMinimumWidth(_LEAST)
        self._fit.clicked.connect(fitter.fit)
        self._hold.clicked.connect(fitter.pause)
        self._stop.clicked.connect(fitter.stop)
        self._cancel.clicked.connect(fitter.cancel)
        self._get.setToolTip(NO_MNIST)
        self._get.clicked.connect(lambda: ask_data(self, MNIST, fitter.have_mnist))
        bar = row(self._fit, self._get, self._hold, self._stop, self._cancel, self._progress)
        bar.setStretch(5, 1)
        lines = column(self, TIGHT)
        lines.addLayout(bar)
        lines.addWidget(self._words)
        fitter.changed.connect(self.apply)
        self.apply(None, fitter.state)

    def apply(self, old: OneForAll | None, new: OneForAll) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or old.fitting is not new.fitting or old.mnist != new.mnist:
            self._offer(new)
            learning = new.fitting.value
            done = learning.done if learning is not None and new.fitting.busy else 0.0
            self._progress.show_done(round(_PARTS * done), _PARTS, bar_words(new.fitting))
            self._words.set_words(fit_words(new))
            self._progress.setAccessibleDescription(fit_words(new))

    def _offer(self, new: OneForAll) -> None:
        busy, paused = new.fitting.busy, new.fitting.paused
        self._fit.setVisible(new.mnist is not None)
        self._get.setVisible(new.mnist is None)
        _enable(self._fit, tr("Learn it against the network that is chosen now"), _why_not(new))
        hold = tr("Go on learning") if paused else tr("Hold the fit; it costs nothing meanwhile")
        not_busy = "" if busy else _NOT_BUSY
        _enable(self._hold, hold, not_busy)
        _enable(self._stop, tr("Stop now and keep what is learned"), not_busy)
        _enable(self._cancel, tr("Drop it; nothing of it is kept"), not_busy)
        words = tr("Resume") if paused else tr("Pause")
        if self._hold.text() != words:
            self._hold.setText(words)
            set_icon(self._hold, "play" if paused else "pause")


def _why_not(state: OneForAll) -> str:
    """Why nothing can be fitted now; empty where it can."""
    if state.fitting.busy:
        return BUSY
    return NO_MNIST if state.mnist is None else ""


def _enable(button: QPushButton, tip: str, why_not: str) -> None:
    button.setEnabled(not why_not)
    button.setToolTip(why_not or tip)
