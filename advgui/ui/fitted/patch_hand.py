"""A hand on images: it drags a patch over them, or moves it pixel by pixel with the arrow keys."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from advgui.core.attacks.fitted.places import Place
from advgui.core.images import SIZE
from advgui.ui.viewer.tile import Tile

_ARROWS: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class PatchHand(QObject):
    """Says ``moved`` with the place where a patch shall go, which may be beyond an edge."""

    moved = Signal(object)

    def __init__(self, *tiles: Tile) -> None:
        super().__init__(tiles[0])
        self.setObjectName("patch-hand")
        self._tiles = tiles
        self._place: Place | None = None
        self._side = 0
        self._held: tuple[float, float] | None = None
        for tile in tiles:
            tile.installEventFilter(self)

    def hold(self, place: Place | None, side: int) -> None:
        """Where the patch is, and how wide; None where there is none to be moved."""
        if (place is None) != (self._place is None):
            shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.OpenHandCursor
            policy = Qt.FocusPolicy.TabFocus if place is None else Qt.FocusPolicy.StrongFocus
            for tile in self._tiles:
                tile.setCursor(shape)
                tile.setFocusPolicy(policy)
        self._place, self._side = place, side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what moves the patch; all else is the tile's."""
        place = self._place
        if place is None or not isinstance(watched, Tile):
            return False
        if isinstance(event, QKeyEvent):
            return self._key(event, place)
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event, place)
        return False

    def _key(self, event: QKeyEvent, place: Place) -> bool:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.moved.emit((place[0] + way[0], place[1] + way[1]))
        return True

    def _mouse(self, tile: Tile, event: QMouseEvent, place: Place) -> bool:
        kind, left = event.type(), Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and event.button() == left:
            pixel = self._pixel(tile, event.position())
            self._held = self._grip(*pixel, place)
            self._move(*pixel)
            return False  # the tile takes the focus
        if kind == QEvent.Type.MouseMove and self._held is not None:
            self._move(*self._pixel(tile, event.position()))
            return True
        if kind == QEvent.Type.MouseButtonRelease:
            self._held = None
        return False

    def _grip(self, row: float, column: float, place: Place) -> tuple[float, float]:
        """Where the hand holds the patch, or in its middle if it was put beside it."""
        down, right = row - place[0], column - place[1]
        on = 0 <= down < self._side and 0 <= right < self._side
        return (down, right) if on else (self._side / 2, self._side / 2)

    def _move(self, row: float, column: float) -> None:
        if self._held is not None:
            self.moved.emit((round(row - self._held[0]), round(column - self._held[1])))

    def _pixel(self, tile: Tile, point: QPointF) -> tuple[float, float]:
        """The row and column of the image under a point, with their parts."""
        square = tile.image_rect()
        inside = (point - square.topLeft()) * SIZE / square.width()
        return inside.y(), inside.x()
