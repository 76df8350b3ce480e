"""The map of pixels that can flip, with its budget below it."""

from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from advgui.core.language import numeral, tr
from advgui.lab.attack.state import LabState
from advgui.lab.defence.flips import NO_THRESHOLD, NOTHING_DRAWN, flips
from advgui.ui.defence.flip_map import FlipMap
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import TIGHT
from advgui.ui.widgets.layout import column, label, row, set_tip
from advgui.ui.widgets.steady_note import SteadyNote
from advgui.ui.widgets.told_slider import ToldSlider

_MOST: Final = 128
_TIP: Final = tr("By how much each pixel may change, in levels of 255")


class FlipView(QWidget):
    """Follows the drawing and the budget."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("flips")
        self._map = FlipMap()
        self._budget = ToldSlider(
            tr("Budget of the map"),
            lambda levels: tr("{levels:.2f} of white").format(levels=levels / 255),
        )
        self._budget.setObjectName("flip-budget")
        self._budget.setRange(0, _MOST)
        self._budget.setPageStep(8)
        self._figure = label("0.00", "caption", name="flip-figure")
        self._words = SteadyNote(2, name="flip-words")
        title = label(tr("Pixels that can flip"), "strong")
        lines = column(self, TIGHT)
        lines.addWidget(title)
        lines.addWidget(self._map, 1)
        lines.addWidget(self._words)
        lines.addLayout(row(self._budget, self._figure))
        lines.addStretch()
        self._budget.valueChanged.connect(lambda levels: controller.set_map_budget(levels / 255))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map is square, and what belongs to it stands right below."""
        super().resizeEvent(event)
        self._map.setMaximumHeight(max(self._map.minimumSizeHint().height(), self.width()))

    def apply(self, new: LabState) -> None:
        """Show a state."""
        possible = new.network.parts_at is not None
        with QSignalBlocker(self._budget):
            self._budget.setValue(int(new.map_budget * 255 + 1e-9))
        self._budget.setEnabled(possible)
        set_tip(self._budget, _TIP if possible else NO_THRESHOLD)
        self._figure.setText(numeral(new.map_budget, ".2f"))
        drawn = new.reading is not None
        found = flips(new.network, new.image, new.map_budget) if drawn else None
        if found is not None:
            self._map.show_flips(found, found.words)
        else:
            self._map.show_flips(None, NOTHING_DRAWN if possible else NO_THRESHOLD)
        self._words.set_words("" if found is None else found.words)
