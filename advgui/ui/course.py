"""The course of a run: its curves, and a walk through all its steps."""

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.lab.curves import Gauge
from advgui.lab.run import ShownRun
from advgui.lab.state import LabState
from advgui.ui.controller import Controller
from advgui.ui.layout import column
from advgui.ui.plot import RunPlot
from advgui.ui.timeline import Timeline


class Course(QWidget):
    """Plot and timeline of the run that is shown, and of the lane that is looked at."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("course")
        self._controller = controller
        self._gauge = Gauge()
        self.plot = RunPlot()
        self.timeline = Timeline()
        lines = column(self)
        lines.addWidget(self.plot, 1)
        lines.addWidget(self.timeline)
        self.timeline.step_chosen.connect(self._look)
        self.plot.scrubbed.connect(controller.show_step)
        controller.watch(self.apply)

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
        if former is None or run.film is not former.film or run.selected != former.selected:
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
        curves = self._gauge.curves(run)
        self.plot.set_curves(
            np.arange(len(curves)),
            goal=curves.goal,
            misfit=curves.misfit,
            distance=curves.distance,
            away=run.away,
            total=int(run.request.attack.settings.get("steps", 0)) if run.running else None,
        )
