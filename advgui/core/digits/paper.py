"""Ink on photographed paper: without the light, the table about it and the lines on it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.segmentation import (
    Floats,
    Mask,
    grown,
    otsu,
    parts_of,
    require_clear,
    without_specks,
)
from advgui.core.images import Bytes

LARGE: Final = 64
"""Pixels of a side from which on an image may be a photo."""

_WINDOW: Final = 0.3  # of the longer side: nothing in a digit is as thick
_FLAT: Final = 0.5  # of the pixels: where so many are alike nobody has photographed them
_ALIKE: Final = 2  # of 255
_LINE: Final = 0.7  # of the paper's width: what is as long and thin is ruled
_THIN: Final = 0.035  # of the longer side
_SLANTS: Final = np.tan(np.radians(np.arange(-8.0, 8.5, 0.5)))
_LEFT: Final = 0.1  # of the shorter side: at least so large is a digit that is left


def is_flat(gray: Bytes) -> bool:
    """Whether a background (h, w) is so even that a program has made it, or a scanner.

    So counts what is too small to be a photo.
    """
    if min(gray.shape) < LARGE:
        return True
    counts = np.bincount(gray.ravel(), minlength=256)
    mode = int(counts.argmax())
    alike = counts[max(mode - _ALIKE, 0) : mode + _ALIKE + 1].sum()
    return bool(alike >= _FLAT * gray.size)


def is_disturbed(covered: Mask) -> bool:
    """Whether ink (h, w) goes to the image's border, as no digit does that was aimed at."""
    return bool(covered[[0, -1]].any() or covered[:, [0, -1]].any())


def ink_on_paper(gray: Bytes, *, light: bool | None = None, share: float = 1.0) -> Floats:
    """How much of each pixel (h, w) ink covers, in [0, 1], as ``segmentation.ink_coverage``.

    Whether the ink is ``light`` is seen where it is not told; ``share`` is that of Otsu's
    threshold from which on it is ink.

    The background is what a wide window cannot see over: the image closed by a square (Serra,
    "Image analysis and mathematical morphology", 1982). It follows shadows and the edges of
    the paper. Of what differs from it, ruled lines are left out (as staff lines are in printed
    music), then parts that go to the border, as long as something is left.

    Raises ImageFileError where nothing stands out from the background.
    """
    values = _smooth(gray.astype(np.float64))
    window = max(round(_WINDOW * max(gray.shape)) | 1, 3)
    if not _is_light(values, window) if light is None else light:
        values = 255.0 - values
    difference = _closed(values, window) - values
    threshold = min(share * otsu(difference), 0.9 * float(difference.max()))
    level = float(np.median(difference[difference > threshold]))
    require_clear(level, difference[difference <= threshold])
    floor = threshold / 2.0
    if share != 1.0:  # what is half covered is as far off as was asked for
        level = min(level, 2.0 * threshold - floor)
    covered = np.clip((difference - floor) / (level - floor), 0.0, 1.0)
    ink = covered >= 0.5
    kept = without_specks(_within(_unruled(ink)))
    return np.where(grown(kept) & (ink <= kept), covered, 0.0)


def _is_light(values: Floats, window: int) -> bool:
    """Whether the paper is lighter than what is on it: there is more of it wherever both are."""
    highest, lowest = _highest(values, window), -_highest(-values, window)
    contrast = highest - lowest
    both = contrast >= contrast.max() / 2.0
    return bool(np.mean(values[both] > (highest + lowest)[both] / 2.0) > 0.5)


def _smooth(values: Floats) -> Floats:
    """The mean of the 3 x 3 pixels about each pixel."""
    padded = np.pad(values, 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    smooth: Floats = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9.0
    return smooth


def _closed(values: Floats, window: int) -> Floats:
    """The lowest of the highest values in a square of an odd side about each pixel."""
    return -_highest(-_highest(values, window), window)


def _highest(values: Floats, window: int) -> Floats:
    for axis in (0, 1):
        values = _highest_along(values, window, axis)
    return values


def _highest_along(values: Floats, window: int, axis: int) -> Floats:
    """Doubles what it looks at until it is the window."""
    half, length = window // 2, values.shape[axis]
    pad = [(half, half) if one == axis else (0, 0) for one in (0, 1)]
    found, seen = np.pad(values, pad, mode="edge"), 1
    while seen < window:
        step = min(seen, window - seen)
        ends = found.shape[axis]
        first, second = (found.take(range(start, start + ends - step), axis) for start in (0, step))
        found, seen = np.maximum(first, second), seen + step
    return found.take(range(length), axis)


def _unruled(ink: Mask) -> Mask:
    """Without lines across the paper, where anything is left then."""
    thickest = max(round(_THIN * max(ink.shape)), 2)
    for turned in (False, True):
        seen = ink.T if turned else ink
        found = _ruled(seen, thickest)
        if found.any():
            left = seen & ~found
            if _is_digit(left):
                ink = left.T if turned else left
    return ink


def _ruled(ink: Mask, thickest: int) -> Mask:
    """Pixels of thin lines that go across, at one slant, but for those that a stroke crosses."""
    height, width = ink.shape
    columns = np.arange(width)
    profiles = [_profile(ink, slant) for slant in _SLANTS]
    slant = _SLANTS[int(np.argmax([float((one.astype(float) ** 2).sum()) for one in profiles]))]
    offsets = np.rint(slant * (columns - width / 2.0)).astype(np.intp)
    rows = np.clip(np.arange(height)[:, None] + offsets[None, :], 0, height - 1)
    levelled = ink[rows, columns]
    long = _long_rows(levelled)
    thick = _run_lengths(levelled)
    thin = levelled & (thick <= thickest) & _near(long, thickest)[:, None]
    found = np.zeros_like(ink)
    found[rows[thin], np.broadcast_to(columns, rows.shape)[thin]] = True
    return found & ink


def _profile(ink: Mask, slant: float) -> NDArray[np.intp]:
    """How much ink is in each row of the image, were lines of that slant level."""
    height, width = ink.shape
    rows, columns = np.nonzero(ink)
    levelled = np.rint(rows - slant * (columns - width / 2.0)).astype(np.intp)
    return np.bincount(np.clip(levelled, 0, height - 1), minlength=height)


def _long_rows(levelled: Mask) -> Mask:
    """Rows (h,) whose ink, a row up or down counted, goes across most of the paper."""
    padded = np.pad(levelled, ((1, 1), (0, 0)))
    near = padded[:-2] | padded[1:-1] | padded[2:]
    wide: Mask = near.mean(axis=1) >= _LINE
    return wide


def _near(rows: Mask, reach: int) -> Mask:
    """The rows and those within reach of them."""
    padded = np.pad(rows, reach)
    near = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    return np.asarray(near.any(axis=1))


def _run_lengths(ink: Mask) -> NDArray[np.intp]:
    """How many pixels of ink are above one another about each pixel of it."""
    up = np.zeros(ink.shape, np.intp)
    down = np.zeros(ink.shape, np.intp)
    for row in range(ink.shape[0]):
        up[row] = np.where(ink[row], (up[row - 1] if row else 0) + 1, 0)
    for row in reversed(range(ink.shape[0])):
        below = down[row + 1] if row + 1 < ink.shape[0] else 0
        down[row] = np.where(ink[row], below + 1, 0)
    lengths: NDArray[np.intp] = np.maximum(up + down - 1, 0)
    return lengths


def _within(ink: Mask) -> Mask:
    """Without the parts that go to the border, where anything is left then."""
    parts = parts_of(ink)
    edges = np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]])
    outside = np.zeros(int(parts.max()) + 1, np.bool_)
    outside[edges] = True
    left = ink & ~outside[parts]
    return left if _is_digit(left) else ink


def _is_digit(ink: Mask) -> bool:
    """Whether there is something of some size."""
    parts = parts_of(ink)
    if not parts.any():
        return False
    largest = parts == np.bincount(parts.ravel())[1:].argmax() + 1
    sides = [np.ptp(np.flatnonzero(largest.any(axis=axis))) + 1 for axis in (0, 1)]
    return bool(max(sides) >= _LEFT * min(ink.shape))
