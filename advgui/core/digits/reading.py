"""Digits from any file that can hold them: an image, or strokes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from advgui.core.digits.image import read_image
from advgui.core.digits.rendering import LEAST, Strokes, render
from advgui.core.digits.strokes import count_strokes, read_strokes
from advgui.core.disk.files import read_start
from advgui.core.errors import BadInput
from advgui.core.images import Bytes

SUFFIX: Final = ".strokes"
"""How the name of a drawing ends that advgui has saved."""
STROKES_SUFFIXES: Final = (SUFFIX, ".json", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A digit as a file gave it: strokes, or pixels (28, 28); what it tells of it besides."""

    strokes: Strokes = ()
    pixels: Bytes | None = None
    label: int | None = None
    pen: float | None = None

    def image(self) -> Bytes:
        """The valid image (28, 28) that a network is shown."""
        if self.pixels is not None:
            return self.pixels
        if self.pen is None:
            return render(self.strokes)
        return render(self.strokes, self.pen, least=LEAST if self.on_canvas else 0.0)

    @property
    def on_canvas(self) -> bool:
        """Whether the strokes come from the canvas: they lie on it, and tell their pen."""
        on_it = all(((stroke >= 0.0) & (stroke <= 1.0)).all() for stroke in self.strokes)
        return self.pen is not None and on_it


def read_digits(path: Path) -> Iterator[Given]:
    """The digits of a file, in its order, at least one; each is read when it is wanted.

    It is taken for strokes by its name or by its first character, else for an image.
    Raises StrokeFileError or ImageFileError, naming the file.
    """
    if _holds_strokes(path):
        for drawn in read_strokes(path):
            yield Given(drawn.strokes, label=drawn.label, pen=drawn.pen)
    else:
        yield Given(pixels=read_image(path))


def count_digits(path: Path) -> int:
    """How many digits a file has, which takes no time; raises StrokeFileError."""
    return count_strokes(path) if _holds_strokes(path) else 1


def _holds_strokes(path: Path) -> bool:
    return path.suffix.lower() in STROKES_SUFFIXES or _start(path).startswith(b"{")


def _start(path: Path) -> bytes:
    """The first characters that are no blanks; none where the reader will say why not."""
    try:
        return read_start(path, BadInput, 64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except BadInput:
        return b""
