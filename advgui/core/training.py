"""The training loop: a generator of frozen progress that returns the trained network."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

import numpy as np

from advgui.core.architectures import Architecture
from advgui.core.augmentation import warp
from advgui.core.card import Card
from advgui.core.datasets import Digits
from advgui.core.images import Array, Bytes, Labels, to_floats
from advgui.core.layers import Layer
from advgui.core.losses import LOSSES
from advgui.core.network import Network
from advgui.core.optimisers import OPTIMISERS, Optimiser
from advgui.core.recipe import LossName, Recipe

REPORTS_PER_EPOCH = 50


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a training is: ``done`` of all epochs in [0, 1].

    ``loss`` and ``accuracy`` are means over the images since the last report.
    """

    epoch: int
    done: float
    loss: float
    accuracy: float


Training = Generator[Progress, None, Network]


def train(architecture: Architecture, digits: Digits, recipe: Recipe, *, seed: int) -> Training:
    """Train a new network; nothing is kept of a training that is closed before its end.

    ``digits`` are all that is trained on: taking a share of them is up to ``share_of``.
    The same seed gives the same network, bit for bit, on one machine.
    """
    random = np.random.default_rng(seed)
    layers = tuple(_own(layer) for layer in architecture.build(random))
    arrays = [array for layer in layers for array in layer.weights.values()]
    network = Network(architecture.name, layers, architecture.output)
    optimiser = OPTIMISERS[recipe.optimiser](arrays)
    for epoch in range(recipe.epochs):
        yield from _epoch(network, optimiser, digits, recipe, random, epoch)
    return network


def _epoch(
    network: Network,
    optimiser: Optimiser,
    digits: Digits,
    recipe: Recipe,
    random: np.random.Generator,
    epoch: int,
) -> Iterator[Progress]:
    images = warp(digits.images, random, recipe.warp) if recipe.warp else digits.images
    count = -(-len(images) // recipe.batch)
    every = max(1, count // REPORTS_PER_EPOCH)
    tally = _Tally()
    batches = _batches(images, digits.labels, recipe.batch, random)
    for number, (inputs, labels) in enumerate(batches, start=1):
        done = (epoch + number / count) / recipe.epochs
        logits, losses, gradients = gradients_of(network, to_floats(inputs), labels, recipe.loss)
        optimiser.update(gradients, recipe.rate_at(done))
        tally.add(logits, losses, labels)
        if number % every == 0 or number == count:
            yield tally.report(epoch + 1, done)
            tally = _Tally()


def gradients_of(
    network: Network, images: Array, labels: Labels, loss: LossName
) -> tuple[Array, Array, list[Array]]:
    """Logits (n, 10), losses (n,) and the mean loss's gradient for every weight array."""
    logits, caches = network.forward(images)
    losses, gradient = LOSSES[loss](logits, labels)
    gradient = gradient / len(labels)
    found: list[list[Array]] = []
    for position in range(len(network.layers) - 1, -1, -1):
        layer, cache = network.layers[position], caches[position]
        found.append(list(layer.weight_gradients(cache, gradient).values()))
        if position:
            gradient = layer.backward(cache, gradient)
    return logits, losses, [array for group in reversed(found) for array in group]


def share_of(digits: Digits, share: float) -> Digits:
    """The first part of the digits, as MNIST is shuffled already; all of them for 1."""
    count = max(1, round(share * len(digits.labels)))
    writers = None if digits.writers is None else digits.writers[:count]
    return Digits(digits.images[:count], digits.labels[:count], writers)


def accuracy(network: Network, digits: Digits, together: int = 500) -> float:
    """The share of the digits that the network reads correctly."""
    hits = 0
    for start in range(0, len(digits.labels), together):
        part = slice(start, start + together)
        read = network.logits(to_floats(digits.images[part])).argmax(axis=-1)
        hits += int((read == digits.labels[part]).sum())
    return hits / len(digits.labels)


def describe(network: Network, card: Card) -> Network:
    """The network with that card, its number of parameters filled in."""
    return replace(network, card=replace(card, parameters=network.parameters()))


class _Tally:
    """Loss and accuracy since the last report."""

    def __init__(self) -> None:
        self._images = self._hits = 0
        self._loss = 0.0

    def add(self, logits: Array, losses: Array, labels: Labels) -> None:
        self._images += len(labels)
        self._hits += int((logits.argmax(axis=-1) == labels).sum())
        self._loss += float(losses.sum())

    def report(self, epoch: int, done: float) -> Progress:
        return Progress(epoch, done, self._loss / self._images, self._hits / self._images)


def _own(layer: Layer) -> Layer:
    """The layer with arrays of its own, because the optimiser changes them in place."""
    return layer.with_weights({name: array.copy() for name, array in layer.weights.items()})


def _batches(
    images: Bytes, labels: Labels, size: int, random: np.random.Generator
) -> Iterator[tuple[Bytes, Labels]]:
    order = random.permutation(len(labels))
    for start in range(0, len(order), size):
        chosen = order[start : start + size]
        yield images[chosen], labels[chosen]
