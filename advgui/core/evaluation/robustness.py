"""How well an attack does over many images: security evaluation, a generator."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import EvasionAttack, Form, Outcome, Problem, Run, Step
from advgui.core.attacks.objective import Norm
from advgui.core.datasets.readers import Digits
from advgui.core.defences.defended import as_asked
from advgui.core.evaluation.accuracy import mean_of, read_labels
from advgui.core.evaluation.transfer import Transfer, transferred
from advgui.core.generators import Driver
from advgui.core.images import LABELS, binarise
from advgui.core.nn.network import Network
from advgui.core.world.survival import survival

#: Images that are attacked at once, by one run with a seed of its own.
BATCH: Final = 100


@dataclass(frozen=True, slots=True)
class Score:
    """One attack on one network, over ``images`` correctly read images.

    ``form`` tells whether toward random goals, or away from what is read.

    ``raw`` is the share whose last step fools the network as real numbers, None where every
    step is a valid image; ``fooled`` the share whose valid 8-bit outcome does, both of those that
    did not have the goal ``already``. ``could_not_move`` is the share that is not fooled
    because the attack had no slope to follow: nobody knows how robust they are. ``l2`` and
    ``median`` are over the fooled 8-bit images and None where there are none; so is
    ``distance``, the mean in ``norm``, which the attack keeps small.
    ``sure`` is the share that also leads by the ``confidence`` that was asked for.
    ``restored`` and ``kept`` are the shares of the fooled whose thresholded image reads as
    the true label again, and as the goal still; without a goal there is none to keep.
    ``survival`` is the mean share of the draws of ``advgui.core.world`` through which an image
    still fools, ``plain_survival`` of those through which the plain one is read as it was; None
    where nobody asked.
    ``queries`` and ``gradients`` are how often an image went forward and back, on average.
    ``transfers`` tell what other networks read in them.

    ``defences`` are what the network stands behind, as ``Defence.as_dict`` tells them. All of this
    is through them where the attacker was ``aware``, else about the network alone; ``through`` is
    the share of the images that fool it behind them, None where there are none.
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
    norm: Norm
    distance: float | None
    restored: float | None
    kept: float | None
    queries: float
    gradients: float
    seconds: float
    seed: int
    transfers: tuple[Transfer, ...] = ()
    defences: tuple[dict[str, Any], ...] = ()
    aware: bool = True
    through: float | None = None
    confidence: float = 0.0
    sure: float = 0.0
    survival: float | None = None
    plain_survival: float | None = None


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


def toward(network: Network, digits: Digits, count: int, goal: int) -> Problem:
    """The first ``count`` digits that the network reads correctly, and that are not the goal."""
    others = np.flatnonzero(digits.labels != goal)
    some = Digits(digits.images[others], digits.labels[others])
    right = _read_right(network, some, count)
    return Problem(some.images[right], np.full(len(right), goal, np.int64))


def _read_right(network: Network, digits: Digits, count: int) -> NDArray[np.intp]:
    return np.flatnonzero(read_labels(network, digits.images) == digits.labels)[:count]


def evaluate(
    network: Network,
    attack: EvasionAttack,
    problem: Problem,
    *,
    seed: int,
    shown_to: Sequence[Network] = (),
    aware: bool = True,
    survive: bool = False,
) -> Generator[float, None, Score]:
    """Attack all images, ``BATCH`` at a time; yields the share of the work that is done.

    The k-th batch is attacked with the seed ``seed`` + k. What comes of it is shown to the
    networks of ``shown_to``. An attacker that is not ``aware`` of the network's defences attacks
    it alone. What comes of it is also seen through the thousand draws of ``survival``, if it is
    to ``survive``.
    """
    started = perf_counter()
    outcomes: list[Outcome] = []
    raw: list[bool] = []
    batches = list(_batches(problem))
    for number, batch in enumerate(batches):
        run = attack.run(network, batch, seed=seed + number, aware=aware)
        work = attack.work(batch.form, len(batch.goals))
        found, last = yield from _shares(run, work, number, len(batches))
        outcomes.extend(found)
        if last is not None and not last.valid:
            wanting = [not outcome.already for outcome in found]
            raw.extend(batch.reached(last.logits.argmax(axis=-1))[wanting])
    share_raw = mean_of(raw)
    asked = as_asked(network, aware=aware)
    score = _score(asked, problem.form, outcomes, share_raw, seed, perf_counter() - started)
    if survive:
        score = _with_survival(score, asked, problem, outcomes)
    return replace(score, transfers=tuple(transferred(other, outcomes) for other in shown_to))


def _with_survival(
    score: Score, network: Network, problem: Problem, outcomes: list[Outcome]
) -> Score:
    """The mean shares of draws through which the images still fool, and plain ones are read."""
    made = np.stack([outcome.adversarial for outcome in outcomes])
    goals = problem.goals if problem.form == "targeted" else None
    found = survival(network, problem.originals, made, goals)
    rates = float(found.rates.mean()), float(found.plain_rates.mean())
    return replace(score, survival=rates[0], plain_survival=rates[1])


def _shares(
    run: Run, total: int | None, number: int, count: int
) -> Generator[float, None, tuple[tuple[Outcome, ...], Step | None]]:
    """The outcomes and the last step of a batch's run; yields the share of all work done.

    Where nobody knows how much work a run is, it counts once it has ended.
    """
    driver, last = Driver(run), None
    for last in driver:
        yield (number + (min(1.0, last.done / total) if total else 0.0)) / count
    return driver.value, last


def _batches(problem: Problem) -> Iterator[Problem]:
    for start in range(0, len(problem.goals), BATCH):
        yield problem.of(slice(start, start + BATCH))


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
    first, wanting = outcomes[0], [outcome for outcome in outcomes if not outcome.already]
    return Score(
        network=network.name,
        attack=first.attack,
        parameters=first.parameters,
        form=form,
        images=len(outcomes),
        steps=max(outcome.steps for outcome in outcomes),
        raw=raw,
        fooled=len(fooled) / max(1, len(wanting)),
        already=float(np.mean([outcome.already for outcome in outcomes])),
        could_not_move=float(np.mean([outcome.could_not_move for outcome in outcomes])),
        l2=mean_of(sizes),
        median=float(np.median(sizes)) if sizes else None,
        norm=first.norm,
        distance=mean_of([outcome.distance for outcome in fooled]),
        restored=mean_of(back),
        kept=mean_of(still) if form == "targeted" else None,
        queries=float(np.mean([outcome.queries for outcome in outcomes])),
        gradients=float(np.mean([outcome.gradients for outcome in outcomes])),
        seconds=seconds,
        seed=seed,
        defences=tuple(defence.as_dict() for defence in first.defences),
        aware=first.aware,
        through=float(np.mean([o.fooled_through for o in outcomes])) if first.defences else None,
        confidence=first.confidence,
        sure=float(np.mean([outcome.sure for outcome in outcomes])),
    )
