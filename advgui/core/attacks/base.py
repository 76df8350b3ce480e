"""What every attack shares: parameters, the loop over its steps and the honest verdict."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter
from typing import ClassVar, Final, Literal, final

import numpy as np

from advgui.core.attacks.best import Best, Record, unwarned
from advgui.core.attacks.objective import Budget, Closest, Norm, Objective
from advgui.core.attacks.oracle import Access, Judge, Oracle, logits_in_pieces
from advgui.core.attacks.outcome import Run, Stuck
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.steps import UNREAD, Step
from advgui.core.attacks.verdict import verdict
from advgui.core.defences.defended import as_asked
from advgui.core.errors import ArithmeticLimitError, ParameterError
from advgui.core.generators import Stop
from advgui.core.images import Array, to_floats
from advgui.core.language import tr
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.network import Network
from advgui.core.parameters import Value, settings_of
from advgui.core.world.draws import Ranges

Unit = Literal["steps", "queries"]
"""What the work of an attack is counted in."""

Family = Literal["closest", "budget", "pixels", "queries", "strokes", "world"]
"""Attacks of a kind, which are looked for in one place."""

#: The families in their order, said plainly.
FAMILIES: Final[Mapping[Family, str]] = {
    "closest": tr("Smallest change"),
    "budget": tr("Within a budget"),
    "pixels": tr("Few pixels"),
    "queries": tr("Without gradients"),
    "strokes": tr("A person could draw"),
    "world": tr("In the world"),
}


@dataclass(frozen=True, slots=True)
class Method(ABC):
    """An algorithm with its parameters: a row of what the window and the commands offer.

    ``former_names`` are what it was called before, ``former_defaults`` what parameters were when
    settings at their default were still kept. ``access`` is what it may see of a
    network, ``norm`` what it keeps small, and ``unit`` what its work is counted in.
    ``confident`` says that it goes on until the problem's confidence is reached.
    ``on_strokes`` says that it changes strokes, and so needs a problem's ``inks``.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]
    former_names: ClassVar[tuple[str, ...]] = ()
    former_defaults: ClassVar[Mapping[str, tuple[Value, ...]]] = {}
    access: ClassVar[Access] = "gradients"
    norm: ClassVar[Norm] = "l2"
    unit: ClassVar[Unit] = "steps"
    confident: ClassVar[bool] = True
    on_strokes: ClassVar[bool] = False

    def total(self) -> int | None:
        """How much work it is, if nothing ends it sooner; None where nobody knows.

        The number of its last step, or the most queries that it makes about an image, all
        those included by which the original and the outcome are read.
        """
        return None

    @property
    def settings(self) -> dict[str, Value]:
        """The parameters by name."""
        return settings_of(self)


@dataclass(frozen=True, slots=True)
class EvasionAttack(Method):
    """Changes images until a network reads them otherwise. A subclass writes ``iterate``.

    The base judges every step on its valid 8-bit image, keeps the best, counts the queries
    and reads the outcome again on the very bytes that are shown and saved.
    """

    forms: ClassVar[tuple[Form, ...]] = ("targeted", "untargeted")
    #: Whether it keeps to a region that was painted.
    regional: ClassVar[bool] = False
    #: Whether it can begin at another image than it does by itself.
    begins_elsewhere: ClassVar[bool] = False
    #: Why it could not move, if not as it found no slope or, following none, came no nearer.
    stuck: ClassVar[Stuck | None] = None

    @abstractmethod
    def iterate(
        self, oracle: Oracle, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The steps of one run; the loop that drives it may stop between any two."""

    def require(self, problem: Problem) -> None:
        """Raise ParameterError where the problem is none that it can be asked."""
        if problem.form not in self.forms:
            raise ParameterError(
                tr("The attack {name} needs a goal: it is only targeted.").format(name=self.name)
            )
        if problem.region is not None and not self.regional:
            raise ParameterError(tr("The attack {name} takes no region.").format(name=self.name))
        if problem.starts is not None and not self.begins_elsewhere:
            raise ParameterError(
                tr("The attack {name} begins at no other image.").format(name=self.name)
            )

    def objective(self, problem: Problem) -> Objective:
        """What makes a step the best: being the closest one that fools, if not said otherwise."""
        return Closest(problem, self.norm)

    def work(self, form: Form, images: int = 1) -> int | None:
        """What ``total`` says of so many images of one form, each of which may need less."""
        return self.total()

    def limit(self) -> Budget | None:
        """How large a perturbation may be; None where it is to be as small as possible."""
        return None

    def asked(self, problem: Problem) -> Problem:
        """The problem as this attack sees it: with the lead that it wants, if it wants its own."""
        known = problem.inks is None or self.on_strokes
        return problem if known else replace(problem, inks=None)

    def gradient(self, oracle: Oracle, problem: Problem, images: Array) -> Array | None:
        """What the last steps descend, at images (n, 28, 28); None where that is no gradient."""
        return None

    @property
    def survives(self) -> Ranges | None:
        """What its images are made to survive, which is measured then; None of the others."""
        return None

    @property
    def family(self) -> Family:
        """Where one looks for it: by what it keeps small, or must do without.

        One that is to be printed or worn says that it is of the ``world``.
        """
        if self.on_strokes:
            return "strokes"
        if self.norm == "l0":
            return "pixels"
        if self.access != "gradients":
            return "queries"
        return "closest" if self.limit() is None else "budget"

    @property
    def least(self) -> float:
        """The largest gradient at a pixel that is as good as none."""
        return 0.0

    @final
    def run(
        self,
        network: Network,
        problem: Problem,
        *,
        seed: int,
        record: Record = lambda _: None,
        aware: bool = True,
    ) -> Run:
        """Yield every step and return one outcome for each image.

        ``record`` is given the steps a second time, in the blocks in which they were judged:
        a block is there already, and less work to record than its steps. Closing the
        generator cancels the run. ``throw(Stop)`` ends it and returns the outcomes of the
        steps so far. Images that already have the goal are returned as they are; where all
        have it, there is no step at all. A network behind defences is attacked through them, or
        alone by an attacker that is not ``aware`` of them.
        Raises ParameterError where the problem is none for it, by its form or its region,
        AccessError where it asks for more than it may see, and ArithmeticLimitError where the
        network makes no finite number of an original.
        """
        self.require(problem)
        problem = self.asked(problem)
        started = perf_counter()
        keep_freed_memory()  # every step makes arrays and drops those of some steps ago
        asked = as_asked(network, aware=aware)
        oracle = Oracle(asked, len(problem.goals), self.access, self.name)
        judge = Judge(asked, oracle)
        extreme = asked.extreme()
        if extreme:
            _require_finite(asked, problem)
        best = Best(judge, problem, self.objective(problem), record)
        stopped = False
        if not best.already.all():
            try:
                steps = self.iterate(oracle, problem, np.random.default_rng(seed))
                for step in _quietly(steps) if extreme else steps:
                    if step.logits is UNREAD:
                        step = step._replace(logits=_read(judge, step, best.last))
                    if self.unit == "queries":
                        step = step._replace(queries=oracle.queries)
                    best.offer(step)
                    yield step
            except Stop:
                stopped = True
        best.settle()
        return verdict(
            self, network, oracle, judge, problem, best, seed=seed, started=started, stopped=stopped
        )


def _read(judge: Judge, step: Step, former: Step | None) -> Array:
    """The logits of a step; what the one before it showed already is not asked again."""
    images = step.images
    if former is None:
        return judge.logits(images)
    logits = former.logits.copy()
    rows = np.flatnonzero((images != former.images).any(axis=(1, 2)))
    if len(rows):
        logits[rows] = judge.logits(images[rows], rows)
    return logits


@unwarned()
def _require_finite(network: Network, problem: Problem) -> None:
    if not np.isfinite(logits_in_pieces(network, to_floats(problem.originals))).all():
        raise ArithmeticLimitError(
            tr(
                "The network {network} makes no finite numbers of this image: its weights are "
                "too large to be attacked."
            ).format(network=network.name)
        )


def _quietly(steps: Iterator[Step]) -> Iterator[Step]:
    """The same; each asks numpy anew, as a generator must not change what its caller set."""
    while True:
        with unwarned():
            step = next(steps, None)
        if step is None:
            return
        yield step
