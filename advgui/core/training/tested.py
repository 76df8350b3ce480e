"""How a network in training reads some test digits, and as which epoch it read most of them."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy, read_labels
from advgui.core.evaluation.confusion import confusion
from advgui.core.images import LABELS, Array
from advgui.core.nn.network import Network
from advgui.core.training.loop import TrainingStep
from advgui.core.training.resuming import MISFIT, Remembered, numbered_arrays

#: So many test digits are looked at while a network learns, each time that it was shown twice as
#: many images, and at the most so many more: that takes some hundredths of the time.
TESTED: Final = 500
#: Under which the parts of a training remember what each epoch came to.
CONFUSIONS: Final = "confusions"
FIRST_TEST: Final = 750
IMAGES_PER_TEST: Final = 12_000


@dataclass(frozen=True, slots=True, eq=False)
class BestEpoch:
    """The network as it was after an epoch, from 1, and its share of the test digits looked at.

    ``last`` is the share of the network at the end.
    """

    network: Network
    epoch: int
    share: float
    last: float


class _Best(NamedTuple):
    """The epoch, its share of the digits and its arrays, in their order."""

    epoch: int
    share: float
    arrays: list[Array]


def confusions_of(known: Remembered) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """What is remembered of each epoch: how many of each label were read as each.

    Raises KeyError or ValueError where that is none.
    """
    found = known.arrays[CONFUSIONS]
    if found.shape[1:] != (LABELS, LABELS) or not np.isfinite(found).all():
        raise ValueError(MISFIT)
    return tuple(tuple(map(tuple, one)) for one in found.astype(int).tolist())


class Tested:
    """How a network in training reads some test digits, taken evenly from all."""

    def __init__(self, test: Digits, *, images: int, epochs: int) -> None:
        """``images`` is how many the network will be shown in all, in so many ``epochs``."""
        self._epochs = epochs
        some = slice(None, None, max(1, len(test.labels) // TESTED))
        self._digits = Digits(test.images[some], test.labels[some])
        self._images = images
        self._network: Network | None = None
        self._next = 0.0
        self._share: float | None = None
        self._epoch = 0
        self._best = _Best(0, 0.0, [])
        self._confusions: list[tuple[tuple[int, ...], ...]] = []

    def watch(self, network: Network) -> None:
        """This is the network, whose arrays change in place."""
        self._network = network

    def remembered(self) -> Remembered:
        """What it saw last, when it looks next, what each epoch came to, and the best by now."""
        best = self._best
        values = {
            "next": self._next,
            "share": self._share,
            "epoch": self._epoch,
            "best": [best.epoch, best.share],
        }
        arrays = numbered_arrays("best", best.arrays)
        seen = np.array(self._confusions, np.float32).reshape(-1, LABELS, LABELS)
        return Remembered(values, {**arrays, CONFUSIONS: seen})

    def resume(self, known: Remembered) -> None:
        """It goes on looking from there."""
        share = known.values["share"]
        self._next, self._share = float(known.values["next"]), share and float(share)
        self._epoch = int(known.values["epoch"])
        epoch, best = known.values["best"]
        self._confusions = list(confusions_of(known))
        arrays = [known.arrays[f"best.{number}"] for number in range(len(known.arrays) - 1)]
        self._best = _Best(int(epoch), float(best), arrays)

    def look(self, step: TrainingStep) -> TrainingStep:
        """The step with what was seen last: now, if that is long ago."""
        shown = step.done * self._images
        if self._network is not None and (shown >= self._next or step.done >= 1):
            self._next = shown + min(max(shown, FIRST_TEST), IMAGES_PER_TEST)
            self._share = accuracy(self._network, self._digits)
        if step.done * self._epochs >= step.epoch and self._network is not None:
            self._end_epoch(step.epoch, self._network)
            return replace(step, test=self._share, confusion=self._confusions[-1])
        return replace(step, test=self._share)

    def _end_epoch(self, epoch: int, network: Network) -> None:
        """Remember the network of the epoch that reads the most of these digits."""
        if epoch == self._epoch:
            return  # told again
        labels = self._digits.labels
        read = read_labels(network, self._digits.images)
        self._epoch, share = epoch, float((read == labels).mean())
        self._confusions.append(tuple(map(tuple, confusion(labels, read).tolist())))
        if share > self._best.share:
            arrays = [array.copy() for array in _arrays(network)]
            self._best = _Best(epoch, share, arrays)

    def best(self, network: Network) -> BestEpoch | None:
        """The network of an epoch that read more of these digits than the last one does."""
        last, best = accuracy(network, self._digits), self._best
        if best.share <= last or not best.arrays:
            return None
        arrays = iter(best.arrays)
        layers = tuple(
            layer.with_weights({name: next(arrays) for name in layer.weights})
            for layer in network.layers
        )
        was = replace(network, layers=layers)
        return BestEpoch(was, best.epoch, best.share, last)


def _arrays(network: Network) -> list[Array]:
    return [array for layer in network.layers for array in layer.weights.values()]
