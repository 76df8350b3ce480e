"""The drawing with the trigger or without it, as the networks read it that were trained."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.defence.stages import Stage
from advgui.lab.poisoning.state import PoisonPageState
from advgui.ui.defence.stage_strip import StageTile, place_tiles
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.widgets.layout import column, row

_TITLES: Final = (tr("Clean twin"), tr("Poisoned"), tr("Retrained"))
_NAMES: Final = ("twin", "poisoned", "retrained")
_NOT_DRAWN: Final = tr("Draw a digit")
_NOT_TRAINED: Final = tr("Train both first")
_WEAR: Final = tr("Stamp the trigger that was learned on the drawing")
_NO_TRIGGER: Final = tr("No network has learned a trigger yet")


class BothView(QWidget):
    """Two tiles of one image, or three, and a switch for the trigger.

    Says ``copy_requested`` with the image.
    """

    copy_requested = Signal(object)

    def __init__(self, poisoner: Poisoner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("poison-both")
        self._poisoner = poisoner
        self._wear = QCheckBox(tr("With the trigger"))
        self._wear.setObjectName("poison-wear")
        self._wear.toggled.connect(poisoner.wear)
        self.tiles = _Tiles()
        for part in self.tiles.parts:
            part.tile.copy_requested.connect(
                lambda tile=part.tile: self.copy_requested.emit(tile.shown())
            )
        lines = column(self, TIGHT)
        lines.addLayout(row(self._wear, 1))
        lines.addWidget(self.tiles, 1)

    def apply(self, lab: LabState, state: PoisonPageState) -> None:
        """The readings of the drawing as it is now, of the retrained network where there is one."""
        self._wear.setEnabled(state.wearable)
        self._wear.setToolTip(_WEAR if state.wearable else _NO_TRIGGER)
        self._wear.setChecked(state.worn)
        both = state.read(lab)
        empty = _NOT_TRAINED if state.outcome is None else _NOT_DRAWN
        readings = (None,) * 3 if both is None else both.readings
        anew = state.outcome is not None and state.outcome.retrained is not None
        self.tiles.show_first(3 if anew else 2)
        for part, title, reading in zip(self.tiles.parts, _TITLES, readings, strict=True):
            stage = None
            if both is not None and reading is not None:
                stage = Stage(title, both.image, reading)
            part.show_stage(title, stage, empty)


class _Tiles(QWidget):
    """Two or three tiles beside one another, as large as both sides let them be."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = tuple(StageTile(number, self) for number in range(len(_TITLES)))
        self._count = len(self.parts)
        for part, name in zip(self.parts, _NAMES, strict=True):
            part.tile.setObjectName(f"poison-{name}")
            part.top.setObjectName(f"poison-{name}-top")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        """Three pixels for each of the image's."""
        return self._size_of(self.parts[0].tile.minimumSizeHint())

    def sizeHint(self) -> QSize:
        """Comfortable ones."""
        return self._size_of(self.parts[0].tile.sizeHint())

    def _size_of(self, tile: QSize) -> QSize:
        wide = self._count * tile.width() + (self._count - 1) * MEDIUM
        return QSize(wide, self.parts[0].height_with(tile.height()))

    def show_first(self, count: int) -> None:
        """Show so many of them."""
        if count != self._count:
            self._count = count
            for number, part in enumerate(self.parts):
                part.setVisible(number < count)
            self.updateGeometry()
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each as wide as an image of the height that there is, or as its share of the width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        place_tiles(self.parts[: self._count], self.width(), self.height())
