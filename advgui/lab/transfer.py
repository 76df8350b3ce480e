"""One drawing attacked on every network, and each image shown to all: which fools which?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advgui.core.attacks import Attack, Form, Outcome, Problem
from advgui.core.images import Bytes
from advgui.core.network import Network
from advgui.lab.comparing import Compared, Made, Subject, Tally, compared, tally


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Question:
    """What every network is asked: the valid image (28, 28), and the attack made on it.

    ``goal`` is the label that the attack wants, None where it is any other one than each
    network reads.
    """

    image: Bytes
    goal: int | None
    attack: Attack
    seed: int = 0

    def problem(self, network: Network) -> Problem:
        """The same for one network's attack."""
        goal = network.read(self.image).label if self.goal is None else self.goal
        form: Form = "untargeted" if self.goal is None else "targeted"
        return Problem(self.image[None], np.array([goal], np.int64), form)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Transferred:
    """The attack on one network, and what its image does to each, in their order."""

    network: Network
    outcome: Outcome
    shown: tuple[Compared, ...]

    @property
    def tally(self) -> Tally:
        """How many of the others it fools, too."""
        return tally(self.shown)


def made_of(network: Network, outcome: Outcome) -> Made:
    """The image that an attack ended with."""
    return Made(
        image=outcome.adversarial,
        original=outcome.original,
        against=network,
        label=outcome.before.label,
        goal=outcome.goal,
        fooled=outcome.fooled,
        l2=outcome.l2,
        step=outcome.best_step,
        running=False,
    )


def transferred(networks: Sequence[Network], network: Network, outcome: Outcome) -> Transferred:
    """Show the image of an attack on one network to all of them, two readings each."""
    subject = Subject(outcome.original, made_of(network, outcome))
    shown = tuple(compared(one, subject) for one in networks)
    return Transferred(network=network, outcome=outcome, shown=shown)
