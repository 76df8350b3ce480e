"""Attacks that learn once, from many digits, and are then worn by any image."""

from abc import abstractmethod
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import ClassVar, Final, final

import numpy as np

from advgui.core.attacks.base import Method
from advgui.core.attacks.budget.ball import BALLS
from advgui.core.attacks.fitted.artefact import Artefact, ArtefactCard
from advgui.core.attacks.fitted.fit import Fit, Judged, Progress
from advgui.core.attacks.fitted.trial import held_out, labels_of
from advgui.core.attacks.objective import Budget
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Form, Problem
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.generators import Stop
from advgui.core.images import LABELS, Array, Labels, unit
from advgui.core.language import tr
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.network import Network
from advgui.core.parameters import parameter
from advgui.core.resuming.checkpoints import Checkpoints, Draws, Resumable

#: How often a fit is looked at, about: each look reads all digits that are held out.
LOOKS: Final = 50


@dataclass(frozen=True, slots=True)
class FittedAttack(Method):
    """Learns an artefact from many digits, and applies it to any image without learning more.

    A subclass writes ``total``, ``learn`` and ``apply``. ``run`` holds digits out that it judges
    by, as valid 8-bit images. ``forms`` says whether it learns for one goal, or for any label
    but the one that is read; with ``goal_when_worn`` it learns for all goals at once, one of
    which is said when it is worn. What it makes is judged as of every other attack, too: ``worn``
    is an evasion attack of one step.
    """

    confident: ClassVar[bool] = False
    forms: ClassVar[tuple[Form, ...]] = ("targeted", "untargeted")
    goal_when_worn: ClassVar[bool] = False

    images: int = parameter(
        10000,
        tr("Images"),
        tr("How many of MNIST's training images it learns from."),
        minimum=10,
        maximum=50000,
        scale="log",
    )

    @abstractmethod
    def total(self) -> int:
        """How many steps it learns in."""

    @abstractmethod
    def learn(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Mapping[str, Array]]:
        """What is learned, before the first step and after each of the ``total()``.

        The arrays may be changed later on: whoever keeps them makes copies. The problem is
        targeted where there is one goal, and else untargeted, its goals being what is read. A
        ``Learning`` can go on where it was once its process was ended; any other begins anew.
        """

    @abstractmethod
    def apply(self, artefact: Artefact, images: Array, goals: Labels | None) -> Array:
        """Images (n, 28, 28) in [0, 1] as they wear it; they are clipped and rounded after it.

        ``goals`` (n,) are told where the goal is said when it is worn.
        """

    @abstractmethod
    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """The shapes of the arrays that it learns, by which a file of them is checked."""

    def misfit(self, arrays: Mapping[str, Array]) -> str:
        """What is wrong with arrays of these shapes that it cannot have learned; else empty."""
        return ""

    def limit(self) -> Budget | None:
        """How large a perturbation may be; None where that is not what it keeps small."""
        return None

    def noise(self, images: Array, random: np.random.Generator) -> Array | None:
        """Images (n, 28, 28) under random noise of the same norm; None where there is no norm."""
        limit = self.limit()
        if limit is None or limit.norm not in ("linf", "l2"):
            return None
        drawn = random.normal(size=images.shape).astype(np.float32)
        size = np.float32(BALLS[limit.norm](limit.size).size)
        return images + size * (np.sign(drawn) if limit.norm == "linf" else unit(drawn))

    def require_goal(self, goal: int | None) -> None:
        """Raise ParameterError where it does not learn for such a goal, or for none."""
        if goal is not None and not 0 <= goal < LABELS:
            raise ParameterError(tr("A goal is a label from 0 to 9."))
        if goal is not None and self.goal_when_worn:
            raise ParameterError(
                tr("The attack {name} is told its goal when it is worn.").format(name=self.name)
            )
        if goal is not None and "targeted" not in self.forms:
            raise ParameterError(
                tr("The attack {name} has no goal: it is only untargeted.").format(name=self.name)
            )
        if goal is None and not self.goal_when_worn and "untargeted" not in self.forms:
            raise ParameterError(
                tr("The attack {name} needs a goal: it is only targeted.").format(name=self.name)
            )

    @final
    def run(
        self,
        network: Network,
        digits: Digits,
        *,
        goal: int | None = None,
        seed: int = 0,
        data: str = "",
        checkpoints: Checkpoints | None = None,
    ) -> Generator[Fit, None, Fit]:
        """Learn from some of the digits, and yield how well it does on others; returns the last.

        The others are looked at some ``LOOKS`` times, the end among them. ``throw(Stop)`` ends
        it with what was looked at last. ``data`` is what the card calls the
        digits. The same seed makes the same bytes, also where it goes on with what
        ``checkpoints`` remember, which can be asked after every state. Raises ParameterError as
        ``require_goal`` does, and where the network reads none of the digits, and WorkFileError
        where another fit is remembered.
        """
        self.require_goal(goal)
        keep_freed_memory()
        random = np.random.default_rng(seed)
        learned, unseen = held_out(digits, self.images, random)
        problem = self._problem(network, learned, goal)
        judged = Judged.of(
            self,
            network,
            unseen,
            goal=goal,
            seed=seed,
            card=ArtefactCard(data=data, images=len(problem.goals)),
        )
        oracle = Oracle(network, len(problem.goals), self.access, self.name)
        learning = self.learn(oracle, problem, random)
        progress = Progress(judged, every=max(1, ceil(self.total() / LOOKS)))
        if checkpoints is not None and isinstance(learning, Resumable):
            checkpoints.follow("random", Draws(random))
            checkpoints.follow("learning", learning)
            checkpoints.follow("progress", progress)
        with suppress(Stop):
            for arrays in learning:
                yield progress.after(arrays)
        if progress.last is None:
            raise ValueError(f"{self.name} has learned nothing.")
        return progress.last

    def _problem(self, network: Network, digits: Digits, goal: int | None) -> Problem:
        """What is learned from: the digits that do not have the goal already."""
        read = labels_of(network, digits.images)
        if goal is None:
            return Problem(digits.images, read, "untargeted")
        rows = np.flatnonzero(read != goal)
        if not len(rows):
            raise ParameterError(
                tr("The network {network} reads every digit as {goal}.").format(
                    network=network.name, goal=goal
                )
            )
        return Problem(digits.images[rows], np.full(len(rows), goal, np.int64))
