"""Pen strokes beside MNIST: who is trained on, and who is left out to judge by."""

from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.datasets import Digits, read_pen

# Whole writers, never single digits: who is judged by has never been seen.
HELD_OUT: Final = tuple(range(22, 30))
# The pen can be set in the window, so a network meets thin and thick ones.
PENS: Final = (0.09, 0.12, 0.15)


def with_pen(mnist: Digits, folder: Path) -> Digits:
    """MNIST and the pen digits in that folder, of all writers but ``HELD_OUT``, in three pens.

    Raises DatasetError where the pen digits are missing or damaged.
    """
    seen = [_of(read_pen(folder, pen=pen), held_out=False) for pen in PENS]
    parts = [mnist, *seen]
    images = np.concatenate([part.images for part in parts])
    return Digits(images, np.concatenate([part.labels for part in parts]))


def held_out(pen: Digits) -> Digits:
    """The digits of the writers who are left out."""
    return _of(pen, held_out=True)


def _of(pen: Digits, *, held_out: bool) -> Digits:
    if pen.writers is None:
        raise ValueError("these digits do not tell who wrote them")
    chosen = np.isin(pen.writers, HELD_OUT) == held_out
    return Digits(pen.images[chosen], pen.labels[chosen], pen.writers[chosen])
