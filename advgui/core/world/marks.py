"""The four marks of a sheet in a photo, however it lies in it.

Round blobs are tried as corners, four at a time: the frame that they span must be seen from
before, tell for each mark the size that it has, and show the wedge of grays where it belongs.
Nothing else in a photo does, so that the words, the images and the table are no matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.errors import PhotoError
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.world.blobs import Blobs, Indices, dark_blobs
from advgui.core.world.homography import Floats, homography, mapped, scale_at
from advgui.core.world.sheet import (
    HOLE_RADIUS,
    MARK_RADIUS,
    MARKS,
    WEDGE,
    WEDGE_PATCH,
    WEDGE_PLACE,
)

_LEAST: Final = 14  # pixels of a mark: of fewer the ring cannot be told
_SURE: Final = 60  # pixels, of which noise alone makes no disc
_FULL: Final = 0.9  # fullness of a disc, hidden in noise
_HOLLOW: Final = 0.4  # and of a ring; .71 if it is sharp
_LONGEST: Final = 6.0  # variances of a disc that is seen from aside
_CONTRAST: Final = 0.6  # of the best blob's
_ALIKE: Final = 0.9  # logarithm of how many times larger one mark may look than another
_FITTING: Final = 0.45  # the same of a mark's size, beside what its frame says
_MOST: Final = 16  # blobs that are tried
_FOURS: Final = 10_000  # about so many a ring and three discs are
_WEDGE: Final = 0.9  # correlation of the wedge with what was printed
_LIKE_A_DISC: Final = 0.7  # correlation of a mark, and of the paper about it, with a disc
_ALONE: Final = 4.5  # mm from a mark's middle to which there is nothing else
#: Logarithm of all distances between marks, each both ways, in radii of a mark.
_SPREAD: Final = float(np.log(np.linalg.norm(MARKS[:, None] - MARKS, axis=-1).sum() / MARK_RADIUS))
_DIM: Final = 50  # of 255: white paper is lighter
_FLAT: Final = 25  # levels from the darkest to the lightest
_SOFT: Final = 0.1  # of these, from one pixel to the next where it is steepest
TOO_BLURRED: Final = tr(
    "The photo is too blurred: hold the telephone still, and tap on the sheet to focus."
)
_NONE: Final = tr(
    "No sheet of advgui was found in the photo: take it from above and from near, sharp "
    "and in even light, with all four round marks in it."
)


Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A sheet that was found: its marks (4, 2) in the photo's pixels, from the ring clockwise.

    ``matrix`` takes the sheet's millimetres, from the ring's middle, to the photo's pixels.
    ``misfit`` says how far sizes and wedge are from what they should be; 0 is perfect.
    """

    marks: Floats
    matrix: Floats
    misfit: float


def find_marks(gray: Bytes) -> Frame:
    """The one sheet in a photo (h, w), upright or not.

    Raises PhotoError where there is none, only a part of one, or more than one.
    """
    blobs = _candidates(dark_blobs(gray, _LEAST))
    found = _frames(gray, blobs)
    if not found:
        raise PhotoError(_why_none(gray, blobs))
    best = min(found, key=lambda frame: frame.misfit)
    if any(_apart(best, other) for other in found):
        raise PhotoError(
            tr("There are two sheets in the photo; take one with a single sheet in it.")
        )
    return best


def sampled(gray: Bytes, points: Floats) -> Floats:
    """The levels of a photo (h, w) at points (..., 2) of it, bilinear; NaN outside."""
    height, width = gray.shape
    corner = np.floor(points).astype(np.intp)
    x, y = corner[..., 0], corner[..., 1]
    outside = (x < 0) | (y < 0) | (x >= width - 1) | (y >= height - 1)
    first = np.where(outside, 0, y * width + x)
    right, below = np.moveaxis(points - corner, -1, 0)
    flat = gray.reshape(-1)
    step = np.where(outside, 0, width)
    above = flat[first] * (1 - right) + flat[first + (step > 0)] * right
    under = flat[first + step] * (1 - right) + flat[first + step + (step > 0)] * right
    return np.where(outside, np.nan, above * (1 - below) + under * below)


def wedge_levels(gray: Bytes, matrix: Floats) -> Floats:
    """How bright each patch of the wedge is in a photo: its median, NaN where it is outside."""
    inner = (np.arange(8) + 0.5) / 8 * 0.7 + 0.15
    x, y = np.meshgrid(inner, inner)
    patch = np.stack([x, y], axis=-1).reshape(1, -1, 2) * WEDGE_PATCH
    starts = np.array(WEDGE_PLACE) + np.arange(len(WEDGE))[:, None] * (WEDGE_PATCH, 0.0)
    levels: Floats = np.median(sampled(gray, mapped(matrix, patch + starts[:, None])), axis=1)
    return levels


def _candidates(blobs: Blobs) -> Blobs:
    """Discs and rings that are dark enough, the darkest first; not too many."""
    long = blobs.spreads[:, 0] > _LONGEST * blobs.spreads[:, 1]
    blobs = blobs[(blobs.fullness > _HOLLOW) & ~long]
    if not len(blobs):
        return blobs
    contrast = 1 - blobs.levels / np.maximum(blobs.surroundings, 1)
    full = blobs.fullness > _FULL
    best = contrast[full].max(initial=0.0)
    # A ring's hole is light, and what is smaller than a camera's blur is grayer.
    enough = contrast > _CONTRAST * best * np.where(full, 1.0, 0.6)
    return blobs[enough]


def _radii(blobs: Blobs) -> Floats:
    """The outer radius of each blob, if it is a disc or a ring."""
    spread = 2 * np.sqrt(blobs.spreads.prod(axis=1))  # R² / 2 of a disc, (R² + r²) / 2 of a ring
    radii: Floats = np.sqrt(spread + blobs.areas / (2 * np.pi))
    return radii


def _frames(gray: Bytes, blobs: Blobs) -> list[Frame]:
    """Every frame that the blobs span: with a ring, or with four discs, as blur closes its hole."""
    radii = _radii(blobs)
    hollow = blobs.fullness <= _FULL
    return [
        frame
        for fours in (_with_ring, _of_discs)
        for four in fours(blobs.centres, radii, hollow)
        for frame in _fitting(gray, blobs.centres[four], radii[four], hollow[four])
    ]


def _fitting(gray: Bytes, marks: Floats, radii: Floats, hollow: Flags) -> Iterator[Frame]:
    """The frames of four marks in one order or another: the ring is the first, if there is one."""
    around = _clockwise(marks)
    if not _convex(marks[around]):
        return
    firsts = np.flatnonzero(hollow[around]) if hollow.any() else range(4)
    for first in firsts:
        order = np.roll(around, -first)
        matrix = homography(MARKS, marks[order])
        misfits = [_size_misfit(matrix, radii[order])]
        for measure in (_wedge_misfit, _marks_misfit):
            if misfits[-1] < 1:
                misfits.append(measure(gray, matrix))
        if max(misfits) < 1:
            yield Frame(marks[order], matrix, sum(misfits))


def _with_ring(centres: Floats, radii: Floats, hollow: Flags) -> Iterator[Indices]:
    """A ring and three discs of about its size, of which there may be a few too many.

    The largest rings come first, and not all of a page that is full of both.
    """
    rings, left = np.flatnonzero(hollow), _FOURS
    for ring in rings[np.argsort(-radii[rings])]:
        discs = np.flatnonzero(~hollow & (np.abs(np.log(radii / radii[ring])) < _ALIKE))
        nearest = discs[np.argsort(np.abs(np.log(radii[discs] / radii[ring])))[:_MOST]]
        threes = list(combinations(nearest.tolist(), 3))
        yield from _of_a_sheet(centres, radii, np.array([(int(ring), *three) for three in threes]))
        left -= len(threes)
        if left < 0:
            return


def _of_discs(centres: Floats, radii: Floats, hollow: Flags) -> Iterator[Indices]:
    """Four discs: the largest, as what is smaller than a mark is not wanted."""
    discs = np.flatnonzero(~hollow)
    largest = discs[np.argsort(-radii[discs])[:_MOST]]
    yield from _of_a_sheet(centres, radii, np.array(list(combinations(largest.tolist(), 4))))


def _of_a_sheet(centres: Floats, radii: Floats, fours: Indices) -> Iterator[Indices]:
    """Those of the fours (n, 4) that are as far apart, for their size, as marks may look."""
    if not len(fours):
        return
    points, sizes = centres[fours], np.log(radii[fours])
    apart = np.linalg.norm(points[:, :, None] - points[:, None], axis=-1).sum(axis=(1, 2))
    spread = np.log(apart) - sizes.mean(axis=1) - _SPREAD
    yield from fours[(np.ptp(sizes, axis=1) < _ALIKE) & (np.abs(spread) < _FITTING)]


def _clockwise(points: Floats) -> Indices:
    """The order of four points about their middle, as they are seen: y goes down."""
    away = points - points.mean(axis=0)
    return np.argsort(np.arctan2(away[:, 1], away[:, 0]))


def _convex(marks: Floats) -> bool:
    """Whether four points, clockwise, have no dent and span an area."""
    sides = np.roll(marks, -1, axis=0) - marks
    after = np.roll(sides, -1, axis=0)
    turns = sides[:, 0] * after[:, 1] - sides[:, 1] * after[:, 0]
    return bool((turns > 0.05 * np.sqrt((sides**2).sum(1) * (after**2).sum(1))).all())


def _size_misfit(matrix: Floats, radii: Floats) -> float:
    """How far the marks' sizes are from what their frame says; 1 is too far."""
    told = np.array([scale_at(matrix, mark) for mark in MARKS]) * MARK_RADIUS
    return float(np.abs(np.log(radii / told)).max()) / _FITTING


def _wedge_misfit(gray: Bytes, matrix: Floats) -> float:
    """How far the wedge is from what was printed, by its correlation; 1 is too far."""
    levels = wedge_levels(gray, matrix)
    if np.isnan(levels).any() or np.ptp(levels) < 1:
        return 1.0
    return (1.0 + float(np.corrcoef(levels, WEDGE)[0, 1])) / (1.0 - _WEDGE)


def _marks_misfit(gray: Bytes, matrix: Floats) -> float:
    """How far the marks are from black discs alone on paper, by correlations; 1 is too far."""
    reach = np.linspace(-_ALONE, _ALONE, 21)
    around = np.stack(np.meshgrid(reach, reach), axis=-1).reshape(-1, 2)
    away = np.hypot(*around.T)
    around, inside = around[away > HOLE_RADIUS], away[away > HOLE_RADIUS] < MARK_RADIUS
    levels = sampled(gray, mapped(matrix, MARKS[:, None] + around))
    if np.isnan(levels).any() or np.ptp(levels, axis=1).min() < 1:
        return 1.0
    likeness = min(float(np.corrcoef(inside, -one)[0, 1]) for one in levels)
    return (1.0 - likeness) / (1.0 - _LIKE_A_DISC)


def _apart(one: Frame, other: Frame) -> bool:
    """Whether two frames are of two sheets: they share no more than a mark."""
    near = np.abs(one.marks[:, None] - other.marks).max(axis=-1) < 2
    return int(near.any(axis=1).sum()) < 2


def _why_none(gray: Bytes, blobs: Blobs) -> str:
    """What to do about a photo in which no sheet was found."""
    dark, light = np.percentile(gray[::4, ::4], (1, 99))
    if light < _DIM or light - dark < _FLAT:
        return tr("The photo is too dark, or all of one gray: take it of the sheet, in more light.")
    steps = np.abs(np.diff(gray[::2].astype(np.int16), axis=1))
    if np.percentile(steps, 99.9) < _SOFT * (light - dark):
        return TOO_BLURRED
    if _three(blobs):
        return tr(
            "Only a part of the sheet is in the photo: take it with all four round marks in it."
        )
    return _NONE


def _three(blobs: Blobs) -> bool:
    """Whether three marks of a sheet are there: a ring, and two discs of about its size."""
    large = blobs[blobs.areas > _SURE]
    sizes, full = np.log(_radii(large)), large.fullness > _FULL
    return any((np.abs(sizes[full] - ring) < _FITTING).sum() >= 2 for ring in sizes[~full])
