"""Runs of attacks, made to their end."""

from collections.abc import Mapping

import numpy as np

from advgui.core.attacks import EvasionAttack, Outcome, Problem, Step, attack_class, make_attack
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter_table
from tests.generators import finished

Finished = tuple[list[Step], tuple[Outcome, ...]]


def finish(attack: EvasionAttack, network: Network, problem: Problem, seed: int = 0) -> Finished:
    """All steps of a run and its outcomes."""
    return finished(attack.run(network, problem, seed=seed))


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
