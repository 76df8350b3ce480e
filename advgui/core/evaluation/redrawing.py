"""How often the pen attack fools, and fools again when a hand has redrawn what it found."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from time import process_time
from typing import Final, Literal

import numpy as np

from advgui.core.attacks.outcome import Outcome
from advgui.core.attacks.problem import Form, Problem
from advgui.core.attacks.strokes.pen import Pen
from advgui.core.digits.bending import redrawn
from advgui.core.digits.ink import Ink
from advgui.core.evaluation.accuracy import mean_of
from advgui.core.generators import drive
from advgui.core.images import LABELS, Labels
from advgui.core.nn.network import Network

DrawnAim = Literal["any other", "easiest", "random"]
"""What is to be read: any other label, whichever of the nine gives way most, or one at random."""

AIMS: Final[tuple[DrawnAim, ...]] = ("any other", "easiest", "random")
#: How often each digit is redrawn.
HANDS: Final = 5


@dataclass(frozen=True, slots=True)
class PenScore:
    """The pen attack on one network, over ``digits`` that it reads as they are labelled.

    ``fooled`` is the share that it fools, ``sure`` that which also leads by what was asked for.
    ``redrawn`` is the share of redrawings of those that still fool, None where none fools, and
    ``plain`` that of redrawings of the digits as they were that are still read right; a hand goes
    astray by ``jitter`` of the digit's size. ``queries`` and ``seconds`` of the processor are
    those of one digit's run, on average.
    """

    network: str
    aim: DrawnAim
    digits: int
    fooled: float
    sure: float
    redrawn: float | None
    plain: float
    jitter: float
    queries: float
    seconds: float
    seed: int
    parameters: Mapping[str, int | float | bool | str]


@dataclass(frozen=True, slots=True, eq=False)
class _Hand:
    """Someone who draws over what is there, with smooth jitter."""

    network: Network
    jitter: float
    random: np.random.Generator

    def labels(self, ink: Ink) -> Labels:
        """What is read in each redrawing, (HANDS,)."""
        drawn = (redrawn(ink, self.jitter, self.random).image() for _ in range(HANDS))
        return np.array([self.network.read(image).label for image in drawn], np.int64)

    def holds(self, outcome: Outcome) -> float:
        """The share of redrawings that fool as the outcome does."""
        labels = self.labels(outcome.ink or Ink(())).tolist()
        return float(np.mean([outcome.reached(label) for label in labels]))


def measure_pen(
    network: Network,
    inks: Sequence[Ink],
    labels: Labels,
    attack: Pen,
    *,
    jitter: float = 0.01,
    seed: int = 0,
) -> Generator[float, None, tuple[PenScore, ...]]:
    """A score for each aim; yields the share of the digits that are done.

    Digits that the network misreads are left out. Each of the others is attacked away from its
    label and toward all nine others; what those redrawings are read as follows.
    """
    read = [network.read(ink.image()).label for ink in inks]
    right = [row for row, label in enumerate(labels.tolist()) if read[row] == label]
    hand = _Hand(network, jitter, np.random.default_rng(seed))
    runs: dict[DrawnAim, list[Outcome]] = {aim: [] for aim in AIMS}
    plain: list[float] = []
    started = process_time()
    for done, row in enumerate(right):
        yield done / len(right)
        for aim, outcome in _attacked(network, inks[row], int(labels[row]), attack, hand, seed):
            runs[aim].append(outcome)
    seconds = (process_time() - started) / max(1, LABELS * len(right))
    for row in right:
        plain.append(float((hand.labels(inks[row]) == labels[row]).mean()))
    kept = mean_of(plain) or 0.0
    return tuple(_score(aim, runs[aim], hand, attack, kept, seconds, seed) for aim in AIMS)


def _attacked(
    network: Network, ink: Ink, label: int, attack: Pen, hand: _Hand, seed: int
) -> tuple[tuple[DrawnAim, Outcome], ...]:
    """What comes of one digit with each aim."""
    others = [goal for goal in range(LABELS) if goal != label]
    (away,) = drive(attack.run(network, _problem(ink, [label], "untargeted"), seed=seed))
    toward = drive(attack.run(network, _problem(ink, others, "targeted"), seed=seed))
    easiest = max(toward, key=lambda one: (one.fooled, one.sure, -one.queries))
    chosen = toward[int(hand.random.integers(len(toward)))]
    return ("any other", away), ("easiest", easiest), ("random", chosen)


def _problem(ink: Ink, goals: Sequence[int], form: Form) -> Problem:
    images = np.repeat(ink.image()[None], len(goals), axis=0)
    return Problem(images, np.array(goals, np.int64), form, inks=(ink,) * len(goals))


def _score(
    aim: DrawnAim,
    outcomes: Sequence[Outcome],
    hand: _Hand,
    attack: Pen,
    plain: float,
    seconds: float,
    seed: int,
) -> PenScore:
    return PenScore(
        network=hand.network.name,
        aim=aim,
        digits=len(outcomes),
        fooled=mean_of([outcome.fooled for outcome in outcomes]) or 0.0,
        sure=mean_of([outcome.sure for outcome in outcomes]) or 0.0,
        redrawn=mean_of([hand.holds(outcome) for outcome in outcomes if outcome.fooled]),
        plain=plain,
        jitter=hand.jitter,
        queries=mean_of([outcome.queries for outcome in outcomes]) or 0.0,
        seconds=seconds,
        seed=seed,
        parameters=attack.settings,
    )
