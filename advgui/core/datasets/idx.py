"""IDX files of unsigned bytes, in which MNIST is published (LeCun, Cortes and Burges)."""

import math
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.datasets.files import read_head, read_unpacked
from advgui.core.errors import DatasetError

Axes = Literal[1, 3]


def read_idx(path: Path, axes: Axes) -> NDArray[np.uint8]:
    """All of an IDX file with that many axes.

    Raises DatasetError, naming the file, where it is damaged, cut short or of another kind.
    """
    content = read_unpacked(path)
    shape = _shape(path, content, axes)
    start = _head_size(axes)
    there, wanted = len(content) - start, math.prod(shape)
    if there != wanted:
        kind = _kind(axes)
        raise DatasetError(
            f"{path.name}: {there} bytes of {kind}, where its header tells of {wanted}."
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def read_idx_shape(path: Path, axes: Axes) -> tuple[int, ...]:
    """The shape that its header tells of, which takes no time; raises as ``read_idx`` does."""
    return _shape(path, read_head(path, 4096), axes)


def _shape(path: Path, content: bytes, axes: Axes) -> tuple[int, ...]:
    magic = int.from_bytes(content[:4], "big")
    if magic != 0x0800 + axes:
        wanted = f"its magic number is {magic}, not {0x0800 + axes}"
        raise DatasetError(f"{path.name}: not an IDX file of {_kind(axes)} ({wanted}).")
    if len(content) < _head_size(axes):
        raise DatasetError(f"{path.name}: cut short within its header.")
    return tuple(int(side) for side in np.frombuffer(content[4 : _head_size(axes)], ">u4"))


def _head_size(axes: Axes) -> int:
    return 4 + 4 * axes


def _kind(axes: Axes) -> str:
    return {1: "labels", 3: "images"}[axes]
