"""What every attack shares: parameters, the loop over its steps and the honest verdict."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import ClassVar, final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.best import Keeper, Watch, unwarned
from advgui.core.attacks.blocks import Block, Step
from advgui.core.attacks.problem import Form, Outcome, Passes, Problem, Run
from advgui.core.errors import ArithmeticLimitError, ParameterError
from advgui.core.generators import Stop
from advgui.core.images import Array, l2, linf, to_floats
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.network import Network
from advgui.core.parameters import Value, parameter_table

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Attack(ABC):
    """An algorithm with its parameters. A subclass writes ``iterate``, its maths.

    The base judges every step on its valid 8-bit image, keeps the best, counts the passes
    and reads the outcome again on the very bytes that are shown and saved.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    source: ClassVar[str]
    former_names: ClassVar[tuple[str, ...]] = ()
    forms: ClassVar[tuple[Form, ...]] = ("targeted", "untargeted")

    @abstractmethod
    def iterate(
        self, passes: Passes, problem: Problem, random: np.random.Generator
    ) -> Iterator[Step]:
        """The steps of one run; the loop that drives it may stop between any two."""

    def gradient(self, passes: Passes, problem: Problem, images: Array) -> Array | None:
        """What the last steps descend, at images (n, 28, 28); None where that is no gradient."""
        return None

    @property
    def least(self) -> float:
        """The largest gradient at a pixel that is as good as none."""
        return 0.0

    def costs(self, problem: Problem, block: Block) -> Array | None:
        """What the attack minimises, (k, n) for k steps of n images, if that chooses its best.

        None says that the best step is the closest one whose valid image fools the network.
        """
        return None

    @property
    def settings(self) -> dict[str, Value]:
        """The parameters by name."""
        return {row.name: getattr(self, row.name) for row in parameter_table(self)}

    @final
    def run(
        self, network: Network, problem: Problem, *, seed: int, watch: Watch = lambda _: None
    ) -> Run:
        """Yield every step and return one outcome for each image.

        ``watch`` is given the steps a second time, in the blocks in which they were judged:
        a block is there already, and less work to record than its steps. Closing the
        generator cancels the run. ``throw(Stop)`` ends it and returns the outcomes of the
        steps so far. Images that already have the goal are returned as they are; where all
        have it, there is no step at all.
        Raises ParameterError where the attack does not have the problem's form,
        ArithmeticLimitError where the network makes no finite number of an original.
        """
        if problem.form not in self.forms:
            raise ParameterError(f"The attack {self.name} needs a goal: it is only targeted.")
        started = perf_counter()
        keep_freed_memory()  # every step makes arrays and drops those of some steps ago
        passes = Passes(network)
        extreme = network.extreme()
        if extreme:
            _check(passes, problem)
        keeper = Keeper(passes, problem, self.costs, watch)
        if not keeper.already.all():
            try:
                steps = self.iterate(passes, problem, np.random.default_rng(seed))
                for step in _quietly(steps) if extreme else steps:
                    keeper.offer(step)
                    yield step
            except Stop:
                pass
        keeper.settle()
        return self._outcomes(passes, problem, keeper, seed, started)

    @unwarned()
    def _outcomes(
        self, passes: Passes, problem: Problem, keeper: Keeper, seed: int, started: float
    ) -> tuple[Outcome, ...]:
        best = keeper.images
        readings = passes.readings(best)
        reached = problem.reached(np.array([reading.label for reading in readings]))
        stuck = self._stuck(passes, problem, ~reached, keeper.last)
        differences = to_floats(best) - to_floats(problem.originals)
        sizes, peaks = l2(differences), linf(differences)
        seconds = perf_counter() - started
        return tuple(
            Outcome(
                original=problem.originals[index],
                adversarial=best[index],
                goal=int(problem.goals[index]) if problem.form == "targeted" else None,
                fooled=bool(reached[index] and not keeper.already[index]),
                already=bool(keeper.already[index]),
                could_not_move=bool(stuck[index]),
                before=keeper.before[index],
                after=readings[index],
                l2=float(sizes[index]),
                linf=float(peaks[index]),
                steps=0 if keeper.already[index] else keeper.steps,
                best_step=int(keeper.best_steps[index]),
                forward_passes=passes.forward,
                backward_passes=passes.backward,
                seconds=seconds,
                seed=seed,
                network=passes.network.name,
                attack=self.name,
                parameters=self.settings,
            )
            for index in range(len(problem.originals))
        )

    def _stuck(self, passes: Passes, problem: Problem, missed: Flags, last: Step | None) -> Flags:
        """Which of the images that missed have come to where no slope leads to the goal."""
        if last is None:
            return np.zeros_like(missed)
        away = missed & ~problem.reached(last.logits.argmax(axis=-1))
        gradient = self.gradient(passes, problem, last.images) if away.any() else None
        if gradient is None:
            return np.zeros_like(missed)
        return away & (linf(gradient) <= self.least)


@unwarned()
def _check(passes: Passes, problem: Problem) -> None:
    if not np.isfinite(passes.judged(to_floats(problem.originals))).all():
        raise ArithmeticLimitError(
            f"The network {passes.network.name} makes no finite numbers of this image: its "
            "weights are too large to be attacked."
        )


def _quietly(steps: Iterator[Step]) -> Iterator[Step]:
    """The same; each asks numpy anew, as a generator must not change what its caller set."""
    while True:
        with unwarned():
            step = next(steps, None)
        if step is None:
            return
        yield step
