"""The history of a run: its curves, and a walk through all its steps."""

from typing import Final

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advgui.lab.attack.curves import Curves, Gauge
from advgui.lab.attack.shown_run import ShownRun
from advgui.lab.attack.state import LabState
from advgui.ui.attack.timeline import Timeline
from advgui.ui.plotting.curves import DASHED, DOTTED, Curve, CurveTable, PlotData, Titles
from advgui.ui.plotting.plot import Plot
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.layout import column

_TITLES: Final = Titles(along="Step", share="Confidence", rest="L2, misfit")


def run_curves(away: int | None = None) -> CurveTable:
    """What is plotted of a run toward a goal, or away from a label.

    Orange is the goal, as everywhere, and blue what is read. The others are neutral, and told
    apart by their dashes.
    """
    aim = Curve("goal", "Confidence of the goal", "goal", share=True)
    if away is not None:
        title = f"Confidence of the {away} it was read as"
        aim = Curve("goal", title, "prediction", share=True)
    misfit = "Misfit" if away is None else f"Misfit to the {away}"
    return (
        aim,
        Curve("misfit", misfit, "text", DOTTED),
        Curve("distance", "L2 before rounding", "muted", DASHED),
    )


def run_data(found: Curves, away: int | None = None) -> PlotData:
    """What the steps of a run measured, as it is plotted."""
    values = {"goal": found.goal, "misfit": found.misfit, "distance": found.distance}
    return PlotData(run_curves(away), np.arange(len(found)), values)


class RunPlot(Plot):
    """The curves of a run over its steps; ``scrubbed`` tells the step that is chosen in it."""

    scrubbed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "run-plot",
            _TITLES,
            empty="The run's course appears here",
            whole="Whole run",
            parent=parent,
        )
        self.setAccessibleName("Course of the run")
        self.placed.connect(lambda place: self.scrubbed.emit(round(place)))

    def where(self, place: float) -> str:
        """A step."""
        return f"Step {place:.0f}"


class RunHistory(QWidget):
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
        if former is None or _differ(former, run):
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
        """The curves so far; while it runs, with room for the steps to come."""
        steps = float(run.request.attack.total() or 0)
        data = run_data(self._gauge.curves(run), run.away)
        self.plot.set_data(data, steps if run.running else None)


def _differ(one: ShownRun, other: ShownRun) -> bool:
    """Whether the curves of one are not those of the other, or have come to rest."""
    if one.recording is not other.recording or one.selected != other.selected:
        return True
    return one.running != other.running
