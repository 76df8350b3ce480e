"""Attacks against what is proven: whatever fools inside a proven radius contradicts it."""

from collections.abc import Iterator
from itertools import islice

import numpy as np

from advgui.core.attacks import ATTACKS, EvasionAttack, Problem
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.reach import Norm
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from tests.attack_runs import finish, quick

#: Away from a label. ``substitute`` needs more queries than it can be given here.
UNTARGETED = tuple(
    name
    for name, attack in ATTACKS.items()
    if "untargeted" in attack.forms and name != "substitute"
)


def proven(network: Network, images: Bytes, norm: Norm, enough: float, most: int) -> list[float]:
    """The radius of each image, after at most so many brackets."""
    found = (islice(brackets(network, image, norm, enough), most) for image in images)
    return [max(bracket.proven for bracket in some) for some in found]


def just_inside(name: str, radius: float, steps: int) -> EvasionAttack:
    """The attack with all of a radius as its budget, where it has one in that norm."""
    rows = {row.name: row for row in parameter_table(ATTACKS[name])}
    budget = rows.get("budget")
    if budget is None or isinstance(budget.default, int):
        return quick(name, steps)
    return quick(name, steps, {"budget": float(np.clip(radius, budget.minimum, budget.maximum))})


def contradictions(
    network: Network, images: Bytes, norm: Norm, radii: list[float], name: str, steps: int
) -> Iterator[str]:
    """Each image that an attack alters inside its radius, in words."""
    labels = np.array([network.read(image).label for image in images])
    attack = just_inside(name, float(np.median(radii)), steps)
    _, outcomes = finish(attack, network, Problem(images, labels, form="untargeted"))
    for number, (outcome, radius) in enumerate(zip(outcomes, radii, strict=True)):
        size = outcome.linf if norm == "linf" else outcome.l2
        if outcome.fooled and size < radius * (1 - 1e-6):
            yield f"{network.name}, image {number}: {name} at {norm} {size}, proven {radius}"
