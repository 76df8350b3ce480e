"""Drawings on disk: saved by their user, and kept meanwhile, so that a crash takes nothing.

A saved one is a strokes file. One that is kept holds ``strokes`` and ``pen`` as that does, and
in ``image`` what was opened to draw on, as hexadecimal digits.
"""

import json
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.digits.rendering import PEN
from advgui.core.digits.strokes_file import WIDEST_PEN, Drawn, digit_strokes, write_strokes
from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import StrokeFileError
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.drawing.model import Drawing

LARGEST: Final = 16 * 1024 * 1024


def save_drawing(path: Path, drawing: Drawing) -> None:
    """Write the strokes where they are, and the pen: opened again, it is the same image.

    An image that was drawn on is not kept. Raises StrokeFileError where the file cannot be
    written.
    """
    write_strokes(path, [Drawn(drawing.strokes, pen=drawing.pen)])


def keep_drawing(path: Path, drawing: Drawing) -> None:
    """Write a drawing in one piece; of an empty one nothing is kept.

    Raises StrokeFileError where that cannot be done.
    """
    if drawing.empty:
        forget_drawing(path)
        return
    # Stroke by stroke: all at once would hold the interpreter, and with it the pen.
    strokes = ", ".join(json.dumps(stroke.tolist()) for stroke in drawing.strokes)
    image = None if drawing.base is None else drawing.base.tobytes().hex()
    rest = f'"pen": {json.dumps(drawing.pen)}, "image": {json.dumps(image)}'
    write_bytes(path, f'{{"strokes": [{strokes}], {rest}}}'.encode(), StrokeFileError)


def forget_drawing(path: Path) -> None:
    """Keep it no longer, if it is kept. Raises StrokeFileError where that cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StrokeFileError(
            tr("{path}: cannot be removed ({strerror}).").format(path=path, strerror=error.strerror)
        ) from error


def kept_drawing(path: Path) -> Drawing:
    """The drawing of a file, just as it was.

    Raises StrokeFileError where the file does not hold one.
    """
    content = read_bytes(path, StrokeFileError, LARGEST)
    try:
        kept = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise StrokeFileError(tr("{file}: not JSON.").format(file=path.name)) from error
    if not isinstance(kept, dict):
        raise StrokeFileError(tr("{file}: not a drawing.").format(file=path.name))
    strokes, image = kept.get("strokes"), _image(kept.get("image"), path)
    if image is not None and strokes == []:
        return Drawing((), image, _pen(kept.get("pen")))
    return Drawing(digit_strokes(strokes, path.name), image, _pen(kept.get("pen")))


def _pen(width: object) -> float:
    return width if isinstance(width, float) and 0.0 < width <= WIDEST_PEN else PEN


def _image(digits: object, path: Path) -> Bytes | None:
    if digits is None:
        return None
    try:
        content = bytes.fromhex(digits) if isinstance(digits, str) else b""
        return np.frombuffer(content, np.uint8).reshape(SIZE, SIZE)
    except ValueError as error:
        raise StrokeFileError(tr("{file}: its image is damaged.").format(file=path.name)) from error
