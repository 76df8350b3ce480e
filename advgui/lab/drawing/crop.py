"""What is kept of a photo: a rectangle that is moved, pulled at its edges, and turned with it."""

from math import cos, radians, sin
from typing import Final

from advgui.core.language import tr

Crop = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the photo."""

Edges = tuple[int, int]
"""Which edges are pulled: -1 is left or top, 1 right or bottom, 0 neither of these."""

WHOLE: Final[Crop] = (0.0, 0.0, 1.0, 1.0)
#: No rectangle is narrower or lower, as a share of the photo.
LEAST: Final = 0.03


def between(x: float, y: float, to_x: float, to_y: float) -> Crop:
    """The rectangle with these corners; of one that is too small, as after a click, the whole."""
    left, right = sorted((_inside(x), _inside(to_x)))
    top, bottom = sorted((_inside(y), _inside(to_y)))
    small = min(right - left, bottom - top) < LEAST
    return WHOLE if small else (left, top, right, bottom)


def moved(crop: Crop, right: float, down: float) -> Crop:
    """It keeps its size, and stays in the photo."""
    left, top, end, bottom = crop
    right = min(max(right, -left), 1.0 - end)
    down = min(max(down, -top), 1.0 - bottom)
    return left + right, top + down, end + right, bottom + down


def pulled(crop: Crop, edges: Edges, right: float, down: float) -> Crop:
    """Some of its edges are moved so far, at most to the photo's and ``LEAST`` to the others."""
    left, end = _pulled(crop[0], crop[2], edges[0], right)
    top, bottom = _pulled(crop[1], crop[3], edges[1], down)
    return left, top, end, bottom


def turned_left(crop: Crop, quarters: int) -> Crop:
    """The same part of a photo that was turned so many quarters to the left."""
    for _ in range(quarters % 4):
        left, top, right, bottom = crop
        crop = top, 1.0 - right, bottom, 1.0 - left
    return crop


def tilted(crop: Crop, before: tuple[int, int], after: tuple[int, int], degrees: float) -> Crop:
    """A rectangle of the same size about the same place, once a photo was turned left.

    ``before`` and ``after`` are the photo's (h, w), which grows so that its corners are kept.
    The whole stays the whole.
    """
    if crop == WHOLE:
        return crop
    (high, wide), (new_high, new_wide) = before, after
    across = ((crop[0] + crop[2]) / 2 - 0.5) * wide
    down = ((crop[1] + crop[3]) / 2 - 0.5) * high
    much, little = cos(radians(degrees)), sin(radians(degrees))
    x = 0.5 + (across * much + down * little) / new_wide
    y = 0.5 + (down * much - across * little) / new_high
    half_wide = min((crop[2] - crop[0]) * wide / new_wide, 1.0) / 2
    half_high = min((crop[3] - crop[1]) * high / new_high, 1.0) / 2
    x, y = (min(max(at, half), 1.0 - half) for at, half in ((x, half_wide), (y, half_high)))
    return x - half_wide, y - half_high, x + half_wide, y + half_high


def crop_words(crop: Crop) -> str:
    """What is kept, for those who do not see it."""
    if crop == WHOLE:
        return tr("The whole photo is kept")
    left, top, right, bottom = (f"{100 * share:.0f}\xa0%" for share in crop)
    return tr(
        "Kept is from {left} to {right} from the left, and from {top} to {bottom} from the top"
    ).format(left=left, right=right, top=top, bottom=bottom)


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _pulled(low: float, high: float, edge: int, by: float) -> tuple[float, float]:
    if edge < 0:
        return min(max(low + by, 0.0), high - LEAST), high
    return (low, max(min(high + by, 1.0), low + LEAST)) if edge else (low, high)
