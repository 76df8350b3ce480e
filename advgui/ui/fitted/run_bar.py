"""The buttons of a fit, how far it is, and what it came to in words."""

from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.core.datasets.catalogue import MNIST
from advgui.core.language import tr
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import BUSY, NO_MNIST, bar_words, fit_words
from advgui.lab.worker.words import GO_ON, GO_ON_FIRST
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.training.data_dialog import ask_data
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.steady_note import SteadyNote
from advgui.ui.widgets.steering import Steering

_NOT_BUSY: Final = tr("Nothing is being learned")


class FitBar(QWidget):
    """Fit, Pause or Resume, Stop and keep, Cancel."""

    def __init__(self, fitter: Fitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fit-bar")
        self._fit = push_button("fit-start", "play", tr("Fit"))
        self._get = push_button("fit-get-data", "open", tr("Get MNIST…"))
        self._steering = Steering("fit", tr("Progress of the fit"))
        self._words = SteadyNote(2, name="fit-words")
        self._fit.clicked.connect(fitter.fit)
        self._steering.held.connect(fitter.pause)
        self._steering.stopped.connect(fitter.stop)
        self._steering.cancelled.connect(fitter.cancel)
        self._get.setToolTip(NO_MNIST)
        self._get.clicked.connect(lambda: ask_data(self, MNIST, fitter.have_mnist))
        bar = row(self._fit, self._get, self._steering)
        bar.setStretch(2, 1)
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
            self._words.set_words(fit_words(new))
            self._steering.show_done(done, bar_words(new.fitting), fit_words(new))

    def _offer(self, new: OneForAll) -> None:
        fitting = new.fitting
        paused, not_busy = fitting.paused, "" if fitting.busy else _NOT_BUSY
        words = GO_ON if fitting.broken_off else ""
        too_early = not_busy or (GO_ON_FIRST if fitting.broken_off else "")
        self._fit.setVisible(new.mnist is not None)
        self._get.setVisible(new.mnist is None)
        enable(self._fit, tr("Learn it against the network that is chosen now"), _why_not(new))
        hold = tr("Go on learning") if paused else tr("Hold the fit; it costs nothing meanwhile")
        self._steering.offer_hold(hold, not_busy, paused=paused, words=words)
        self._steering.offer_stop(tr("Stop now and keep what is learned"), too_early)
        self._steering.offer_cancel(tr("Drop it; nothing of it is kept"), not_busy)


def _why_not(state: OneForAll) -> str:
    """Why nothing can be fitted now; empty where it can."""
    if state.fitting.busy:
        return BUSY
    return NO_MNIST if state.mnist is None else ""
