"""Which attack, with which parameters and seed, and whether it follows the pen."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox, QToolButton, QWidget

from advgui.core.attacks import EvasionAttack
from advgui.core.attacks.problem import CONFIDENCE
from advgui.core.defences.defended import as_asked
from advgui.core.language import tr
from advgui.core.parameters import Value
from advgui.lab.attack.choices import attack_work, choices, common_controls, own_controls
from advgui.lab.attack.state import LabState
from advgui.lab.pace import about
from advgui.lab.preferences import LARGEST_SEED
from advgui.ui.attack.choice import AttackChoice
from advgui.ui.attack.region import RegionPainter
from advgui.ui.glossary.term import Term
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL, TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.layout import Note, column, row, tool
from advgui.ui.widgets.number_boxes import WholeBox
from advgui.ui.widgets.parameter_panel import ParameterPanel, defaults_button

_SEED_WIDE: Final = 76


class AttackSettings(QWidget):
    """What attacks have in common, each at its place; and *More*, the chosen one's own.

    ``top`` has what all attacks share whatever they are, for a line above.
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attack-settings")
        self._controller = controller
        self._attack = AttackChoice(lambda: choices(controller.state.attacks, self._takes))
        self._seed = WholeBox()
        self._next_seed = tool("seed", tr("New seed"), tr("Take the next seed"))
        self._live = QCheckBox(tr("Live"))
        self._common = ParameterPanel("common-parameters", tr("What attacks have in common"))
        self._own = ParameterPanel("parameters", tr("The attack's own parameters"), explained=True)
        self._region = RegionPainter(controller)
        self._source = Note(name="attack-source")
        self._more = _more_button()
        self._folded = _Fold()
        self._defaults = defaults_button()
        self.top = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.apply(None, controller.state)

    def _set_up(self) -> None:
        self._seed.setObjectName("seed-number")
        self._seed.setAccessibleName(tr("Seed"))
        self._seed.setToolTip(tr("The same seed gives the same run, bit for bit"))
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        follow(self._seed, lambda seed: seed.setMaximumWidth(zoomed(_SEED_WIDE)))
        self._live.setObjectName("live")
        self._live.setToolTip(
            tr("Attack again whenever the drawing or a parameter changes; Esc turns it off")
        )

    def _lay_out(self) -> None:
        seed = Term(tr("Seed"))
        seed.setBuddy(self._seed)
        line = row(self._attack, seed, self._seed, self._next_seed)
        line.setStretch(0, 1)
        line.addSpacing(SMALL)
        line.addWidget(self._live)
        self.top.setLayout(line)
        common = row(self._common)
        common.setStretch(0, 1)
        for button in (self._defaults, self._more):
            common.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._folded.hold(self._own, self._source)
        lines = column(self, TIGHT)
        lines.addLayout(common)
        lines.addWidget(self._region)
        lines.addWidget(self._folded)

    def _connect(self) -> None:
        controller = self._controller
        self._attack.chosen.connect(controller.choose_attack)
        self._common.changed.connect(self._set_common)
        self._own.changed.connect(controller.set_parameter)
        self._defaults.clicked.connect(controller.reset_parameters)
        self._more.toggled.connect(self._folded.setVisible)
        self._seed.valueChanged.connect(controller.set_seed)
        self._next_seed.clicked.connect(controller.new_seed)
        self._live.toggled.connect(controller.set_live)
        controller.watch(self.apply)

    def _takes(self, attack: EvasionAttack) -> str:
        """How long it takes toward one goal, where that is known."""
        state = self._controller.state
        network = as_asked(state.network, aware=state.aware)
        seconds = self._controller.stopwatch.seconds(attack_work(attack, network, "targeted", 1))
        return "" if seconds is None else tr("about {time}").format(time=about(seconds))

    def _set_common(self, name: str, value: Value) -> None:
        if name == CONFIDENCE.name:
            self._controller.set_confidence(value)
        else:
            self._controller.set_parameter(name, value)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or new.attack_name != old.attack_name:
            self._show_attack(new)
        elif new.attack is not old.attack or new.confidence != old.confidence:
            self._show_values(new)
        with QSignalBlocker(self._seed), QSignalBlocker(self._live):
            if self._seed.value() != new.seed:
                self._seed.setValue(new.seed)
            self._live.setChecked(new.live)

    def _show_attack(self, new: LabState) -> None:
        """Its name and its controls."""
        self._attack.show_chosen(new.attack_name)
        self._common.set_table(common_controls(new.attack), {})
        self._own.set_table(own_controls(new.attack), {})
        self._source.setText(f"{new.attack.summary} {new.attack.source}.")
        self._show_values(new)
        self._keep_tab_order()

    def _keep_tab_order(self) -> None:
        """The Tab key goes from left to right: Qt would come to new controls last."""
        own, common = self._own.controls(), self._common.controls()
        above = [self._live] if self._live.window() is self.window() else []
        for one, following in pairwise([*above, *common, self._defaults, self._more, *own]):
            self.setTabOrder(one, following)

    def _show_values(self, new: LabState) -> None:
        values = {**new.attack.settings, CONFIDENCE.name: new.confidence}
        for panel in (self._common, self._own):
            panel.set_values({name: values[name] for name in panel.values()})
        changed = new.attack != type(new.attack)() or new.wanted_confidence != CONFIDENCE.default
        self._defaults.setEnabled(changed)


class _Fold(QWidget):
    """As high as its lines need, which have more of them the narrower it is."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, TIGHT)
        self.hide()

    def hold(self, *parts: QWidget) -> None:
        """Put some things into it, one below the other."""
        for part in parts:
            self._lines.addWidget(part)

    def event(self, event: QEvent) -> bool:
        """Another width needs another height, and so do other lines."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self._lines.heightForWidth(self.width()))
        return done


def _more_button() -> QToolButton:
    made = QToolButton()
    made.setObjectName("more")
    made.setText(tr("More"))
    made.setAccessibleName(tr("More"))
    made.setToolTip(tr("The attack's own parameters, what it does, and who says so"))
    made.setCheckable(True)
    made.setAutoRaise(True)
    return made
