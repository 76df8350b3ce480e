"""Runs of attacks, made to their end."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from advgui.core.attacks import EvasionAttack, Outcome, Problem, Step, attack_class, make_attack
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.ink import Ink
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from tests.generators import finished
from tests.scribbles import scribbles

Finished = tuple[list[Step], tuple[Outcome, ...]]


def finish(attack: EvasionAttack, network: Network, problem: Problem, seed: int = 0) -> Finished:
    """All steps of a run and its outcomes; what is given without strokes has some if need be."""
    return finished(attack.run(network, with_ink(attack, problem), seed=seed))


def with_ink(attack: EvasionAttack, problem: Problem) -> Problem:
    """The problem with strokes, where the attack needs them: the gallery's own, or any others."""
    if not attack.on_strokes or problem.inks is not None:
        return problem
    known, others = gallery_inks(), scribbles(len(problem.goals))
    found = zip(problem.originals, others, strict=True)
    inks = tuple(known.get(image.tobytes(), other) for image, other in found)
    return replace(problem, originals=np.stack([ink.image() for ink in inks]), inks=inks)


@cache
def gallery_inks() -> dict[bytes, Ink]:
    """What each image of the gallery is drawn with."""
    inks = [Ink(digit.strokes) for digit in read_gallery()]
    return {ink.image().tobytes(): ink for ink in inks}


def wrong_goals(network: Network, images: Bytes) -> Problem:
    """Each image with the next digit after the one that is read."""
    labels = np.array([network.read(image).label for image in images])
    return Problem(images, (labels + 1) % 10)


def quick(name: str, steps: int = 12, also: Mapping[str, object] = {}) -> EvasionAttack:
    """An attack of so many steps, or 3 x as many queries, and so on, as far as it has them."""
    rows = {row.name for row in parameter_table(attack_class(name))}
    wanted = {"steps": steps, "queries": 3 * steps, **also}
    return make_attack(name, {row: value for row, value in wanted.items() if row in rows})


def quick_words(name: str) -> str:
    """The attack as a command is given it, with few queries where it makes them."""
    rows = {row.name for row in parameter_table(attack_class(name))}
    return f"{name}:queries=100" if "queries" in rows else name
