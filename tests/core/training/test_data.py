"""What is read for a training is what the slower, plainer readers give."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits, read_mnist, read_pen
from advgui.core.errors import DatasetError
from advgui.core.training.data import Folders, held_out, joined, read_lessons, with_pen
from tests.fake_datasets import write_folders, write_mnist
from tests.generators import finished


def same(one: Digits, other: Digits) -> bool:
    return np.array_equal(one.images, other.images) and np.array_equal(one.labels, other.labels)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def test_pen_digits_are_those_that_are_mixed_in_one_go(folders: Folders) -> None:
    assert folders.pen is not None
    _, lessons = finished(read_lessons(folders, pen=True))
    assert lessons.seen is not None
    mnist = read_mnist(folders.mnist, "train")
    assert same(joined([lessons.mnist, lessons.seen]), with_pen(mnist, folders.pen))


@pytest.mark.parametrize("pen", [True, False])
def test_the_judges_are_the_same_for_every_network(folders: Folders, pen: bool) -> None:
    assert folders.pen is not None
    _, lessons = finished(read_lessons(folders, pen=pen))
    assert lessons.judges.pen is not None
    assert same(lessons.judges.pen, held_out(read_pen(folders.pen)))
    assert same(lessons.judges.test, read_mnist(folders.mnist, "test"))
    assert (lessons.seen is not None) == pen


def test_reading_tells_how_far_it_is(folders: Folders) -> None:
    shares, _ = finished(read_lessons(folders, pen=True))
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.5 < shares[-1] <= 1


@pytest.mark.parametrize("pen", [True, False])
def test_pen_digits_may_be_missing(tmp_path: Path, pen: bool) -> None:
    _, lessons = finished(read_lessons(Folders(write_mnist(tmp_path)), pen=pen))
    assert (lessons.seen, lessons.judges.pen) == (None, None)


@pytest.mark.parametrize("missing", ["train-labels-idx1-ubyte", "t10k-images-idx3-ubyte"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    (write_mnist(tmp_path) / missing).unlink()
    with pytest.raises(DatasetError, match=missing):
        finished(read_lessons(Folders(tmp_path), pen=False))
