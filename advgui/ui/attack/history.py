"""The course of a run: its curves, and a walk through all its steps."""

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.lab.attack.curves import Gauge
from advgui.lab.attack.shown_run import ShownRun
from advgui.lab.attack.state import LabState
from advgui.ui.attack.timeline import Timeline
from advgui.ui.plotting.plot_widget import RunPlot
from advgui.ui.plotting.series import Course as Curves
from advgui.ui.plotting.series import run_course
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.layout import column


class Course(QWidget):
    """Plot and timeline of the run that is shown, and of the lane that is looked at."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("course")
        self._controller = controller
        self._gauge = Gauge()
        self._ready: tuple[ShownRun, tuple[Curves, float]] | None = None
        self.plot = RunPlot()
        self.timeline = Timeline()
        lines = column(self)
        lines.addWidget(self.plot, 1)
        lines.addWidget(self.timeline)
        self.timeline.step_chosen.connect(self._look)
        self.plot.scrubbed.connect(controller.show_step)
        controller.watch(self.apply, self.prepare)

    def prepare(self, new: LabState) -> None:
        """Paint the curves of a run ahead of the moment in which all else is shown."""
        if new.run is not None and new.run.running:
            self._ready = new.run, self._curves(new.run)
            self.plot.prepare(*self._ready[1])

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        run = new.run
        if old is not None and run is old.run:
            return
        if run is None:
            self.plot.clear()
            self.timeline.set_range(None)
            return
        former = old.run if old is not None else None
        if (
            former is None
            or run.recording is not former.recording
            or run.selected != former.selected
        ):
            self._show_curves(run)
        self.plot.set_position(run.looked_at)
        self.timeline.set_range(run.step if run.walkable else None)
        self.timeline.set_step(run.looked_at)
        self.timeline.set_best(run.outcome.best_step if run.outcome else None)

    def _look(self, step: int) -> None:
        if self.timeline.playing():
            self._controller.play_step(step)
        else:
            self._controller.show_step(step)

    def _show_curves(self, run: ShownRun) -> None:
        ready, self._ready = self._ready, None
        self.plot.set_course(*(ready[1] if ready and ready[0] is run else self._curves(run)))

    def _curves(self, run: ShownRun) -> tuple[Curves, float]:
        """The curves so far, and the step to which they may go on."""
        found = self._gauge.curves(run)
        curves = run_course(
            np.arange(len(found)),
            goal=found.goal,
            misfit=found.misfit,
            distance=found.distance,
            away=run.away,
        )
        steps = int(run.request.attack.settings.get("steps", 0))
        return curves, float(steps) if run.running else 0.0
