"""What the canvas of the viewer looks like, as a value, and how that is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.ui.theme.tokens import Tokens
from advgui.ui.viewer import panels
from advgui.ui.viewer.choice import MODES, Choice
from advgui.ui.viewer.image_zoom import ImageZoom, Pixel
from advgui.ui.viewer.magnified import Magnified
from advgui.ui.viewer.panels import Panel
from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import TileImage, draw_ring

_EMPTY: Final = tr("There is nothing to be seen here before an attack is made.")


@dataclass(frozen=True, slots=True)
class Look:
    """Which of four ``tiles`` are seen, which part of them, and where the cursor is.

    The ``divider`` is which share of a swipe is the first image, ``second`` says that it is the
    other one's turn, and ``ring`` that the keyboard is here.
    """

    tiles: tuple[ShownTile, ...] = ()
    choice: Choice = field(default_factory=Choice)
    zoom: ImageZoom = field(default_factory=ImageZoom)
    cursor: Pixel | None = None
    divider: float = 0.5
    second: bool = False
    ring: bool = False

    @property
    def swiped(self) -> bool:
        """Whether there is a divider between two images."""
        return self.choice.mode == "swipe"

    @property
    def shown(self) -> tuple[ShownTile, ...]:
        """The tiles that are looked at; none before there are any."""
        return tuple(self.tiles[number] for number in self.choice.shown) if self.tiles else ()

    @property
    def alternates(self) -> bool:
        """Whether there are two images to be seen by turns."""
        images = [tile.image for tile in self.shown]
        return self.choice.mode == "blink" and bool(images) and all(images)

    @property
    def focus(self) -> tuple[float, float]:
        """About what the keys zoom, as shares of what is seen: the cursor, or the middle."""
        if self.cursor is None:
            return 0.5, 0.5
        middle = self.zoom.area_of(self.cursor, QRectF(0, 0, 1, 1)).center()
        return min(max(middle.x(), 0.0), 1.0), min(max(middle.y(), 0.0), 1.0)

    @property
    def words(self) -> str:
        """What is seen, in words."""
        images = "; ".join(f"{tile.title}, {tile.line}".rstrip(", ") for tile in self.shown)
        return f"{MODES[self.choice.mode][0]}: {images}"

    def divided(self, share: float) -> "Look":
        """The divider elsewhere, at an edge if it is beyond."""
        return replace(self, divider=min(max(share, 0.0), 1.0))

    def neighbour(self, rows: int, columns: int) -> Pixel:
        """The pixel so far from the cursor, which begins in the middle."""
        row, column = self.cursor or (SIZE // 2 - rows, SIZE // 2 - columns)
        last = SIZE - 1
        return min(max(row + rows, 0), last), min(max(column + columns, 0), last)

    def panels(self, room: QRectF, ratio: float) -> tuple[Panel, ...]:
        """Where the images stand in a widget's room, at so many of its pixels in one."""
        scaled = any(tile.image is not None and tile.image.signed for tile in self.shown)
        return panels.panels(self.choice, room, ratio, scaled=scaled)

    def magnified(self, image: TileImage, side: float, ratio: float, *, dark: bool) -> Magnified:
        """An image as it stands in a square of this side."""
        return Magnified(
            image=image,
            zoom=self.zoom,
            side=side,
            ratio=ratio,
            dark=dark,
            numbers=self.choice.numbers,
        )


@dataclass(frozen=True, slots=True)
class LookPainter:
    """Paints a look; ``pixels`` gives an image as it stands in its square."""

    painter: QPainter
    look: Look
    colours: Tokens
    pixels: Callable[[ShownTile, QRectF], QPixmap]

    def paint(self, found: Sequence[Panel]) -> None:
        """All that is seen, in the places that ``panels`` found."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in found:
            self._paint_panel(panel)
        scales = (tile.image.scale for tile in self.look.shown if tile.image is not None)
        scale = next(filter(None, scales), None)
        if scale is not None:
            panels.draw_colour_scale(self.painter, found[-1].square, scale, self.colours)

    def _paint_panel(self, panel: Panel) -> None:
        painter, look, square = self.painter, self.look, panel.square
        shown = [look.tiles[number] for number in panel.images]
        tile = shown[1] if look.second and not look.swiped and len(shown) > 1 else shown[0]
        other = shown[1] if look.swiped else None
        panels.draw_ground(painter, panel, tile, self.colours, other=other)
        self._paint_image(tile, square)
        painter.save()
        painter.setClipRect(square.adjusted(-1, -1, 1, 1))
        if other is not None:
            self._paint_right(other, square)
        if look.cursor is not None and tile.image is not None:
            panels.draw_cursor(painter, look.zoom.area_of(look.cursor, square), self.colours)
        painter.restore()
        if other is not None:
            panels.draw_divider(painter, square, look.divider, self.colours)
        if look.ring:
            draw_ring(painter, square, self.colours)

    def _paint_image(self, tile: ShownTile, square: QRectF) -> None:
        if tile.image is None:
            panels.draw_empty(self.painter, square, _EMPTY, self.colours)
        else:
            self.painter.drawPixmap(square.topLeft(), self.pixels(tile, square))

    def _paint_right(self, tile: ShownTile, square: QRectF) -> None:
        """What is at the right of the divider."""
        right = QRectF(square)
        right.setLeft(square.left() + self.look.divider * square.width())
        self.painter.save()
        self.painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
        self._paint_image(tile, square)
        self.painter.restore()
