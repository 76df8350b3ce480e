"""Turns what the user does on the page "One for all" into new states, and has the work done."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.places import Place, best_place
from advgui.core.attacks.problem import Problem
from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data
from advgui.core.parameters import Value
from advgui.lab.attack.state import LabState
from advgui.lab.fitted import state as transitions
from advgui.lab.fitted.fitting import FitArtefact, KeptFit, Learning
from advgui.lab.fitted.measuring import MeasureArtefact, Measured
from advgui.lab.fitted.plan import Plan, kept, restored
from advgui.lab.fitted.state import OneForAll
from advgui.lab.sessions.stored_artefacts import StoredArtefact
from advgui.ui.session.controller import Controller
from advgui.ui.session.job import JobLane

#: From one look at a fit or a measurement to the next.
_REPORTS_MS = 100


class Fitter(QObject):
    """Holds the page's one frozen state; ``changed`` carries the old and the new one."""

    changed = Signal(object, object)

    def __init__(
        self,
        controller: Controller,
        chosen: Mapping[str, object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("fitter")
        self._controller = controller
        self._state = OneForAll(plan=restored(chosen), mnist=find_data(MNIST))
        #: Where a fit is written down meanwhile, if it is.
        self.place: Callable[[], Path | None] = lambda: None
        self._fits = JobLane[FitArtefact, Learning](interval_ms=_REPORTS_MS, parent=self)
        self._fits.place = lambda: self.place()
        self._measures = JobLane[MeasureArtefact, Measured | None](
            interval_ms=_REPORTS_MS, parent=self
        )
        self._fits.changed.connect(self._fit_told)
        self.stopwatch = controller.stopwatch
        self.stopwatch.time(
            self._fits, lambda job: job.work, lambda learning: learning.fit is not None
        )
        self._measures.changed.connect(
            lambda: self._go(replace(self._state, measuring=self._measures.state))
        )
        self._seeking: Generator[Place, None, Place] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._seek_on)

    @property
    def state(self) -> OneForAll:
        """What the page is doing now."""
        return self._state

    @property
    def takes(self) -> str:
        """How long a fit takes, in a sentence; empty where there can be none."""
        job = self._state.job(self._controller.state.network)
        return "" if job is None else f"{self.stopwatch.words(job.work)}."

    @property
    def busy(self) -> bool:
        """Whether a fit is under way, or waits to be gone on with."""
        return self._state.fitting.busy

    @property
    def seeking(self) -> bool:
        """Whether the best place for a patch is being looked for."""
        return self._seeking is not None

    @property
    def chosen(self) -> Mapping[str, Value | None]:
        """What is to be remembered of the choices."""
        return kept(self._state.plan)

    def _go(self, new: OneForAll) -> None:
        old, self._state = self._state, new
        if new is not old:
            self.changed.emit(old, new)

    def _fit_told(self) -> None:
        """It has begun, grown or ended; where it ended, something else is worn than before."""
        was_busy = self.busy
        self._go(transitions.fit_told(self._state, self._fits.state))
        if was_busy and not self.busy:
            self._seek(None)

    # What is chosen

    def _plan(self, plan: Plan) -> None:
        self._go(replace(self._state, plan=plan))

    def choose_method(self, name: str) -> None:
        """Another method, with the parameters that it had before."""
        self._plan(replace(self._state.plan, method=name))

    def set_parameter(self, name: str, value: object) -> None:
        """A parameter of the chosen method."""
        self._plan(self._state.plan.with_parameter(name, value))

    def choose_goal(self, goal: int) -> None:
        """What is to be learned for."""
        self._plan(replace(self._state.plan, goal=goal))

    def set_seed(self, seed: int) -> None:
        """The seed of the fits to come."""
        self._plan(replace(self._state.plan, seed=seed))

    def have_mnist(self, folder: Path | None) -> None:
        """MNIST was found or fetched, or is gone."""
        self._go(replace(self._state, mnist=folder))

    # What is learned and measured

    def fit(self) -> None:
        """Learn against the network that is chosen now."""
        job = self._state.job(self._controller.state.network)
        if job is not None:
            self._rest()
            self._fits.start(job)

    def pause(self) -> None:
        """Hold the fit, or go on with it; broken off, with the digits where they are now."""
        fitting = self._state.fitting
        if fitting.broken_off and fitting.job is not None:
            job = fitting.job
            self._fits.go_on(replace(job, mnist=self._state.mnist or job.mnist))
        elif fitting.paused:
            self._fits.resume()
        else:
            self._fits.pause()

    def take_up(self, kept: KeptFit, path: Path) -> None:
        """Show one that an earlier window was making, which can go on, with what it is to learn."""
        self._rest()
        job = kept.job
        self._plan(self._state.plan.with_job(job.attack, job.goal, job.seed))
        self._fits.take_up(kept, path)

    def stop(self) -> None:
        """End the fit now, and keep what is learned."""
        self._fits.stop()

    def cancel(self) -> None:
        """Drop the fit; what was worn before is worn again."""
        self._fits.cancel()

    def measure(self) -> None:
        """Measure what is worn on the network that is chosen now; what runs is ended."""
        job = self._state.measurement(self._controller.state.network)
        if self._state.measuring.busy:
            self._measures.stop()
        elif job is not None:
            self._measures.start(job)

    def close(self) -> None:
        """End what runs; nothing is told any more."""
        self._rest()
        self._fits.close()
        self._measures.close()

    def _rest(self) -> None:
        """Neither seek nor measure."""
        self._seek(None)
        if self._state.measuring.busy:
            self._measures.cancel()

    # What is worn

    def add(self, artefact: Artefact) -> None:
        """One that was opened, which is worn from now on."""
        self._rest()
        self._go(transitions.added(self._state, artefact))

    def give_back(self, artefacts: Sequence[StoredArtefact]) -> None:
        """Those of a session, beside the present ones."""
        self._rest()
        self._go(transitions.given_back(self._state, artefacts))

    def choose(self, number: int) -> None:
        """Another of the artefacts."""
        self._rest()
        self._go(transitions.chosen(self._state, number))

    def saved(self, artefact: Artefact) -> None:
        """It was written to a file."""
        self._go(transitions.saved(self._state, artefact))

    def wear(self, worn: bool) -> None:
        """Whether the drawing wears it."""
        self._plan(replace(self._state.plan, worn=worn))

    def aim(self, goal: int) -> None:
        """Toward which goal it is worn, where that is said now."""
        self._plan(replace(self._state.plan, toward=goal))

    def put(self, place: Place | None) -> None:
        """Put a patch somewhere; None is where it was fitted."""
        self._seek(None)
        self._go(transitions.placed(self._state, place))

    def seek_best(self) -> None:
        """Put the patch where it leads most on the present drawing, looking at every place."""
        wearing, state = self._state.wearing, self._controller.state
        if wearing is None or wearing.goal is None or not wearing.side or state.reading is None:
            return
        problem = Problem(state.image[None], np.array([wearing.goal]))
        self._seek(best_place(state.network, problem, wearing.artefact.arrays["patch"]))

    def drawing_changed(self, old: LabState | None, new: LabState) -> None:
        """The best place for another drawing, or on another network, is another one."""
        if old is not None and (old.image is not new.image or old.network is not new.network):
            self._seek(None)

    def _seek(self, run: Generator[Place, None, Place] | None) -> None:
        self._seeking = run
        if run is None:
            self._turn.stop()
        else:
            self._turn.start()

    def _seek_on(self) -> None:
        """A few more places: no turn of the window takes long."""
        place = None if self._seeking is None else next(self._seeking, None)
        if place is None:
            self._seek(None)
        else:
            self._go(transitions.placed(self._state, place))
