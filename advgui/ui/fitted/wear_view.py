"""What was made once, on the drawing under the pen: how it is worn, and what is read then."""

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QToolButton, QWidget

from advgui.core.images import LABELS
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import DRAG, worn_words
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.wear_strip import WearStrip
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, label, row
from advgui.ui.widgets.steady_note import SteadyNote

_BEST: Final = tr(
    "Put the patch where it leads most on this drawing, on the network that is chosen"
)
_BACK: Final = tr("Put the patch where it was fitted")


class WearView(QWidget):
    """Three images and what steers them. What is not shown costs nothing."""

    def __init__(
        self, fitter: Fitter, controller: Controller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wear")
        self._fitter, self._controller = fitter, controller
        self.strip = WearStrip()
        self._switch = QCheckBox(tr("Worn by the drawing"))
        self._goals = _GoalRow(fitter)
        self._best = _button("patch-best", tr("Best place"), _BEST)
        self._back = _button("patch-back", tr("Fitted place"), _BACK)
        self._words = SteadyNote(2, name="wear-words")
        self._set_up()
        lines = column(self, TIGHT)
        lines.addLayout(row(self._switch, self._best, self._back, 1, spacing=TIGHT))
        lines.addWidget(self._goals)
        lines.addWidget(self._words)
        lines.addWidget(self.strip, 1)
        fitter.changed.connect(lambda _, new: self.apply(new))
        controller.watch(self._drawn)

    def _set_up(self) -> None:
        self._switch.setObjectName("wear-switch")
        self._switch.setToolTip(tr("Whether the drawing wears what was made once for all"))
        self._switch.toggled.connect(self._fitter.wear)
        self._best.clicked.connect(self._fitter.seek_best)
        self._back.clicked.connect(lambda: self._fitter.put(None))
        self.strip.moved.connect(self._fitter.put)

    def apply(self, new: OneForAll) -> None:
        """Show a state, where one looks."""
        if not self.isVisible():
            return
        wearing, worn, state = new.wearing, new.plan.worn, self._controller.state
        with QSignalBlocker(self._switch):
            self._switch.setChecked(worn)
        movable = wearing is not None and wearing.place is not None and worn
        for button in (self._best, self._back):
            button.setVisible(movable)
        late = wearing is not None and wearing.artefact.attack.goal_when_worn
        self._goals.setVisible(late and worn)
        self._goals.show_goal(new.plan.toward)
        self.strip.show_worn(state, wearing, worn=worn)
        told = worn_words(new, state.network)
        self._words.set_words(" ".join(part for part in (told, DRAG if movable else "") if part))

    def _drawn(self, old: LabState | None, new: LabState) -> None:
        """The drawing or the network is another one."""
        self._fitter.drawing_changed(old, new)
        state = self._fitter.state
        if not self.isVisible() or old is None:
            return
        if old.network is not new.network:
            self.apply(state)
        elif old.reading is not new.reading:
            self.strip.show_worn(new, state.wearing, worn=state.plan.worn)


class _GoalRow(QWidget):
    """Ten digits, of which one is the goal that is said as it is worn."""

    def __init__(self, fitter: Fitter) -> None:
        super().__init__()
        self.setObjectName("wear-goals")
        self._buttons = [
            _button(
                f"wear-{goal}",
                str(goal),
                tr("Toward {goal}").format(goal=goal),
            )
            for goal in range(LABELS)
        ]
        group = QButtonGroup(self)
        for goal, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.setAccessibleName(tr("Toward {goal}").format(goal=goal))
            group.addButton(button, goal)
        group.idClicked.connect(fitter.aim)
        self.setLayout(row(label(tr("Toward"), "caption"), *self._buttons, 1, spacing=0))

    def show_goal(self, goal: int) -> None:
        """The goal that is said now."""
        self._buttons[goal].setChecked(True)


def _button(name: str, words: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(words)
    made.setToolTip(tip)
    made.setAutoRaise(True)
    return made
