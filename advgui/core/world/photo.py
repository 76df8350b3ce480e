"""The photo of a sheet read back: straightened, made evenly lit, and told in true grays."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.digits.image_file import read_photo_gray
from advgui.core.errors import PhotoError
from advgui.core.images import SIZE, Bytes, quantise
from advgui.core.language import tr
from advgui.core.world.homography import Floats, mapped, scale_at
from advgui.core.world.marks import (
    TOO_BLURRED,
    Frame,
    find_marks,
    sampled,
    wedge_levels,
)
from advgui.core.world.sheet import FRAME, PLACES, SIDE, WEDGE, WEDGE_PATCH, WEDGE_PLACE

_POINTS: Final = 6  # along a pixel of an image, of which so many squared are looked at
_INNER: Final = 0.7  # of its side: at its edges its neighbours shine in
_LEAST_PIXEL: Final = 2.5  # of the photo's pixels that one of an image must have
_LEAST_RANGE: Final = 30  # levels from white to black
_SOFTEST: Final = 1.8  # mm, the width of the blur in which an image's pixels of 2.3 mm are lost
_GAMMA: Final = 2.2  # of a camera: blur mixes light, not levels
_NOISE: Final = 0.1  # of an image's power, in a photo that is sharpened
_STRAIGHT: Final = 4  # pixels of the straightened sheet in a millimetre
_ABOUT: Final = 4.0  # mm about the frame that it shows
#: Strips of the sheet that are paper: left, top, right and bottom in millimetres.
_PAPER: Final = (
    (6.0, 3.0, 154.0, 5.5),
    (4.5, 6.0, 7.5, 94.0),
    (152.5, 6.0, 155.5, 94.0),
    (77.0, 4.0, 83.0, 74.0),
    (6.0, 94.0, 154.0, 97.0),
)


@dataclass(frozen=True, slots=True, eq=False)
class SheetReading:
    """What a photo of a sheet gives: two valid images (28, 28), and how they were found.

    ``frame`` is of the ``photo`` (h, w), which may be smaller than its file; ``straightened`` is
    the sheet's frame looked at from above, evenly lit, in 8-bit gray.
    """

    original: Bytes
    adversarial: Bytes
    frame: Frame
    photo: Bytes
    straightened: Bytes


def read_photo(path: Path) -> SheetReading:
    """The sheet in a PNG or JPEG photo.

    Raises ImageFileError where the file holds no image, PhotoError where there is no sheet in it
    that can be read; each says what to do.
    """
    gray = read_photo_gray(path)
    try:
        return read_sheet(gray)
    except PhotoError as error:
        raise PhotoError(f"{path.name}: {error}") from error


def read_sheet(gray: Bytes) -> SheetReading:
    """The sheet in a photo (h, w) in gray; raises PhotoError."""
    frame = find_marks(gray)
    _require_near(frame)
    white = _white(gray, frame)
    wedge = wedge_levels(gray, frame.matrix)
    _require_good(gray, frame, wedge)
    shares = wedge / _at(white, _wedge_middles())
    original, adversarial = (_image(gray, frame, white, shares, place) for place in PLACES)
    return SheetReading(original, adversarial, frame, gray, _straightened(gray, frame, white))


def _require_near(frame: Frame) -> None:
    middles = np.array(PLACES) + SIDE / 2
    pixel = min(scale_at(frame.matrix, middle) for middle in middles) * SIDE / SIZE
    if pixel < _LEAST_PIXEL:
        raise PhotoError(tr("The sheet is too small in the photo: take it from nearer."))


def _require_good(gray: Bytes, frame: Frame, wedge: Floats) -> None:
    if np.ptp(wedge) < _LEAST_RANGE:
        raise PhotoError(tr("The sheet is too dark in the photo: take it in more light."))
    if _softness(gray, frame) > _SOFTEST:
        raise PhotoError(TOO_BLURRED)


def _softness(gray: Bytes, frame: Frame) -> float:
    """How wide the blur is, in millimetres: the deviation of the slope at the wedge's dark end."""
    away = np.linspace(-5, 5, 81)
    down = np.linspace(2, WEDGE_PATCH - 2, 12)
    x, y = WEDGE_PLACE[0] + WEDGE_PATCH * len(WEDGE), WEDGE_PLACE[1]
    points = np.stack(np.meshgrid(x + away, y + down), axis=-1)
    profile = sampled(gray, mapped(frame.matrix, points)).mean(axis=0)
    slope = np.maximum(np.diff(profile), 0)
    slope[slope < slope.max() / 10] = 0
    middles = (away[1:] + away[:-1]) / 2
    weights = slope / max(slope.sum(), 1e-9)
    return float(np.sqrt(weights @ (middles - weights @ middles) ** 2))


def _white(gray: Bytes, frame: Frame) -> Floats:
    """How bright paper is, as six numbers of a quadratic surface; what is darker is left out."""
    points = np.concatenate([_strip(*strip) for strip in _PAPER])
    levels = sampled(gray, mapped(frame.matrix, points))
    seen = np.isfinite(levels)
    points, levels = points[seen], levels[seen]
    terms = _quadratic(points)
    kept = np.ones(len(levels), bool)
    for _ in range(3):
        surface = np.linalg.lstsq(terms[kept], levels[kept], rcond=None)[0].astype(np.float64)
        away = levels - terms @ surface
        kept = np.abs(away) <= 2 * np.std(away[kept]) + 1
    return surface


def _strip(left: float, top: float, right: float, bottom: float) -> Floats:
    """Points of a rectangle, a millimetre from each other."""
    x, y = np.meshgrid(np.arange(left, right + 0.5), np.arange(top, bottom + 0.5))
    return np.stack([x, y], axis=-1).reshape(-1, 2)


def _quadratic(points: Floats) -> Floats:
    """The six terms (..., 6) of a quadratic surface at points (..., 2) of the frame."""
    x, y = np.moveaxis(points / FRAME, -1, 0)
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _at(white: Floats, points: Floats) -> Floats:
    levels: Floats = np.maximum(_quadratic(points) @ white, 1.0)
    return levels


def _wedge_middles() -> Floats:
    along = (np.arange(len(WEDGE)) + 0.5) * WEDGE_PATCH
    y = np.full(len(WEDGE), WEDGE_PLACE[1] + WEDGE_PATCH / 2)
    return np.stack([WEDGE_PLACE[0] + along, y], axis=-1)


def _image(
    gray: Bytes, frame: Frame, white: Floats, wedge: Floats, place: tuple[float, float]
) -> Bytes:
    """One of the two images (28, 28): the ink of each pixel, as the wedge tells it."""
    inner = (np.arange(_POINTS) + 0.5) / _POINTS * _INNER + (1 - _INNER) / 2
    along = (np.arange(SIZE)[:, None] + inner).reshape(-1) * SIDE / SIZE
    points = np.stack(np.meshgrid(along, along), axis=-1) + place
    levels = sampled(gray, mapped(frame.matrix, points)) / _at(white, points)
    light = (levels**_GAMMA).reshape(SIZE, _POINTS, SIZE, _POINTS)
    cells = _sharpened(
        np.nan_to_num(np.nanmean(light, axis=(1, 3)), nan=1.0), _softness(gray, frame)
    )
    falling = np.minimum.accumulate(wedge) ** _GAMMA
    return quantise(np.interp(cells, falling[::-1], np.array(WEDGE[::-1]) / 255.0))


def _sharpened(light: Floats, softness: float) -> Floats:
    """The light of an image's pixels (28, 28) before a blur of so many millimetres.

    By Wiener's filter: what the blur has left of each frequency is raised again, as far as it
    stands out of the noise.
    """
    edge = 4
    frequencies = np.fft.fftfreq(SIZE + 2 * edge)
    kept = np.exp(-2 * (np.pi * frequencies * softness * SIZE / SIDE) ** 2)
    kept = np.multiply.outer(kept, kept)
    raised = kept * (1 + _NOISE) / (kept**2 + _NOISE)
    padded = np.pad(light, edge, constant_values=1.0)
    sharp = np.fft.ifft2(np.fft.fft2(padded) * raised).real
    return sharp[edge:-edge, edge:-edge]


def _straightened(gray: Bytes, frame: Frame, white: Floats) -> Bytes:
    """The frame from above, with white paper."""
    (right, bottom), step = FRAME, 1 / _STRAIGHT
    x, y = (np.arange(-_ABOUT, end + _ABOUT, step) for end in (right, bottom))
    points = np.stack(np.meshgrid(x, y), axis=-1)
    levels = sampled(gray, mapped(frame.matrix, points)) / _at(white, points)
    return quantise(np.nan_to_num(levels, nan=1.0))
