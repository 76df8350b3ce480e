"""The buttons of a training, how far it is, and what it came to in words."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.training.state import TrainingState
from advgui.lab.training.text import (
    BUSY,
    NOT_BUSY,
    NOTHING_LEARNED,
    STOPPING,
    bar_words,
    best_words,
    figures_tip,
    lacking_words,
    loss_words,
    quoted,
    result_words,
)
from advgui.lab.worker.words import GO_ON, GO_ON_FIRST
from advgui.ui.theme.tokens import Tokens, tokens
from advgui.ui.training.controller import Trainer
from advgui.ui.widgets.layout import column, label, row
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.widgets.steering import Steering


class TrainBar(QWidget):
    """Train, Pause or Resume, Stop and keep, Cancel; beside them a bar, or what comes after it.

    That stands at the right: a second click on Stop and keep hits nothing.

    Says ``attack_wanted`` and ``save_wanted`` of the network that was trained last.
    """

    attack_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-bar")
        self._trainer = trainer
        self._train = push_button("train-start", "play", tr("Train"))
        self._steering = Steering("train", tr("Progress of the training"))
        self._attack = push_button("train-attack", "attack", tr("Attack it"))
        self._save = push_button("train-save", "save", tr("Save…"))
        self._best = push_button("train-best", "save", "")
        self._results = QWidget()
        self._stack = QStackedWidget()
        self._line = StateLine()
        self._set_up()
        self._lay_out()
        trainer.changed.connect(self.apply)
        self.apply(None, trainer.state)

    def _set_up(self) -> None:
        self._train.setDefault(True)
        self._attack.clicked.connect(lambda: self.attack_wanted.emit(self._trained()))
        self._save.clicked.connect(lambda: self.save_wanted.emit(self._trained()))
        self._best.clicked.connect(self._trainer.keep_best)
        self._train.clicked.connect(self._trainer.train)
        self._steering.held.connect(self._hold_or_go_on)
        self._steering.stopped.connect(self._trainer.stop)
        self._steering.cancelled.connect(self._drop)

    def _lay_out(self) -> None:
        self._results.setLayout(row(1, self._best, self._attack, self._save))
        for page in (self._steering, self._results):
            self._stack.addWidget(page)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = column(self)
        line = row(self._train, self._stack)
        line.setStretch(1, 1)
        lines.addLayout(line)
        lines.addWidget(self._line)

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        enable(self._train, tr("Train a network as it is chosen above"), _why_not_train(new))
        self._offer_steering(new)
        self._offer(self._trained())
        self._offer_best(new)
        self._show_training()

    def _offer_steering(self, new: TrainingState) -> None:
        training, paused = new.training, _is_paused(new)
        hold = tr("Go on training") if paused else tr("Hold the training")
        not_busy = "" if new.busy else NOT_BUSY
        stopping = STOPPING if training is not None and training.stopped else ""
        self._steering.offer_hold(hold, not_busy or stopping, paused=paused, words=_hold_words(new))
        keep = tr("Stop the training now and keep what the network has learned")
        self._steering.offer_stop(keep, _why_not_stop(new))
        self._steering.offer_cancel(tr("Drop the training; nothing of it is kept"), not_busy)

    def _offer(self, network: Network | None) -> None:
        """What can be done with the network that was trained last, named."""
        self._stack.setCurrentIndex(0 if network is None else 1)
        if network is not None:
            self._attack.setToolTip(
                tr("Attack the drawing on {network}").format(network=quoted(network))
            )
            self._save.setToolTip(tr("Save {network} to a file").format(network=quoted(network)))

    def _offer_best(self, new: TrainingState) -> None:
        training = new.training
        best = None if training is None else training.best
        self._best.setVisible(best is not None)
        if training is not None and best is not None:
            words, why = best_words(best, training.request.plan)
            self._best.setText(words)
            self._best.setToolTip(why)

    def _trained(self) -> Network | None:
        training = self._trainer.state.training
        return None if training is None else training.network

    def _drop(self) -> None:
        """Drop the training; what took long to learn is asked about first."""
        trainer = self._trainer
        training = trainer.state.training
        words = "" if training is None else loss_words(training)
        if not words:
            trainer.cancel()
            return
        answers = [
            Answer("train-drop-keep", tr("Stop and keep"), trainer.stop, usual=True),
            Answer("train-drop-all", tr("Drop it"), trainer.cancel),
            Answer("train-drop-not", tr("Go on training")),
        ]
        if training is not None and training.broken_off:
            answers = [
                Answer("train-drop-all", tr("Drop it"), trainer.cancel),
                Answer("train-drop-not", tr("Leave it"), usual=True),
            ]
        ask(self, "train-drop", words, *answers)

    def _hold_or_go_on(self) -> None:
        if _is_paused(self._trainer.state):
            self._trainer.resume()
        else:
            self._trainer.pause()

    def _show_training(self) -> None:
        training = self._trainer.state.training
        self._line.show_training(training, differs=self._trainer.state.differs)
        share = 0.0 if training is None else _share(training)
        words = "" if training is None else bar_words(training)
        self._steering.show_done(share, words, self._line.words())


class StateLine(QWidget):
    """What happens, or what came of it, in a colour that goes with it."""

    def __init__(self) -> None:
        super().__init__()
        self._phase = ""
        self._words = label(name="train-state")
        self._words.setWordWrap(True)
        column(self).addWidget(self._words)

    def show_training(self, training: ShownTraining | None, *, differs: bool) -> None:
        """Write how far it is, and of which network where another is chosen now."""
        self._phase = "" if training is None else training.phase
        self._words.setText("" if training is None else result_words(training, differs=differs))
        self._words.setToolTip("" if training is None else figures_tip(training))
        self._colour()

    def words(self) -> str:
        """What is written."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, _colour(self._phase, tokens(palette)))
        self._words.setPalette(palette)


def _hold_words(state: TrainingState) -> str:
    """What holding it, or going on, is called."""
    if state.training is not None and state.training.broken_off and state.busy:
        return GO_ON
    return tr("Resume") if _is_paused(state) else tr("Pause")


def _why_not_train(state: TrainingState) -> str:
    """Why none can begin now; empty where one can."""
    if state.busy:
        return BUSY
    return "" if state.lacking is None else lacking_words(state.lacking)


def _why_not_stop(state: TrainingState) -> str:
    """Why there is nothing to be ended with something to keep; empty where there is."""
    training = state.training
    if training is None or not training.busy:
        return NOT_BUSY
    if training.broken_off:
        return GO_ON_FIRST
    if training.stopped:
        return STOPPING
    return "" if training.stoppable else NOTHING_LEARNED


def _is_paused(state: TrainingState) -> bool:
    return state.training is not None and state.training.phase == "paused"


def _share(training: ShownTraining) -> float:
    """How much of the bar is full."""
    return training.done if training.busy else 0.0


def _colour(phase: str, colours: Tokens) -> QColor:
    known = {
        "running": colours.prediction_text,
        "paused": colours.goal_text,
        "finished": colours.restored_text,
        "failed": colours.fooled_text,
        "cancelled": colours.muted,
    }
    return known.get(phase, colours.text)
