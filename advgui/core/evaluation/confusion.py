"""Which digits a network takes for which: the confusion matrix."""

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import LABELS, Labels

Counts = NDArray[np.int64]
"""Counts (10, 10): a row for each label, a column for what it is read as."""


def confusion(labels: Labels, read: Labels) -> Counts:
    """How many digits of each label, (n,), are read, (n,), as each."""
    pairs = np.asarray(labels, np.int64) * LABELS + read
    return np.bincount(pairs, minlength=LABELS**2).astype(np.int64).reshape(LABELS, LABELS)


def shares_of_row(counts: Counts) -> NDArray[np.float64]:
    """Each count as a share in [0, 1] of all digits of its label; 0 where there are none."""
    shares: NDArray[np.float64] = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    return shares
