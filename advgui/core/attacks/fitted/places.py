"""Where a square of pixels can be put on an image, and what it comes to wherever it is put."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.fitted.artefact import Artefact
from advgui.core.attacks.fitted.trial import Trial, labels_of
from advgui.core.attacks.problem import Problem
from advgui.core.datasets.readers import Digits
from advgui.core.generators import Stop
from advgui.core.images import SIZE, Array, Bytes, Labels, quantise, to_floats
from advgui.core.nn.network import Network

Pixel = TypeVar("Pixel", bound=np.generic)
Place = tuple[int, int]
"""The row and column of a square's upper left pixel."""

#: Places that are looked at in one go: a convolutional network needs a few milliseconds.
_AT_ONCE: Final = 16


def every_place(side: int, apart: int = 1) -> list[Place]:
    """Where a square of ``side`` pixels fits, row by row, so many pixels apart."""
    edges = range(0, SIZE - side + 1, apart)
    return [(top, left) for top in edges for left in edges]


def inside(place: Place, side: int, margin: int = 0) -> Place:
    """The nearest place where a square fits and can be moved by ``margin`` to all sides."""
    low, high = margin, SIZE - side - margin
    top, left = (min(max(edge, low), high) for edge in place)
    return top, left


def covered(place: Place, side: int) -> tuple[slice, slice]:
    """The rows and columns under a square."""
    top, left = place
    return slice(top, top + side), slice(left, left + side)


def put(images: NDArray[Pixel], square: NDArray[Pixel], place: Place) -> NDArray[Pixel]:
    """Copies of images (..., 28, 28) in which the square's pixels replace theirs at a place."""
    made = images.copy()
    made[..., *covered(place, len(square))] = square
    return made


def best_place(network: Network, problem: Problem, square: Array) -> Generator[Place, None, Place]:
    """Where on the one image of a problem the square leads most; yields the best so far."""
    image = to_floats(problem.originals[0])
    places = every_place(len(square))
    found, best = places[0], -np.inf
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        logits = network.logits(np.stack([put(image, square, place) for place in some]))
        leads = problem.leads(logits[:, None])[:, 0]
        if leads.max() > best:
            found, best = some[leads.argmax()], leads.max()
        yield found
    return found


@dataclass(frozen=True, slots=True)
class PlaceRates:
    """The share in [0, 1] of ``images`` digits, of ``total``, that a patch fools by its place.

    ``fixed`` is at its own place, ``chosen`` where some place on each digit fools, ``anywhere``
    of all places alike, which is what a place drawn at random comes to. ``white`` is a white
    square at the patch's own place.
    """

    images: int
    total: int
    fixed: float
    chosen: float
    anywhere: float
    white: float


def place_rates(
    network: Network, artefact: Artefact, digits: Digits, place: Place
) -> Generator[PlaceRates, None, PlaceRates]:
    """Put a patch everywhere on each of the digits that are read correctly; yields digit by digit.

    ``throw(Stop)`` ends it with the digits so far. Raises ParameterError where none is read
    correctly.
    """
    goals = None if artefact.goal is None else np.full(len(digits.labels), artefact.goal)
    problem = Trial.of(network, digits, goals).problem
    square = artefact.arrays["patch"]
    at = every_place(len(square)).index(place)
    rows, rates = [], PlaceRates(0, len(problem.goals), 0.0, 0.0, 0.0, 0.0)
    try:
        for number in range(len(problem.goals)):
            one = problem.of(slice(number, number + 1))
            fooled = one.reached(_labels_everywhere(network, one.originals[0], square))
            white = one.reached(_white(network, one.originals, square, place))
            rows.append((fooled[at], fooled.any(), fooled.mean(), white[0]))
            rates = PlaceRates(len(rows), rates.total, *np.mean(rows, axis=0).tolist())
            yield rates
    except Stop:
        pass
    return rates


def _labels_everywhere(network: Network, image: Bytes, square: Array) -> Labels:
    floats = to_floats(image)
    worn = [put(floats, square, place) for place in every_place(len(square))]
    return labels_of(network, quantise(np.stack(worn)))


def _white(network: Network, images: Bytes, square: Array, place: Place) -> Labels:
    return labels_of(network, quantise(put(to_floats(images), np.ones_like(square), place)))
