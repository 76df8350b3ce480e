"""Where the network in use errs: its confusion matrix, and the digits of one of its cells."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.training.confusion import (
    EPOCH_WORDS,
    FIRST_WORDS,
    Cell,
    Confusion,
    ConfusionJob,
    after_epoch,
    epoch_words,
    on_sheet_words,
)
from advgui.lab.training.shown_training import ShownTraining
from advgui.ui.session.job import JobLane
from advgui.ui.theme.tokens import LARGE, SMALL
from advgui.ui.theme.zoom import zoomed
from advgui.ui.training.confusion_matrix import ConfusionMatrix, cell_of
from advgui.ui.training.misread_digits import MisreadDigits
from advgui.ui.widgets.layout import Note, column, label, row
from advgui.ui.widgets.told_slider import ToldSlider

#: Device-independent pixels that words beside the matrix need, at a zoom of 100 %.
_BESIDE: Final = 180

_READING: Final = tr("The test digits are being read.")


class ConfusionView(QWidget):
    """Has the network read the test digits while it is shown, in a process of its own.

    Says ``digit_wanted`` of a test digit that is chosen.
    """

    digit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-errors-view")
        self._network: Network | None = None
        self._folder: Path | None = None
        self._lane: JobLane[ConfusionJob, Confusion] | None = None
        self._shown: Cell | None = None
        self.matrix = ConfusionMatrix()
        self.digits = MisreadDigits()
        self._words = label(name="confusion-words")
        self._cell = Note(FIRST_WORDS, name="confusion-cell")
        self._training: ShownTraining | None = None
        self._epochs = ToldSlider(tr("Epoch"), lambda at: epoch_words(self._training, at))
        self._epoch = label(name="confusion-epoch")
        self._lay_out()
        self._epochs.valueChanged.connect(self._choose_epoch)
        self.matrix.chosen.connect(self._choose)
        self.matrix.pointed.connect(self._point)
        self.digits.chosen.connect(self._put_on_sheet)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        beside = column(spacing=SMALL)
        self._epochs.setObjectName("confusion-epochs")
        self._epochs.setToolTip(tr("What it misread after each epoch of the last training"))
        self._epochs.setRange(1, 1)
        self._epochs.hide()
        self._epoch.hide()
        beside.addLayout(row(self._epochs, self._epoch))
        beside.addWidget(self._words)
        beside.addWidget(self._cell)
        beside.addWidget(self.digits)
        beside.addStretch(1)
        line = row(self.matrix, beside, spacing=LARGE)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self._line = line
        column(self).addLayout(line)

    def set_network(self, network: Network) -> None:
        """The network in use, which reads the digits if it is seen how."""
        self._network = network
        self._ask()

    def set_training(self, training: ShownTraining | None) -> None:
        """The training whose epochs can be looked at; behind them is the network in use."""
        old, self._training = self._training, training
        count = 0 if training is None else len(training.confusions)
        if old is training or (old is not None and len(old.confusions) == count):
            return
        at_end = self._epochs.value() == self._epochs.maximum()
        self._epochs.setRange(1, count + 1)
        if at_end:
            self._epochs.setValue(count + 1)
        for part in (self._epochs, self._epoch):
            part.setVisible(bool(count))
        self._choose_epoch()

    def _choose_epoch(self) -> None:
        """Show what was misread after it."""
        self._epochs.tell()
        self._epoch.setText(epoch_words(self._training, self._epochs.value()))
        self._choose(None)
        self._show()

    def set_folder(self, folder: Path | None) -> None:
        """Where the digits are."""
        self._folder = folder
        self._ask()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the matrix alone, below which the digits then are."""
        return QSize(self.matrix.minimumSizeHint().width(), self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The digits are beside the matrix where there is room."""
        super().resizeEvent(event)
        room = self.width() - self.matrix.minimumSizeHint().width() - LARGE
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if room >= zoomed(_BESIDE) else way.TopToBottom)
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody wants to see it."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody wants to see what is not known yet."""
        super().hideEvent(event)
        if self._lane is not None:
            self._lane.cancel()

    def close_work(self) -> None:
        """End its process."""
        if self._lane is not None:
            self._lane.close()

    def _ask(self) -> None:
        """Have them read, unless they are being read, or were read by this network."""
        if not self.isVisible() or self._network is None or self._folder is None:
            return
        if self._lane is None:  # its process starts when it is wanted
            self._lane = JobLane(parent=self)
            self._lane.changed.connect(self._show)
        state = self._lane.state
        known = state.busy or state.phase == "finished"
        if not known or state.job is None or state.job.network is not self._network:
            self._choose(None)
            self._lane.start(ConfusionJob(self._folder, self._network))

    @property
    def _confusion(self) -> Confusion | None:
        training, epoch = self._training, self._epochs.value()
        if training is not None and 0 < epoch <= len(training.confusions):
            return after_epoch(training, epoch)
        return None if self._lane is None else self._lane.state.value

    def _show(self) -> None:
        """What is known now."""
        confusion = self._confusion
        failed = self._lane is not None and self._lane.state.phase == "failed"
        if self._lane is not None and failed and (confusion is None or not confusion.epoch):
            self._words.setText(self._lane.state.sentence)
        else:
            self._words.setText(_READING if confusion is None else confusion.words)
        self.matrix.show_confusion(confusion)
        self._show_cell()

    def _choose(self, index: int | None) -> None:
        """Show the misread digits of a cell, or none."""
        cell = None if index is None else cell_of(index)
        offered = index is not None and self.matrix.offers(index)
        self._shown = cell if offered else None
        self.matrix.choose(self._shown)
        self._show_cell()

    def _put_on_sheet(self, index: int) -> None:
        digit, cell = self.digits.digits[index], self._shown
        self.digit_wanted.emit(digit)
        if cell is not None:
            self._cell.setText(on_sheet_words(digit, cell))

    def _show_cell(self) -> None:
        confusion, cell = self._confusion, self._shown
        if confusion is None or cell is None:
            self.digits.show_digits((), Cell(0, 0))
        else:
            self.digits.show_digits(confusion.misreads.at(cell), cell)
        self._point(-1)

    def _point(self, index: int) -> None:
        """Tell of the cell under the mouse or the keyboard, else of the one that is shown."""
        confusion, cell = self._confusion, self._shown if index < 0 else cell_of(index)
        if confusion is None or cell is None:
            past = confusion is not None and confusion.epoch
            self._cell.setText(EPOCH_WORDS if past else FIRST_WORDS)
        elif cell == self._shown and not confusion.epoch:
            self._cell.setText(confusion.shown_words(cell))
        else:
            self._cell.setText(confusion.cell_words(cell))
