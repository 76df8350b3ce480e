"""Trainings one after the other, each with images mixed in that fooled the one before."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Problem
from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.generators import Driver, Stop
from advgui.core.images import SIZE, Bytes
from advgui.core.language import numeral, tr
from advgui.core.nn.card import Card
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints, Remembered
from advgui.core.training.data import joined
from advgui.core.training.loop import Round, Training, TrainingStep
from advgui.core.training.mixed_in import MixedIn

#: Images that are attacked at once, a step of which takes some tens of milliseconds at most.
ATTACKED_AT_ONCE: Final = 100
#: Who knows the new network takes more steps than what is mixed in is made with.
KNOWING_STEPS: Final = 40


def train_rounds(
    train: Callable[[Digits], Training],
    digits: Digits,
    held_out: Digits | None,
    defence: MixedIn,
    seed: int,
    checkpoints: Checkpoints | None = None,
) -> Training:
    """Train anew in every round, by ``train`` on what the digits have become.

    ``throw(Stop)`` ends it with the network of that round, as it is there. The card of the
    network tells what the rounds came to. The same seed gives the same images and networks.
    """
    begun = _Begun()
    (checkpoints or Checkpoints()).follow("rounds", begun)
    course = _Course(held_out, defence, seed, begun)
    for number in range(begun.number, defence.trainings):
        everything = joined([digits, *begun.mixed_in]) if begun.mixed_in else digits
        network, stopped = yield from course.trained(train(everything), number)
        if stopped:
            break
        try:
            yield from course.looked_at(network)
            if number < defence.rounds:
                more = yield from course.attacked(network, _some(digits, defence, seed + number))
                begun.next_round(course, more)
        except Stop:
            break
    return replace(network, card=Card(about=rounds_words(course.rounds)))


class _Begun:
    """The round that one is in, as it was when it began: with what is mixed in by then.

    ``last`` is the newest step of its training.
    """

    def __init__(self) -> None:
        self.number = 0
        self.last = TrainingStep(1, 0.0, 0.0, 0.0)
        self.mixed_in: tuple[Digits, ...] = ()
        self.rounds: tuple[Round, ...] = ()
        self.against_former: Digits | None = None

    def next_round(self, course: "_Course", more: Digits) -> None:
        """The next one begins, with more digits."""
        self.number, self.mixed_in = self.number + 1, (*self.mixed_in, more)
        self.rounds, self.against_former = tuple(course.rounds), course.against_former

    def remembered(self) -> Remembered:
        """All of it."""
        arrays: dict[str, NDArray[Any]] = {}
        digits = {f"mixed.{number}": one for number, one in enumerate(self.mixed_in)}
        if self.against_former is not None:
            digits["former"] = self.against_former
        arrays |= {f"{name}.images": one.images for name, one in digits.items()}
        arrays |= {f"{name}.labels": one.labels for name, one in digits.items()}
        rounds = [[one.clean, one.transferred, one.robust] for one in self.rounds]
        last = self.last  # its loss may be no number, which JSON has none for
        arrays["last"] = np.array([last.epoch, last.done, last.loss, last.accuracy])
        return Remembered({"number": self.number, "rounds": rounds}, arrays)

    def resume(self, known: Remembered) -> None:
        """It is in that round."""
        self.number = int(known.values["number"])
        epoch, done, loss, accuracy = known.arrays["last"].tolist()
        self.last = TrainingStep(int(epoch), done, loss, accuracy)
        self.rounds = tuple(Round(*one) for one in known.values["rounds"])
        self.mixed_in = tuple(_digits(known, f"mixed.{one}") for one in range(self.number))
        if "former.images" in known.arrays:
            self.against_former = _digits(known, "former")


def _digits(known: Remembered, name: str) -> Digits:
    """Raises KeyError or ValueError where there are none."""
    images, labels = known.arrays[f"{name}.images"], known.arrays[f"{name}.labels"]
    fits = images.shape == (len(labels), SIZE, SIZE) and labels.dtype == np.int64
    if not fits or images.dtype != np.uint8:
        raise ValueError(name)
    return Digits(images, labels)


class _Course:
    """Where the rounds are, and what they came to."""

    def __init__(self, held_out: Digits | None, defence: MixedIn, seed: int, begun: _Begun) -> None:
        self.rounds = list(begun.rounds)
        self._begun = begun
        self._held_out = held_out
        self._defence = defence
        self._seed = seed
        self._last = self._with_shares(begun.last)
        self.against_former = begun.against_former

    def trained(
        self, run: Training, number: int
    ) -> Generator[TrainingStep, None, tuple[Network, bool]]:
        """The network of a round, and whether it was stopped; steps are told of all rounds."""
        driver, stopped = Driver(run), False
        for step in driver:
            done = (number + step.done) / self._defence.trainings
            self._begun.last = replace(step, done=done)
            self._last = self._with_shares(self._begun.last)
            try:
                yield self._last
            except Stop:
                driver.stop()
                stopped = True
        return driver.value, stopped

    def looked_at(self, network: Network) -> Generator[TrainingStep, None, None]:
        """Show it held-out digits: as they are, as made against the former one, as made anew."""
        if self._held_out is None:
            return
        new = yield from self.attacked(network, self._held_out, KNOWING_STEPS)
        former, self.against_former = self.against_former, new
        transferred = None if former is None else accuracy(network, former)
        robust = accuracy(network, new)
        self.rounds.append(Round(accuracy(network, self._held_out), transferred, robust))
        self._last = self._with_shares(self._last)
        yield self._last

    def attacked(
        self, network: Network, digits: Digits, steps: int | None = None
    ) -> Generator[TrainingStep, None, Digits]:
        """The digits as valid images made against a network, with the labels that they have.

        Whoever waits is told the newest step again.
        """
        attack = self._defence.attack(steps or self._defence.steps)
        found: list[Bytes] = []
        for start in range(0, len(digits.labels), ATTACKED_AT_ONCE):
            part = slice(start, start + ATTACKED_AT_ONCE)
            problem = Problem(digits.images[part], digits.labels[part], "untargeted")
            driver = Driver(attack.run(network, problem, seed=self._seed + start))
            for _ in driver:
                yield self._last
            found.extend(outcome.adversarial for outcome in driver.value)
        return Digits(np.stack(found), digits.labels)

    def _with_shares(self, step: TrainingStep) -> TrainingStep:
        if not self.rounds:
            return step
        newest = self.rounds[-1]
        return replace(
            step,
            clean=newest.clean,
            transferred=newest.transferred,
            robust=newest.robust,
            rounds=tuple(self.rounds),
        )


def rounds_words(rounds: Sequence[Round]) -> str:
    """What they came to, round by round, in a sentence; none for none."""
    if not rounds:
        return ""
    former = [one.transferred for one in rounds if one.transferred is not None]
    parts = [
        tr("{shares} of digits that were kept back").format(
            shares=_listed([one.clean for one in rounds])
        )
    ]
    if former:
        parts.append(
            tr("{shares} of them as images made against the network before").format(
                shares=_listed(former)
            )
        )
    parts.append(
        tr("{shares} as images made against itself").format(
            shares=_listed([one.robust for one in rounds])
        )
    )
    return tr("Round by round it reads {parts}.").format(parts=", ".join(parts))


def _listed(shares: Sequence[float]) -> str:
    return f"{', '.join(numeral(100 * share, '.1f') for share in shares)} %"


def _some(digits: Digits, defence: MixedIn, seed: int) -> Digits:
    """As many as are mixed in, drawn anew in each round."""
    chosen = np.random.default_rng((seed, 3)).permutation(len(digits.labels))[: defence.images]
    return Digits(digits.images[chosen], digits.labels[chosen])
