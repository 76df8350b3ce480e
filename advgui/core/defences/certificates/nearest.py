"""The nearest image that is read otherwise, as far as it can be found: what proofs are up against.

Successive linearisation: the nearest image at which the linear margin is 0 is known exactly,
whatever the box (``reach``); there the margin is made linear anew.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advgui.core.defences.certificates.hidden_layer import Margins
from advgui.core.defences.certificates.reach import Floats, Norm, widths

# A ray is looked at in so many places at once, so many times.
_PLACES: Final = 24
_CUTS: Final = 3
_FIRST: Final = 5e-3
_GROWTH: Final = 1.25
_TRIES: Final = 28
# What share of a radius each step of a descent is.
_PUSHES: Final = (0.5, 0.5, 0.25, 0.25, 0.25, 0.12, 0.12, 0.12, 0.06, 0.06)


class Found(NamedTuple):
    """Radii (m,), infinite where nothing was found, and changes (m, 784) that lie on them."""

    radii: Floats
    changes: Floats


def first_changes(margins: Margins, norm: Norm, span: float) -> Floats:
    """Changes (m, 784), for each margin one, along straight lines through the units."""
    return _along(margins, _line(margins, span, norm), norm)


def _line(margins: Margins, span: float, norm: Norm) -> Floats:
    """Slopes (m, 784): the gradient, or what the units rise by within the span."""
    layer = margins.layer
    sums = margins.sums
    slopes = layer.unit.slope(sums)
    if span:
        less, more = widths(layer.matrix, margins.image, span, norm)
        low, high = sums - less, sums + more
        slopes = (layer.unit(high) - layer.unit(low)) / np.maximum(high - low, 1e-12)
    result: Floats = (margins.weights * slopes) @ layer.matrix
    return result


def _along(margins: Margins, slopes: Floats, norm: Norm) -> Floats:
    """The first of longer and longer changes against slopes that makes the margin negative."""
    sizes = np.abs(slopes)
    rates = np.ones_like(sizes) if norm == "linf" else sizes / _lengths(sizes)
    room = np.where(slopes > 0, margins.image, 1 - margins.image)
    length = _FIRST if norm == "linf" else 20 * _FIRST
    changes = np.zeros_like(slopes)
    above = np.ones(len(slopes), dtype=bool)
    for _ in range(_TRIES):
        tried = -np.sign(slopes[above]) * np.minimum(length * rates[above], room[above])
        changes[above] = tried
        above[above] = _values(margins.of(np.flatnonzero(above)), tried) > -margins.past
        if not above.any():
            break
        length *= _GROWTH
    return changes


def _values(margins: Margins, changes: Floats) -> Floats:
    return margins.values(margins.layer.sums(margins.image + changes))


def pushed(margins: Margins, changes: Floats, radius: float, norm: Norm) -> Floats:
    """Changes (m, 784) moved downhill inside a radius: projected gradient descent."""
    layer, image = margins.layer, margins.image
    for share in _PUSHES:
        sums = layer.sums(image + changes)
        slopes = (margins.weights * layer.unit.slope(sums)) @ layer.matrix
        step = np.sign(slopes) if norm == "linf" else slopes / _lengths(slopes)
        changes = _inside(changes - share * radius * step, image, radius, norm)
    return changes


def _inside(changes: Floats, image: Floats, radius: float, norm: Norm) -> Floats:
    """Changes drawn into the ball, and then into the box, which leaves them in the ball."""
    if norm == "linf":
        changes = np.clip(changes, -radius, radius)
    else:
        changes = changes * np.minimum(1.0, radius / _lengths(changes))
    return np.clip(changes, -image, 1 - image)


def _lengths(rows: Floats) -> Floats:
    """Of each row (m, 784) its L2 norm (m, 1), above 0."""
    result: Floats = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-30)
    return result


def nearest(margins: Margins, changes: Floats, norm: Norm, steps: int) -> Found:
    """The smallest changes (m, 784) found from others that make each margin negative.

    The radius of one at which none was found is infinite.
    """
    radii, found = np.full(len(changes), np.inf), np.zeros_like(changes)
    for number in range(steps + 1):
        changes, below = _drawn_back(margins, changes)
        sizes = np.abs(changes).max(axis=1) if norm == "linf" else np.linalg.norm(changes, axis=1)
        closer = below & (sizes < radii)
        radii[closer], found[closer] = sizes[closer], changes[closer]
        if number < steps:
            changes = _linearised(margins, changes, norm)
    return Found(radii, found)


def _drawn_back(margins: Margins, changes: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Changes shortened until the margin is barely negative, and whether it is at all."""
    layer = margins.layer
    start = margins.sums
    ray = layer.sums(margins.image + changes) - start  # along it the units' inputs are linear
    below = margins.values(start + ray) < -margins.past
    near, width = np.zeros(len(changes)), 1.0
    wide = margins.of(np.arange(len(changes))[:, None])
    for _ in range(_CUTS):
        width /= _PLACES
        ends = near[:, None] + width * np.arange(1, _PLACES + 1)
        first = wide.values(start + ends[:, :, None] * ray[:, None]) < -margins.past
        near += width * np.where(first.any(axis=1), first.argmax(axis=1), _PLACES - 1)
    far = near + width
    return np.where(below[:, None], far[:, None] * changes, changes), below


def _linearised(margins: Margins, changes: Floats, norm: Norm) -> Floats:
    """The nearest changes at which the margins, made linear at these, are negative."""
    layer = margins.layer
    sums = layer.sums(margins.image + changes)
    slopes = (margins.weights * layer.unit.slope(sums)) @ layer.matrix
    excess = margins.values(sums) - (slopes * changes).sum(axis=1) + 2 * margins.past
    start = np.abs(changes).max(axis=1) if norm == "linf" else None  # it ends near there
    found = margins.reach(np.maximum(excess, 1e-9), slopes, norm, steps=8, start=start)
    return found.changes
