"""Attacks against what is proven: whatever fools inside a proven radius contradicts it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import ATTACKS, EvasionAttack, Problem
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.digits.ink import Ink
from advgui.core.images import LABELS, Bytes, Labels
from advgui.core.nn.network import Network
from advgui.core.parameters import with_role
from tests.attack_runs import finish, quick

Proofs = dict[Norm, list[float]]
"""In each norm the radius of each image."""

_LEVELS: Final = 255
#: So many images of about the same radius in L2 are attacked at once, within the least of these.
_ALIKE: Final = 20
_FEWEST: Final = 5
#: Of transforms; the first of them is none at all.
_DRAWS: Final = 4
#: A change of a few dozen pixels is so much larger in L1 than in L2.
_IN_L1: Final = 5
NORMS: Final[tuple[Norm, ...]] = ("linf", "l2")
#: Few pixels are few whole ones, and most radii hold none.
_PIXELS: Final = 6
#: Of the size of a change, told in float32.
_ROUNDING: Final = 1e-6

Inks = tuple[Ink, ...] | None
Rows = NDArray[np.integer[Any]]


def proven(network: Network, images: Bytes, norm: Norm, enough: float, most: int) -> list[float]:
    """The radius of each image, after at most so many brackets."""
    found = (islice(brackets(network, image, norm, enough), most) for image in images)
    return [max(bracket.proven for bracket in some) for some in found]


def contradictions(
    network: Network, images: Bytes, proofs: Proofs, name: str, steps: int, inks: Inks = None
) -> Iterator[str]:
    """Each image that an attack alters inside one of its radii, in words.

    An attack that has a budget is given the radii of its own norm, one that has none the images
    all at once. One that changes strokes needs the ``inks`` that the images were drawn with.
    """
    labels = np.array([network.read(image).label for image in images])
    for rows, attack in _runs(name, proofs, steps):
        problem = _problem(attack, images, labels, inks).of(rows)
        for row, outcome in zip(rows, finish(attack, network, problem)[1], strict=True):
            for norm, size in zip(NORMS, (outcome.linf, outcome.l2), strict=True):
                radius = proofs[norm][row]
                if outcome.fooled and size < radius * (1 - _ROUNDING):
                    yield f"{network.name}, {row}: {name} at {norm} {size}, proven {radius}"


def _runs(name: str, proofs: Proofs, steps: int) -> Iterator[tuple[Rows, EvasionAttack]]:
    """Which images the attack is run on at once, and with which settings."""
    budget, norm = with_role(ATTACKS[name], "budget"), ATTACKS[name].norm
    if budget is None or norm == "l0":
        yield np.arange(len(proofs["l2"])), quick(name, steps, {"pixels": _PIXELS})
        return
    radii = np.array(proofs["linf" if norm == "linf" else "l2"])
    for rows in _even(radii) if norm == "linf" else _similar(radii):
        most = float(radii[rows].min()) * (_IN_L1 if norm == "l1" else 1)
        within = float(np.clip(most, budget.minimum, budget.maximum))
        yield rows, quick(name, steps, {budget.name: within, "draws": _DRAWS})


def _even(radii: Floats) -> list[Rows]:
    """Rows whose radii hold as many whole levels, which are all that a budget has."""
    levels = (radii * _LEVELS).astype(int)
    return [np.flatnonzero(levels == level) for level in np.unique(levels)]


def _similar(radii: Floats) -> list[Rows]:
    """Groups of rows, from the smallest radii to the largest."""
    groups = max(_FEWEST, len(radii) // _ALIKE)
    return [rows for rows in np.array_split(radii.argsort(), groups) if len(rows)]


def _problem(attack: EvasionAttack, images: Bytes, labels: Labels, inks: Inks) -> Problem:
    """Away from the label, or towards the next one where the attack needs a goal."""
    if "untargeted" in attack.forms:
        return Problem(images, labels, form="untargeted", inks=inks)
    return Problem(images, (labels + 1) % LABELS, inks=inks)
