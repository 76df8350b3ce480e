"""The history of a run: its curves, and a walk through all its steps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from advgui.core.attacks.base import Unit
from advgui.core.language import numeral, tr
from advgui.lab.attack.curves import Curves, Gauge
from advgui.lab.attack.state import LabState
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.attack.timeline import Timeline
from advgui.ui.plotting.curves import DASHED, DOTTED, Curve, CurveTable, PlotData, Titles
from advgui.ui.plotting.plot import Plot
from advgui.ui.session.controller import Controller
from advgui.ui.session.moment import Kept
from advgui.ui.widgets.layout import column

Places = NDArray[np.integer[Any]]

_TITLES: Final = Titles(along=tr("Step"), share=tr("Confidence"), rest=tr("L2, misfit"))
#: Of the very numbers that an attack goes by, while the bars are of the image made of them.
_TIP: Final = tr(
    "The curves are of each step's real numbers, before they are clipped to [0, 1] and rounded; "
    "bars and tiles are of the image. Misfit: half the squared distance between the sigmoids of "
    "the ten logits and what is wanted of them, 1 for the goal and 0 for the others; the bars of "
    "a softmax network are no sigmoids."
)
#: What the axis along is called, by what the work of an attack is counted in.
_ALONG: Final[Mapping[Unit, str]] = {"steps": tr("Step"), "queries": tr("Query")}


def run_curves(away: int | None = None) -> CurveTable:
    """What is plotted of a run toward a goal, or away from a label.

    Orange is the goal, as everywhere, and blue what is read. The others are neutral, and told
    apart by their dashes.
    """
    aim = Curve(
        "goal",
        tr("Confidence of the goal before rounding"),
        "goal",
        share=True,
        short=tr("Raw goal"),
        heading="Confidence of the goal",
    )
    if away is not None:
        aim = Curve(
            "goal",
            tr("Confidence of the {away} before rounding").format(away=away),
            "prediction",
            share=True,
            short=tr("Raw {away}").format(away=away),
            heading=f"Confidence of the {away}",
        )
    misfit = Curve(
        "misfit",
        tr("Misfit before rounding"),
        "text",
        DOTTED,
        short=tr("Raw misfit"),
        heading="Misfit",
    )
    if away is not None:
        title = tr("Misfit to the {away} before rounding").format(away=away)
        misfit = replace(misfit, title=title, heading=f"Misfit to the {away}")
    return (
        aim,
        misfit,
        Curve("distance", tr("L2 before rounding"), "muted", DASHED, short=tr("Raw L2")),
    )


def run_data(found: Curves, away: int | None = None) -> PlotData:
    """What the steps of a run measured, as it is plotted."""
    values = {"goal": found.goal, "misfit": found.misfit, "distance": found.distance}
    return PlotData(run_curves(away), found.places, values)


class RunPlot(Plot):
    """The curves of a run over its steps or its queries; ``scrubbed`` tells a chosen step."""

    scrubbed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "run-plot",
            _TITLES,
            empty=tr("The run's course appears here"),
            whole=tr("Whole run"),
            parent=parent,
        )
        self.setAccessibleName(tr("Course of the run"))
        self.setToolTip(_TIP)
        self._places: Places = np.arange(0)
        self._steps: Places | None = None
        self.placed.connect(lambda place: self.scrubbed.emit(self._step_at(place)))

    def set_run(
        self, data: PlotData, unit: Unit, end: float | None, steps: Places | None = None
    ) -> None:
        """Show the curves of a run, whose work is counted in that.

        ``steps`` are the numbers of those that are there, where some were dropped.
        """
        self._places, self._steps = data.places, steps
        self.set_along(_ALONG[unit])
        self.set_data(data, end)

    def set_step(self, step: int) -> None:
        """Put the line at a step; nothing is emitted."""
        self.set_position(_place(self._places, step, self._steps))

    def where(self, place: float) -> str:
        """A step, or a query."""
        return f"{self.along} {numeral(place, ',.0f')}"

    def _step_at(self, place: float) -> int:
        """The first step at the place, or the one nearest to it."""
        places = self._places
        if not len(places):
            return round(place)
        after = min(int(np.searchsorted(places, place)), len(places) - 1)
        before = max(0, after - 1)
        found = before if place - places[before] < places[after] - place else after
        return found if self._steps is None else int(self._steps[found])


class RunHistory(QWidget):
    """Plot and timeline of the run that is shown, and of the lane that is looked at."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("course")
        self._controller = controller
        self._gauge = Gauge()
        self._data = Kept(self._data_of)
        self.plot = RunPlot()
        self.timeline = Timeline()
        lines = column(self)
        lines.addWidget(self.plot, 1)
        lines.addWidget(self.timeline)
        self.timeline.step_chosen.connect(self._look)
        self.plot.scrubbed.connect(controller.show_step)
        controller.watch(self.apply, self._hold, self._draw_ahead, self._paint_ahead)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed from the old state to the new one."""
        run = new.run
        if old is not None and run is old.run:
            return
        if run is None:
            self.plot.clear()
            self.timeline.set_range(None)
            self.timeline.set_kept(None)
            return
        former = old.run if old is not None else None
        if former is None or _differ(former, run):
            self._show_curves(run)
        self.plot.set_step(run.looked_at)
        self.timeline.set_range(run.step if run.walkable else None)
        self.timeline.set_kept(run.recording.numbers)
        self.timeline.set_step(run.looked_at)
        self.timeline.set_best(run.outcome.best_step if run.outcome else None)

    def _look(self, step: int) -> None:
        if self.timeline.playing():
            self._controller.play_step(step)
        else:
            self._controller.show_step(step)

    def _hold(self, state: LabState) -> None:
        """What is seen is kept as a picture, where a moment brings other curves."""
        if state.run is not None and not self._data.is_of(state.run):
            self.plot.hold()

    def _draw_ahead(self, state: LabState) -> None:
        """The curves that a moment will bring, where it brings others."""
        run = state.run
        if run is not None and not self._data.is_of(run):
            data = self._data(run)
            place = _place(data.places, run.looked_at, run.recording.numbers)
            self.plot.draw_ahead(data, _end(run), place)

    def _paint_ahead(self, state: LabState) -> None:
        self.plot.paint_ahead()

    def _show_curves(self, run: ShownRun) -> None:
        """The curves so far; while it runs, with room for the steps to come."""
        steps = run.recording.numbers
        self.plot.set_run(self._data(run), run.request.attack.unit, _end(run), steps)

    def _data_of(self, run: ShownRun) -> PlotData:
        return run_data(self._gauge.curves(run), run.away)


def _place(places: Places, step: int, steps: Places | None = None) -> float:
    """Where a step is along the axis; ``steps`` are those that are there, if not all."""
    at = step if steps is None else int(np.searchsorted(steps, step))
    return float(places[at]) if at < len(places) else step


def _end(run: ShownRun) -> float | None:
    """The number of its last step; None where it has ended."""
    return float(run.request.attack.work(run.form, run.lanes) or 0) if run.running else None


def _differ(one: ShownRun, other: ShownRun) -> bool:
    """Whether the curves of one are not those of the other, or have come to rest."""
    if one.recording is not other.recording or one.selected != other.selected:
        return True
    return one.running != other.running
