"""The middle column: which network reads, how well it does, and what it reads now."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from advgui.core.language import tr
from advgui.core.nn.network import Reading
from advgui.core.zoo import PLAIN
from advgui.lab.attack.captions import SIGMOID_NOTE, SOFTMAX_NOTE, accuracy_words, bars_words
from advgui.lab.attack.state import LabState
from advgui.lab.attack.view import View
from advgui.lab.networks.card_text import card_tip
from advgui.lab.networks.library import Entry
from advgui.ui.network.bars import ConfidenceBars, ShownReading
from advgui.ui.network.defence_choice import DefenceChoice
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.theme.tokens import LARGE, SMALL
from advgui.ui.widgets.layout import Note, column, heading
from advgui.ui.widgets.steady_note import SteadyNote

_OPEN: Final = tr("Open a network…")
_LETTERS: Final = 14
_Adjust = QComboBox.SizeAdjustPolicy


class NetworkColumn(QWidget):
    """Ten bars that follow the pen, and the run; a click on one attacks toward its digit.

    Says ``network_chosen`` with a name, and ``file_wanted`` when another file is asked for.
    """

    network_chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network-column")
        self._controller = controller
        self._choice = QComboBox()
        self._choice.setObjectName("network")
        self._choice.setAccessibleName(tr("Network"))
        # The column keeps its width whatever a network is called.
        self._choice.setSizeAdjustPolicy(_Adjust.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_LETTERS)
        self._choice.setIconSize(QSize(0, 0))
        self._defence = DefenceChoice(controller)
        self._accuracy = Note(name="network-accuracy")
        self._about = SteadyNote(name="bars-note")
        self.bars = ConfidenceBars()
        self._hint = Note(name="output-note")
        self._lay_out()
        self._choice.activated.connect(self._chosen)
        self.bars.chosen.connect(controller.choose_goal)
        self._of_state = Kept(self._shown)
        controller.watch(self.apply, self.prepare)
        self.apply(None, controller.state)

    def _lay_out(self) -> None:
        lines = column(self)
        lines.addWidget(heading(tr("Network")))
        lines.addWidget(self._choice)
        lines.addWidget(self._defence)
        lines.addWidget(self._accuracy)
        lines.addSpacing(SMALL)
        lines.addWidget(self._about)
        lines.addWidget(self.bars, 1)
        lines.addWidget(self._hint)

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """The networks to choose from."""
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for index, entry in enumerate(entries):
                self._choice.addItem(entry.title, entry.name)
                self._choice.setItemData(index, card_tip(entry.card), Qt.ItemDataRole.ToolTipRole)
            self._choice.insertSeparator(len(entries))
            self._choice.addItem(_OPEN)
            self._choice.insertSeparator(len(PLAIN))
        listed = self._choice.view()
        listed.setMinimumWidth(listed.sizeHintForColumn(0) + LARGE)
        self._show_choice(self._controller.state)

    def _chosen(self, index: int) -> None:
        name = self._choice.itemData(index)
        self._show_choice(self._controller.state)
        if isinstance(name, str):
            self.network_chosen.emit(name)
        else:
            self.file_wanted.emit()

    def prepare(self, new: LabState) -> None:
        """Paint the bars ahead of the moment in which all else is shown."""
        self.bars.prepare(self._of_state(new))
        self._about.prepare(bars_words(*read_of(new, self._controller.view)))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.network is not old.network:
            self._show_choice(new)
            self._accuracy.setText(accuracy_words(new.network.card, alone=bool(new.defences)))
            self._accuracy.setToolTip(card_tip(new.network.card))
            self._choice.setToolTip(f"{new.network.title}\n{card_tip(new.network.card)}")
            self._hint.setText(SIGMOID_NOTE if new.network.output == "sigmoid" else SOFTMAX_NOTE)
        if (
            old is None
            or new.run is not old.run
            or new.reading is not old.reading
            or new.aware != old.aware
        ):
            self._show_reading(new)

    def _show_reading(self, new: LabState) -> None:
        reading, step = read_of(new, self._controller.view)
        self.bars.set_read(new.attacked.label if new.attacked else None)
        self.bars.show_reading(self._of_state(new))
        self._about.set_words(bars_words(reading, step))

    def _shown(self, state: LabState) -> ShownReading:
        """What the bars show, without the sign of the prediction while the steps go by."""
        reading, step = read_of(state, self._controller.view)
        goal = state.run.goal if state.run and not state.outdated else None
        if reading is None:
            return ShownReading(goal=goal)
        label = reading.label
        if step is None or state.run is None or state.run.judged:
            return ShownReading(reading.confidences, label, label, pointed=True, goal=goal)
        # With every stroke another run: its colours would come and go as fast as the pen.
        blue = state.run.before.label if state.live else None
        return ShownReading(reading.confidences, label, blue, goal=goal)

    def _show_choice(self, state: LabState) -> None:
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(self._choice.findData(state.network.name))


def read_of(state: LabState, view: View | None) -> tuple[Reading | None, int | None]:
    """What the bars show: the adversarial image of a run that is about this drawing."""
    if view is None or state.outdated:
        return state.reading, None
    return view.seen, view.step
