"""Where a network errs is told in whole sentences, and shown by the digits themselves."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.lab.training.confusion import SHOWN, Cell, Confusion, ConfusionJob, Misreads
from tests.fake_datasets import stripes, write_mnist
from tests.lab.requests import network


def counted(label: int, read: int, count: int, right: int) -> Confusion:
    counts = np.zeros((10, 10), np.int64)
    counts[label, read], counts[label, label] = count, right
    return Confusion("Mine", count + right, counts)


def test_a_cell_is_a_sentence() -> None:
    zeros = counted(0, 6, 17, 963)
    assert zeros.cell_words(Cell(0, 6)) == "17 of 980 zeros are read as 6."
    assert zeros.cell_words(Cell(0, 0)) == "963 of 980 zeros are read correctly."
    assert zeros.cell_words(Cell(0, 5)) == "None of 980 zeros is read as 5."
    assert counted(1, 7, 1, 9).cell_words(Cell(1, 7)) == "1 of 10 ones is read as 7."
    assert zeros.words.startswith("\u201cMine\u201d misreads 17 of MNIST's 980 test digits")


def test_what_is_kept_back_is_no_test_digit() -> None:
    after = replace(counted(0, 6, 17, 963), epoch=3, kept_back=True)
    assert after.words.startswith("After epoch 3 “Mine” misread 17 of the 980 digits that are kept")


def test_the_colour_of_a_cell_is_its_share_of_its_row_and_none_is_right() -> None:
    counts = np.diag(np.full(10, 90))
    counts[3, 5], counts[8, 2] = 10, 5
    strengths = Confusion("Mine", 915, counts).strengths()
    assert strengths[3, 5] == strengths.max() == 1.0
    assert 0.5 < strengths[8, 2] < 0.6
    assert not strengths.diagonal().any()


def test_every_test_digit_is_counted_and_those_shown_are_those_that_are_misread(
    tmp_path: Path,
) -> None:
    folder, digits, mine = write_mnist(tmp_path, test=700), stripes(700, seed=1), network()
    read = mine.logits(to_floats(digits.images)).argmax(axis=1)
    told = drive(ConfusionJob(folder, mine).steps())
    assert told.seen == told.total == 700
    assert told.wrong == int((read != digits.labels).sum()) > 0
    label, other = np.unravel_index(
        (told.counts - np.diag(np.diag(told.counts))).argmax(), (10, 10)
    )
    cell = Cell(int(label), int(other))
    expected = np.flatnonzero((digits.labels == label) & (read == other))
    shown = told.misreads.at(cell)
    assert [one.index for one in shown] == expected[:SHOWN].tolist()
    assert all(np.array_equal(one.image, digits.images[one.index]) for one in shown)
    assert told.count(cell) == len(expected)


def test_of_very_many_misread_digits_the_first_are_kept() -> None:
    none = np.zeros(0, np.int64)
    empty = Misreads(none, none, none, np.zeros((0, 28, 28), np.uint8))
    fours = Digits(np.zeros((50, 28, 28), np.uint8), np.full(50, 4))
    kept = empty.with_more(fours, np.full(50, 9), 100).with_more(fours, np.full(50, 9), 150)
    assert [one.index for one in kept.at(Cell(4, 9))] == list(range(100, 100 + SHOWN))
    words = counted(4, 9, 100, 0).shown_words(Cell(4, 9))
    assert f"the first {SHOWN}" in words
