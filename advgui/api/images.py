"""Digits as images: from a file, from strokes, from an array, from a data set."""

from collections.abc import Sequence
from numbers import Real
from os import PathLike
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advgui.core.datasets.catalogue import MNIST
from advgui.core.datasets.folders import find_data, within
from advgui.core.datasets.readers import Digits, Part, read_mnist
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.digits.normalising import fit
from advgui.core.digits.rendering import PEN, Stroke
from advgui.core.digits.rendering import render as render_strokes
from advgui.core.errors import BadInput, DatasetError, ParameterError
from advgui.core.images import SIZE, Bytes, quantise
from advgui.core.opening import read_digit as read_digit_file

AnyPath = str | PathLike[str]

_NO_STROKE: Final = "A stroke is an array (m, 2) of points, or (m, 3) with the pressure."


class ArrayError(BadInput):
    """An array does not hold what it should: its shape, its type or its values are wrong."""


def read_digit(source: AnyPath | NDArray[np.uint8], index: int = 0) -> Bytes:
    """The digit in a file or a gray image, as MNIST would have it: uint8 (28, 28), ink is 255.

    Args:
        source: A PNG or JPEG file, a file of strokes (JSON, JSON Lines, ``.strokes``), or an
            array uint8 (h, w) of at least 4 x 4 pixels. 28 x 28 pixels are taken as they are, or
            inverted if they are dark on light; in any other image the ink is found, scaled into a
            box of 20 pixels and placed with its centre of mass on pixel 14.
        index: Which drawing of a file that holds several, from 0.

    Raises:
        BadInput: In one sentence, where there is no such file or drawing, or no digit in it.

    >>> import advgui, numpy as np
    >>> photograph = np.full((120, 100), 230, np.uint8)  # white paper,
    >>> photograph[20:100, 45:55] = 20                   # and a dark line on it
    >>> image = advgui.read_digit(photograph)
    >>> image.shape, image.dtype, int(image.max())
    ((28, 28), dtype('uint8'), 255)
    """
    if isinstance(source, np.ndarray):
        return fit(_gray(source))
    return read_digit_file(Path(source), index).image()


def render(strokes: Sequence[ArrayLike], pen: float = PEN) -> Bytes:
    """Strokes as the image that a network is shown: uint8 (28, 28), wherever they were drawn.

    Args:
        strokes: One array (m, 2) for each movement of the pen: x to the right, y down, in any
            unit; or (m, 3) with the pressure in [0, 1].
        pen: The pen's width as a share of the digit's box, in (0, 0.5]; 0.12 is MNIST's.

    Raises:
        ArrayError: Where a stroke is no such array, or the pen is out of its range.

    >>> import advgui
    >>> seven = advgui.render([[(0, 0), (4, 0), (1, 8)]])
    >>> advgui.recognise(advgui.load_network(), seven).label
    7
    """
    return drawn_ink(strokes, pen).image()


def drawn_ink(strokes: Sequence[ArrayLike], pen: float) -> Ink:
    """Strokes as ``render`` takes them; raises ArrayError as it does."""
    drawn = tuple(map(_stroke, strokes))
    return Ink(drawn, _pen(pen))


def _pen(pen: object) -> float:
    """A width of the pen; raises ArrayError for what is none."""
    if isinstance(pen, Real) and 0.0 < float(pen) <= 0.5:
        return float(pen)
    raise ArrayError(f"The pen is a share of the digit's box, above 0 and up to 0.5, not {pen}.")


def _stroke(points: ArrayLike) -> Stroke:
    """A stroke of one's own; raises ArrayError for what is none."""
    try:
        stroke = np.array(points, np.float64)
    except (TypeError, ValueError) as error:
        raise ArrayError(_NO_STROKE) from error
    if stroke.ndim != 2 or stroke.shape[1] not in (2, 3):
        raise ArrayError(_NO_STROKE)
    if not np.isfinite(stroke).all():
        raise ArrayError("A stroke has points that are not finite.")
    if not ((stroke[:, 2:] >= 0) & (stroke[:, 2:] <= 1)).all():
        raise ArrayError("The pressure at a point of a stroke is from 0 to 1.")
    return stroke


def load_gallery() -> Digits:
    """Thirty digits that were drawn for advgui: ``images`` uint8 (30, 28, 28), ``labels`` (30,).

    >>> import advgui
    >>> advgui.load_gallery().labels[:10].tolist()
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    digits = read_gallery()
    images = np.stack([render_strokes(digit.strokes) for digit in digits])
    return Digits(images, np.array([digit.label for digit in digits], np.int64))


def load_mnist(part: Part = "test", folder: AnyPath | None = None) -> Digits:
    """MNIST's ``"train"`` or ``"test"`` part: ``images`` uint8 (n, 28, 28), ``labels`` int64 (n,).

    Args:
        part: 60,000 images for a training, or 10,000 others to test with.
        folder: Where its four files are; if none is named, where ``advgui data`` finds them.

    Raises:
        DatasetError: A BadInput, where they are missing or damaged. Nothing is downloaded.
        ParameterError: A BadInput, for a part that there is not.

    Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".

    >>> import advgui
    >>> digits = advgui.load_mnist("test")
    >>> digits.images.shape[1:], digits.images.dtype
    ((28, 28), dtype('uint8'))
    """
    if part not in get_args(Part):
        raise ParameterError(f"part is {' or '.join(get_args(Part))}; it cannot be {part!r}.")
    return read_mnist(mnist_folder(folder), part)


def mnist_folder(folder: AnyPath | None) -> Path:
    """The folder of MNIST's files; raises DatasetError where nobody knows of one."""
    found = find_data(MNIST) if folder is None else within(MNIST, Path(folder))
    if found is None:
        raise DatasetError("MNIST is not on this computer: advgui data --download gets it.")
    return found


def valid_image(image: ArrayLike) -> Bytes:
    """One valid image (28, 28), as ``valid_images`` takes it."""
    one: Bytes = valid_images(array_of(image)[None])[0]
    return one


def valid_images(images: ArrayLike) -> Bytes:
    """A batch (n, 28, 28): whole numbers from 0 to 255, or real ones in [0, 1], which are rounded.

    Raises ArrayError for any other.
    """
    array = array_of(images)
    if array.ndim != 3 or array.shape[1:] != (SIZE, SIZE) or not len(array):
        raise ArrayError(f"An image is (28, 28) and a batch (n, 28, 28), not {_shape(array)}.")
    whole = np.issubdtype(array.dtype, np.integer)
    if not whole and not np.issubdtype(array.dtype, np.floating):
        raise ArrayError(f"An image is of numbers, not of {array.dtype}.")
    if not ((array >= 0) & (array <= (255 if whole else 1))).all():
        raise ArrayError("An image has whole numbers from 0 to 255, or real ones from 0 to 1.")
    return array.astype(np.uint8) if whole else quantise(array)


def array_of(values: ArrayLike) -> NDArray[Any]:
    """The array that some lists are; raises ArrayError where their lengths differ."""
    try:
        return np.asarray(values)
    except ValueError as error:
        raise ArrayError("An array has rows of one length.") from error


def _shape(array: NDArray[np.generic]) -> str:
    """As the caller knows it: one image was put into a batch of its own."""
    shape = array.shape[1:] if array.shape[:1] == (1,) else array.shape
    return str(shape)


def _gray(image: NDArray[np.uint8]) -> Bytes:
    if image.ndim != 2 or image.dtype != np.uint8:
        raise ArrayError(f"An image is uint8 (h, w), not {image.dtype} {image.shape}.")
    return image
