"""Files that are opened: what kind each is, told by its name and its start, and what it holds.

Window, commands and Python open every file through here; what a file may ask for is in
``limits``, and what is wrong with one is a BadInput of one sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from advgui.core.digits.image_file import read_image
from advgui.core.digits.ink import Ink
from advgui.core.digits.rendering import LEAST, PEN, Strokes
from advgui.core.digits.strokes_file import count_strokes, read_strokes
from advgui.core.disk.reading import read_start
from advgui.core.errors import BadInput, ImageFileError, NetworkFileError, StrokeFileError
from advgui.core.formats.onnx_file import SUFFIX as ONNX
from advgui.core.formats.safetensors_file import load_network
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network

Kind = Literal["network", "strokes", "image"]

NETWORK_SUFFIX: Final = ".safetensors"
NETWORK_SUFFIXES: Final = (NETWORK_SUFFIX, ONNX)
DRAWING_SUFFIX: Final = ".strokes"
"""How the name of a drawing ends that advgui has saved."""
STROKES_SUFFIXES: Final = (DRAWING_SUFFIX, ".json", ".jsonl", ".ndjson")

#: How strokes, a PNG and a JPEG begin.
_STROKES: Final = b"{"
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True, eq=False)
class DigitFromFile:
    """A digit as a file gave it: strokes, or pixels (28, 28); what it tells of it besides."""

    strokes: Strokes = ()
    pixels: Bytes | None = None
    label: int | None = None
    pen: float | None = None

    def image(self) -> Bytes:
        """The valid image (28, 28) that a network is shown."""
        return self._ink.image() if self.pixels is None else self.pixels

    @property
    def ink(self) -> Ink | None:
        """What an attack on strokes changes; None where it is of pixels, or of too many strokes."""
        return self._ink if self.pixels is None and self._ink.changeable else None

    @property
    def _ink(self) -> Ink:
        return Ink(self.strokes, self.pen or PEN, LEAST if self.on_canvas else 0.0)

    @property
    def on_canvas(self) -> bool:
        """Whether the strokes come from the canvas: they lie on it, and tell their pen."""
        on_it = all(((stroke >= 0.0) & (stroke <= 1.0)).all() for stroke in self.strokes)
        return self.pen is not None and on_it


def kind_of(path: Path) -> Kind:
    """A network by its name, strokes by it or by their first character, else an image."""
    if named_network(path):
        return "network"
    named_strokes = path.suffix.lower() in STROKES_SUFFIXES
    return "strokes" if named_strokes or _start(path).startswith(_STROKES) else "image"


def named_network(path: Path) -> bool:
    """Whether the name ends like a network's, which takes no look at the disk."""
    return path.suffix.lower() in NETWORK_SUFFIXES


def read_digits(path: Path) -> Iterator[DigitFromFile]:
    """The digits of a file, in its order, at least one; each is read when it is wanted.

    Raises StrokeFileError or ImageFileError, naming the file.
    """
    match kind_of(path):
        case "network":
            read_start(path, ImageFileError, 1)  # what is not there at all is told as that
            raise ImageFileError(
                tr("{name}: by its name a network, where a digit is wanted.").format(name=path.name)
            )
        case "strokes":
            for drawn in read_strokes(path):
                yield DigitFromFile(drawn.strokes, label=drawn.label, pen=drawn.pen)
        case "image":
            yield DigitFromFile(pixels=read_image(path))


def read_digit(path: Path, index: int) -> DigitFromFile:
    """One digit of a file, counted from 0; all of them are read, so that a wrong one is told.

    Raises StrokeFileError where there are not so many, and what ``read_digits`` raises.
    """
    found, count = None, 0
    for digit in read_digits(path):
        found = digit if count == index else found
        count += 1
    if found is None:
        sentence = (
            tr("{name} holds {count:,} drawings, numbered from 0: there is no {index}.")
            if count > 1
            else tr("{name} holds {count:,} drawing, numbered from 0: there is no {index}.")
        )
        raise StrokeFileError(sentence.format(name=path.name, count=count, index=index))
    return found


def count_digits(path: Path) -> int:
    """How many digits a file has, which takes no time; raises StrokeFileError."""
    return count_strokes(path) if kind_of(path) == "strokes" else 1


def read_network(path: Path) -> Network:
    """The network of a file, whatever it is called; raises what ``load_network`` raises."""
    try:
        return load_network(path)
    except NetworkFileError as error:
        if not named_network(path) and _start(path).startswith((_STROKES, *_IMAGES)):
            told = tr("{name}: a digit, where a network is wanted.").format(name=path.name)
            raise NetworkFileError(told) from error
        raise


def _start(path: Path) -> bytes:
    """The first characters that are no blanks; none where the reader will say why not."""
    try:
        return read_start(path, BadInput, 64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except BadInput:
        return b""
