"""What an attack came to, whoever made it: the same images, each judged as a valid 8-bit image."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import Final, TypeVar

import numpy as np

from advgui.core.attacks import EvasionAttack, Problem
from advgui.core.attacks.objective import DISTANCES
from advgui.core.attacks.problem import Flags
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from tests.generators import finished

Made = TypeVar("Made")
HEAD: Final = (
    "network",
    "attack",
    "by",
    "images",
    "fooled",
    "mean distance",
    "where both fool",
    "queries",
    "ms an image",
)


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Of n images: which fool, how far each is in the attack's own norm, what it took.

    ``seconds`` are those of the processor, so what runs beside it does not count.
    """

    fooled: Flags
    distances: Array
    queries: float
    seconds: float

    def row(self, ours: "Judged | None", budget: bool) -> tuple[str, ...]:
        """The figures; inside a budget a distance is free, and nothing to compare."""
        count = len(self.fooled)
        mean = f"{self.distances[self.fooled].mean():.4g}" if self.fooled.any() else "-"
        return (
            f"{count:,}",
            f"{self.fooled.mean():.1%}",
            mean,
            "-" if ours is None or budget else self._beside(ours),
            f"{self.queries:,.0f}",
            f"{1000 * self.seconds / count:.2f}",
        )

    def _beside(self, ours: "Judged") -> str:
        """By how much farther than ours, on average over the images that both fool."""
        both = self.fooled & ours.fooled
        if not both.any():
            return "-"
        return f"{self.distances[both].mean() / ours.distances[both].mean() - 1:+.1%}"


def ours(attack: EvasionAttack, network: Network, problem: Problem) -> Judged:
    """By the attack as it is here."""
    (_, outcomes), seconds = timed(lambda: finished(attack.run(network, problem, seed=0)))
    images = np.stack([outcome.adversarial for outcome in outcomes])
    queries = float(np.mean([outcome.queries for outcome in outcomes]))
    return judged(attack, network, problem, images, queries, seconds)


def judged(
    attack: EvasionAttack,
    network: Network,
    problem: Problem,
    valid: Bytes,
    queries: float,
    seconds: float,
) -> Judged:
    """By a fresh look at what would be saved."""
    difference = to_floats(valid) - to_floats(problem.originals)
    reached = problem.reached(read_labels(network, valid))
    return Judged(reached, DISTANCES[attack.norm](difference), queries, seconds)


def rounded(images: Array) -> Bytes:
    """The valid images that real numbers stand for; what is no number is no ink."""
    return quantise(np.nan_to_num(images))


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """What it makes, and the processor's seconds."""
    start = process_time()
    return work(), process_time() - start
