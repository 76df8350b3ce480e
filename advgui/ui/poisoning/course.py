"""Clean accuracy of both networks and the attack's success, over the epochs."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.core.training.poisoned import Look
from advgui.lab.poisoning.state import PoisonPageState
from advgui.lab.poisoning.text import NOT_YET
from advgui.ui.plotting.curves import DASHED, Curve, CurveTable, PlotData, Titles
from advgui.ui.plotting.plot import Plot

_TITLES: Final = Titles(along=tr("Epoch"), share=tr("Share"), counts=False)
_CURVES: Final[CurveTable] = (
    Curve("success", tr("Success"), "fooled", share=True),
    Curve(
        "clean",
        tr("Poisoned, clean digits"),
        "prediction",
        share=True,
        short=tr("Poisoned"),
        heading="Clean",
    ),
    Curve(
        "twin_clean",
        tr("Clean twin"),
        "restored",
        DASHED,
        share=True,
        short=tr("Twin"),
        heading="Twin",
    ),
)


class PoisonPlot(Plot):
    """The curves of the training that runs, or of the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "poison-plot", _TITLES, empty=NOT_YET, whole=tr("All epochs"), parent=parent
        )
        self.setAccessibleName(tr("Accuracy and success over the epochs"))
        self._shown: tuple[int, bool] | None = None

    def where(self, place: float) -> str:
        """A place in the epochs."""
        return tr("After {place:.2f} epochs").format(place=place)

    def show_state(self, state: PoisonPageState) -> None:
        """The looks of the training so far."""
        job = state.job
        looks = state.looks
        if not looks or job.job is None:
            if self._shown is not None:
                self._shown = None
                self.clear()
            return
        if (id(looks), job.busy) != self._shown:
            self._shown = id(looks), job.busy
            end = float(job.job.trial.plan.epochs) if job.busy else None
            self.set_data(course_data(looks), end)
            self.set_position(looks[-1].epoch)


def course_data(looks: Sequence[Look]) -> PlotData:
    """The looks as they are plotted; without success where the attack has no victims."""
    values = {
        curve.name: np.array(
            [np.nan if (one := getattr(look, curve.name)) is None else one for look in looks],
            np.float64,
        )
        for curve in _CURVES
    }
    known = tuple(curve for curve in _CURVES if not np.isnan(values[curve.name]).all())
    places = np.array([look.epoch for look in looks])
    return PlotData(known, places, {curve.name: values[curve.name] for curve in known})
