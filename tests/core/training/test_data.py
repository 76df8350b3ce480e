"""What is read for a training is what the slower, plainer readers give."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits, read_mnist, read_pen
from advgui.core.errors import DatasetError
from advgui.core.training.data import PENS, Folders, held_out, joined, read_training_data
from tests.fake_datasets import with_pen, write_folders, write_mnist
from tests.generators import finished


def same(one: Digits, other: Digits) -> bool:
    return np.array_equal(one.images, other.images) and np.array_equal(one.labels, other.labels)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def test_pen_digits_are_those_that_are_mixed_in_one_go(folders: Folders) -> None:
    assert folders.pen is not None
    _, data = finished(read_training_data(folders, pen=True))
    assert data.pen is not None
    mnist = read_mnist(folders.mnist, "train")
    assert same(joined([data.mnist, data.pen]), with_pen(mnist, folders.pen))


@pytest.mark.parametrize("pen", [True, False])
def test_the_judges_are_the_same_for_every_network(folders: Folders, pen: bool) -> None:
    assert folders.pen is not None
    _, data = finished(read_training_data(folders, pen=pen))
    assert data.unseen.pen is not None
    assert same(data.unseen.pen, held_out(read_pen(folders.pen)))
    assert same(data.unseen.test, read_mnist(folders.mnist, "test"))
    assert (data.pen is not None) == pen


def test_no_writer_is_both_trained_on_and_measured_with(folders: Folders) -> None:
    assert folders.pen is not None
    _, data = finished(read_training_data(folders, pen=True))
    assert data.pen is not None
    assert data.unseen.pen is not None
    trained_on = {image.tobytes() for image in data.pen.images}
    assert not any(image.tobytes() in trained_on for image in data.unseen.pen.images)
    count = len(data.unseen.pen.labels) + len(data.pen.labels) / len(PENS)
    assert count == len(read_pen(folders.pen).labels)


def test_reading_tells_how_far_it_is(folders: Folders) -> None:
    shares, _ = finished(read_training_data(folders, pen=True))
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.5 < shares[-1] <= 1


@pytest.mark.parametrize("pen", [True, False])
def test_pen_digits_may_be_missing(tmp_path: Path, pen: bool) -> None:
    _, data = finished(read_training_data(Folders(write_mnist(tmp_path)), pen=pen))
    assert (data.pen, data.unseen.pen) == (None, None)


@pytest.mark.parametrize("missing", ["train-labels-idx1-ubyte", "t10k-images-idx3-ubyte"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    (write_mnist(tmp_path) / missing).unlink()
    with pytest.raises(DatasetError, match=missing):
        finished(read_training_data(Folders(tmp_path), pen=False))
