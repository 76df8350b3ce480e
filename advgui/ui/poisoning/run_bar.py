"""The buttons of a poisoned training, how far it is, and what came of it in words."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from advgui.core.datasets.catalogue import MNIST
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.poisoning.job import has_learned
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import (
    NO_MNIST,
    NOT_TRAINED,
    bar_words,
    job_words,
    share_done,
)
from advgui.lab.training.text import NOT_BUSY, NOTHING_LEARNED
from advgui.lab.worker.words import GO_ON, GO_ON_FIRST
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.training.data_dialog import ask_data
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.steady_note import SteadyNote
from advgui.ui.widgets.steering import Steering

_OFFER: Final = tr("Offer it in the list of networks, named as poisoned")
_OFFER_BOTH: Final = tr("Offer both in the list of networks, named as poisoned and as retrained")
_SAVE: Final = tr("Save it to a file; its card says that it is poisoned")
_SAVE_ANEW: Final = tr("Save the retrained network to a file; its card says how it was made")


class PoisonBar(QWidget):
    """Poison and train, Pause or Resume, Stop and keep, Cancel; then what is done with it.

    Says ``offer_wanted`` of the poisoned network and of the one that was trained anew, and
    ``save_wanted`` of the newer one.
    """

    offer_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, poisoner: Poisoner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("poison-bar")
        self._poisoner = poisoner
        self._start = push_button("poison-start", "play", tr("Poison and train"))
        self._get = push_button("poison-get-data", "open", tr("Get MNIST…"))
        self._steering = Steering("poison", tr("Progress of the training"))
        self._offer = push_button("poison-offer", "new", tr("Add to the networks"))
        self._save = push_button("poison-save", "save-network", tr("Save…"))
        self._words = SteadyNote(3, name="poison-words")
        self._stack = QStackedWidget()
        self._set_up()
        self._lay_out()
        poisoner.changed.connect(self.apply)
        self.apply(None, poisoner.state)

    def _set_up(self) -> None:
        self._get.setToolTip(NO_MNIST)
        self._get.clicked.connect(lambda: ask_data(self, MNIST, self._poisoner.have_mnist))
        self._start.clicked.connect(self._poisoner.train)
        self._steering.held.connect(self._poisoner.pause)
        self._steering.stopped.connect(self._poisoner.stop)
        self._steering.cancelled.connect(self._poisoner.cancel)
        self._offer.clicked.connect(self._offer_all)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._networks()[-1]))

    def _lay_out(self) -> None:
        results = QWidget()
        results.setLayout(row(1, self._offer, self._save))
        self._stack.addWidget(self._steering)
        self._stack.addWidget(results)
        bar = row(self._start, self._get, self._stack)
        bar.setStretch(2, 1)
        lines = column(self, TIGHT)
        lines.addLayout(bar)
        lines.addWidget(self._words)

    def set_wide(self, wide: bool) -> None:
        """Where it is wide its words need fewer lines."""
        self._words.set_lines(2 if wide else 3)

    def _networks(self) -> tuple[Network, ...]:
        outcome = self._poisoner.state.outcome
        return () if outcome is None else outcome.networks

    def _offer_all(self) -> None:
        for network in self._networks():
            self.offer_wanted.emit(network)

    def apply(self, old: PoisonPageState | None, new: PoisonPageState) -> None:
        """Show what has changed from the old state to the new one."""
        self._offer_training(new)
        self._offer_results(new)
        busy, said = new.job.busy, self._said(new)
        self._stack.setCurrentIndex(1 if new.outcome is not None and not busy else 0)
        self._steering.show_done(share_done(new.job), bar_words(new.job), said)
        self._words.set_words(NO_MNIST if new.mnist is None and new.job.phase == "none" else said)

    def _said(self, new: PoisonPageState) -> str:
        return job_words(new.job, differs=new.differs, seconds=self._poisoner.seconds)

    def _offer_training(self, new: PoisonPageState) -> None:
        job, begin = new.job, tr("Poison the training set, and train both beside the window")
        self._start.setVisible(new.mnist is not None)
        self._get.setVisible(new.mnist is None)
        enable(self._start, begin, new.why_not)
        not_busy = "" if job.busy else NOT_BUSY
        hold = tr("Hold the training; it costs nothing meanwhile")
        hold = tr("Go on training") if job.paused else hold
        words = GO_ON if job.broken_off else ""
        self._steering.offer_hold(hold, not_busy, paused=job.paused, words=words)
        too_early = not_busy or ("" if has_learned(job) else NOTHING_LEARNED)
        too_early = GO_ON_FIRST if job.broken_off else too_early
        self._steering.offer_stop(tr("Stop now and measure what was learned"), too_early)
        self._steering.offer_cancel(tr("Drop it; nothing of it is kept"), not_busy)

    def _offer_results(self, new: PoisonPageState) -> None:
        no_network = "" if new.outcome is not None else NOT_TRAINED
        both = new.outcome is not None and new.outcome.retrained is not None
        enable(self._offer, _OFFER_BOTH if both else _OFFER, no_network)
        enable(self._save, _SAVE_ANEW if both else _SAVE, no_network)
