"""The rate on unseen digits as a fit goes on, beside random noise of the same size."""

from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from advgui.core.attacks.fitted import Fit, Look
from advgui.core.language import tr
from advgui.lab.fitted.fitting import Learning
from advgui.lab.fitted.text import NOTHING_YET
from advgui.ui.plotting.curves import DOTTED, Curve, PlotData, Titles
from advgui.ui.plotting.plot import Plot

_TITLES: Final = Titles(along=tr("Step"), share=tr("Fooled"))
#: In the smallest window; the sentence above the page names what the key has no room for.
_LEAST: Final = 160
_RATE: Final = Curve("rate", tr("Unseen"), "fooled", share=True)
_NOISE: Final = Curve(
    "noise",
    tr("Noise", "beside what is fitted"),
    "muted",
    DOTTED,
    share=True,
    heading="Noise",
)


class RatesPlot(Plot):
    """One curve that grows, and one that is as flat as noise is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "fit-plot", _TITLES, empty=NOTHING_YET, whole=tr("All steps"), parent=parent
        )
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName(tr("Fooled digits over the steps of the fit"))
        self._shown: tuple[tuple[Look, ...], bool] | None = None

    def where(self, place: float) -> str:
        """A step."""
        return tr("Step {place:,.0f}").format(place=place)

    def show_learning(self, learning: Learning | None, *, busy: bool) -> None:
        """The curves of a fit so far."""
        fit = None if learning is None else learning.fit
        if fit is None or learning is None:
            self._shown = None
            self.clear()
        elif (fit.looks, busy) != self._shown:
            self._shown = fit.looks, busy
            self.set_data(rates_data(fit), float(learning.total) if busy else None)
            self.set_position(float(fit.looks[-1].number))


def rates_data(fit: Fit) -> PlotData:
    """The rates as they are plotted; without noise where there is none of that size."""
    numbers = np.array([look.number for look in fit.looks])
    values = {"rate": np.array([look.rate for look in fit.looks])}
    if fit.noise_rate is None:
        return PlotData((_RATE,), numbers, values)
    flat = np.full(len(numbers), fit.noise_rate)
    return PlotData((_RATE, _NOISE), numbers, values | {"noise": flat})
