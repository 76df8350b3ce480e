"""Runs of attacks, made to their end."""

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


def quick(name: str, steps: int = 12) -> EvasionAttack:
    """An attack of so many steps, if that can be said of it."""
    rows = {row.name for row in parameter_table(attack_class(name))}
    return make_attack(name, {"steps": steps} if "steps" in rows else {})
