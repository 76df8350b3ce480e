"""The page "One for all": learn once beside the window, and wear it under the pen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.lab.fitted.state import OneForAll
from advgui.ui.fitted.artefact_bar import ArtefactBar
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.measure_view import MeasureView
from advgui.ui.fitted.rates_plot import RatesPlot
from advgui.ui.fitted.run_bar import FitBar
from advgui.ui.fitted.settings import FitSettings
from advgui.ui.fitted.wear_view import WearView
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.widgets.layout import column, heading, row


class OneForAllPage(QWidget):
    """Choices and buttons above; what is worn at the left, the rates at the right."""

    save_wanted = Signal(object)

    def __init__(
        self, fitter: Fitter, controller: Controller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("one-for-all-page")
        self._fitter = fitter
        self.settings = FitSettings(fitter)
        self.bar = FitBar(fitter)
        self.artefacts = ArtefactBar(fitter)
        self.wear = WearView(fitter, controller)
        self.plot = RatesPlot()
        self.measure = MeasureView(fitter, controller)
        self._lay_out()
        fitter.changed.connect(self.apply)

    def _lay_out(self) -> None:
        left, right = column(spacing=TIGHT), column(spacing=TIGHT)
        left.addWidget(self.artefacts)
        left.addWidget(self.wear, 1)
        right.addWidget(self.plot, 1)
        right.addWidget(self.measure)
        below = row(spacing=MEDIUM)
        below.addLayout(left, 3)
        below.addLayout(right, 2)
        lines = column(self)
        lines.addLayout(row(heading(tr("One for all", "page")), self.settings.top))
        lines.addWidget(self.settings)
        lines.addWidget(self.bar)
        lines.addLayout(below, 1)

    def apply(self, old: OneForAll | None, new: OneForAll) -> None:
        """Show what has changed from the old state to the new one."""
        if old is None or old.fitting is not new.fitting:
            self.plot.show_learning(new.fitting.value, busy=new.fitting.busy)

    def showEvent(self, event: QShowEvent) -> None:
        """All of it as it is now."""
        super().showEvent(event)
        self.wear.apply(self._fitter.state)
