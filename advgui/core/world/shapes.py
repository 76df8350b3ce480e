"""What a page is made of: shapes in millimetres from the page's top left corner, y going down.

Ink goes from 0, white paper, to 255, black, as in an image.
"""

from dataclasses import dataclass
from typing import Final

from advgui.core.images import Bytes

BLACK: Final = 255
WHITE: Final = 0
MM_PER_INCH: Final = 25.4


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle about (x, y)."""

    x: float
    y: float
    radius: float
    ink: int = BLACK


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, of which (x, y) is the top left corner."""

    x: float
    y: float
    width: float
    height: float
    ink: int = BLACK


@dataclass(frozen=True, slots=True, eq=False)
class PrintedImage:
    """An image (28, 28) as a square, of which (x, y) is the top left corner."""

    x: float
    y: float
    side: float
    image: Bytes


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, which begins at x and stands on y; ``size`` is its type's height."""

    x: float
    y: float
    size: float
    words: str
    bold: bool = False


Shape = Disc | Box | PrintedImage | Line


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page and what is on it, from the back to the front."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]
