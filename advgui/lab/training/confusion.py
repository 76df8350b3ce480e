"""Where a network errs: which test digits it takes for which, and what these look like."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.accuracy import read_in_turns
from advgui.core.evaluation.confusion import Counts, confusion, shares_of_row
from advgui.core.images import LABELS, Bytes, Labels
from advgui.core.language import numeral, tr
from advgui.core.nn.network import Network
from advgui.lab.drawing.model import MnistDigit, kept
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.worker.jobs import JobState

#: So many misread digits of a cell are shown, the first ones.
SHOWN: Final = 30

_NAMES: Final = (
    *(tr("zeros"), tr("ones"), tr("twos"), tr("threes"), tr("fours")),
    *(tr("fives"), tr("sixes"), tr("sevens"), tr("eights"), tr("nines")),
)

#: Of an epoch that is over there are counts alone.
EPOCH_WORDS: Final = tr("The digits of a cell are shown for the network in use.")
FIRST_WORDS: Final = tr("Choose a cell to see its digits.")


@dataclass(frozen=True, slots=True)
class Cell:
    """The digits of a ``label`` that are read as another, or as what they are."""

    label: int
    read: int

    @property
    def right(self) -> bool:
        """Whether it is on the diagonal."""
        return self.label == self.read


@dataclass(frozen=True, slots=True, eq=False)
class Misreads:
    """Some m misread digits: numbers in the test set, labels and what is read, (m,), and images."""

    places: NDArray[np.int64]
    labels: Labels
    read: Labels
    images: Bytes

    def at(self, cell: Cell) -> tuple[MnistDigit, ...]:
        """Those of a cell."""
        chosen = np.flatnonzero((self.labels == cell.label) & (self.read == cell.read))
        return tuple(
            MnistDigit(int(self.places[one]), cell.label, kept(self.images[one])) for one in chosen
        )

    def with_more(self, digits: Digits, read: Labels, start: int) -> "Misreads":
        """These and the misread ones among more digits, of which the first has the number start."""
        wrong = np.flatnonzero(read != digits.labels)
        return _few(
            np.concatenate([self.places, wrong + start]),
            np.concatenate([self.labels, digits.labels[wrong]]),
            np.concatenate([self.read, read[wrong]]),
            np.concatenate([self.images, digits.images[wrong]]),
        )


def _few(places: NDArray[np.int64], labels: Labels, read: Labels, images: Bytes) -> Misreads:
    """The first of each cell."""
    pairs = labels * LABELS + read
    few = np.concatenate([np.flatnonzero(pairs == one)[:SHOWN] for one in range(LABELS**2)])
    few.sort()
    return Misreads(places[few], labels[few], read[few], images[few])


def _no_misreads() -> Misreads:
    none = np.zeros(0, np.int64)
    return Misreads(none, none, none, np.zeros((0, 28, 28), np.uint8))


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What a network called ``title`` reads in the first of ``total`` test digits.

    If an ``epoch`` is told, it is what it read after that, of some test digits or of those that
    are ``kept_back`` for this.
    """

    title: str
    total: int
    counts: Counts = field(default_factory=lambda: np.zeros((LABELS, LABELS), np.int64))
    misreads: Misreads = field(default_factory=_no_misreads)
    epoch: int = 0
    kept_back: bool = False

    @property
    def seen(self) -> int:
        """How many it has read so far."""
        return int(self.counts.sum())

    @property
    def wrong(self) -> int:
        """How many of them are misread."""
        return self.seen - int(np.trace(self.counts))

    def count(self, cell: Cell) -> int:
        """How many digits are in a cell."""
        return int(self.counts[cell.label, cell.read])

    def strengths(self) -> NDArray[np.float64]:
        """How strongly each cell is coloured, in [0, 1]: by its share of the digits of its label.

        The most frequent confusion has 1, and the diagonal 0.
        """
        shares = shares_of_row(self.counts)
        np.fill_diagonal(shares, 0.0)
        most = shares.max()
        return shares / most if most else shares

    @property
    def words(self) -> str:
        """How many are misread, or how far that is known."""
        if self.kept_back:
            words = tr(
                "After epoch {epoch:,} “{title}” misread {wrong:,} of the {seen:,} digits that "
                "are kept back while it learns, as they are."
            )
        elif self.epoch:
            words = tr(
                "After epoch {epoch:,} “{title}” misread {wrong:,} of the {seen:,} test digits "
                "that are looked at while it learns."
            )
        elif self.seen < self.total:
            words = tr(
                "“{title}” misreads {wrong:,} of the first {seen:,} of MNIST's test digits, and "
                "is reading on."
            )
        else:
            words = tr(
                "“{title}” misreads {wrong:,} of MNIST's {seen:,} test digits, on which no "
                "network is trained here."
            )
        told = {"title": self.title, "wrong": self.wrong, "seen": self.seen}
        return words.format(epoch=self.epoch, **told)

    def cell_words(self, cell: Cell) -> str:
        """What is in a cell, in a sentence."""
        count, all_of_it = self.count(cell), int(self.counts[cell.label].sum())
        these = f"{numeral(all_of_it, ',')} {_NAMES[cell.label]}"
        if not count:
            words = tr("None of {these} is read as {digit}.")
        elif cell.right:
            words = tr("{count:,} of {these} are read correctly.")
            if count == 1:
                words = tr("{count:,} of {these} is read correctly.")
        elif count == 1:
            words = tr("{count:,} of {these} is read as {digit}.")
        else:
            words = tr("{count:,} of {these} are read as {digit}.")
        return words.format(count=count, these=these, digit=cell.read)

    def shown_words(self, cell: Cell) -> str:
        """The same, with how many of them are shown where that is not all."""
        words, count = self.cell_words(cell), self.count(cell)
        if cell.right or not count:
            return words
        if count > SHOWN:
            first = tr("These are the first {count}; a click puts one on the sheet.")
            return f"{words} {first.format(count=SHOWN)}"
        return f"{words} {tr('A click puts one on the sheet.')}"


def after_epoch(training: ShownTraining, epoch: int) -> Confusion:
    """What a training had come to after an epoch, from 1."""
    counts = np.array(training.confusions[epoch - 1], np.int64)
    plan = training.request.plan
    kept_back = plan.defence is not None
    return Confusion(plan.title, int(counts.sum()), counts, epoch=epoch, kept_back=kept_back)


def epoch_words(training: ShownTraining | None, epoch: int) -> str:
    """What is shown at a place of the slider: an epoch, or behind them all the network in use."""
    if training is None or not 0 < epoch <= len(training.confusions):
        return tr("the network in use")
    return tr("after epoch {epoch:,}").format(epoch=epoch)


def misread_words(digit: MnistDigit, cell: Cell) -> str:
    """What a click on a misread digit does."""
    words = tr(
        "Put test digit {number:,} on the sheet: its label is {label}, and it is read as {digit}."
    )
    return words.format(number=digit.index, label=cell.label, digit=cell.read)


def on_sheet_words(digit: MnistDigit, cell: Cell) -> str:
    """What is on the sheet now."""
    words = tr(
        "Test digit {number:,} is on the sheet: its label is {label}, and it is read as {digit}. "
        "Undo brings back what was drawn before."
    )
    return words.format(number=digit.index, label=cell.label, digit=cell.read)


@dataclass(frozen=True, eq=False)
class ConfusionJob:
    """Has a network read all test digits in a folder; raises what ``read_mnist`` does."""

    folder: Path
    network: Network
    kind: ClassVar[str] = "reading of the test digits"

    def steps(self) -> Generator[Confusion, None, Confusion]:
        """Some digits at a time."""
        digits = read_mnist(self.folder, "test")
        title = self.network.card.said.title or self.network.name
        state = Confusion(title, len(digits.labels))
        yield state
        for some, read in read_in_turns(self.network, digits):
            state = replace(
                state,
                counts=state.counts + confusion(some.labels, read),
                misreads=state.misreads.with_more(some, read, state.seen),
            )
            yield state
        return state


Reading = JobState[ConfusionJob, Confusion]
