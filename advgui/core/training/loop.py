"""The training loop: a generator of frozen progress that returns the trained network."""

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import IMAGES_AT_ONCE
from advgui.core.generators import Stop
from advgui.core.images import Array, Bytes, Labels, to_floats
from advgui.core.memory import keep_freed_memory
from advgui.core.nn.architectures import Activation, Architecture
from advgui.core.nn.card import Card
from advgui.core.nn.layers import Layer
from advgui.core.nn.losses import LOSSES, LossName
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import OPTIMISERS, Optimiser
from advgui.core.nn.recipe import Recipe
from advgui.core.resuming.checkpoints import Checkpoints, Draws, Remembered, Updates, Weights
from advgui.core.training.augmentation import WARPED_AT_ONCE, random_maps, refitted
from advgui.core.training.defending import HeldOut, Learned, TrainingDefence

REPORTS_PER_EPOCH: Final = 50


@dataclass(frozen=True, slots=True)
class Round:
    """What a round came to: shares of held-out digits that its network reads correctly.

    ``clean`` as they are, ``transferred`` as images made against the network of the round
    before, None in the first, and ``robust`` as images made against this one.
    """

    clean: float
    transferred: float | None
    robust: float


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """How far a training is: ``done`` of all epochs in [0, 1].

    ``loss`` and ``accuracy`` are means over the images since the last report, as they were
    learned from. ``clean`` and ``robust`` are the shares of held-out digits that are read
    correctly, as they are and attacked, where such are looked at, and ``transferred`` that of
    what was made of them against the network of a former round, where there are ``rounds``.
    ``test`` is the share of some test digits that is read correctly, where those are looked at,
    and ``confusion`` at the end of an epoch how many of each label are read as each.
    ``warning`` is what went wrong, in a sentence, else empty.
    """

    epoch: int
    done: float
    loss: float
    accuracy: float
    clean: float | None = None
    robust: float | None = None
    transferred: float | None = None
    test: float | None = None
    warning: str = ""
    rounds: tuple[Round, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()


Training = Generator[TrainingStep, None, Network]


def train(
    architecture: Architecture,
    digits: Digits,
    recipe: Recipe,
    *,
    seed: int,
    activation: Activation | None = None,
    defence: TrainingDefence | None = None,
    held_out: Digits | None = None,
    watched: Callable[[Network], object] = lambda _: None,
    checkpoints: Checkpoints | None = None,
) -> Training:
    """Train a new network; nothing is kept of a training that is closed before its end.

    ``throw(Stop)`` ends it where it is and returns the network as it is there.
    ``digits`` are all that is trained on: taking a share of them is up to ``share_of``.
    A ``defence`` is another way to learn from the same batches, for an architecture that is
    ``defended``; ``held_out`` are digits to look at meanwhile, which change nothing.
    ``watched`` is given the network at the beginning, whose arrays then change in place.
    What is trained by counting is counted once, and reports once. The same seed gives the
    same network, bit for bit, on one machine; also where it is gone on with what
    ``checkpoints`` remember, which can be asked after every report.
    Raises ParameterError for an activation that the architecture does not have, and
    WorkFileError where another training is remembered.
    """
    if architecture.count is not None:
        return (yield from _counted(architecture, architecture.count(digits), digits, watched))
    keep_freed_memory()
    random = np.random.default_rng(seed)
    layers = tuple(_own(layer) for layer in architecture.build(random, activation))
    if defence is not None:
        layers = defence.begun(layers, random)
    arrays = [array for layer in layers for array in layer.weights.values()]
    network = Network(architecture.name, layers, architecture.output)
    watched(network)
    optimiser = OPTIMISERS[recipe.optimiser](arrays)
    place, known = _Place(random, len(digits.labels)), checkpoints or Checkpoints()
    known.follow("weights", Weights(arrays))
    known.follow("optimiser", Updates(optimiser))
    known.follow("place", place)
    learn = _learner(network, defence, recipe, seed, known)
    look = _looker(network, defence, held_out, seed, known)
    with suppress(Stop):
        for epoch in range(place.epoch, recipe.epochs):
            for step in _epoch(network, optimiser, digits, recipe, place.begun(epoch), learn):
                yield look(step)
    return network if defence is None else defence.finished(network)


class _Place:
    """Where in a training one is: an epoch, with what it was drawn from, and batches of it."""

    def __init__(self, random: np.random.Generator, images: int) -> None:
        self.random = random
        self.epoch = self.batch = 0
        self._images = images
        self._drawn_from = random.bit_generator.state

    def begun(self, epoch: int) -> "_Place":
        """An epoch begins, or the one goes on that was broken off: its order is drawn anew."""
        if epoch == self.epoch:
            self.random.bit_generator.state = self._drawn_from
        else:
            self.epoch, self.batch = epoch, 0
            self._drawn_from = self.random.bit_generator.state
        return self

    def remembered(self) -> Remembered:
        """Also of how many images an epoch is."""
        return Remembered(
            {
                "epoch": self.epoch,
                "batch": self.batch,
                "images": self._images,
                "random": self._drawn_from,
            }
        )

    def resume(self, known: Remembered) -> None:
        """Right after a batch."""
        if known.values["images"] != self._images:
            raise ValueError("the digits are others")
        self.epoch, self.batch = int(known.values["epoch"]), int(known.values["batch"])
        self.random.bit_generator.state = self._drawn_from = known.values["random"]


def _learner(
    network: Network,
    defence: TrainingDefence | None,
    recipe: Recipe,
    seed: int,
    checkpoints: Checkpoints,
) -> Callable[[Bytes, Labels, float], Learned]:
    """How a batch is learned from. A defence draws from a generator of its own."""
    if defence is None:
        return lambda images, labels, done: gradients_of(
            network, to_floats(images), labels, recipe.loss
        )
    random = np.random.default_rng((seed, 1))
    checkpoints.follow("defence", Draws(random))
    return lambda images, labels, done: defence.learned(
        network, to_floats(images), labels, done, random
    )


def _looker(
    network: Network,
    defence: TrainingDefence | None,
    digits: Digits | None,
    seed: int,
    checkpoints: Checkpoints,
) -> Callable[[TrainingStep], TrainingStep]:
    """Adds to some reports what is seen of the held-out digits; the others tell it again."""
    if defence is None or digits is None:
        return lambda step: step
    held_out = HeldOut(digits, defence, seed)
    checkpoints.follow("held-out", held_out)

    def look(step: TrainingStep) -> TrainingStep:
        return replace(step, **held_out.looks(network, step.done)._asdict())

    return look


def _counted(
    architecture: Architecture,
    layers: tuple[Layer, ...],
    digits: Digits,
    watched: Callable[[Network], object],
) -> Training:
    network = Network(architecture.name, layers, architecture.output)
    watched(network)
    tally = _Tally()
    for start in range(0, len(digits.labels), IMAGES_AT_ONCE):
        part = slice(start, start + IMAGES_AT_ONCE)
        logits, labels = network.logits(to_floats(digits.images[part])), digits.labels[part]
        tally.add(logits, LOSSES[architecture.recipe.loss](logits, labels)[0], labels)
    with suppress(Stop):
        yield tally.report(1, 1.0)
    return network


def _epoch(
    network: Network,
    optimiser: Optimiser,
    digits: Digits,
    recipe: Recipe,
    place: _Place,
    learn: Callable[[Bytes, Labels, float], Learned],
) -> Iterator[TrainingStep]:
    epoch, former = place.epoch, place.batch
    count = -(-len(digits.images) // recipe.batch)
    every = max(1, count // REPORTS_PER_EPOCH)
    matrices = [a for layer in network.layers for a in layer.weights.values() if a.ndim > 1]
    tally = _Tally()
    batches = _batches(digits, recipe, place.random, former)
    for number, (inputs, labels) in enumerate(batches, start=former + 1):
        done = (epoch + number / count) / recipe.epochs
        logits, losses, gradients = learn(inputs, labels, done)
        rate = recipe.rate_at(done)
        optimiser.update(gradients, rate)
        _shrink(matrices, 1 - rate * recipe.decay)
        tally.add(logits, losses, labels)
        if number % every == 0 or number == count:
            place.batch = number
            yield tally.report(epoch + 1, done)
            tally = _Tally()


def gradients_of(
    network: Network, images: Array, labels: Labels, loss: LossName
) -> tuple[Array, Array, list[Array]]:
    """Logits (n, 10), losses (n,) and the mean loss's gradient for every weight array."""
    logits, caches = network.forward(images)
    losses, gradient = LOSSES[loss](logits, labels)
    return logits, losses, network.weight_gradients(caches, gradient / len(labels))


def share_of(digits: Digits, share: float, *, seed: int) -> Digits:
    """A random part of the digits, in a random order; ``share`` is in (0, 1]."""
    count = max(1, round(share * len(digits.labels)))
    chosen = np.random.default_rng(seed).permutation(len(digits.labels))[:count]
    writers = None if digits.writers is None else digits.writers[chosen]
    return Digits(digits.images[chosen], digits.labels[chosen], writers)


def describe(network: Network, card: Card) -> Network:
    """The network with that card, its number of parameters filled in."""
    return replace(network, card=replace(card, parameters=network.parameters()))


class _Tally:
    """What the batches since the last report gave; it is looked at when one is made."""

    def __init__(self) -> None:
        self._logits: list[Array] = []
        self._losses: list[Array] = []
        self._labels: list[Labels] = []

    def add(self, logits: Array, losses: Array, labels: Labels) -> None:
        self._logits.append(logits)
        self._losses.append(losses)
        self._labels.append(labels)

    def report(self, epoch: int, done: float) -> TrainingStep:
        hits = np.concatenate(self._logits).argmax(axis=-1) == np.concatenate(self._labels)
        loss = np.concatenate(self._losses).mean(dtype=np.float64)
        return TrainingStep(epoch, done, float(loss), float(hits.mean()))


def _shrink(matrices: list[Array], factor: float) -> None:
    """Weight decay: matrices and kernels shrink, biases do not."""
    if factor == 1:
        return
    for array in matrices:
        array *= array.dtype.type(factor)


def _own(layer: Layer) -> Layer:
    """The layer with arrays of its own, because the optimiser changes them in place."""
    return layer.with_weights({name: array.copy() for name, array in layer.weights.items()})


def _batches(
    digits: Digits, recipe: Recipe, random: np.random.Generator, former: int = 0
) -> Iterator[tuple[Bytes, Labels]]:
    """All digits once, in a random order; they are warped as they are wanted, not all at first.

    ``former`` batches were learned from before, and are left out.

    A user who pauses or cancels does not wait until 60,000 images are warped.
    """
    images, labels = digits.images, digits.labels
    maps = random_maps(len(images), random, recipe.warp) if recipe.warp else None
    order = random.permutation(len(labels))
    first = former * recipe.batch
    ready = first - first % WARPED_AT_ONCE
    if maps is not None:
        images = np.empty_like(images)
    for start in range(first, len(order), recipe.batch):
        chosen = order[start : start + recipe.batch]
        while maps is not None and ready < start + len(chosen):
            part = order[ready : ready + WARPED_AT_ONCE]
            images[part] = refitted(digits.images[part], maps[part])
            ready += WARPED_AT_ONCE
        # take is ten times as fast as an index for a few images
        yield images.take(chosen, axis=0), labels.take(chosen)
