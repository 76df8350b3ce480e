"""The page on which a user trains a network of their own."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from advgui.core.errors import DatasetError
from advgui.core.language import tr
from advgui.lab.training.state import TrainingState
from advgui.lab.training.text import get_words, lacking_words, needs_data
from advgui.ui.training.confusion_view import ConfusionView
from advgui.ui.training.controller import Trainer
from advgui.ui.training.data_card import DataCard
from advgui.ui.training.data_dialog import ask_data
from advgui.ui.training.history import TrainingHistory
from advgui.ui.training.masked_table import MaskedTable
from advgui.ui.training.run_bar import TrainBar
from advgui.ui.training.settings import TrainSettings
from advgui.ui.widgets.dialogs import show_error
from advgui.ui.widgets.file_dialogs import ask_data_folder
from advgui.ui.widgets.layout import column, heading, row
from advgui.ui.widgets.scroll_area import ScrollArea

#: Pixels of a table in a low window, which is scrolled there.
_TABLE: Final = 112
#: As wide as that is where it is scrolled to the side, too.
_MATRIX: Final = 240


class TrainPage(QWidget):
    """Choices, buttons, curves, and what can be done with the network at the end.

    Says ``save_wanted`` and ``attack_wanted`` of the network that was trained last.
    """

    save_wanted = Signal(object)
    attack_wanted = Signal(object)

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-page")
        self._trainer = trainer
        self.settings = TrainSettings(trainer)
        self.bar = TrainBar(trainer)
        self.history = TrainingHistory(trainer)
        # Else its height would be asked for where it is not even shown.
        self._masked = ScrollArea(MaskedTable(trainer), least=_TABLE)
        self.errors = ConfusionView()
        self._errors = ScrollArea(self.errors, least=_MATRIX, broad=True)
        self._turn = QToolButton()
        self._where = QToolButton()
        self._card = DataCard()
        self._lay_out()
        self._connect()
        self.apply(None, trainer.state)

    def _lay_out(self) -> None:
        self._stack = _Stack()
        self._stack.addWidget(self.history)
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._masked)
        self._stack.addWidget(self._errors)
        self._where.setObjectName("train-errors")
        self._where.setText(tr("Where does it err?"))
        self._where.setToolTip(
            tr("Show which test digits the network in use misreads, or the curves")
        )
        self._where.setCheckable(True)
        self._turn.setObjectName("train-turn")
        self._turn.setText(tr("Before and after"))
        self._turn.setToolTip(tr("Show what the distillation hides from whom, or the curves"))
        self._turn.setCheckable(True)
        self._turn.hide()
        lines = column(self)
        lines.addLayout(row(heading(tr("Train", "page")), self.settings.top))
        lines.addWidget(self.settings)
        lines.addWidget(self.bar)
        lines.addLayout(row(self._where, self._turn, 1))
        lines.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._card.wanted.connect(self._get_data)
        self._turn.toggled.connect(lambda on: self._turn_one(on, self._where))
        self._where.toggled.connect(lambda on: self._turn_one(on, self._turn))
        self.bar.attack_wanted.connect(self.attack_wanted)
        self.bar.save_wanted.connect(self.save_wanted)
        self._trainer.changed.connect(self.apply)

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        self.errors.set_folder(new.mnist)
        self.errors.set_training(new.training)
        if old is not None and new.training is old.training and new.lacking is old.lacking:
            return
        table = new.training is not None and bool(new.training.masked)
        if table != self._turn.isVisibleTo(self):
            self._turn.setVisible(table)
            self._turn.setChecked(table)
        self._turned(new)

    def _turn_one(self, on: bool, other: QToolButton) -> None:
        """Only one of the two takes the place of the curves."""
        if on:
            other.setChecked(False)
        self._turned(self._trainer.state)

    def _turned(self, state: TrainingState) -> None:
        """The one of four that there is to see."""
        words = _problem(state)
        if words:
            self._card.tell(*words)
        shown: QWidget = self._masked if self._turn.isChecked() else self.history
        shown = self._errors if self._where.isChecked() else shown
        self._stack.setCurrentWidget(self._card if words else shown)

    def _get_data(self) -> None:
        lacking = self._trainer.state.lacking
        if lacking is None:
            ask_data_folder(self, tr("The folder that holds the data"), self._take_folder)
        else:
            ask_data(self, lacking, lambda folder: self._trainer.have(lacking, folder))

    def _take_folder(self, folder: Path) -> None:
        try:
            self._trainer.look_in(folder)
        except DatasetError as error:
            show_error(self, str(error))


class _Stack(QStackedWidget):
    """As wide as all pages need, but only as high as the one that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """A high page that is hidden scrolls nothing."""
        hint, shown = super().minimumSizeHint(), self.currentWidget()
        return hint if shown is None else QSize(hint.width(), shown.minimumSizeHint().height())


def _problem(state: TrainingState) -> tuple[str, str] | None:
    """What is the matter with the data, and the words of the button that helps."""
    training = state.training
    if state.busy:
        return None
    if state.lacking is not None:
        return lacking_words(state.lacking), get_words(state.lacking)
    if training is not None and needs_data(training):
        return training.sentence, tr("Choose a folder…")
    return None
