"""How a network in training reads digits that are only looked at, and which epoch was its best."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.evaluation.accuracy import accuracy, read_labels
from advgui.core.evaluation.confusion import confusion
from advgui.core.images import LABELS, Array
from advgui.core.nn.network import Network
from advgui.core.resuming.checkpoints import MISFIT, Remembered, numbered_arrays
from advgui.core.training.defending import LOOKS_KEPT, REPORTS_PER_LOOK, TrainingDefence
from advgui.core.training.loop import TrainingStep

#: So many test digits are looked at while a network learns, each time that it was shown twice as
#: many images, and at the most so many more: that takes some hundredths of the time.
TESTED: Final = 500
#: Under which the parts of a training remember what each epoch came to.
CONFUSIONS: Final = "confusions"
FIRST_TEST: Final = 750
IMAGES_PER_TEST: Final = 12_000
#: An epoch of fewer reports is shorter than what its robust share is a mean over.
REPORTS_SEEN: Final = LOOKS_KEPT * REPORTS_PER_LOOK
#: What is missing of a whole epoch by rounding alone.
_ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class BestEpoch:
    """The network as it was after an epoch, from 1, and its share of the digits looked at.

    ``last`` is the share of the network at the end. Of one that is trained to defend it is the
    share that withstands.
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
    """How a network in training reads some digits that it does not learn from.

    Of one that is trained to defend these are the digits that are kept back, and its best epoch
    is decided by how many of them withstand, as the steps tell it: a mean over the looks of
    half an epoch. Else some test digits are looked at, taken evenly from all, and as they are.
    """

    def __init__(
        self, digits: Digits, *, images: int, epochs: int, defence: TrainingDefence | None = None
    ) -> None:
        """``images`` is how many the network will be shown in all, in so many ``epochs``."""
        self._epochs = epochs
        some = slice(None, None, max(1, len(digits.labels) // TESTED))
        self._digits = Digits(digits.images[some], digits.labels[some])
        self._images = images
        self._defence = defence
        self._network: Network | None = None
        self._next = 0.0
        self._share: float | None = None
        self._robust: float | None = None
        self._epoch = self._reports = 0
        self._best = _Best(0, 0.0, [])
        self._confusions: list[tuple[tuple[int, ...], ...]] = []
        self._step: TrainingStep | None = None
        self._told: TrainingStep | None = None

    def watch(self, network: Network) -> None:
        """This is the network, whose arrays change in place."""
        self._network = network

    def remembered(self) -> Remembered:
        """What it saw last, when it looks next, what each epoch came to, and the best by now."""
        best = self._best
        values = {
            "next": self._next,
            "share": self._share,
            "robust": self._robust,
            "epoch": self._epoch,
            "reports": self._reports,
            "best": [best.epoch, best.share],
        }
        arrays = numbered_arrays("best", best.arrays)
        seen = np.array(self._confusions, np.float32).reshape(-1, LABELS, LABELS)
        return Remembered(values, {**arrays, CONFUSIONS: seen})

    def resume(self, known: Remembered) -> None:
        """It goes on looking from there."""
        share = known.values["share"]
        self._next, self._share = float(known.values["next"]), share and float(share)
        robust = known.values.get("robust")
        self._robust = robust and float(robust)
        self._epoch = int(known.values["epoch"])
        self._reports = int(known.values.get("reports", 0))
        epoch, best = known.values["best"]
        self._confusions = list(confusions_of(known))
        arrays = [known.arrays[f"best.{number}"] for number in range(len(known.arrays) - 1)]
        self._best = _Best(int(epoch), float(best), arrays)

    def look(self, step: TrainingStep) -> TrainingStep:
        """The step with what was seen last; one that is told again, as it was told."""
        if step is not self._step or self._told is None:
            self._step, self._told = step, self._seen(step)
        return self._told

    def _seen(self, step: TrainingStep) -> TrainingStep:
        network = self._network
        if network is None:
            return step
        self._robust = step.robust
        self._reports += 1
        if self._defence is None:
            step = replace(step, test=self._read(network, step.done))
        epoch = int(step.done * self._epochs + _ROUNDING)
        if epoch == self._epoch:
            return step
        share = self._end_epoch(epoch, network, step)
        if self._defence is None:
            self._share = share
            step = replace(step, test=share)
        return replace(step, confusion=self._confusions[-1])

    def last(self, network: Network) -> TrainingStep | None:
        """The step at which it was stopped, with what the network that is kept reads.

        None where that is told already: at the end, or where no test digits are looked at.
        """
        step = self._told
        if step is None or step.done >= 1 or self._defence is not None:
            return None
        return replace(step, test=accuracy(network, self._digits), confusion=())

    def _read(self, network: Network, done: float) -> float | None:
        """The share that is read correctly: now, if it was looked at long ago."""
        shown = done * self._images
        if shown >= self._next or done >= 1:
            self._next = shown + min(max(shown, FIRST_TEST), IMAGES_PER_TEST)
            self._share = accuracy(network, self._digits)
        return self._share

    def _end_epoch(self, epoch: int, network: Network, step: TrainingStep) -> float:
        """Remember what it read, and the network of the best epoch by now; the share it read."""
        labels = self._digits.labels
        read = read_labels(network, self._digits.images)
        self._confusions.append(tuple(map(tuple, confusion(labels, read).tolist())))
        reports, self._reports, self._epoch = self._reports, 0, epoch
        right = float((read == labels).mean())
        share: float | None = right
        if self._defence is not None:  # of rounds each has a network of its own
            known = reports >= REPORTS_SEEN and not step.rounds
            share = step.robust if known else None
        if share is not None and share > self._best.share:
            arrays = [array.copy() for array in _arrays(network)]
            self._best = _Best(epoch, share, arrays)
        return right

    def best(self, network: Network) -> BestEpoch | None:
        """The network of an epoch that was better than the last one is.

        What withstands is a share of few digits, each time attacked from another start: it is
        better where it is by more than the standard error of such a share.
        """
        best, last, margin = self._best, accuracy(network, self._digits), 0.0
        if self._defence is not None:
            last = self._robust or 0.0
            margin = float(np.sqrt(last * (1 - last) / len(self._digits.labels)))
        if best.share <= last + margin or not best.arrays:
            return None
        arrays = iter(best.arrays)
        layers = tuple(
            layer.with_weights({name: next(arrays) for name in layer.weights})
            for layer in network.layers
        )
        was = replace(network, layers=layers)
        was = was if self._defence is None else self._defence.finished(was)
        return BestEpoch(was, best.epoch, best.share, last)


def _arrays(network: Network) -> list[Array]:
    return [array for layer in network.layers for array in layer.weights.values()]
