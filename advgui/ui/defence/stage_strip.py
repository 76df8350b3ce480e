"""An image on its way through the defences: one tile for each stage, and what is read there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.defence.stages import Stage
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.theme.tokens import MEDIUM, TIGHT
from advgui.ui.theme.zoom import follow, zoomed
from advgui.ui.viewer.tile import ShownTile, Tile
from advgui.ui.viewer.tile_looks import MARGIN, TileImage

#: So many tiles can stand beside one another at their least width.
_USUAL: Final = 4
#: As wide as this are readings, where there is room, below however small an image.
_READINGS: Final = 80
_NO_DEFENCE: Final = tr("No defence")
_CHOOSE: Final = tr("Choose one at “Behind”, or train one")
_EMPTY: Final = (tr("What you draw appears here"), tr("What becomes of it"))


class StageTile(QWidget):
    """The image of one stage above the likeliest digits that the network alone reads in it.

    Of one that is ``noted`` they stand below the badge, too, and go on for as far as there is room.
    """

    def __init__(self, number: int, parent: QWidget, *, noted: bool = False) -> None:
        super().__init__(parent)
        self._noted = noted
        self.tile = Tile("", parent=self)
        self.tile.setObjectName(f"stage-{number}")
        self.top = TopReadings(self, all_ten=noted)
        self.top.setObjectName(f"stage-top-{number}")

    def show_stage(self, title: str, stage: Stage | None, empty: str) -> None:
        """Show one, or words where there is no image."""
        image, line = None, ""
        if stage is not None:
            image = TileImage.gray(stage.image)
            line = tr("reads {label}").format(label=stage.reading.label)
        self.tile.set_empty(empty)
        self.tile.show_tile(ShownTile(title, line, None, image))
        self.top.setAccessibleName(tr("Likeliest digits of “{title}”").format(title=title))
        self.top.set_reading(None if stage is None else stage.reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The readings stand below the image and its line, where tiles have a note else."""
        super().resizeEvent(event)
        below = self.top.sizeHint().height()
        self.tile.setGeometry(0, 0, self.width(), self.height() - below + self._covered())
        image = self.tile.image_rect()
        top = round(image.bottom()) + MARGIN + self._line() + self._badge()
        if self._noted:
            below = max(below, self.height() - top)
        wide = min(self.width() - image.left(), max(image.width(), zoomed(_READINGS)))
        self.top.setGeometry(round(image.left()), top, round(wide), below)

    def height_with(self, tile: int) -> int:
        """How high it is with a tile of such a height."""
        return tile - self._covered() + self.top.sizeHint().height()

    def _covered(self) -> int:
        """What of the tile's height the readings take."""
        return self._line() - self._badge()

    def _badge(self) -> int:
        """The height of a badge that is seen, with some room."""
        return self._line() + TIGHT if self._noted else 0

    def _line(self) -> int:
        """The height of a line of the tile."""
        return self.tile.fontMetrics().height() + TIGHT


class StageStrip(QWidget):
    """The stages from left to right; the images shrink before any of them is out of sight.

    Says ``copy_requested`` with the image of one.
    """

    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stages")
        self._tiles: list[StageTile] = []
        self._titles: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_stages((tr("Drawing"),), ())
        follow(self, StageStrip._place)

    @property
    def tiles(self) -> tuple[StageTile, ...]:
        """What is seen, from left to right."""
        return tuple(self._tiles)

    def show_stages(self, titles: Sequence[str], stages: Sequence[Stage]) -> None:
        """Show the stages of these titles; where nothing is drawn there are none of them.

        Where nothing stands before the network, words say what could.
        """
        titles = tuple(titles) if len(titles) > 1 else (*titles, _NO_DEFENCE)
        while len(self._tiles) > len(titles):
            tile = self._tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self._tiles) < len(titles):
            self._add()
        for number, (tile, title) in enumerate(zip(self._tiles, titles, strict=True)):
            empty = _CHOOSE if title == _NO_DEFENCE else _EMPTY[min(number, 1)]
            tile.show_stage(title, stages[number] if number < len(stages) else None, empty)
        if titles != self._titles:
            self._titles = titles
            self._place()

    def _add(self) -> None:
        made = StageTile(len(self._tiles), self)
        made.tile.copy_requested.connect(
            lambda tile=made.tile: self.copy_requested.emit(tile.shown())
        )
        self._tiles.append(made)
        made.show()

    def minimumSizeHint(self) -> QSize:
        """Tiles of three pixels for each of the image's, above their readings."""
        return self._size_of(self._tiles[0].tile.minimumSizeHint())

    def sizeHint(self) -> QSize:
        """Comfortable ones."""
        return self._size_of(self._tiles[0].tile.sizeHint())

    def _size_of(self, tile: QSize) -> QSize:
        wide = _USUAL * tile.width() + (_USUAL - 1) * MEDIUM
        return QSize(wide, self._tiles[0].height_with(tile.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tiles are as large as both sides let them be."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        place_tiles(self._tiles, self.width(), self.height())


def place_tiles(tiles: Sequence[StageTile], width: int, height: int) -> None:
    """Put them beside one another, each as wide as an image of the height that there is lets it.

    All have room for the longest title, but none is wider than its share of the width.
    """
    count, first = len(tiles), tiles[0]
    share = (width - (count - 1) * MEDIUM) // count
    least = [one.tile.minimumSizeHint() for one in tiles]
    room = height - first.height_with(least[0].height()) + 3 * SIZE
    image = max(room, 3 * SIZE) + 2 * MARGIN
    wide = max(1, min(share, max(image, *(one.width() for one in least))))
    for number, tile in enumerate(tiles):
        tile.setGeometry(number * (wide + MEDIUM), 0, wide, height)
