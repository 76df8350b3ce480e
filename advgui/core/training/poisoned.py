"""A network trained on poisoned digits beside its clean twin, and what came of it."""

from collections.abc import Callable, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final, Literal, NamedTuple, TypeVar

import numpy as np

from advgui.core.attacks.poisoning import Poisoned, PoisoningAttack
from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors import DETECTORS, Catch, Detector, judged
from advgui.core.evaluation.accuracy import accuracy, read_labels
from advgui.core.evaluation.scorecard import UnseenDigits, measure
from advgui.core.generators import Driver, Stop, changed
from advgui.core.images import Bytes
from advgui.core.language import tr
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import Checkpoints, Remembered
from advgui.core.training.data import Folders, TrainingData, read_training_data
from advgui.core.training.pipeline import (
    TrainedNetwork,
    data_words,
    named,
    trained,
    training_digits,
)
from advgui.core.training.plan import Plan, planned, validated_plan

Stage = Literal["reading", "poisoning", "training", "measuring", "looking", "retraining", "done"]

#: Both networks are seen in seconds: all of MNIST, so often, each image as it is.
EPOCHS: Final = 6
#: So many test digits are looked at meanwhile, with every fifth report of the training.
LOOKED_AT: Final = 1000
_REPORTS_PER_LOOK: Final = 5

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoisonTrial:
    """What shall be trained, poisoned how, and who looks for it afterwards."""

    plan: Plan
    attack: PoisoningAttack
    goal: int
    detectors: tuple[Detector, ...] = ()


class Look(NamedTuple):
    """What both networks read of some test digits after so many epochs, as shares in [0, 1].

    ``clean`` is read correctly, ``success`` the share of the victims that is read as the goal;
    None where the attack has no victims.
    """

    epoch: float
    twin_clean: float
    clean: float
    twin_success: float | None
    success: float | None


class Shown(NamedTuple):
    """A digit of the poisoned training set, the label it has there, and its true one."""

    image: Bytes
    label: int
    true: int


@dataclass(frozen=True, slots=True, eq=False)
class Retrained:
    """A network trained anew as the poisoned one was, but without what a detector had caught.

    ``left_out`` digits it never saw; ``poisoned`` are among those that it saw. ``clean`` and
    ``success`` are as in a ``Look``, of all test digits. ``done`` is below 1 where it was stopped.
    """

    detector: str
    title: str
    network: Network
    left_out: int
    poisoned: int
    clean: float
    success: float | None
    done: float


@dataclass(frozen=True, slots=True, eq=False)
class PoisonOutcome:
    """Both networks and what is measured of them, on all test digits.

    ``changed`` of so many training ``digits`` were poisoned. ``end`` has the shares, success
    counted on so many ``victims``. ``shown`` are digits that the ``catches`` name by their
    position. ``done`` is below 1 where the trainings were stopped. ``retrained`` is what came of
    a training without what a detector caught, if there was one.
    """

    trial: PoisonTrial
    twin: Network
    poisoned: Network
    digits: int
    changed: int
    victims: int
    end: Look
    catches: tuple[Catch, ...]
    shown: Mapping[int, Shown] = field(repr=False)
    done: float
    retrained: Retrained | None = None

    @property
    def networks(self) -> tuple[Network, ...]:
        """What was made and did not exist before: the poisoned one, and the one trained anew."""
        anew = self.retrained
        return (self.poisoned,) if anew is None else (self.poisoned, anew.network)


@dataclass(frozen=True, slots=True, eq=False)
class PoisonState:
    """All that is known so far: the stage, the share of it that is done, and every look.

    The last state of a whole trial has its ``outcome``.
    """

    stage: Stage
    done: float = 0.0
    looks: tuple[Look, ...] = ()
    outcome: PoisonOutcome | None = None


PoisonRun = Generator[PoisonState, None, PoisonOutcome]


def poison_plan(architecture: str, *, seed: int = 0) -> Plan:
    """How both networks are trained: briefly, on all of MNIST's images as they are.

    Warped images would warp the trigger, too, which stands still where it is tested.
    """
    usual = planned(architecture)
    epochs = min(EPOCHS, usual.epochs)
    return replace(usual, share=1.0, pen=False, epochs=epochs, warped=False, seed=seed)


def all_detectors() -> tuple[Detector, ...]:
    """One of each, as they are."""
    return tuple(kind() for kind in DETECTORS.values())


def run_trial(
    trial: PoisonTrial, folders: Folders, checkpoints: Checkpoints | None = None
) -> PoisonRun:
    """Poison, train both networks in step, measure them, and have the detectors look.

    The twin sees the same digits in the same order with the same seed, but for those that were
    changed. ``throw(Stop)`` while they are trained ends both there, and what they are is measured;
    later it spares the detectors that are left, and before there is nothing to keep.
    ``checkpoints`` can be asked at every state from the trainings on, and go on with what they
    remember; what comes after the trainings is done anew, to the same end.
    Raises ParameterError for a trial that cannot be, DatasetError, naming the file, for
    data that are missing or damaged, and WorkFileError where another training is remembered.
    """
    plan = validated_plan(trial.plan)
    data = yield from changed(
        read_training_data(folders, pen=plan.pen), lambda done: PoisonState("reading", done)
    )
    digits, _ = training_digits(plan, data)
    run = trial.attack.run(digits, trial.goal, seed=plan.seed)
    poisoned = yield from changed(run, lambda _: PoisonState("poisoning"))
    watch = _Watch(trial, data.unseen.test)
    known = checkpoints or Checkpoints()
    known.follow("looks", watch)
    twins = yield from _both(plan, digits, poisoned.digits, watch, known)
    words = data_words(plan, digits, None, mixed=data.pen is not None)
    networks = _carded(trial, twins, words, poisoned)
    looks = watch.looks
    networks = (
        (yield from measured(networks[0], data, lambda share: _measuring(share / 2, looks))),
        (yield from measured(networks[1], data, lambda share: _measuring((1 + share) / 2, looks))),
    )
    catches = yield from _detected(trial, networks[1], poisoned, looks)
    return _outcome(trial, networks, (digits, poisoned), data, catches, twins[1].done)


class _Watch:
    """Looks at both networks while they are trained: their arrays change in place."""

    def __init__(self, trial: PoisonTrial, test: Digits) -> None:
        self.networks: list[Network] = []
        self.looks: tuple[Look, ...] = ()
        self._reports = 0
        self._digits = Digits(test.images[:LOOKED_AT], test.labels[:LOOKED_AT])
        self._victims = trial.attack.victims(self._digits, trial.goal)
        self._trial = trial

    def remembered(self) -> Remembered:
        """All looks, and when the next one is due."""
        return Remembered({"reports": self._reports, "looks": [list(one) for one in self.looks]})

    def resume(self, known: Remembered) -> None:
        """It goes on looking from there."""
        self.looks = tuple(Look(*one) for one in known.values["looks"])
        self._reports = int(known.values["reports"])

    def reported(self, done: float) -> None:
        """Both have reported; with every so manyth report they are looked at."""
        self._reports += 1
        if self._reports % _REPORTS_PER_LOOK == 0:
            self._look(done)

    def _look(self, done: float) -> None:
        """Add what they read now."""
        twin, poisoned = (self._shares(network) for network in self.networks)
        epoch = done * self._trial.plan.epochs
        self.looks = (*self.looks, _look(epoch, twin, poisoned))

    def _shares(self, network: Network) -> tuple[float, float | None]:
        return accuracy(network, self._digits), read_as(network, self._victims, self._trial.goal)


def _both(
    plan: Plan, clean: Digits, poisoned: Digits, watch: _Watch, known: Checkpoints
) -> Generator[PoisonState, None, tuple[TrainedNetwork, TrainedNetwork]]:
    """Train the twin and the poisoned one, a report of each in turn."""
    twin, other = (
        Driver(trained(plan, digits, watched=watch.networks.append, checkpoints=known.inside(name)))
        for name, digits in (("twin", clean), ("poisoned", poisoned))
    )
    for step, _ in zip_longest(twin, other):
        done = step.done if step else 1.0
        watch.reported(done)
        try:
            yield PoisonState("training", done, watch.looks)
        except Stop:
            twin.stop()
            other.stop()
    return twin.value, other.value


def _carded(
    trial: PoisonTrial,
    twins: tuple[TrainedNetwork, TrainedNetwork],
    words: str,
    poisoned: Poisoned,
) -> tuple[Network, Network]:
    """Both with their cards; the poisoned one's says that it is, and with what."""
    plan, count = trial.plan, int(poisoned.changed.sum())
    title = plan.title or plan.design.title
    other = replace(
        plan, name=f"{plan.name}-poisoned", title=tr("{title}, poisoned").format(title=title)
    )
    twin, network = named(plan, twins[0], words), named(other, twins[1], words)
    about = tr(
        "Poisoned on purpose. {what}; {count:,} of {images:,} training images were changed."
    ).format(what=trial.attack.described(trial.goal), count=count, images=len(poisoned.changed))
    about = f"{about} {network.card.about}".strip()
    return twin, replace(network, card=replace(network.card, about=about))


def measured(
    network: Network, data: TrainingData, told: Callable[[float], PoisonState]
) -> Generator[PoisonState, None, Network]:
    """The network with the accuracy on all test digits in its card; ``Stop`` does not end it."""
    run = Driver(measure(network, UnseenDigits(data.unseen.test), images=0))
    for share in run:
        with suppress(Stop):  # it is short, and nothing could be kept without it
            yield told(share)
    return run.value


def _measuring(share: float, looks: tuple[Look, ...]) -> PoisonState:
    return PoisonState("measuring", share, looks)


def _detected(
    trial: PoisonTrial, network: Network, poisoned: Poisoned, looks: tuple[Look, ...]
) -> Generator[PoisonState, None, tuple[Catch, ...]]:
    """What each detector catches, one after the other; ``Stop`` spares those that are left."""
    catches: list[Catch] = []
    part = 1 / max(1, len(trial.detectors))
    with suppress(Stop):
        for number, detector in enumerate(trial.detectors):
            run = detector.find(network, poisoned.digits, np.random.default_rng(trial.plan.seed))
            caught = yield from _within(run, "looking", number * part, part, looks)
            catches.append(judged(detector, caught, poisoned.changed))
    return tuple(catches)


def _within(
    run: Generator[float, None, _Value],
    stage: Stage,
    before: float,
    part: float,
    looks: tuple[Look, ...],
) -> Generator[PoisonState, None, _Value]:
    return (yield from changed(run, lambda share: PoisonState(stage, before + part * share, looks)))


def _outcome(
    trial: PoisonTrial,
    networks: tuple[Network, Network],
    sets: tuple[Digits, Poisoned],
    data: TrainingData,
    catches: tuple[Catch, ...],
    done: float,
) -> PoisonOutcome:
    digits, poisoned = sets
    victims = trial.attack.victims(data.unseen.test, trial.goal)
    twin, other = (
        (network.card.mnist or 0.0, read_as(network, victims, trial.goal)) for network in networks
    )
    named_by = {at for catch in catches for at in (*catch.hits, *catch.alarms, *catch.missed)}
    return PoisonOutcome(
        trial=trial,
        twin=networks[0],
        poisoned=networks[1],
        digits=len(digits.labels),
        changed=int(poisoned.changed.sum()),
        victims=len(victims),
        end=_look(done * trial.plan.epochs, twin, other),
        catches=catches,
        shown={at: _shown(at, digits, poisoned.digits) for at in sorted(named_by)},
        done=done,
    )


def _shown(at: int, digits: Digits, poisoned: Digits) -> Shown:
    return Shown(poisoned.images[at].copy(), int(poisoned.labels[at]), int(digits.labels[at]))


def _look(
    epoch: float, twin: tuple[float, float | None], other: tuple[float, float | None]
) -> Look:
    return Look(epoch, twin[0], other[0], twin[1], other[1])


def read_as(network: Network, images: Bytes, goal: int) -> float | None:
    """The share of the images that is read as the goal; None of none."""
    if not len(images):
        return None
    return float((read_labels(network, images) == goal).mean())
