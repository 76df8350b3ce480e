"""A file as a drawing: an image to draw on, or strokes placed on the canvas; and back."""

from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.digits.reading import read_digits
from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.digits.strokes import Drawn, write_strokes
from advgui.lab.drawing.model import Drawing, from_image

# The middle of the canvas that strokes from a file fill, as a hand would.
FILLED: Final = 0.64


def open_drawing(path: Path, pen: float = PEN) -> Drawing:
    """The first digit of an image or a strokes file, with ``pen`` where it tells none.

    Raises ImageFileError or StrokeFileError, naming the file and what is wrong with it.
    """
    given = next(read_digits(path))
    if given.pixels is not None:
        return from_image(given.pixels, pen)
    if given.pen is not None and given.on_canvas:
        return Drawing(given.strokes, pen=given.pen)
    return Drawing(placed(given.strokes), pen=given.pen or pen)


def save_drawing(path: Path, drawing: Drawing) -> None:
    """Write the strokes where they are, and the pen: opened again, it is the same image.

    An image that was drawn on is not kept. Raises StrokeFileError where the file cannot be
    written.
    """
    write_strokes(path, [Drawn(drawing.strokes, pen=drawing.pen)])


def placed(strokes: Strokes) -> Strokes:
    """Strokes in any unit, moved and scaled into the middle of the unit square."""
    filled = [stroke for stroke in strokes if len(stroke)]
    if not filled:
        return ()
    points = np.concatenate([stroke[:, :2] for stroke in filled])
    low, high = points.min(axis=0), points.max(axis=0)
    # A tap has no size: it stays a dot in the middle.
    scale = FILLED / max(float((high - low).max()), 1e-9)
    middle = (low + high) / 2

    return tuple(
        np.hstack([0.5 + (stroke[:, :2] - middle) * scale, stroke[:, 2:]]) for stroke in filled
    )
