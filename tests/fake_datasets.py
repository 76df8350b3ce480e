"""Data sets that are learnt in no time, as the files in which real ones are published."""

import struct
from pathlib import Path

import numpy as np

from advgui.core.datasets.readers import PEN_FILE, Digits, read_pen
from advgui.core.images import Bytes, Labels
from advgui.core.training.data import HELD_OUT, PENS, Folders, joined


def stripes(count: int, seed: int = 0) -> Digits:
    """Digits whose label is the place of a bright stripe."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 10, count)
    images = random.integers(0, 60, (count, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label + 4 : 2 * label + 6, 4:24] = 250
    return Digits(images, labels)


def write_idx(path: Path, array: Labels | Bytes) -> None:
    """An IDX file of unsigned bytes."""
    header = struct.pack(f">I{array.ndim}I", 0x0800 + array.ndim, *array.shape)
    path.write_bytes(header + array.astype(np.uint8).tobytes())


def write_mnist(folder: Path, train: int = 400, test: int = 100) -> Path:
    """Four files like MNIST's, of stripes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, count, seed in (("train", train, 0), ("t10k", test, 1)):
        digits = stripes(count, seed)
        write_idx(folder / f"{name}-images-idx3-ubyte", digits.images)
        write_idx(folder / f"{name}-labels-idx1-ubyte", digits.labels)
    return folder


def write_pen(folder: Path, writers: int = 30) -> Path:
    """A file like that of the pen digits: each writer has written each digit once."""
    folder.mkdir(parents=True, exist_ok=True)
    digits = [_segment(writer, label) for writer in range(1, writers + 1) for label in range(10)]
    (folder / PEN_FILE).write_text(".VERSION 1.0\n" + "".join(digits), "latin-1")
    return folder


def write_folders(root: Path, *, pen: bool = True) -> Folders:
    """Both data sets, in the folders where they are looked for."""
    mnist = write_mnist(root / "mnist")
    return Folders(mnist, write_pen(root / "pendigits") if pen else None)


def _segment(writer: int, label: int) -> str:
    """A digit that is a bent stroke: where it bends is the label, how far is the writer."""
    points = f"100 400\n{150 + 5 * writer} {380 - 30 * label}\n100 100"
    return (
        f'.SEGMENT DIGIT 0 ? "{label}"\n.COMMENT {label} {writer} 1\n.PEN_DOWN\n{points}\n.PEN_UP\n'
    )


def with_pen(mnist: Digits, folder: Path) -> Digits:
    """MNIST and the pen digits in that folder as a training mixes them, but read in one go."""
    parts = [mnist]
    for pen in PENS:
        digits = read_pen(folder, pen=pen)
        assert digits.writers is not None
        chosen = ~np.isin(digits.writers, HELD_OUT)
        parts.append(Digits(digits.images[chosen], digits.labels[chosen]))
    return joined(parts)
