"""Which attack, with which parameters and seed, and whether it follows the pen."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from advgui.core.attacks import ATTACKS
from advgui.core.parameters import parameter_table
from advgui.lab.attack.state import LabState
from advgui.lab.preferences import LARGEST_SEED
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.widgets.layout import column, label, row, tool
from advgui.ui.widgets.number_boxes import WholeBox
from advgui.ui.widgets.parameter_panel import ParameterPanel

#: Of the list of attacks, whose names are as long as they are: it gives way in a small window.
_LEAST = 128


class AttackSettings(QWidget):
    """The chosen attack's parameters; ``top`` has what all attacks share, for a line above."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attack-settings")
        self._controller = controller
        self._attack = QComboBox()
        self._seed = WholeBox()
        self._next_seed = tool("seed", "New seed", "Take the next seed")
        self._live = QCheckBox("Live")
        self._panel = ParameterPanel()
        self.top = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.apply(None, controller.state)

    def _set_up(self) -> None:
        self._attack.setObjectName("attack")
        self._attack.setAccessibleName("Attack")
        self._attack.setMinimumWidth(_LEAST)
        for name, attack in ATTACKS.items():
            self._attack.addItem(attack.title, name)
        self._seed.setObjectName("seed-number")
        self._seed.setAccessibleName("Seed")
        self._seed.setToolTip("The same seed gives the same run, bit for bit")
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._seed.setMaximumWidth(76)
        self._live.setObjectName("live")
        self._live.setToolTip("Attack again whenever the drawing or a parameter changes")

    def _lay_out(self) -> None:
        seed = label("Seed", "caption")
        seed.setBuddy(self._seed)
        line = row(self._attack, self._panel.defaults, 1, seed, self._seed, self._next_seed)
        line.addSpacing(SMALL)
        line.addWidget(self._live)
        self.top.setLayout(line)
        column(self, spacing=TIGHT).addWidget(self._panel)

    def _connect(self) -> None:
        controller = self._controller
        self._attack.activated.connect(
            lambda index: controller.choose_attack(self._attack.itemData(index))
        )
        self._panel.changed.connect(controller.set_parameter)
        self._seed.valueChanged.connect(controller.set_seed)
        self._next_seed.clicked.connect(controller.new_seed)
        self._live.toggled.connect(controller.set_live)
        controller.watch(self.apply)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.attack_name != old.attack_name:
            self._attack.setCurrentIndex(self._attack.findData(new.attack_name))
            self._attack.setToolTip(f"{new.attack.summary}\n{new.attack.source}")
            self._panel.set_table(parameter_table(new.attack), new.attack.settings)
        elif new.attack is not old.attack:
            self._panel.set_values(new.attack.settings)
        with QSignalBlocker(self._seed), QSignalBlocker(self._live):
            if self._seed.value() != new.seed:
                self._seed.setValue(new.seed)
            self._live.setChecked(new.live)
