"""What a network is trained on and measured with, read in short steps that can be ended."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.datasets.readers import Digits, read_mnist, read_pen_strokes
from advgui.core.digits.rendering import PEN, render
from advgui.core.digits.strokes_file import Drawn
from advgui.core.evaluation.scorecard import UnseenDigits
from advgui.core.images import SIZE

#: So many digits are drawn between two steps, some hundredths of a second.
DIGITS_PER_STEP: Final = 100
#: Whole writers, never single digits: nobody is trained on whose digits are measured with.
HELD_OUT: Final = tuple(range(22, 30))
#: The pen can be set in the window, so a network meets thin and thick ones.
PENS: Final = (0.09, 0.12, 0.15)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the data lie: MNIST's four files, and the pen digits where there are any."""

    mnist: Path
    pen: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingData:
    """MNIST's training digits, pen digits to be trained on, too, and what it is measured with.

    ``pen`` are pen digits in three widths, None where there shall or can be none; their
    writers are none of those whom it is measured with.
    """

    mnist: Digits
    pen: Digits | None
    unseen: UnseenDigits


def read_training_data(folders: Folders, *, pen: bool) -> Generator[float, None, TrainingData]:
    """Read all that a training needs; yields the share of the work, in [0, 1], that is done.

    ``pen`` says whether pen digits are trained on, where there are any.
    Raises DatasetError, naming the file, where one is missing or damaged.
    """
    yield 0.0
    mnist, test = read_mnist(folders.mnist, "train"), read_mnist(folders.mnist, "test")
    if folders.pen is None:
        return TrainingData(mnist, None, UnseenDigits(test))
    written = read_pen_strokes(folders.pen)
    held_out = [digit for digit in written if digit.writer in HELD_OUT]
    trained_on = [digit for digit in written if pen and digit.writer not in HELD_OUT]
    groups = [(PEN, held_out), *((width, trained_on) for width in PENS)]
    pen_test, *pen_train = yield from _drawn(groups)
    return TrainingData(
        mnist, joined(pen_train) if trained_on else None, UnseenDigits(test, pen_test)
    )


def joined(parts: Sequence[Digits]) -> Digits:
    """All digits in one piece, without their writers."""
    images = np.concatenate([part.images for part in parts])
    return Digits(images, np.concatenate([part.labels for part in parts]))


def _drawn(groups: Sequence[tuple[float, list[Drawn]]]) -> Generator[float, None, list[Digits]]:
    """Each group drawn with its own width of the pen."""
    total = sum(len(digits) for _, digits in groups)
    parts, done = [], 0
    for width, digits in groups:
        images = np.zeros((len(digits), SIZE, SIZE), np.uint8)
        for number, digit in enumerate(digits):
            images[number] = render(digit.strokes, width)
            done += 1
            if done % DIGITS_PER_STEP == 0:
                yield done / total
        parts.append(Digits(images, np.array([digit.label for digit in digits], np.int64)))
    return parts


def held_out(pen: Digits) -> Digits:
    """The digits of the writers who are left out; ValueError where nobody knows who wrote."""
    if pen.writers is None:
        raise ValueError("these digits do not tell who wrote them")
    chosen = np.isin(pen.writers, HELD_OUT)
    return Digits(pen.images[chosen], pen.labels[chosen], pen.writers[chosen])
