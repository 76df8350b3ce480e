"""Notes how long work has taken, so that it can be told how long the next will take."""

from collections.abc import Callable
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from advgui.lab.attack.choices import attack_work
from advgui.lab.attack.state import LabState
from advgui.lab.pace import Paces, Work, about_words, paces_of
from advgui.ui.session.job import JobLane
from advgui.ui.session.settings import Settings

_NAME: Final = "paces"


class Stopwatch(QObject):
    """Knows the paces of this machine, from one start to the next; ``changed`` says of more."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stopwatch")
        self._paces = Paces()
        self._settings: Settings | None = None

    def remember_in(self, settings: Settings) -> None:
        """Take those that are kept there, and keep there what is learned."""
        self._settings = settings
        self._paces = paces_of(settings.values().get(_NAME))
        self.changed.emit()

    def words(self, work: Work) -> str:
        """About how long it will take, or that nobody knows."""
        return about_words(self._paces.expected(work))

    def seconds(self, work: Work) -> float | None:
        """About how long it will take; None where nobody knows."""
        expected = self._paces.expected(work)
        return None if expected is None else expected.seconds

    def note(self, work: Work, seconds: float, done: float | None = None) -> None:
        """It has taken so long; ``done`` are its units where it ended before all of them."""
        self._paces = self._paces.learned(work, seconds, done)
        if self._settings is not None:
            self._settings.choose(_NAME, self._paces.text())
        self.changed.emit()

    def note_run(self, old: LabState, new: LabState) -> None:
        """An attack may have come to its end, by itself; not one of many that follow the pen."""
        run, former = new.run, old.run
        if run is None or former is None or not former.running or run.ticket != former.ticket:
            return
        if run.phase == "finished" and run.outcomes and not run.live:
            work = attack_work(run.request.attack, run.network, run.form, run.lanes)
            done = run.done if work.units > 1 else None
            self.note(work, max(outcome.seconds for outcome in run.outcomes), done)

    def time(
        self,
        lane: JobLane[Any, Any],
        work_of: Callable[[Any], Work],
        begun: Callable[[Any], bool] = lambda _: True,
    ) -> "JobClock":
        """Note each job of a lane that comes to its end, from the first state that has begun.

        One that goes on from an earlier window says nothing of the whole. Returned is its clock.
        """
        clock = JobClock(lane, begun)

        def look() -> None:
            clock.look()
            if lane.state.phase == "finished" and lane.state.whole:
                self.note(work_of(lane.state.job), clock.seconds)

        lane.changed.connect(look)
        return clock


class JobClock:
    """How long the job of a lane has been at it, without pauses."""

    def __init__(self, lane: JobLane[Any, Any], begun: Callable[[Any], bool]) -> None:
        self.seconds = 0.0
        self._lane, self._begun = lane, begun
        self._ticket = 0
        self._since: float | None = None

    def look(self) -> None:
        """There is news of it."""
        state, now = self._lane.state, perf_counter()
        if state.ticket != self._ticket:
            self._ticket, self._since, self.seconds = state.ticket, None, 0.0
        if self._since is not None:
            self.seconds += now - self._since
        at_it = state.phase == "running" and state.value is not None and self._begun(state.value)
        self._since = now if at_it else None
