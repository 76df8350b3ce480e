"""How the parts of a tile are painted: its title, its image, a line about it, and a note."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen

from advgui.core.images import SIZE, Bytes
from advgui.core.language import numeral
from advgui.ui.theme import marks
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.pixels import FIXED, Scale, Signed, draw_pixels, gray_image, signed_image
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CARD_CORNER, CORNER, RING, SMALL, TIGHT, TextRole, Tokens, tinted

#: Room around the image for its frame and the keyboard's ring.
MARGIN: Final = 2 * RING + 2

_WRAPPED: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
#: How much is seen of what is not of now any more.
FADED: Final = 0.35
#: Device-independent pixels.
_SIGN: Final = 10.0
_RAMP: Final = 6.0
#: The colours of a scale can be told apart from this length on.
_LEAST_RAMP: Final = 32.0


@dataclass(frozen=True)
class TileImage:
    """A valid image, uint8 (28, 28), or a ``signed`` difference of two, int16 in -255 to 255.

    The colours of a difference are ``stretched`` over its own changes, or the same for all.
    """

    data: bytes
    signed: bool
    stretched: bool = True

    @classmethod
    def gray(cls, image: Bytes) -> "TileImage":
        """A valid image."""
        return cls(image.tobytes(), signed=False)

    @classmethod
    def difference(cls, difference: Signed, *, stretched: bool = True) -> "TileImage":
        """A difference of two images."""
        return cls(difference.tobytes(), signed=True, stretched=stretched)

    @property
    def values(self) -> Bytes | Signed:
        """The numbers (28, 28); not to be written to."""
        if self.signed:
            return np.frombuffer(self.data, np.int16).reshape(SIZE, SIZE)
        return np.frombuffer(self.data, np.uint8).reshape(SIZE, SIZE)

    @cached_property
    def peak(self) -> int:
        """The largest change, 0 to 255."""
        return int(np.abs(self.values).max())

    @property
    def scale(self) -> Scale | None:
        """Which colours its changes get; None for an image that is none of changes."""
        if not self.signed:
            return None
        return Scale(self.peak) if self.stretched else FIXED

    def picture(self, *, dark: bool) -> QImage:
        """As it is shown: a difference with zero in the middle."""
        if self.scale is not None:
            return signed_image(self.values.astype(np.int16), dark=dark, scale=self.scale)
        return gray_image(self.values.astype(np.uint8))


class WordsLook(NamedTuple):
    """A line of text: smaller where it would not fit."""

    words: str
    role: TextRole

    def paint(self, painter: QPainter, room: QRectF, colours: Tokens) -> None:
        """At the left of a room."""
        fits = texts().width(self.words, self.role) <= room.width()
        texts().write(painter, room, self.words, self.role if fits else "caption", colours.text)


class ImageLook(NamedTuple):
    """An image in its frame, or words where there is none yet; a ring says the keyboard is here."""

    image: TileImage | None
    mark: Mark | None
    empty: str
    ring: bool

    def paint(self, painter: QPainter, around: QRectF, colours: Tokens) -> None:
        """Within the margin that is around an image."""
        square = around.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if self.image is not None:
            draw_frame(painter, square, self.mark, colours)
            draw_pixels(painter, square, self.image.picture(dark=colours.dark))
        else:
            draw_gap(painter, square, self.empty, colours)
        if self.ring:
            draw_ring(painter, square, colours)


class NoteLook(NamedTuple):
    """What is below the line: the ``scale`` of a difference, or a badge."""

    mark: Mark | None
    scale: Scale | None
    side: float

    def paint(self, painter: QPainter, room: QRectF, colours: Tokens) -> None:
        """At the left of a room; a scale is as long as the ``side`` of its image."""
        if self.scale is not None:
            below = QRectF(room.topLeft(), room.size())
            least = texts().width("\u00b10.00", "caption")
            below.setWidth(min(max(self.side, least), room.width()))
            draw_scale(painter, below, self.scale, colours)
        elif self.mark is not None:
            draw_badge(painter, room, self.mark, marks.WORDS[self.mark], colours)


TileLook = WordsLook | ImageLook | NoteLook


class FadedLook(NamedTuple):
    """The same of what is not of now any more; the keyboard's ring is as clear as ever."""

    look: TileLook

    def paint(self, painter: QPainter, room: QRectF, colours: Tokens) -> None:
        """Pale, on the ground of the window."""
        self.look.paint(painter, room, colours)
        draw_veil(painter, room, colours)
        if isinstance(self.look, ImageLook) and self.look.ring:
            draw_ring(painter, room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), colours)


def draw_veil(painter: QPainter, room: QRectF, colours: Tokens) -> None:
    """The window's ground over what was painted, through which a little of it is seen."""
    painter.save()
    painter.setOpacity(1 - FADED)
    painter.fillRect(room, colours.window)
    painter.restore()


def draw_badge(painter: QPainter, room: QRectF, mark: Mark, words: str, colours: Tokens) -> None:
    """A sign and words on a ground in the colour of what they mean, at the left of ``room``."""
    written, ink = texts(), marks.ink(mark, colours)
    around = SMALL + _SIGN + TIGHT + SMALL
    pill = QRectF(room)
    pill.setWidth(min(around + written.width(words, "caption"), max(room.width(), around)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tinted(marks.fill(mark, colours), colours))
    painter.drawRoundedRect(pill, CORNER, CORNER)
    sign = QRectF(pill.left() + SMALL, pill.center().y() - _SIGN / 2, _SIGN, _SIGN)
    marks.draw_mark(painter, mark, sign, ink)
    inside = pill.adjusted(SMALL + _SIGN + TIGHT, 0, -SMALL, 0)
    written.write(painter, inside, words, "caption", ink)


def draw_scale(painter: QPainter, room: QRectF, scale: Scale, colours: Tokens) -> None:
    """The colours of a signed image, between the largest changes down and up.

    Where both figures would leave no room for the colours there is one, of either sign.
    """
    written, muted = texts(), colours.muted
    end = end_words(scale)
    low, high = f"\u2212{end}", f"+{end}"
    wide = written.width(high, "caption") + TIGHT
    ramp = QRectF(room.left() + wide, room.center().y() - _RAMP / 2, room.width(), _RAMP)
    ramp.setRight(room.right() - wide)
    if ramp.width() < _LEAST_RAMP:
        low, high = f"\u00b1{end}", ""
        ramp.setRight(room.right())
    written.write(painter, room, low, "caption", muted)
    written.write(painter, room, high, "caption", muted, "right")
    if ramp.width() > 0:
        painter.drawImage(ramp, ramp_image(scale, dark=colours.dark))


def end_words(scale: Scale) -> str:
    """The change at the end of a scale, of at most 1."""
    return "1" if scale.peak == 255 else numeral(scale.peak / 255, ".2f")


def ramp_image(scale: Scale, *, dark: bool) -> QImage:
    """The colours of all changes from the least to the largest, in one line."""
    changes = np.linspace(-scale.peak, scale.peak, 255)
    return signed_image(changes[None], dark=dark, scale=scale)


def draw_frame(painter: QPainter, square: QRectF, mark: Mark | None, colours: Tokens) -> None:
    """The ground of an image that is painted next: it is seen around, and covers no pixel."""
    told = mark in ("fooled", "restored")
    wide = RING if told else 1
    colour = marks.fill(mark, colours) if told and mark is not None else colours.line
    painter.fillRect(square.adjusted(-wide, -wide, wide, wide), colour)


def draw_gap(painter: QPainter, square: QRectF, words: str, colours: Tokens) -> None:
    """Words in a frame where there is no image yet."""
    _draw_around(painter, square, QPen(colours.line, 1, Qt.PenStyle.DashLine), CARD_CORNER)
    room = square.adjusted(TIGHT, TIGHT, -TIGHT, -TIGHT)
    painter.setFont(fitting_font(words, room))
    painter.setPen(colours.muted)
    painter.drawText(room, _WRAPPED, words)


def fitting_font(words: str, room: QRectF) -> QFont:
    """The font of captions, made smaller until all of the words are in the room."""
    font = QFont(texts().font("caption"))
    size = QFontMetricsF(font).height()
    while size > SMALL and not room.contains(
        QFontMetricsF(font).boundingRect(room, int(_WRAPPED), words)
    ):
        size -= 1
        font.setPixelSize(round(size))
    return font


def draw_ring(painter: QPainter, square: QRectF, colours: Tokens) -> None:
    """The keyboard is here."""
    beyond = square.adjusted(-RING - 1, -RING - 1, RING + 1, RING + 1)
    _draw_around(painter, beyond, QPen(colours.accent, RING), CORNER)


def _draw_around(painter: QPainter, inner: QRectF, pen: QPen, corner: int) -> None:
    grown = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner.adjusted(-grown, -grown, grown, grown), corner, corner)
