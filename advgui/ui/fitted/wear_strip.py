"""The drawing, what is put on it, and the image that wears it, each with what is read in it."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Reading
from advgui.lab.attack.state import LabState
from advgui.lab.fitted.text import NO_ARTEFACT, NOT_WORN, NOTHING_DRAWN
from advgui.lab.fitted.wearing import Wearing
from advgui.ui.defence.stage_strip import StageTile, place_tiles
from advgui.ui.fitted.patch_hand import PatchHand
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.tokens import MEDIUM
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import TileImage

_NAMES: Final = ("drawing", "put-on", "worn")


class WearStrip(QWidget):
    """Three images. Says ``moved`` where a patch is dragged to, ``copy_requested`` of one."""

    moved = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wear-strip")
        self._tiles = [StageTile(at, self, noted=True) for at in range(len(_NAMES))]
        for part, name in zip(self._tiles, _NAMES, strict=True):
            part.tile.setObjectName(f"wear-{name}")
            part.top.setObjectName(f"wear-{name}-top")
            part.tile.copy_requested.connect(
                lambda tile=part.tile: self.copy_requested.emit(tile.shown())
            )
        self._hand = PatchHand(self._tiles[2].tile, self._tiles[1].tile)
        self._hand.moved.connect(self.moved)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_worn(self, state: LabState, wearing: Wearing | None, *, worn: bool) -> None:
        """The drawing in an artefact, or beside it where it is not ``worn``."""
        drawn = state.image if state.reading is not None else None
        self._show(0, tr("Drawing"), drawn, state.reading, None, NOTHING_DRAWN)
        self._show_put_on(wearing, drawn)
        after = None
        if wearing is not None and worn and drawn is not None:
            after = wearing.worn_by(drawn)
        reading = None if after is None else state.network.read(after)
        mark = None if wearing is None else _mark(wearing, state.reading, reading)
        empty = NO_ARTEFACT if wearing is None else NOTHING_DRAWN if worn else NOT_WORN
        self._show(2, tr("Worn"), after, reading, mark, empty)
        place = wearing.place if wearing is not None and worn else None
        self._hand.hold(place, wearing.side if wearing is not None else 0)

    def _show(
        self,
        at: int,
        title: str,
        image: Bytes | None,
        reading: Reading | None,
        mark: Mark | None,
        empty: str,
    ) -> None:
        part = self._tiles[at]
        line = "" if reading is None else tr("reads {label}").format(label=reading.label)
        shown = None if image is None else TileImage.gray(image)
        part.tile.set_empty(empty)
        part.tile.show_tile(ShownTile(title, line, mark, shown))
        part.top.setAccessibleName(tr("Likeliest digits of “{title}”").format(title=title))
        part.top.set_reading(reading)

    def _show_put_on(self, wearing: Wearing | None, drawn: Bytes | None) -> None:
        tile = self._tiles[1].tile
        if wearing is None:
            tile.set_empty(NO_ARTEFACT)
            tile.show_tile(ShownTile(tr("Perturbation")))
        elif wearing.place is not None:
            row, column = wearing.place
            line = tr("row {row}, column {column}").format(row=row, column=column)
            tile.show_tile(ShownTile(tr("Patch"), line, None, TileImage.gray(wearing.picture())))
        else:
            image = TileImage.difference(wearing.change(drawn))
            tile.show_tile(ShownTile(tr("Perturbation"), "", None, image))

    def minimumSizeHint(self) -> QSize:
        """Tiles of three pixels for each of the image's, above their readings."""
        return self._size_of(self._tiles[0].tile.minimumSizeHint())

    def sizeHint(self) -> QSize:
        """Comfortable ones."""
        return self._size_of(self._tiles[0].tile.sizeHint())

    def _size_of(self, tile: QSize) -> QSize:
        count = len(self._tiles)
        wide = count * tile.width() + (count - 1) * MEDIUM
        return QSize(wide, self._tiles[0].height_with(tile.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tiles are as large as both sides let them be."""
        super().resizeEvent(event)
        place_tiles(self._tiles, self.width(), self.height())


def _mark(wearing: Wearing, before: Reading | None, after: Reading | None) -> Mark | None:
    """What came of it, on the image that wears it."""
    if before is None or after is None:
        return None
    goal = wearing.goal
    if goal is not None and before.label == goal:
        return "already"
    fooled = after.label != before.label if goal is None else after.label == goal
    if fooled:
        return "fooled"
    return "astray" if after.label != before.label else "failed"
