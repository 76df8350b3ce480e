"""An attack on what stands there: whether it knows of the defence, and what came of it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from advgui.core.language import tr
from advgui.lab.attack.phrases import NOT_BUSY, STOP_TIP
from advgui.lab.attack.requests import default_goal
from advgui.lab.attack.state import LabState
from advgui.lab.defence.attack_text import AWARE, KNOWS, NO_DEFENCE, attack_words, ended_words
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.layout import column, row, set_tip
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.steady_note import SteadyNote


class DefendAttackBar(QWidget):
    """The switch, a button that attacks or stops, and a sentence about both networks."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("defend-attack-bar")
        self._controller = controller
        self._aware = QCheckBox(AWARE)
        self._aware.setObjectName("defend-aware")
        self._attack = push_button("defend-attack", "attack", tr("Attack toward 0"))
        self._stop = push_button("defend-stop", "stop", tr("Stop"))
        self._words = SteadyNote(2, name="defend-outcome")
        self._of_run = Kept(ended_words)
        # As wide as its longest words, or all would move with the first stroke.
        follow(self._attack, lambda button: button.setMinimumWidth(button.sizeHint().width()))
        lines = column(self, TIGHT)
        lines.addLayout(row(self._attack, self._stop, self._aware, 1))
        lines.addWidget(self._words)
        self._aware.toggled.connect(controller.set_aware)
        self._attack.clicked.connect(controller.attack_offered)
        self._stop.clicked.connect(controller.stop)

    def apply(self, new: LabState) -> None:
        """Show a state."""
        drawn, defended = new.reading is not None, bool(new.defences)
        with QSignalBlocker(self._aware):
            self._aware.setChecked(new.aware)
        self._aware.setEnabled(defended)
        set_tip(self._aware, KNOWS if defended else NO_DEFENCE)
        self._attack.setText(
            tr("Attack toward {goal}").format(goal=default_goal(new)) if drawn else tr("Attack")
        )
        self._attack.setEnabled(drawn)
        set_tip(self._attack, _attack_tip(new))
        enable(self._stop, STOP_TIP, "" if new.running else NOT_BUSY)
        self._words.set_words(attack_words(new, self._of_run))


def _attack_tip(state: LabState) -> str:
    if state.reading is None:
        return tr("There is nothing to attack yet")
    words = tr("By “{attack}”")
    if state.defences:
        through, around = (
            tr("By “{attack}”, through the defence"),
            tr("By “{attack}”, around the defence"),
        )
        words = around if state.around else through
    return words.format(attack=state.attack.title)
