"""How well an attack does over many images: security evaluation, a generator."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from advgui.core.attacks import Attack, Outcome, Problem, Step
from advgui.core.datasets import Digits
from advgui.core.defences.threshold import binarise
from advgui.core.images import LABELS
from advgui.core.network import Network
from advgui.core.training import read_labels


@dataclass(frozen=True, slots=True)
class Score:
    """One attack on one network, over ``images`` correctly read images with random goals.

    ``raw`` is the share whose last step fools the network as real numbers, None where every
    step is a valid image; ``fooled`` the share whose valid 8-bit outcome does. ``l2`` and
    ``median`` are over the fooled images and None where there are none.
    ``restored`` and ``kept`` are the shares of the fooled whose thresholded image reads as
    the true label again, and as the goal still.
    """

    network: str
    attack: str
    parameters: dict[str, int | float | bool | str]
    images: int
    steps: int
    raw: float | None
    fooled: float
    l2: float | None
    median: float | None
    restored: float | None
    kept: float | None
    seconds: float
    seed: int


def random_goals(network: Network, digits: Digits, count: int, *, seed: int) -> Problem:
    """The first ``count`` digits that the network reads correctly, each with a wrong goal."""
    right = np.flatnonzero(read_labels(network, digits.images) == digits.labels)[:count]
    random = np.random.default_rng(seed)
    goals = (digits.labels[right] + random.integers(1, LABELS, len(right))) % LABELS
    return Problem(digits.images[right], goals)


def evaluate(
    network: Network, attack: Attack, problem: Problem, *, seed: int
) -> Generator[float, None, Score]:
    """Attack all images as one batch; yields the share of the steps that is done."""
    run = attack.run(network, problem, seed=seed)
    last: Step | None = None
    while True:
        try:
            last = next(run)
        except StopIteration as end:
            outcomes: tuple[Outcome, ...] = end.value
            break
        yield last.number / max(1, int(attack.settings.get("steps", 1)))
    return _score(network, problem, outcomes, last)


def _score(
    network: Network, problem: Problem, outcomes: tuple[Outcome, ...], last: Step | None
) -> Score:
    fooled = [outcome for outcome in outcomes if outcome.fooled]
    sizes = [outcome.l2 for outcome in fooled]
    after = [network.read(binarise(outcome.adversarial)).label for outcome in fooled]
    back = [label == o.before.label for label, o in zip(after, fooled, strict=True)]
    still = [label == o.goal for label, o in zip(after, fooled, strict=True)]
    first = outcomes[0]
    return Score(
        network=network.name,
        attack=first.attack,
        parameters=first.parameters,
        images=len(outcomes),
        steps=max(outcome.steps for outcome in outcomes),
        raw=_raw(problem, last),
        fooled=len(fooled) / len(outcomes),
        l2=float(np.mean(sizes)) if sizes else None,
        median=float(np.median(sizes)) if sizes else None,
        restored=float(np.mean(back)) if back else None,
        kept=float(np.mean(still)) if still else None,
        seconds=first.seconds,
        seed=first.seed,
    )


def _raw(problem: Problem, last: Step | None) -> float | None:
    if last is None or last.valid:
        return None
    return float(problem.reached(last.logits.argmax(axis=-1)).mean())
