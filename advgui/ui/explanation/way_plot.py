"""Confidences along the change, to twice as far, and along noise of the same length."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from advgui.core.explanation.explain import Explanation
from advgui.core.language import english, tr
from advgui.lab.explanation.curves import way_curves
from advgui.ui.plotting.curves import DASHED, Colour, Curve, PlotData, Titles
from advgui.ui.plotting.plot import Plot

_TITLES: Final = Titles(along=tr("Way %"), share=tr("Confidence"), least=200.0)
_EMPTY: Final = tr("The way from the drawing to the adversarial image appears here")
_TIP: Final = tr("The line stands at the place whose figures are above; pull it along.")
_TIP_OF_TURN: Final = tr(
    "The line stands where the label changes, until you pull it; above are the figures there."
)
_CHANGE: Final = tr("{digit} along the change")
_NOISE: Final = tr("{digit} along the noise")
#: In the smallest window.
_LEAST: Final = QSize(152, 76)


class WayPlot(Plot):
    """Its line stands where the label changes, until it is put elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("why-plot", _TITLES, empty=_EMPTY, whole=tr("All"), parent=parent)
        self.setAccessibleName(tr("Confidences along the change and along the noise"))
        self._shown: Explanation | None = None
        self._turn: float | None = None

    def minimumSizeHint(self) -> QSize:
        """Narrow and low, as three images stand beside it."""
        return _LEAST

    def where(self, place: float) -> str:
        """A share of the change, and whether the label changes there."""
        share = tr("{place:.0f}\u00a0% of the change").format(place=place)
        return (
            share
            if place != self._turn
            else tr("{share}: the label changes here").format(share=share)
        )

    def show_explanation(self, found: Explanation | None) -> None:
        """The curves that are known."""
        if found is self._shown:
            return
        before, self._shown = self._shown, found
        turn = found.way.turn if found and found.way else None
        self._turn = None if turn is None else float(round(100 * turn))
        self.setToolTip(_TIP if turn is None else _TIP_OF_TURN)
        data = None if found is None else way_data(found)
        if found is None or data is None:
            self.clear()
            return
        self.set_data(data)
        if before is None or before.way is not found.way:
            self.set_position(100.0 if self._turn is None else self._turn)


def way_data(found: Explanation) -> PlotData | None:
    """The curves as they are plotted; None before there are any."""
    curves = way_curves(found)
    if curves is None:
        return None
    toward, read = found.slope.toward, found.label
    table = (
        _curve("toward", toward, _CHANGE, "goal", short=str(toward)),
        _curve("read", read, _CHANGE, "prediction", short=str(read)),
        _curve("astray", read, _NOISE, "muted", DASHED, short=tr("Noise")),
    )
    values = {"toward": curves.toward, "read": curves.read, "astray": curves.astray}
    return PlotData(table, curves.places, values)


def _curve(
    name: str,
    digit: int,
    along: str,
    colour: Colour,
    line: Qt.PenStyle = Qt.PenStyle.SolidLine,
    *,
    short: str,
) -> Curve:
    """The confidence of a digit along a way; a file's heading is English."""
    words, heading = along.format(digit=digit), english(along).format(digit=digit)
    return Curve(name, words, colour, line, share=True, short=short, heading=heading)
