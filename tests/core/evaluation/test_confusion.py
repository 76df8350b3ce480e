"""Counts of labels against what is read."""

import numpy as np

from advgui.core.evaluation.confusion import confusion, shares_of_row


def test_a_row_is_a_label_and_a_column_what_it_is_read_as() -> None:
    labels, read = np.array([0, 0, 0, 9, 4]), np.array([0, 6, 6, 9, 9])
    counts = confusion(labels, read)
    assert counts.sum() == 5
    assert (counts[0, 0], counts[0, 6], counts[4, 9], counts[9, 9]) == (1, 2, 1, 1)
    shares = shares_of_row(counts)
    assert shares[0, 6] == 2 / 3
    assert not shares[1].any()  # of no digit that there is none of
