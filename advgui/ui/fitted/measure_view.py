"""What an artefact comes to on unseen digits, on the network that is chosen now."""

from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.lab.attack.state import LabState
from advgui.lab.fitted.state import OneForAll
from advgui.lab.fitted.text import (
    BUSY,
    MEASURE_TIP,
    NO_DIGITS,
    NO_MEASURE,
    measured_rows,
    measured_words,
)
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.session.controller import Controller
from advgui.ui.theme.icons import set_icon
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, row
from advgui.ui.widgets.push_button import push_button
from advgui.ui.widgets.share_rows import ShareRows
from advgui.ui.widgets.steady_note import SteadyNote

#: A patch has four rates: here, anywhere, at the best places, and white beside it.
_ROWS: Final = 4


class MeasureView(QWidget):
    """A button, the rates, and of how many digits on which network they are."""

    def __init__(
        self, fitter: Fitter, controller: Controller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("measure")
        self._controller, self._fitter = controller, fitter
        self._start = push_button("measure-start", "play", tr("Measure"))
        self._rows = ShareRows(_ROWS)
        self._rows.setObjectName("measure-rows")
        self._rows.setAccessibleName(tr("Rates on unseen digits"))
        self._words = SteadyNote(3, name="measure-words")
        self._start.clicked.connect(fitter.measure)
        lines = column(self, TIGHT)
        lines.addLayout(row(self._start, 1))
        lines.addWidget(self._rows)
        lines.addWidget(self._words)
        fitter.changed.connect(lambda _, new: self._show(new, controller.state.network))
        controller.watch(self._read)
        self._show(fitter.state, controller.state.network)

    def _read(self, old: LabState | None, new: LabState) -> None:
        """Another network is another measurement."""
        if old is None or old.network is not new.network:
            self._show(self._fitter.state, new.network)

    def _show(self, new: OneForAll, network: Network) -> None:
        self._rows.set_rows(measured_rows(new.measured_on(network)))
        self._words.set_words(measured_words(new, network))
        busy = new.measuring.busy
        why_not = _why_not(new)
        self._start.setEnabled(busy or not why_not)
        self._start.setToolTip(
            tr("Stop now and keep what is measured") if busy else why_not or MEASURE_TIP
        )
        words = tr("Stop") if busy else tr("Measure")
        if self._start.text() != words:
            self._start.setText(words)
            set_icon(self._start, "stop" if busy else "play")


def _why_not(state: OneForAll) -> str:
    """Why nothing can be measured now; empty where it can."""
    if state.mnist is None:
        return NO_DIGITS
    if state.fitting.busy:
        return BUSY
    return "" if state.artefact is not None else NO_MEASURE
