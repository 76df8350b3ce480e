"""The boundary walk: at random along the border, and a little nearer, from labels alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np

from advgui.core.attacks.queries.border import LabelAttack, Search, directions
from advgui.core.attacks.shared_parameters import frequency_count
from advgui.core.images import Array, l2, quantise
from advgui.core.language import tr
from advgui.core.parameters import parameter

# Half of the steps along the border should stay on the good side, a quarter of those nearer.
_ALONG: Final = 0.5
_NEARER: Final = 0.25
# After so many of either its length is adapted, by that share.
_EVERY: Final = 10
_ADAPT: Final = 0.1
# The walk ends where a step toward the original is a tenth of a level in all.
_SHORTEST: Final = 0.1 / 255


@dataclass(frozen=True, slots=True)
class Boundary(LabelAttack):
    """A random step along the border, one toward the original, both kept while they fool.

    Brendel, Rauber and Bethge 2018, "Decision-based adversarial attacks", algorithm 1: a random
    step at a right angle to the way to the original, back onto the sphere around that;
    where it still has what is wanted, a step toward the original. The length of the one
    follows how many succeed, half of them, and that of the other likewise, a quarter.

    Three things are our own. The walk goes by real numbers and asks about their valid
    images: steps below half a level add up. Random steps are of the lowest waves of the
    discrete cosine transform; with all 28 they are the paper's. And it ends where steps toward
    the original have become too short to matter, so that it never walks on the spot.
    """

    name: ClassVar[str] = "boundary"
    title: ClassVar[str] = tr("Border walk (Boundary)")
    summary: ClassVar[str] = tr("A random walk along the border, by labels alone.")
    source: ClassVar[str] = tr(
        "Brendel et al. 2018, arXiv:1712.04248, algorithm 1; low frequencies"
    )

    along: float = parameter(
        0.2,
        tr("Along"),
        tr("How far the first steps along the border go, in distances to the original."),
        minimum=0.001,
        maximum=1.0,
        scale="log",
    )
    nearer: float = parameter(
        0.1,
        tr("Nearer"),
        tr("How far the first steps toward the original go, in distances to it."),
        minimum=0.001,
        maximum=0.9,
        scale="log",
    )
    frequencies: int = frequency_count(
        14,
        tr(
            "How many of the lowest frequencies, along and down, random steps have; with 28 any "
            "pixel by itself."
        ),
    )

    def search(self, original: Array, image: Array, random: np.random.Generator) -> Search:
        """Algorithm 1."""
        along, nearer = Length(self.along, _ALONG), Length(self.nearer, _NEARER)
        for step in _random_steps(self.frequencies, random):
            if nearer.now * float(l2(image - original)) <= _SHORTEST:
                return
            aside = sideways(original, image, step, along.now)
            hits = yield quantise(aside)[None]
            along.tell(bool(hits[0]))
            if not hits[0]:
                continue
            image = aside
            closer = aside + np.float32(nearer.now) * (original - aside)
            hits = yield quantise(closer)[None]
            nearer.tell(bool(hits[0]))
            if hits[0]:
                image = closer


def _random_steps(frequencies: int, random: np.random.Generator) -> Iterator[Array]:
    """Directions without end; many are made at once, as that is hardly more work than one."""
    while True:
        yield from directions(_EVERY, frequencies, random)


class Length:
    """The length of steps, which grows while more of them succeed than wanted, or else shrinks."""

    def __init__(self, first: float, wanted: float) -> None:
        self.now, self._wanted = first, wanted
        self._tried = self._good = 0

    def tell(self, good: bool) -> None:
        """Count a step; after some of them the length is adapted."""
        self._tried += 1
        self._good += good
        if self._tried == _EVERY:
            more = self._good > self._wanted * _EVERY
            self.now = min(self.now * (1 + _ADAPT if more else 1 - _ADAPT), 1.0)
            self._tried = self._good = 0


def sideways(original: Array, image: Array, step: Array, length: float) -> Array:
    """The image moved at a right angle to the way to the original, and as far from it as before.

    ``length`` is in distances to the original. The box may take the image nearer to it.
    """
    away = image - original
    radius = float(l2(away))
    step = step - np.vdot(step, away) / radius**2 * away
    size = float(l2(step))
    moved = away + step * (length * radius / size if size else 0)
    aside: Array = np.clip(original + moved * (radius / float(l2(moved))), 0, 1)
    return aside.astype(np.float32)
