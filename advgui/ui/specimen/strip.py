"""The drawing and the network, folded: a picture, a title, and the three likeliest digits."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.attack.captions import bars_words
from advgui.lab.attack.state import LabState
from advgui.ui.drawing.network_input import NetworkInput
from advgui.ui.network.column import read_of
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import SMALL
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.widgets.layout import column, label, row
from advgui.ui.widgets.steady_note import SteadyNote

#: In pixels: the picture with its frame.
STRIP: Final = 4 * SIZE + 2


class SpecimenStrip(QWidget):
    """Follows the pen and the run as what it stands for does; a click asks to ``open`` that."""

    opened = Signal()

    def __init__(self, controller: Controller, fold: QAction) -> None:
        super().__init__()
        self.setObjectName("specimen-strip")
        self.setToolTip(tr("Open the drawing and the network"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self, lambda strip: strip.setFixedWidth(zoomed(STRIP)))
        self._controller = controller
        self.button = QToolButton()
        self.button.setObjectName("unfold-button")
        self.button.setDefaultAction(fold)
        self.button.setAutoRaise(True)
        self._picture = NetworkInput(captioned=False)
        self._picture.setObjectName("seen-folded")
        self._title = label(role="strong", name="strip-network")
        self._title.setWordWrap(True)
        self._about = SteadyNote(2, name="strip-about")
        self._top = TopReadings()
        self._top.setObjectName("strip-top")
        self._top.setAccessibleName(tr("The likeliest digits"))
        self._lay_out()
        controller.watch(self.apply)

    def _lay_out(self) -> None:
        lines = column(self)
        lines.addLayout(row(self.button, 1))
        lines.addWidget(self._picture)
        lines.addSpacing(SMALL)
        lines.addWidget(self._title)
        lines.addWidget(self._about)
        lines.addWidget(self._top)
        lines.addStretch(1)

    def apply(self, old: LabState | None, new: LabState) -> None:
        """Show what has changed; nobody sees it while it is not there."""
        if self.isHidden():
            return
        if old is None or new.image is not old.image:
            self._picture.set_image(new.image if new.image.any() else None)
        if old is None or new.network is not old.network:
            self._title.setText(new.network.title)
        reading, step = read_of(new, self._controller.view)
        self._about.set_words(bars_words(reading, step))
        self._top.set_reading(reading)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what it stands for."""
        if event.button() == Qt.MouseButton.LeftButton and QRectF(self.rect()).contains(
            event.position()
        ):
            self.opened.emit()
