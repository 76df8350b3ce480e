"""A page as an image of so many dots an inch, as a printer has it, and as it is shown."""

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import Bytes
from advgui.core.world.shapes import MM_PER_INCH, Box, Disc, Line, Page, PrintedImage, Shape

Floats32 = NDArray[np.float32]


def rasterised(page: Page, dpi: float) -> Bytes:
    """The page (h, w) in 8-bit gray, white is 255; edges between dots are smooth."""
    dots = dpi / MM_PER_INCH
    gray = np.full((round(page.height * dots), round(page.width * dots)), 255, np.uint8)
    for shape in page.shapes:
        _draw(gray, shape, dots)
    return gray


def _draw(gray: Bytes, shape: Shape, dots: float) -> None:
    x, y = shape.x * dots, shape.y * dots
    match shape:
        case Box():
            cover = _covered(gray.shape, x, y, shape.width * dots, shape.height * dots)
            _lay(gray, *cover, 255 - shape.ink)
        case Disc():
            _lay(gray, *_disc(gray.shape, x, y, shape.radius * dots), 255 - shape.ink)
        case PrintedImage():
            _put_image(gray, shape, dots)
        case Line():
            _write(gray, shape, dots)


def _lay(gray: Bytes, rows: slice, columns: slice, cover: Floats32, level: int) -> None:
    """Lay a level over a part of the page as far as it is covered."""
    below = gray[rows, columns].astype(np.float32)
    gray[rows, columns] = np.rint(below + (level - below) * cover).astype(np.uint8)


def _covered(
    size: tuple[int, ...], x: float, y: float, width: float, height: float
) -> tuple[slice, slice, Floats32]:
    """The part of a page that a box touches, and how much of each dot is in it."""
    rows, columns = _between(y, y + height, size[0]), _between(x, x + width, size[1])
    cover = np.outer(_shares(rows, y, y + height), _shares(columns, x, x + width))
    return rows, columns, cover


def _disc(
    size: tuple[int, ...], x: float, y: float, radius: float
) -> tuple[slice, slice, Floats32]:
    rows = _between(y - radius - 1, y + radius + 1, size[0])
    columns = _between(x - radius - 1, x + radius + 1, size[1])
    down = np.arange(rows.start, rows.stop)[:, None] + 0.5 - y
    across = np.arange(columns.start, columns.stop) + 0.5 - x
    cover = np.clip(radius + 0.5 - np.hypot(down, across), 0.0, 1.0).astype(np.float32)
    return rows, columns, cover


def _between(start: float, end: float, size: int) -> slice:
    return slice(max(int(np.floor(start)), 0), min(int(np.ceil(end)), size))


def _shares(dots: slice, start: float, end: float) -> Floats32:
    """How much of each dot of a row lies between two places."""
    edges = np.arange(dots.start, dots.stop)
    inside = np.minimum(edges + 1, end) - np.maximum(edges, start)
    shares: Floats32 = np.clip(inside, 0.0, 1.0).astype(np.float32)
    return shares


def _put_image(gray: Bytes, shape: PrintedImage, dots: float) -> None:
    """An image dot by dot: each is of the pixel that its middle lies in."""
    rows = _between(shape.y * dots, (shape.y + shape.side) * dots, gray.shape[0])
    columns = _between(shape.x * dots, (shape.x + shape.side) * dots, gray.shape[1])
    count = len(shape.image)
    picked = [
        np.clip(((np.arange(part.start, part.stop) + 0.5) / dots - at) / shape.side, 0, 1 - 1e-9)
        for part, at in ((rows, shape.y), (columns, shape.x))
    ]
    down, across = ((share * count).astype(int) for share in picked)
    gray[rows, columns] = 255 - shape.image[down[:, None], across]


def _write(gray: Bytes, line: Line, dots: float) -> None:
    """Words in Pillow's own type, which is much like Helvetica."""
    from PIL import Image, ImageDraw, ImageFont

    top, bottom = round((line.y - line.size) * dots), round((line.y + line.size / 2) * dots)
    band = Image.fromarray(gray[top:bottom])
    type_face = ImageFont.load_default(line.size * dots)
    place = (line.x * dots, line.y * dots - top)
    bolder = round(line.size * dots / 40) if line.bold else 0
    drawing = ImageDraw.Draw(band)
    drawing.text(place, line.words, 0, type_face, anchor="ls", stroke_width=bolder)
    gray[top:bottom] = np.asarray(band)
