"""Turns what the user does into new states, and tells who must know of them."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from advgui.core.attacks.problem import Flags
from advgui.core.digits.rendering import Stroke, Strokes
from advgui.core.nn.network import Network
from advgui.lab.attack import going_back, reports, requests, transitions
from advgui.lab.attack.state import Aim, LabState, RadiusNorm
from advgui.lab.attack.view import View, earlier_goals, view
from advgui.lab.defence import chain
from advgui.lab.drawing.erasing import ERASER, Erasing
from advgui.lab.drawing.model import Drawing, cleared, with_stroke
from advgui.lab.worker.messages import AttackReport
from advgui.lab.worker.runner import Runner
from advgui.ui.session.moment import Listener, Moment, Preparation
from advgui.ui.session.stopwatch import Stopwatch
from advgui.ui.session.worker_bridge import Background

#: From one state of a run to the next: figures can be read, and the user has time.
RUN_MS: Final = 150
#: The same where the attack follows the pen, which is what one looks at.
LIVE_MS: Final = 60

#: From one verdict to the next where they follow by themselves: two a second are calm.
VERDICT_MS: Final = 500


class Controller(QObject):
    """Holds the one frozen state. Every event makes a new one, by a pure transition.

    ``changed`` carries the old and the new state at once. What shows a state is told of it by
    ``watch`` instead, all in the same moment. ``drawing_wanted`` asks whoever is still writing
    a drawing to finish it now.
    """

    changed = Signal(object, object)
    drawing_wanted = Signal()

    def __init__(self, state: LabState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("controller")
        self._state = state
        self._view: View | None = None
        self._erasing: Erasing | None = None
        self._moment = Moment(self)
        self._verdict_rest = QTimer(self, singleShot=True, interval=VERDICT_MS)
        self._verdict_rest.timeout.connect(lambda: self.go(transitions.rested(self.state)))
        self._background = Background(interval_ms=RUN_MS, modest=False, parent=self)
        self._background.reported.connect(self._reported)
        self.runner: Runner[AttackReport] = self._background.runner
        self.stopwatch = Stopwatch(self)
        self.changed.connect(self.stopwatch.note_run)
        self._look_as_often_as_needed()

    @property
    def state(self) -> LabState:
        """What the window is doing now."""
        return self._state

    @property
    def view(self) -> View | None:
        """What the tiles show of the run, if there is one."""
        if self._view is None and self._state.run is not None:
            self._view = view(self._state.run, self._state.threshold)
        return self._view

    @property
    def telling(self) -> bool:
        """Whether the newest state is not shown yet."""
        return self._moment.waiting

    def watch(self, listener: Listener, *preparations: Preparation) -> None:
        """Tell a widget that shows the current state of every other one.

        It may prepare for what takes long to show, in some turns of the event loop before.
        """
        self._moment.add(listener, self._state, *preparations)

    def go(self, new: LabState, *, soon: bool = False) -> None:
        """The next state: the runner is told what it must know, then everyone else."""
        old, self._state = self._state, new
        if new is old:
            return
        if new.run is not old.run or new.threshold != old.threshold:
            self._view = None
        if new.live != old.live:
            self._look_as_often_as_needed()
        request = requests.next_request(old, new)
        if request is not None:
            self.runner.submit(request)
        elif requests.abandoned(old, new):
            self.runner.cancel()
        self.changed.emit(old, new)
        if soon:
            self._moment.tell_soon(new)
        else:
            self._moment.tell(new)

    def _look_as_often_as_needed(self) -> None:
        self._background.look_every(LIVE_MS if self._state.live else RUN_MS)

    def close(self) -> None:
        """End the worker; nothing is reported any more."""
        self._background.close()
        self._moment.stop()
        self._verdict_rest.stop()

    # The drawing

    def preview_stroke(self, stroke: Stroke) -> None:
        """The pen is on its way: the network reads the stroke so far."""
        drawing = with_stroke(self.state.drawing, stroke)
        self.go(transitions.previewed(self.state, drawing))

    def finish_stroke(self, stroke: Stroke) -> None:
        """The pen was lifted: the stroke can be undone from now on."""
        self.go(transitions.drawn(self.state, with_stroke(self.state.drawing, stroke)))

    def preview_erasure(self, path: Stroke) -> Drawing:
        """The eraser is on its way: the network reads what is left, which is returned."""
        left = self._without(path)
        self.go(transitions.previewed(self.state, left))
        return left

    def finish_erasure(self, path: Stroke) -> None:
        """The eraser was lifted."""
        left, self._erasing = self._without(path), None
        self.go(transitions.drawn(self.state, left))

    def _without(self, path: Stroke) -> Drawing:
        """What an eraser leaves that is on its way, over the drawing as it is now."""
        if self._erasing is None or self._erasing.before is not self.state.drawing:
            self._erasing = Erasing(self.state.drawing, ERASER)
        return self._erasing.along(path).left

    def preview_strokes(self, strokes: Strokes) -> None:
        """A digit of the gallery is being written."""
        self.go(transitions.previewed(self.state, self._fresh(strokes)))

    def draw_strokes(self, strokes: Strokes) -> None:
        """A whole new drawing, in canvas units."""
        self.go(transitions.drawn(self.state, self._fresh(strokes)))

    def draw(self, drawing: Drawing) -> None:
        """A drawing that was opened."""
        self.go(transitions.drawn(self.state, drawing))

    def clear(self) -> None:
        """An empty sheet; undo brings the drawing back."""
        self.go(transitions.drawn(self.state, cleared(self.state.drawing)))

    def set_pen(self, pen: float) -> None:
        """The pen's width for the whole drawing, a fraction of the digit's box."""
        self.go(transitions.pen_set(self.state, pen))

    def undo(self) -> None:
        """One change of the drawing back."""
        self.go(transitions.undone(self.state))

    def redo(self) -> None:
        """One change of the drawing forward."""
        self.go(transitions.redone(self.state))

    def _fresh(self, strokes: Strokes) -> Drawing:
        return replace(cleared(self.state.drawing), strokes=strokes)

    # The attack

    def attack(self, aim: Aim) -> None:
        """Attack toward a digit, toward every other digit, or away from what is read."""
        self.drawing_wanted.emit()
        self._begin(requests.aimed(self.state, aim))

    def attack_offered(self) -> None:
        """Attack toward the digit that is offered for the drawing, once that is finished."""
        self.drawing_wanted.emit()
        self.attack(requests.default_goal(self.state))

    def attack_again(self) -> None:
        """The same attack as the one that is shown, on what there is now."""
        self.drawing_wanted.emit()
        self._begin(requests.again(self.state))

    def choose_goal(self, goal: int) -> None:
        """Attack toward a digit, or show that attack where it was made already."""
        self.drawing_wanted.emit()
        self._begin(requests.goal_chosen(self.state, goal))

    def _begin(self, new: LabState) -> None:
        """A run begins, or another one is shown: all is another then, and made in several turns."""
        self.go(new, soon=new.run is not self.state.run)

    def stop(self) -> None:
        """End the run now and keep its best step."""
        run = self.state.run
        self.go(requests.stop_asked(self.state))
        if run is not None and run.running:
            self.runner.stop(run.ticket)

    def _reported(self, report: AttackReport) -> None:
        new = reports.reported(self.state, report, datetime.now().astimezone())
        if self.state.running and not new.running:
            new = self._without_haste(new) if new.live else new
        self.go(new, soon=True)
        self._view = self.view  # now, so that to tell it takes no longer than it must

    def _without_haste(self, new: LabState) -> LabState:
        """With a verdict that is marked only where the last one was shown long enough."""
        calm = transitions.moved(new) if self._verdict_rest.isActive() else new
        self._verdict_rest.start()
        return calm

    # Settings, and where the user looks

    def choose_network(self, network: Network) -> None:
        """Another network reads, and is attacked from now on."""
        self.go(transitions.network_chosen(self.state, network))

    def choose_defence(self, name: str | None) -> None:
        """The network stands behind that defence from now on, or behind none."""
        self.go(transitions.defence_chosen(self.state, name))

    def add_defence(self, name: str) -> None:
        """One more, behind those that are there."""
        self.go(transitions.defence_added(self.state, name))

    def remove_defence(self, place: int) -> None:
        """One of the chain goes."""
        self.go(chain.removed(self.state, place))

    def move_defence(self, place: int, by: int) -> None:
        """One of the chain is moved towards the network, or towards the image."""
        self.go(chain.moved(self.state, place, by))

    def set_defence_parameter(self, place: int, name: str, value: object) -> None:
        """A parameter of one of the chain."""
        self.go(chain.parameter_set(self.state, place, name, value))

    def set_aware(self, aware: bool) -> None:
        """Whether attacks go through the defence."""
        self.go(transitions.aware_set(self.state, aware))

    def choose_attack(self, name: str) -> None:
        """Another attack, with the parameters that it had before."""
        self.go(transitions.attack_chosen(self.state, name))

    def set_parameter(self, name: str, value: object) -> None:
        """A parameter of the chosen attack."""
        self.go(transitions.parameter_set(self.state, name, value))

    def set_region(self, region: Flags | None) -> None:
        """Where the drawing may change, for an attack that keeps to it."""
        self.go(transitions.region_painted(self.state, region))

    def set_confidence(self, confidence: object) -> None:
        """How sure the network must be of the goal."""
        self.go(transitions.confidence_set(self.state, confidence))

    def reset_parameters(self) -> None:
        """All parameters of the chosen attack at their defaults."""
        self.go(transitions.parameters_reset(self.state))

    def set_seed(self, seed: int) -> None:
        """The seed of the runs to come."""
        self.go(transitions.seed_set(self.state, seed))

    def new_seed(self) -> None:
        """The next seed."""
        self.go(transitions.new_seed(self.state))

    def set_live(self, live: bool) -> None:
        """Whether the attack follows the pen."""
        self.go(transitions.live_set(self.state, live))

    def set_threshold(self, threshold: float) -> None:
        """Above which a pixel is ink on the fourth tile."""
        self.go(transitions.threshold_set(self.state, threshold))

    def set_bracket_norm(self, norm: RadiusNorm) -> None:
        """In which norm it is told what is proven of the drawing."""
        self.go(transitions.bracket_norm_set(self.state, norm))

    def set_map_budget(self, budget: float) -> None:
        """Within which budget pixels are shown that could flip."""
        self.go(transitions.map_budget_set(self.state, budget))

    def select_lane(self, goal: int) -> None:
        """Look at another goal of the run or of an earlier one, or attack toward it.

        All that is shown is another one then: it is made in several turns.
        """
        run = self.state.run
        if run is not None and goal in run.goals:
            self.go(transitions.lane_selected(self.state, goal), soon=True)
        elif (kept := earlier_goals(self.state).get(goal)) is not None:
            self.go(going_back.back(self.state, kept.number, kept.lane), soon=True)
        else:
            self.attack(goal)

    def show_step(self, step: int | None) -> None:
        """Look at a step of the run; None is the best one."""
        self.go(transitions.step_shown(self.state, step))

    def play_step(self, step: int) -> None:
        """Look at a step while the run is played."""
        self.go(self._without_haste(transitions.step_shown(self.state, step)))

    def go_by(self, by: int) -> None:
        """Go back to the run before the one that is shown, or on to the one after it."""
        self.go(going_back.stepped(self.state, by), soon=True)

    def tell(self, words: str) -> None:
        """A line at the foot of the window."""
        self.go(transitions.told(self.state, words))
