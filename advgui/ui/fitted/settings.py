"""What shall be learned: the method, its parameters, the goal and the seed."""

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from advgui.core.language import tr
from advgui.core.parameters import parameter_table, settings_of
from advgui.lab.fitted.plan import goals
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import goal_words, method_words
from advgui.lab.preferences import LARGEST_SEED
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.glossary.term import Term
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.layout import Note, column, row
from advgui.ui.widgets.number_boxes import WholeBox
from advgui.ui.widgets.parameter_panel import ParameterPanel, defaults_button

_SEED_WIDE: Final = 76
_SHORT: Final = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
#: Letters of a title that are always seen.
_TITLE: Final = 8


class FitSettings(QWidget):
    """All that is chosen before a fit; ``top`` is for the line of the page's heading."""

    def __init__(self, fitter: Fitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fit-settings")
        self._fitter = fitter
        self._method = QComboBox()
        self._goal = QComboBox()
        self._defaults = defaults_button()
        self._panel = ParameterPanel(defaults=self._defaults)
        self._seed = WholeBox()
        self._about = Note(name="fit-about")
        self.top = QWidget()
        self._set_up()
        self._connect()
        self.apply(None, fitter.state)

    def _set_up(self) -> None:
        self._method.setObjectName("fit-method")
        self._method.setAccessibleName(tr("Method"))
        for name, attack in self._fitter.state.plan.attacks.items():
            self._method.addItem(attack.title, name)
        # Titles are longer than a small window is wide; the list itself shows all of them.
        self._method.setSizeAdjustPolicy(_SHORT)
        self._method.setMinimumContentsLength(_TITLE)
        self._goal.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._goal.setObjectName("fit-goal")
        self._goal.setAccessibleName(tr("Goal"))
        self._goal.setToolTip(tr("What the network is to read in whatever wears it"))
        self._panel.setObjectName("fit-parameters")
        self._seed.setObjectName("fit-seed")
        self._seed.setAccessibleName(tr("Seed of the fit"))
        self._seed.setToolTip(tr("The same seed makes the same artefact, bit for bit"))
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        follow(self._seed, lambda seed: seed.setMaximumWidth(zoomed(_SEED_WIDE)))
        seed = Term(tr("Seed"))
        seed.setBuddy(self._seed)
        line = row(self._method, self._goal, seed, self._seed, self._defaults)
        line.setStretch(0, 1)
        self.top.setLayout(line)
        lines = column(self, TIGHT)
        lines.addWidget(self._panel)
        lines.addWidget(self._about)

    def _connect(self) -> None:
        fitter = self._fitter
        self._method.activated.connect(
            lambda index: fitter.choose_method(self._method.itemData(index))
        )
        self._goal.activated.connect(lambda index: fitter.choose_goal(self._goal.itemData(index)))
        self._panel.changed.connect(fitter.set_parameter)
        self._seed.valueChanged.connect(fitter.set_seed)
        fitter.changed.connect(self.apply)
        fitter.stopwatch.changed.connect(self._tell)

    def _tell(self) -> None:
        """What the chosen method does, and how long it takes."""
        words = method_words(self._fitter.state.plan.attack)
        self._about.setText(" ".join(part for part in (words, self._fitter.takes) if part))

    def showEvent(self, event: QShowEvent) -> None:
        """Against the network that is chosen now."""
        super().showEvent(event)
        self._tell()

    def apply(self, old: OneForAll | None, new: OneForAll) -> None:
        """Show what has changed from the old state to the new one."""
        busy = new.fitting.busy
        if old is None or old.fitting.busy != busy:
            for part in (self.top, self._panel):
                part.setEnabled(not busy)
                part.setToolTip(tr("What is being learned cannot be changed now") if busy else "")
        if old is None or old.plan is not new.plan:
            self._show_plan(old, new)

    def _show_plan(self, old: OneForAll | None, new: OneForAll) -> None:
        plan = new.plan
        if old is None or old.plan.method != plan.method:
            self._method.setCurrentIndex(self._method.findData(plan.method))
            self._panel.set_table(parameter_table(plan.attack), settings_of(plan.attack))
            self._method.setToolTip(f"{plan.attack.title}\n{plan.attack.source}")
            self._offer_goals(new)
        else:
            self._panel.set_values(settings_of(plan.attack))
        self._tell()
        wanted = plan.goal if plan.wanted is None else plan.wanted
        self._goal.setCurrentIndex(max(0, self._goal.findData(wanted)))
        with QSignalBlocker(self._seed):
            if self._seed.value() != plan.seed:
                self._seed.setValue(plan.seed)

    def _offer_goals(self, new: OneForAll) -> None:
        offered = goals(new.plan.attack)
        self._goal.clear()
        for goal in offered:
            self._goal.addItem(goal_words(goal), goal)
        self._goal.setVisible(bool(offered))
