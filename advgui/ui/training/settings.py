"""What shall be trained: architecture, activation, data, epochs, name and seed."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from advgui.core.language import tr
from advgui.core.nn.architectures.base import WORDS
from advgui.core.zoo import SHIPPED, shipped_card
from advgui.lab.preferences import LARGEST_SEED
from advgui.lab.training.state import LONGEST_NAME, OFFERED, TrainingState, parameters, values
from advgui.lab.training.text import BUSY, takes_words, training_work
from advgui.ui.glossary.term import Term
from advgui.ui.theme.tokens import SMALL
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.training.controller import Trainer
from advgui.ui.training.way_choice import WayChoice
from advgui.ui.widgets.layout import Note, column, label, row, set_tip, tool
from advgui.ui.widgets.number_boxes import WholeBox
from advgui.ui.widgets.parameter_panel import ParameterPanel, defaults_button

_SEED_WIDE = 76


class TrainSettings(QWidget):
    """All that is chosen before a training; ``top`` is for the line of the page's heading."""

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-settings")
        self._trainer = trainer
        self._architecture = QComboBox()
        self._activation = QComboBox()
        self._way = WayChoice(trainer)
        self._defaults = defaults_button()
        self._panel = ParameterPanel(defaults=self._defaults)
        self._name = QLineEdit()
        self._seed = WholeBox()
        self._next_seed = tool("seed", tr("New seed"), tr("Take the next seed"))
        self._takes = Note(name="train-takes")
        self.top = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.apply(None, trainer.state)

    def _set_up(self) -> None:
        self._architecture.setObjectName("architecture")
        self._architecture.setAccessibleName(tr("Architecture"))
        for name, architecture in OFFERED.items():
            self._architecture.addItem(architecture.title, name)
        self._activation.setObjectName("activation")
        self._activation.setAccessibleName(tr("Activation"))
        self._activation.setToolTip(tr("What the hidden layers end with"))
        self._panel.setObjectName("train-parameters")
        self._name.setObjectName("network-name")
        self._name.setAccessibleName(tr("Name of the network"))
        self._name.setMaxLength(LONGEST_NAME)
        self._seed.setObjectName("train-seed")
        self._seed.setAccessibleName(tr("Seed of the training"))
        self._seed.setToolTip(tr("The same seed gives the same network, bit for bit"))
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        follow(self._seed, lambda seed: seed.setMaximumWidth(zoomed(_SEED_WIDE)))
        self._next_seed.setObjectName("train-next-seed")

    def _lay_out(self) -> None:
        top = row(self._architecture, self._activation, self._defaults, 1)
        self.top.setLayout(top)
        name, seed = label(tr("Name"), "caption"), Term(tr("Seed"))
        name.setBuddy(self._name)
        seed.setBuddy(self._seed)
        line = row(name, self._name)
        line.addSpacing(SMALL)
        line.addLayout(row(seed, self._seed, self._next_seed))
        lines = column(self)
        lines.addWidget(self._way)
        lines.addWidget(self._panel)
        lines.addLayout(line)
        lines.addWidget(self._takes)

    def _connect(self) -> None:
        trainer = self._trainer
        self._architecture.activated.connect(
            lambda index: trainer.choose_architecture(self._architecture.itemData(index))
        )
        self._activation.activated.connect(
            lambda index: trainer.choose_activation(self._activation.itemData(index))
        )
        self._panel.changed.connect(trainer.set_parameter)
        self._name.editingFinished.connect(lambda: trainer.set_name(self._name.text()))
        self._seed.valueChanged.connect(trainer.set_seed)
        self._next_seed.clicked.connect(lambda: trainer.set_seed(trainer.state.plan.seed + 1))
        trainer.changed.connect(self.apply)
        trainer.stopwatch.changed.connect(self._tell)

    def _tell(self) -> None:
        """What the training will take."""
        state = self._trainer.state
        plan = state.plan
        shipped = shipped_card(plan.architecture) if plan.architecture in SHIPPED else None
        here_s = self._trainer.stopwatch.seconds(training_work(plan))
        self._takes.setText(
            takes_words(plan, shipped, spared=state.spared, here_s=here_s, busy=state.busy)
        )

    def apply(self, old: TrainingState | None, new: TrainingState) -> None:
        """Show what has changed from the old state to the new one."""
        for part in (self.top, self):
            part.setEnabled(not new.busy)
            set_tip(part, BUSY if new.busy else "")
        if old is None or new.plan is not old.plan or new.pen != old.pen:
            self._show_plan(old, new)
        elif new.busy != old.busy:
            self._tell()
        if self._name.text() != new.name:
            self._name.setText(new.name)
        self._name.setPlaceholderText(new.called)

    def _show_plan(self, old: TrainingState | None, new: TrainingState) -> None:
        plan = new.plan
        rows = parameters(plan, pen=new.pen is not None)
        if old is None or rows != parameters(old.plan, pen=old.pen is not None):
            self._panel.set_table(rows, values(plan))
        else:
            self._panel.set_values(values(plan))
        self._architecture.setCurrentIndex(self._architecture.findData(plan.architecture))
        self._architecture.setToolTip(plan.design.described(plan.activation))
        self._show_activations(new)
        with QSignalBlocker(self._seed):
            if self._seed.value() != plan.seed:
                self._seed.setValue(plan.seed)
        self._tell()

    def _show_activations(self, new: TrainingState) -> None:
        offered = new.plan.design.activations
        self._activation.clear()
        for activation in offered:
            self._activation.addItem(WORDS[activation], activation)
        self._activation.setVisible(bool(offered))
        if new.plan.activation is not None:
            self._activation.setCurrentIndex(self._activation.findData(new.plan.activation))
