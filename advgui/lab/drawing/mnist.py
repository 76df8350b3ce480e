"""MNIST's test digits beside the gallery: which one is next, and which of them are misread."""

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.accuracy import read_in_turns
from advgui.core.language import tr
from advgui.core.nn.network import Network, Reading
from advgui.lab.drawing.model import Drawing, MnistDigit, kept

Places = NDArray[np.int64]
"""Numbers of digits, in rising order."""

Way = Literal["before", "after", "any"]


@dataclass(frozen=True, slots=True, eq=False)
class MnistChoice:
    """The test digits, and which of them are walked through.

    Only those of a ``label``, if there is one; and only those that the network ``misread``, as
    far as that is known.
    """

    digits: Digits
    label: int | None = None
    misread: Places | None = None

    @property
    def matches(self) -> Places:
        """The numbers of all that are walked through."""
        found = np.arange(len(self.digits.labels)) if self.misread is None else self.misread
        if self.label is None:
            return found
        wanted: Places = found[self.digits.labels[found] == self.label]
        return wanted

    def digit(self, index: int) -> MnistDigit:
        """The digit of that number."""
        return MnistDigit(index, int(self.digits.labels[index]), kept(self.digits.images[index]))

    def step(self, way: Way, index: int, random: np.random.Generator) -> int | None:
        """From one number to another, around at both ends; None where there is none."""
        matches = self.matches
        if not len(matches):
            return None
        if way == "any":
            others = matches[matches != index]
            return int(random.choice(others if len(others) else matches))
        if way == "after":
            place = np.searchsorted(matches, index, "right") % len(matches)
        else:
            place = np.searchsorted(matches, index, "left") - 1
        return int(matches[place])


def drawing_of(digit: MnistDigit, pen: float) -> Drawing:
    """The digit on the sheet."""
    return Drawing(base=digit.image, pen=pen, mnist=digit)


def digit_words(digit: MnistDigit, reading: Reading | None) -> str:
    """Which digit is on the sheet, what it is, and whether the network is right."""
    if reading is None or reading.label == digit.label:
        return tr("Test digit {index:,}, a {label}.").format(index=digit.index, label=digit.label)
    return tr("Test digit {index:,}, a {label}, misread as {read}.").format(
        index=digit.index, label=digit.label, read=reading.label
    )


@dataclass(frozen=True, slots=True, eq=False)
class Misread:
    """The numbers of those that were misread, of the first ``read`` of so many."""

    total: int
    read: int = 0
    places: Places = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def words(self) -> str:
        """How many there are, or how far that is known."""
        if self.read < self.total:
            return tr("{count:,} of the first {read:,} are misread.").format(
                count=len(self.places), read=self.read
            )
        return tr("{count:,} of {total:,} are misread.").format(
            count=len(self.places), total=self.total
        )


@dataclass(frozen=True, eq=False)
class MisreadJob:
    """Has a network read all test digits in a folder; raises what ``read_mnist`` does."""

    folder: Path
    network: Network
    kind: ClassVar[str] = "reading of the test digits"

    def steps(self) -> Generator[Misread, None, Misread]:
        """Some digits at a time."""
        digits = read_mnist(self.folder, "test")
        state = Misread(len(digits.labels))
        for some, read in read_in_turns(self.network, digits):
            wrong = np.flatnonzero(read != some.labels) + state.read
            places = np.concatenate([state.places, wrong])
            state = replace(state, read=state.read + len(read), places=places)
            yield state
        return state
