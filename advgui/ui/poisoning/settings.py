"""What shall be trained and poisoned: architecture, method, goal, rate and what else there is."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from advgui.core.attacks.poisoning import POISONINGS
from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.parameters import Parameter, Value, parameter_table
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.lab.poisoning.job import poison_work
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import BUSY
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.poisoning.rate_slider import RateSlider
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import Note, column, row
from advgui.ui.widgets.parameter_panel import ParameterPanel

#: What the slider and the trigger tell.
_ELSEWHERE: Final = ("rate", "row", "column")
_SHORT: Final = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
#: Letters of a title that are always seen.
_TITLE: Final = 10


class PoisonSettings(QWidget):
    """All that is chosen but the trigger; ``top`` is for the line of the page's heading."""

    def __init__(self, poisoner: Poisoner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("poison-settings")
        self._poisoner = poisoner
        self._architecture = _combo("poison-architecture", tr("Architecture"))
        self._method = _combo("poison-method", tr("Method"))
        self._goal = QComboBox()
        self._rate = RateSlider()
        self._panel = ParameterPanel()
        self._about = Note(name="poison-about")
        self.top = QWidget()
        self._fill()
        line = row(self._method, self._goal, self._architecture)
        line.setStretch(0, 3)
        line.setStretch(2, 2)
        self.top.setLayout(line)
        lines = column(self, TIGHT)
        second = row(self._rate, self._panel)
        second.setStretch(0, 1)
        lines.addLayout(second)
        lines.addWidget(self._about)
        self._connect()
        self.apply(None, poisoner.state)

    def _fill(self) -> None:
        for name, design in ARCHITECTURES.items():
            self._architecture.addItem(design.title, name)
        self._architecture.setToolTip(
            tr("Which network is trained, poisoned and as its clean twin")
        )
        for name, kind in POISONINGS.items():
            self._method.addItem(kind.title, name)
        self._goal.setObjectName("poison-goal")
        self._goal.setAccessibleName(tr("Goal"))
        self._goal.setToolTip(tr("What is to be read instead"))
        for digit in range(LABELS):
            self._goal.addItem(tr("toward {digit}").format(digit=digit), digit)
        self._panel.setObjectName("poison-parameters")

    def _connect(self) -> None:
        self._architecture.activated.connect(
            lambda at: self._choose(architecture=self._architecture.itemData(at))
        )
        self._method.activated.connect(lambda at: self._choose(attack=self._method.itemData(at)))
        self._goal.activated.connect(lambda at: self._choose(goal=self._goal.itemData(at)))
        self._rate.changed.connect(lambda rate: self._set("rate", rate))
        self._panel.changed.connect(self._set)
        self._poisoner.changed.connect(self.apply)
        self._poisoner.stopwatch.changed.connect(self._tell)

    def _tell(self) -> None:
        """What the method does, and how long it takes."""
        choice = self._poisoner.state.choice
        takes = self._poisoner.stopwatch.words(poison_work(choice.architecture, choice.attack))
        self._about.setText(f"{choice.attacks[choice.attack].summary} {takes}.")

    def _choose(self, **changes: object) -> None:
        self._poisoner.choose(replace(self._poisoner.state.choice, **changes))  # type: ignore[arg-type]

    def _set(self, name: str, value: object) -> None:
        self._poisoner.choose(self._poisoner.state.choice.with_parameter(name, value))

    def apply(self, old: PoisonPageState | None, new: PoisonPageState) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or old.job.busy != new.job.busy:
            for part in (self.top, self):
                part.setEnabled(not new.job.busy)
                part.setToolTip(BUSY if new.job.busy else "")
        if old is None or old.choice is not new.choice:
            self._show(None if old is None else old.choice, new.choice)

    def _show(self, old: PoisonChoice | None, new: PoisonChoice) -> None:
        attack = new.attacks[new.attack]
        if old is None or old.attack != new.attack:
            self._method.setCurrentIndex(self._method.findData(new.attack))
            self._method.setToolTip(attack.source)
            self._panel.set_table(_own(new), _own_values(new))
            self._panel.setVisible(bool(_own(new)))
        else:
            self._panel.set_values(_own_values(new))
        self._tell()
        self._architecture.setCurrentIndex(self._architecture.findData(new.architecture))
        self._goal.setCurrentIndex(new.goal)
        self._rate.show_choice(new)


def _own(choice: PoisonChoice) -> tuple[Parameter, ...]:
    rows = parameter_table(choice.attacks[choice.attack])
    return tuple(one for one in rows if one.name not in _ELSEWHERE)


def _own_values(choice: PoisonChoice) -> dict[str, Value]:
    settings = choice.attacks[choice.attack].settings
    return {one.name: settings[one.name] for one in _own(choice)}


def _combo(name: str, words: str) -> QComboBox:
    """One whose titles are longer than a small window is wide; its list shows all of them."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setSizeAdjustPolicy(_SHORT)
    made.setMinimumContentsLength(_TITLE)
    return made
