"""Data sets of digits, read from the files in which they are published and checked."""

import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import DatasetError
from advgui.core.files import LARGEST, read_bytes
from advgui.core.images import LABELS, SIZE, Bytes, Labels
from advgui.core.ink import PEN, Stroke, render
from advgui.core.strokefile import Drawn

Part = Literal["train", "test"]

PEN_FILE: Final = "pendigits-orig.tra"
_SEGMENT: Final = re.compile(
    r"""[^\n]*"(?P<label>\d)"\s*\.COMMENT\s+(?P=label)\s+(?P<writer>[1-9]\d*)\s"""
)
_MNIST_FILES: Final[dict[Part, tuple[str, str]]] = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "test": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Digits:
    """Images (n, 28, 28), labels (n,) in 0..9 and, where known, writers (n,) from 0."""

    images: Bytes
    labels: Labels
    writers: Labels | None = None


def read_mnist(folder: Path, part: Part) -> Digits:
    """The images and labels of MNIST's training or test part, as many as there are.

    ``folder`` holds the IDX files (LeCun, Cortes and Burges), gzipped or not, under the
    names of either distribution (``train-images-idx3-ubyte``, ``train-images.idx3-ubyte``).

    Raises DatasetError, naming the file, where one is missing, damaged, cut short, of
    another kind, or where the two do not belong together.
    """
    images_name, labels_name = _MNIST_FILES[part]
    images_file = _find(folder, images_name)
    labels_file = _find(folder, labels_name)
    images = _read_idx(images_file, 3)
    labels = _read_idx(labels_file, 1)
    if images.shape[1:] != (SIZE, SIZE):
        size = f"{images.shape[2]} x {images.shape[1]}"
        raise DatasetError(f"{images_file.name}: its images are {size} pixels, not 28 x 28.")
    if len(images) != len(labels):
        counts = f"{len(images)} images, but {labels_file.name} has {len(labels)} labels"
        raise DatasetError(f"{images_file.name}: {counts}.")
    if len(labels) == 0:
        raise DatasetError(f"{images_file.name}: no images in it.")
    if labels.max() >= LABELS:
        raise DatasetError(f"{labels_file.name}: the label {labels.max()} is not a digit.")
    return Digits(images, labels.astype(np.int64))


def read_pen(folder: Path, pen: float = PEN) -> Digits:
    """The pen digits drawn as the canvas draws them, in the file's order.

    ``pen`` as in ``ink.render``. Raises DatasetError as ``read_pen_strokes`` does.
    """
    digits = read_pen_strokes(folder)
    return Digits(
        np.stack([render(digit.strokes, pen) for digit in digits]),
        np.array([digit.label for digit in digits], np.int64),
        np.array([digit.writer for digit in digits], np.int64),
    )


def read_pen_strokes(folder: Path) -> tuple[Drawn, ...]:
    """Strokes, label and writer (from 0) of the pen digits, y turned to point down.

    ``folder`` holds ``pendigits-orig.tra``, gzipped or not, in UNIPEN form (Alpaydin and
    Alimoglu, "Pen-Based Recognition of Handwritten Digits", 1998). Its comment lines
    tell a digit's label, writer and number.

    Raises DatasetError, naming file and digit, where it is missing, damaged or cut short.
    """
    path = _find(folder, PEN_FILE)
    digits = tuple(_read_unipen(_unpacked(path).decode("latin-1"), path.name))
    if not digits:
        raise DatasetError(f"{path.name}: no digits in it.")
    return digits


def _find(folder: Path, name: str) -> Path:
    """The file of that name, gzipped or not, with ``-`` or ``.`` before ``idx``."""
    for stem in (name, name.replace("-idx", ".idx")):
        for path in (folder / stem, folder / f"{stem}.gz"):
            if path.exists():
                return path
    raise DatasetError(f"{folder}: {name} (or {name}.gz) is not there.")


def _unpacked(path: Path) -> bytes:
    content = read_bytes(path, DatasetError)
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(content, LARGEST)
    except zlib.error as error:
        raise DatasetError(f"{path.name}: its gzip compression is damaged.") from error
    if unpacker.unconsumed_tail:
        raise DatasetError(f"{path.name}: too large once unpacked (over 256 MB).")
    if not unpacker.eof:
        raise DatasetError(f"{path.name}: cut short, its gzip compression does not end.")
    return unpacked


def _read_idx(path: Path, axes: Literal[1, 3]) -> NDArray[np.uint8]:
    """An IDX file of unsigned bytes with that many axes."""
    content = _unpacked(path)
    header = 4 + 4 * axes
    kind = {1: "labels", 3: "images"}[axes]
    magic = int.from_bytes(content[:4], "big")
    if magic != 0x0800 + axes:
        wanted = f"its magic number is {magic}, not {0x0800 + axes}"
        raise DatasetError(f"{path.name}: not an IDX file of {kind} ({wanted}).")
    if len(content) < header:
        raise DatasetError(f"{path.name}: cut short within its header.")
    shape = tuple(int(side) for side in np.frombuffer(content[4:header], ">u4"))
    there, wanted_size = len(content) - header, math.prod(shape)
    if there != wanted_size:
        raise DatasetError(
            f"{path.name}: {there} bytes of {kind}, where its header tells of {wanted_size}."
        )
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape)


def _read_unipen(text: str, name: str) -> Iterator[Drawn]:
    for number, segment in enumerate(text.split(".SEGMENT")[1:], 1):
        head = _SEGMENT.match(segment)
        if head is None:
            raise DatasetError(f"{name}, digit {number}: no line with label and writer.")
        strokes = [_unipen_stroke(part) for part in segment.split(".PEN_DOWN")[1:]]
        if not strokes or any(stroke is None for stroke in strokes):
            raise DatasetError(f"{name}, digit {number}: strokes missing or damaged.")
        label, writer = int(head["label"]), int(head["writer"]) - 1
        yield Drawn(tuple(s for s in strokes if s is not None), label, writer)


def _unipen_stroke(text: str) -> Stroke | None:
    """The points up to where the pen was lifted; None where they are damaged."""
    points, lifted, _ = text.partition(".PEN_UP")
    try:
        numbers = np.array(points.split(), np.float64)
    except ValueError:
        return None
    if not lifted or not len(numbers) or len(numbers) % 2:
        return None
    return numbers.reshape(-1, 2) * (1.0, -1.0)
