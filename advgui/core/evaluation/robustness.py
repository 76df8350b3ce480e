"""How well an attack does over many images: security evaluation, a generator."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import EvasionAttack, Form, Outcome, Problem, Run, Step
from advgui.core.datasets.readers import Digits
from advgui.core.defences.binarise import binarise
from advgui.core.evaluation.accuracy import read_labels
from advgui.core.generators import Driver
from advgui.core.images import LABELS
from advgui.core.nn.network import Network

# More images at once do not fit the processor's cache, and cost more time each, not less.
TOGETHER: Final = 100


@dataclass(frozen=True, slots=True)
class Score:
    """One attack on one network, over ``images`` correctly read images.

    ``form`` tells whether toward random goals, or away from what is read.

    ``raw`` is the share whose last step fools the network as real numbers, None where every
    step is a valid image; ``fooled`` the share whose valid 8-bit outcome does, of those that
    did not have the goal ``already``. ``could_not_move`` is the share that is not fooled
    because the attack had no slope to follow: nobody knows how robust they are. ``l2`` and
    ``median`` are over the fooled 8-bit images and None where there are none.
    ``restored`` and ``kept`` are the shares of the fooled whose thresholded image reads as
    the true label again, and as the goal still; without a goal there is none to keep.
    """

    network: str
    attack: str
    parameters: dict[str, int | float | bool | str]
    form: Form
    images: int
    steps: int
    raw: float | None
    fooled: float
    already: float
    could_not_move: float
    l2: float | None
    median: float | None
    restored: float | None
    kept: float | None
    seconds: float
    seed: int


def random_goals(network: Network, digits: Digits, count: int, *, seed: int) -> Problem:
    """The first ``count`` digits that the network reads correctly, each with a wrong goal."""
    right = _read_right(network, digits, count)
    random = np.random.default_rng(seed)
    goals = (digits.labels[right] + random.integers(1, LABELS, len(right))) % LABELS
    return Problem(digits.images[right], goals)


def away_from_labels(network: Network, digits: Digits, count: int) -> Problem:
    """The first ``count`` digits that the network reads correctly, to be read otherwise."""
    right = _read_right(network, digits, count)
    return Problem(digits.images[right], digits.labels[right], "untargeted")


def _read_right(network: Network, digits: Digits, count: int) -> NDArray[np.intp]:
    return np.flatnonzero(read_labels(network, digits.images) == digits.labels)[:count]


def evaluate(
    network: Network, attack: EvasionAttack, problem: Problem, *, seed: int
) -> Generator[float, None, Score]:
    """Attack all images, ``TOGETHER`` at a time; yields the share of the work that is done.

    The k-th part of the images is attacked with the seed ``seed`` + k.
    """
    started = perf_counter()
    outcomes: list[Outcome] = []
    raw: list[NDArray[np.bool_]] = []
    pieces = list(parts(problem))
    width = 1 / (len(pieces) * max(1, int(attack.settings.get("steps", 1))))
    for number, part in enumerate(pieces):
        run = attack.run(network, part, seed=seed + number)
        found, last = yield from _followed(run, number / len(pieces), width)
        outcomes.extend(found)
        if last is not None and not last.valid:
            raw.append(part.reached(last.logits.argmax(axis=-1)))
    share_raw = float(np.concatenate(raw).mean()) if raw else None
    return _score(network, problem.form, outcomes, share_raw, seed, perf_counter() - started)


def _followed(
    run: Run, done: float, width: float
) -> Generator[float, None, tuple[tuple[Outcome, ...], Step | None]]:
    """The outcomes and the last step of a run; each step yields ``width`` more than ``done``."""
    driver, last = Driver(run), None
    for last in driver:
        yield done + width * last.number
    return driver.value, last


def parts(problem: Problem) -> Iterator[Problem]:
    """The problem in pieces of ``TOGETHER`` images."""
    for start in range(0, len(problem.goals), TOGETHER):
        part = slice(start, start + TOGETHER)
        yield Problem(problem.originals[part], problem.goals[part], problem.form)


def _score(
    network: Network,
    form: Form,
    outcomes: list[Outcome],
    raw: float | None,
    seed: int,
    seconds: float,
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
        form=form,
        images=len(outcomes),
        steps=max(outcome.steps for outcome in outcomes),
        raw=raw,
        fooled=len(fooled) / len(outcomes),
        already=float(np.mean([outcome.already for outcome in outcomes])),
        could_not_move=float(np.mean([outcome.could_not_move for outcome in outcomes])),
        l2=float(np.mean(sizes)) if sizes else None,
        median=float(np.median(sizes)) if sizes else None,
        restored=float(np.mean(back)) if back else None,
        kept=float(np.mean(still)) if still and form == "targeted" else None,
        seconds=seconds,
        seed=seed,
    )
