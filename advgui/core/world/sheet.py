"""The sheet to print: an original and an adversarial image with marks, by which a photo is read.

A page in millimetres. Four black discs are the corners of a frame, the top left one a ring, so
that the sheet may lie in a photo as it likes. Between them are the two images at a size that is
the same on every paper, and a wedge of grays, which tells what printer and camera make of each.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.world.homography import Floats
from advgui.core.world.shapes import WHITE, Box, Disc, Line, Page, PrintedImage, Shape

#: Width and height of the papers that can be printed on, in millimetres.
PAPERS: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}

# From here on places are in the frame's own millimetres: from the middle of the ring.
FRAME: Final = (160.0, 100.0)
#: The middles of the marks (4, 2): top left, top right, bottom right, bottom left.
MARKS: Final[Floats] = np.array([[0.0, 0.0], [FRAME[0], 0.0], FRAME, [0.0, FRAME[1]]])
MARK_RADIUS: Final = 2.2
HOLE_RADIUS: Final = 0.9

#: A side of an image. A pixel is 2.3 mm, which every printer prints and every telephone sees.
SIDE: Final = 64.0
#: The top left corners of the two images: original, adversarial.
PLACES: Final = ((10.0, 8.0), (86.0, 8.0))

#: What the wedge's patches are printed as, from paper to black.
WEDGE: Final = tuple(range(0, 256, 17))
WEDGE_PATCH: Final = 8.75
WEDGE_PLACE: Final = (10.0, 82.0)

_OUTLINE: Final = (0.7, 0.2, 170)  # mm from an image's edge, mm of its line, its ink
_READING_Y: Final = 78.0
_TYPE: Final = 3.5
_SMALL_TYPE: Final = 3.0
_LINE: Final = 1.45  # of the type's height
_LETTER: Final = 0.45  # of the type's height: a letter's width, in the mean
_TITLE: Final = tr("An adversarial image to print and to photograph")
_BAR: Final = 100  # mm
_TRUE_SIZE: Final = tr(
    "This bar is {bar} mm long if the sheet was printed at its true size (100 %, not fitted)."
).format(bar=_BAR)
_HOW: Final = tr(
    "Lay the sheet flat in even light, photograph it from above, sharp and with all four "
    "round marks in the picture, and open the photo in advgui: In the world, Read a "
    "photo; or advgui photo FILE."
)


@dataclass(frozen=True, slots=True)
class Captions:
    """The words on a sheet: below each image how it is read, and what the attack was."""

    original: str
    adversarial: str
    notes: Sequence[str] = ()


def sheet(original: Bytes, adversarial: Bytes, captions: Captions, paper: str = "A4") -> Page:
    """A page with both images (28, 28); ``paper`` is one of ``PAPERS``."""
    width, height = PAPERS[paper]
    left, top = (width - FRAME[0]) / 2, 42.0
    shapes = (
        *_moved(_frame(original, adversarial), left, top),
        *_moved(_words(captions), left, top),
        *_moved(_scale_bar(), left, top),
    )
    return Page(width, height, _TITLE, shapes)


def frame_corner(page: Page) -> tuple[float, float]:
    """Where on the page the frame begins: the middle of the ring, in millimetres."""
    ring = next(shape for shape in page.shapes if isinstance(shape, Disc))
    return ring.x, ring.y


def _frame(original: Bytes, adversarial: Bytes) -> Iterator[Shape]:
    """Marks, images and wedge."""
    for x, y in MARKS.tolist():
        yield Disc(x, y, MARK_RADIUS)
    yield Disc(0.0, 0.0, HOLE_RADIUS, WHITE)
    for (x, y), image in zip(PLACES, (original, adversarial), strict=True):
        yield from _outline(x, y)
        yield PrintedImage(x, y, SIDE, image)
    x, y = WEDGE_PLACE
    for number, ink in enumerate(WEDGE):
        yield Box(x + number * WEDGE_PATCH, y, WEDGE_PATCH, WEDGE_PATCH, ink)


def _outline(x: float, y: float) -> Iterator[Box]:
    """A thin frame, so that one sees where an image ends."""
    gap, line, ink = _OUTLINE
    start, length = -gap - line, SIDE + 2 * (gap + line)
    for across, down in ((0.0, start), (0.0, SIDE + gap)):
        yield Box(x + start + across, y + down, length, line, ink)
    for across in (start, SIDE + gap):
        yield Box(x + across, y + start, line, length, ink)


def _words(captions: Captions) -> Iterator[Line]:
    yield Line(-2.2, -14.0, 5.5, _TITLE, bold=True)
    for (x, _), text in zip(PLACES, (captions.original, captions.adversarial), strict=True):
        yield Line(x - sum(_OUTLINE[:2]), _READING_Y, _TYPE, text)
    y = FRAME[1] + 13.0
    for note in captions.notes:
        for text in _wrapped(note, _TYPE):
            yield Line(-MARK_RADIUS, y, _TYPE, text)
            y += _TYPE * _LINE
    for text in _wrapped(_HOW, _SMALL_TYPE):
        yield Line(-MARK_RADIUS, y + 3.0, _SMALL_TYPE, text)
        y += _SMALL_TYPE * _LINE


def _wrapped(text: str, size: float) -> list[str]:
    return textwrap.wrap(text, int(FRAME[0] / (_LETTER * size)))


def _scale_bar() -> Iterator[Shape]:
    """A ruler with a tick each centimetre, to be held beside another."""
    x, y = -MARK_RADIUS, FRAME[1] + 52.0
    yield Box(x, y, _BAR, 0.3)
    for tick in range(0, _BAR + 1, 10):
        height = 3.0 if tick % 50 == 0 else 1.8
        yield Box(x + tick - 0.1, y - height, 0.2, height)
    yield Line(x, y + 6.0, _SMALL_TYPE, _TRUE_SIZE)


def _moved(shapes: Iterator[Shape], x: float, y: float) -> Iterator[Shape]:
    """The shapes from the frame's millimetres to the page's."""
    return (replace(shape, x=shape.x + x, y=shape.y + y) for shape in shapes)
