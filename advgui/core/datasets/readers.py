"""Data sets of digits, read from the files in which they are published (IDX, UNIPEN), checked."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np

from advgui.core.datasets.packed_files import read_head, read_unpacked, required_file
from advgui.core.digits.rendering import PEN, Stroke, render
from advgui.core.digits.strokes_file import LARGEST_COORDINATE, Drawn
from advgui.core.errors import DatasetError
from advgui.core.images import LABELS, SIZE, Bytes, Labels
from advgui.core.language import tr
from advgui.core.limits import PEN_BYTES, POINTS

Part = Literal["train", "test"]

PEN_FILE: Final = "pendigits-orig.tra"
_SEGMENT: Final = re.compile(
    r"""[^\n]*"(?P<label>\d)"\s*\.COMMENT\s+(?P=label)\s+(?P<writer>[1-9]\d*)\s"""
)
_MNIST_FILES: Final[dict[Part, tuple[str, str]]] = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "test": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}
#: What an IDX file holds, by the number of its axes.
_IDX_KINDS: Final = {1: tr("labels", "what a file holds"), 3: tr("images", "what a file holds")}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Digits:
    """Images (n, 28, 28), labels (n,) in 0..9 and, where known, writers (n,) from 0."""

    images: Bytes
    labels: Labels
    writers: Labels | None = None

    def __repr__(self) -> str:
        return f"<{len(self.labels):,} digits>"


def read_mnist(folder: Path, part: Part) -> Digits:
    """The images and labels of MNIST's training or test part, as many as there are.

    ``folder`` holds the IDX files (LeCun, Cortes and Burges), gzipped or not, under the
    names of either distribution (``train-images-idx3-ubyte``, ``train-images.idx3-ubyte``).

    Raises DatasetError, naming the file, where one is missing, damaged, cut short, of
    another kind, or where the two do not belong together.
    """
    images_name, labels_name = _MNIST_FILES[part]
    images_file = required_file(folder, images_name)
    labels_file = required_file(folder, labels_name)
    images = _read_idx(images_file, 3)
    labels = _read_idx(labels_file, 1)
    _require_pairs(images_file, images.shape, labels_file, labels.shape)
    if labels.max() >= LABELS:
        raise DatasetError(
            tr("{name}: the label {label} is not a digit.").format(
                name=labels_file.name, label=labels.max()
            )
        )
    return Digits(images, labels.astype(np.int64))


def check_mnist(folder: Path) -> None:
    """Raise DatasetError unless the heads of MNIST's four files are right; it takes no time."""
    for images_name, labels_name in _MNIST_FILES.values():
        images_file = required_file(folder, images_name)
        labels_file = required_file(folder, labels_name)
        images = _idx_shape(images_file, read_head(images_file, 4096), 3)
        labels = _idx_shape(labels_file, read_head(labels_file, 4096), 1)
        _require_pairs(images_file, images, labels_file, labels)


def check_pen(folder: Path) -> None:
    """Raise DatasetError unless the pen digits begin as they should; it takes no time."""
    path = required_file(folder, PEN_FILE)
    start = read_head(path, 4096).decode("latin-1")
    if not any(map(_SEGMENT.match, start.split(".SEGMENT")[1:])):
        raise DatasetError(tr("{name}: no pen digits in it.").format(name=path.name))


def read_pen(folder: Path, pen: float = PEN) -> Digits:
    """The pen digits drawn as the canvas draws them, in the file's order.

    ``pen`` as in ``rendering.render``. Raises DatasetError as ``read_pen_strokes`` does.
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
    path = required_file(folder, PEN_FILE)
    digits = tuple(_read_unipen(read_unpacked(path, PEN_BYTES).decode("latin-1"), path.name))
    if not digits:
        raise DatasetError(tr("{name}: no digits in it.").format(name=path.name))
    return digits


def _require_pairs(
    images_file: Path, images: tuple[int, ...], labels_file: Path, labels: tuple[int, ...]
) -> None:
    """Raise DatasetError unless the shapes are those of 28 x 28 images with a label each."""
    if images[1:] != (SIZE, SIZE):
        size = f"{images[2]} x {images[1]}"
        raise DatasetError(
            tr("{name}: its images are {size} pixels, not 28 x 28.").format(
                name=images_file.name, size=size
            )
        )
    if images[0] != labels[0]:
        raise DatasetError(
            tr("{name}: {images} images, but {other} has {labels} labels.").format(
                name=images_file.name, images=images[0], other=labels_file.name, labels=labels[0]
            )
        )
    if not labels[0]:
        raise DatasetError(tr("{name}: no images in it.").format(name=images_file.name))


def _read_idx(path: Path, axes: int) -> Bytes:
    """All of an IDX file of unsigned bytes with that many axes (LeCun, Cortes and Burges).

    Raises DatasetError, naming the file, where it is damaged, cut short or of another kind.
    """
    content = read_unpacked(path)
    shape = _idx_shape(path, content, axes)
    start = _idx_head(axes)
    there, told = len(content) - start, math.prod(shape)
    if there != told:
        kind = _IDX_KINDS[axes]
        raise DatasetError(
            tr("{name}: {there} bytes of {kind}, where its header tells of {told}.").format(
                name=path.name, there=there, kind=kind, told=told
            )
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _idx_shape(path: Path, content: bytes, axes: int) -> tuple[int, ...]:
    """The shape that its header tells of; raises as ``_read_idx`` does."""
    magic = int.from_bytes(content[:4], "big")
    if magic != 0x0800 + axes:
        raise DatasetError(
            tr(
                "{name}: not an IDX file of {kind} (its magic number is {magic}, not {wanted})."
            ).format(name=path.name, kind=_IDX_KINDS[axes], magic=magic, wanted=0x0800 + axes)
        )
    if len(content) < _idx_head(axes):
        raise DatasetError(tr("{name}: cut short within its header.").format(name=path.name))
    return tuple(int(side) for side in np.frombuffer(content[4 : _idx_head(axes)], ">u4"))


def _idx_head(axes: int) -> int:
    return 4 + 4 * axes


def _read_unipen(text: str, name: str) -> Iterator[Drawn]:
    for number, segment in enumerate(text.split(".SEGMENT")[1:], 1):
        head = _SEGMENT.match(segment)
        if head is None:
            raise DatasetError(
                tr("{name}, digit {number}: no line with label and writer.").format(
                    name=name, number=number
                )
            )
        strokes = [_unipen_stroke(part) for part in segment.split(".PEN_DOWN")[1:]]
        found = tuple(stroke for stroke in strokes if stroke is not None)
        if not strokes or len(found) < len(strokes):
            raise DatasetError(
                tr("{name}, digit {number}: strokes missing or damaged.").format(
                    name=name, number=number
                )
            )
        if sum(map(len, found)) > POINTS:
            raise DatasetError(
                tr("{name}, digit {number}: more than {points:,} points.").format(
                    name=name, number=number, points=POINTS
                )
            )
        label, writer = int(head["label"]), int(head["writer"]) - 1
        yield Drawn(found, label, writer)


def _unipen_stroke(text: str) -> Stroke | None:
    """The points up to where the pen was lifted; None where they are damaged."""
    points, lifted, _ = text.partition(".PEN_UP")
    try:
        numbers = np.array(points.split(), np.float64)
    except ValueError:
        return None
    on_paper = (np.abs(numbers) <= LARGEST_COORDINATE).all()
    if not lifted or not len(numbers) or len(numbers) % 2 or not on_paper:
        return None
    return numbers.reshape(-1, 2) * (1.0, -1.0)
