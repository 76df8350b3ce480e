"""Robust accuracy over the budget: a chart of three curves, and the buttons that measure them."""

from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data
from advgui.core.evaluation.curves import RobustnessCurves, Shares
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.defence.measurement import BUDGETS, Measurement, MeasureRobustness, share_done
from advgui.lab.defence.measurement_text import (
    BUSY,
    CANCEL_TIP,
    MEASURE_TIP,
    NOT_BUSY,
    NOT_YET,
    STOP_TIP,
    budget_title,
    measured_words,
    progress_words,
)
from advgui.ui.plotting.curves import DASHED, DOTTED, Curve, CurveTable, PlotData, Series, Titles
from advgui.ui.plotting.plot import Plot
from advgui.ui.session.controller import Controller
from advgui.ui.session.job import JobLane
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.progress_bar import ProgressBar
from advgui.ui.widgets.push_button import enable, push_button
from advgui.ui.widgets.steady_note import SteadyNote

_TITLES: Final = Titles(along="L∞", share=tr("Robust"), least=0.01, counts=False)
_CURVES: Final[CurveTable] = (
    Curve("proven", tr("Proven"), "restored", DASHED, share=True),
    Curve("aware", tr("Aware"), "fooled", share=True),
    Curve("unaware", tr("Unaware"), "prediction", DOTTED, share=True),
)
_PARTS: Final = 1000
#: From one look at the curves to the next.
_REPORTS_MS: Final = 250
#: The least width of the progress, as on the page of the attack.
_LEAST: Final = 32


class CurvesPlot(Plot):
    """The three curves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "robustness-plot", _TITLES, empty=NOT_YET, whole=tr("All budgets"), parent=parent
        )
        self.setAccessibleName(tr("Robust accuracy over the budget"))

    def where(self, place: float) -> str:
        """A budget."""
        return tr("Within {place:.3g}").format(place=place)


class CurvesView(QWidget):
    """Measures when it is asked to, and says of which network."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("robustness")
        self._controller = controller
        self.measurer = JobLane[MeasureRobustness, RobustnessCurves](
            interval_ms=_REPORTS_MS, parent=self
        )
        self.plot = CurvesPlot()
        self._start = push_button("robustness-start", "play", tr("Measure"))
        self._stop = push_button("robustness-stop", "stop", tr("Stop"))
        self._cancel = push_button("robustness-cancel", "clear", tr("Cancel", "what is being made"))
        self._progress = ProgressBar("robustness-progress", tr("How much is measured"))
        self._words = SteadyNote(2, name="robustness-words")
        self._set_up()
        bar = row(self._start, self._stop, self._cancel, self._progress)
        bar.setStretch(3, 1)
        lines = column(self, TIGHT)
        lines.addLayout(bar)
        lines.addWidget(self.plot, 1)
        lines.addWidget(self._words)
        self._shown: RobustnessCurves | None = None
        self._show()

    def _set_up(self) -> None:
        self._progress.setMinimumWidth(_LEAST)
        self._start.clicked.connect(self._measure)
        self._stop.clicked.connect(self.measurer.stop)
        self._cancel.clicked.connect(self.measurer.cancel)
        self.measurer.changed.connect(self._show)

    def apply(self, new: LabState) -> None:
        """Say of which network it is."""
        self._words.set_words(measured_words(self.measurer.state, new.network))

    def _measure(self) -> None:
        state = self._controller.state
        norm = state.bracket_norm
        self.measurer.start(MeasureRobustness(state.network, norm, BUDGETS[norm], find_data(MNIST)))

    def _show(self) -> None:
        now = self.measurer.state
        not_busy = "" if now.busy else NOT_BUSY
        enable(self._start, MEASURE_TIP, BUSY if now.busy else "")
        enable(self._stop, STOP_TIP, not_busy)
        enable(self._cancel, CANCEL_TIP, not_busy)
        done = share_done(now) if now.busy else 0.0
        self._progress.show_done(round(_PARTS * done), _PARTS, progress_words(now))
        self._words.set_words(measured_words(now, self._controller.state.network))
        self._draw(now)

    def _draw(self, now: Measurement) -> None:
        curves = now.value
        self.plot.set_along(budget_title(now))
        if curves is None or not curves.images:
            self.plot.clear()
            return
        data = plot_data(curves)
        self.plot.set_data(data, curves.budgets[-1] if now.busy else None)
        if self._shown is None or self._shown.budgets != curves.budgets:
            self.plot.set_position(curves.budgets[len(curves.budgets) // 2])
        self._shown = curves


def plot_data(curves: RobustnessCurves) -> PlotData:
    """The curves as they are plotted; those of which nothing is known are left out."""
    shares = {"unaware": curves.unaware, "aware": curves.aware, "proven": curves.proven}
    known = tuple(one for one in _CURVES if any(s is not None for s in shares[one.name]))
    values = {one.name: _numbers(shares[one.name]) for one in known}
    return PlotData(known, np.array(curves.budgets), values)


def _numbers(shares: Shares) -> Series:
    return np.array([np.nan if share is None else share for share in shares])
