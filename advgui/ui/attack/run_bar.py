"""The buttons that start and stop an attack, and how far it is."""

from operator import is_
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from advgui.core.attacks import Form
from advgui.core.defences.defended import as_asked
from advgui.core.images import LABELS
from advgui.core.language import numeral, tr
from advgui.lab.attack.choices import amount_words, attack_work
from advgui.lab.attack.phrases import NOT_BUSY, NOTHING_TO_ATTACK, STOP_TIP, needs_goal
from advgui.lab.attack.requests import default_goal
from advgui.lab.attack.state import LabState
from advgui.ui.session.controller import Controller
from advgui.ui.theme.zoom import follow
from advgui.ui.widgets.layout import row
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.push_button import enable, push_button

#: The least width of the progress, which says little but is no dot.
_LEAST: Final = 32
_EVERY: Final = tr("Attack toward all other digits at once, as one batch")
_AWAY: Final = tr("Make the network read anything but what it reads now")


class AttackBar(QWidget):
    """Attack toward a digit, every digit, or away; stop; and the steps so far."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attack-bar")
        self._controller = controller
        self._attack = push_button(
            "attack-start", "attack", tr("Attack toward {goal}").format(goal=0)
        )
        self._every = push_button("attack-every", "every", tr("Every digit"))
        self._away = push_button("attack-away", "live", tr("Any other"))
        self._stop = push_button("attack-stop", "stop", tr("Stop"))
        self._progress = ProgressBar("progress", tr("Progress of the attack"))
        self._offered: object = None
        self._timed: tuple[object, ...] | None = None
        self._set_up()
        line = row(self._attack, self._every, self._away, self._stop, self._progress)
        line.setStretch(4, 1)
        self.setLayout(line)
        self._connect()
        self.apply(None, controller.state)

    def _set_up(self) -> None:
        self._attack.setDefault(True)
        # As wide as its longest words, or all three columns would move with the first stroke.
        follow(self._attack, lambda button: button.setMinimumWidth(button.sizeHint().width()))
        self._progress.setMinimumWidth(_LEAST)

    def _connect(self) -> None:
        controller = self._controller
        self._attack.clicked.connect(controller.attack_offered)
        self._every.clicked.connect(lambda: controller.attack("every"))
        self._away.clicked.connect(lambda: controller.attack("away"))
        self._stop.clicked.connect(controller.stop)
        controller.watch(self.apply, self.prepare)
        controller.stopwatch.changed.connect(self._time_again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The work is written where there is room for it."""
        super().resizeEvent(event)
        self._progress.show_done(*self._done(self._controller.state))

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        self._offer(new)
        self._progress.show_done(*self._done(new))

    def _offer(self, new: LabState) -> None:
        drawn = new.reading is not None
        offered = drawn and default_goal(new), new.attack_name, new.running
        self._tell_times(new)
        if offered == self._offered:
            return
        self._offered = offered
        self._attack.setText(
            tr("Attack toward {goal}").format(goal=default_goal(new)) if drawn else tr("Attack")
        )
        self._attack.setEnabled(drawn)
        self._every.setEnabled(drawn)
        able = "untargeted" in new.attack.forms
        self._away.setEnabled(drawn and able)
        enable(self._stop, STOP_TIP, "" if new.running else NOT_BUSY)

    def _tell_times(self, new: LabState) -> None:
        """How long each of the three takes, where something else shall be done."""
        drawn = new.reading is not None
        timed, before = (new.attack, new.network, new.aware, drawn), self._timed
        if before is not None and all(map(is_, timed, before)):
            return
        self._timed = timed
        if not drawn:
            for button in (self._attack, self._every, self._away):
                button.setToolTip(NOTHING_TO_ATTACK)
            return
        able = "untargeted" in new.attack.forms
        self._attack.setToolTip(self._words(new, "targeted", 1))
        self._every.setToolTip(f"{_EVERY}\n{self._words(new, 'targeted', LABELS - 1)}")
        away = f"{_AWAY}\n{self._words(new, 'untargeted', 1)}"
        self._away.setToolTip(away if able else needs_goal(new.attack.title))

    def _words(self, new: LabState, form: Form, lanes: int) -> str:
        network = as_asked(new.network, aware=new.aware)
        return self._controller.stopwatch.words(attack_work(new.attack, network, form, lanes))

    def _time_again(self) -> None:
        self._timed = None
        self._tell_times(self._controller.state)

    def prepare(self, new: LabState) -> None:
        """Paint the progress ahead of the moment in which all else is shown."""
        self._progress.prepare(*self._done(new))

    def _done(self, state: LabState) -> tuple[int, int, str]:
        """So much work of so much, in steps or queries, and in words that fit at its end, too."""
        run = state.run
        if run is None:
            return 0, 1, ""
        attack = run.request.attack
        total = attack.work(run.form, run.lanes)
        if run.phase == "finished" and run.done != total:  # it needed less: that is all of it
            words = amount_words(run.done, attack.unit)
            return 1, 1, words if self._fits(words) else ""
        unit = "" if attack.unit == "steps" else f" {attack.unit}"
        most = numeral(total or run.done, ",")
        said = numeral(run.done, ",") + ("" if total is None else f" / {most}")
        longest = most if total is None else f"{most} / {most}"
        words = next((said + end for end in (unit, "") if self._fits(longest + end)), "")
        return run.done, total or 0, words

    def _fits(self, words: str) -> bool:
        return self.fontMetrics().horizontalAdvance(words) <= self._progress.width()
