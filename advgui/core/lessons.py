"""What a network learns from and is judged by, read in short steps that can be ended."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.datasets import Digits, read_mnist, read_pen_strokes
from advgui.core.images import SIZE
from advgui.core.ink import PEN, render
from advgui.core.measuring import Judges
from advgui.core.mixing import HELD_OUT, PENS
from advgui.core.strokefile import Drawn

# So many digits are drawn between two looks at the clock, some hundredths of a second.
TOGETHER: Final = 100


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the data lie: MNIST's four files, and the pen digits where there are any."""

    mnist: Path
    pen: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """MNIST's training digits, pen digits to be trained on, too, and who judges.

    ``seen`` are pen digits in three widths, None where there shall or can be none; their
    writers are none of the judges.
    """

    mnist: Digits
    seen: Digits | None
    judges: Judges


def read_lessons(folders: Folders, *, pen: bool) -> Generator[float, None, Lessons]:
    """Read all that a training needs; yields the share of the work, in [0, 1], that is done.

    ``pen`` says whether pen digits are trained on, where there are any.
    Raises DatasetError, naming the file, where one is missing or damaged.
    """
    yield 0.0
    mnist, test = read_mnist(folders.mnist, "train"), read_mnist(folders.mnist, "test")
    if folders.pen is None:
        return Lessons(mnist, None, Judges(test))
    written = read_pen_strokes(folders.pen)
    unseen = [digit for digit in written if digit.writer in HELD_OUT]
    seen = [digit for digit in written if pen and digit.writer not in HELD_OUT]
    judging, *taught = yield from _drawn([(PEN, unseen), *((width, seen) for width in PENS)])
    return Lessons(mnist, joined(taught) if seen else None, Judges(test, judging))


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
            if done % TOGETHER == 0:
                yield done / total
        parts.append(Digits(images, np.array([digit.label for digit in digits], np.int64)))
    return parts
