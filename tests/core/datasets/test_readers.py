"""Data sets are read as they are published, and a damaged file is told precisely."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from advgui.core.datasets.readers import PEN_FILE, read_mnist, read_pen, read_pen_strokes
from advgui.core.digits.rendering import centre_of_mass, render
from advgui.core.errors import DatasetError
from advgui.core.images import Bytes

UNIPEN = """.INCLUDE dene.doc
.SEGMENT DIGIT    0 ? "7"
.COMMENT 7 12  224
.PEN_DOWN
 10  50
 40  50
 25  10
.PEN_UP
.DT 100
.PEN_DOWN
 20  30
 35  30
.PEN_UP
.DT 100
.SEGMENT DIGIT    1 ? "1"
.COMMENT 1 1  225
.PEN_DOWN
 10  50
 10  10
.PEN_UP
.DT 100
"""


def idx(values: Bytes) -> bytes:
    return struct.pack(f">{1 + values.ndim}I", 0x0800 + values.ndim, *values.shape) + bytes(
        values.ravel()
    )


def some_digits(n: int = 3) -> tuple[Bytes, Bytes]:
    random = np.random.default_rng(0)
    images = random.integers(0, 256, (n, 28, 28), dtype=np.uint8)
    return images, np.arange(n, dtype=np.uint8) % 10


def write_test_part(folder: Path, images: bytes, labels: bytes) -> None:
    (folder / "t10k-images-idx3-ubyte").write_bytes(images)
    (folder / "t10k-labels-idx1-ubyte").write_bytes(labels)


@pytest.mark.parametrize("dot", [False, True])
@pytest.mark.parametrize("zipped", [False, True])
def test_both_spellings_of_mnists_files_are_read_gzipped_or_not(
    tmp_path: Path, dot: bool, zipped: bool
) -> None:
    images, labels = some_digits()
    for name, values in (("images-idx3", images), ("labels-idx1", labels)):
        full = f"train-{name}-ubyte".replace("-idx", ".idx" if dot else "-idx")
        content = idx(values)
        path = tmp_path / (full + ".gz" * zipped)
        path.write_bytes(gzip.compress(content) if zipped else content)
    digits = read_mnist(tmp_path, "train")
    assert np.array_equal(digits.images, images)
    assert digits.labels.tolist() == labels.tolist()
    assert digits.labels.dtype == np.int64
    assert digits.writers is None


IMAGES, LABELS = some_digits()


@pytest.mark.parametrize(
    ("images", "labels", "words"),
    [
        (idx(IMAGES)[:-1], idx(LABELS), "2351 bytes of images, where its header tells of 2352"),
        (idx(IMAGES) + b"x", idx(LABELS), "2353 bytes"),
        (idx(IMAGES)[:10], idx(LABELS), "cut short within its header"),
        (b"", idx(LABELS), "magic number"),
        (idx(LABELS), idx(LABELS), "magic number is 2049, not 2051"),
        (idx(IMAGES), idx(IMAGES), "magic number is 2051, not 2049"),
        (idx(IMAGES), idx(LABELS[:2]), "3 images, but t10k-labels-idx1-ubyte has 2 labels"),
        (idx(IMAGES[:, :27]), idx(LABELS), "28 x 27 pixels, not 28 x 28"),
        (idx(IMAGES), idx(LABELS + np.uint8(8)), "the label 10 is not a digit"),
        (idx(IMAGES[:0]), idx(LABELS[:0]), "no images"),
        (gzip.compress(idx(IMAGES))[:-20], idx(LABELS), "gzip compression does not end"),
        (b"\x1f\x8b" + bytes(40), idx(LABELS), "gzip compression is damaged"),
        (struct.pack(">4I", 2051, *[2**32 - 1] * 3), idx(LABELS), "0 bytes of images"),
    ],
)
def test_what_is_wrong_with_an_idx_file_is_told(
    tmp_path: Path, images: bytes, labels: bytes, words: str
) -> None:
    write_test_part(tmp_path, images, labels)
    with pytest.raises(DatasetError) as caught:
        read_mnist(tmp_path, "test")
    assert words in str(caught.value)
    assert str(caught.value).startswith("t10k-")


def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(DatasetError, match=r"train-images-idx3-ubyte .* is not there"):
            read_mnist(folder, "train")
        with pytest.raises(DatasetError, match=rf"{PEN_FILE} .* is not there"):
            read_pen(folder)


def test_pen_digits_come_with_label_and_writer_and_y_pointing_down(tmp_path: Path) -> None:
    (tmp_path / PEN_FILE).write_text(UNIPEN)
    seven, one = read_pen_strokes(tmp_path)
    assert (seven.label, seven.writer, len(seven.strokes)) == (7, 11, 2)
    assert (one.label, one.writer, len(one.strokes)) == (1, 0, 1)
    assert seven.strokes[0].tolist() == [[10.0, -50.0], [40.0, -50.0], [25.0, -10.0]]


def test_pen_digits_are_drawn_as_the_canvas_draws(tmp_path: Path) -> None:
    with gzip.open(tmp_path / f"{PEN_FILE}.gz", "wt") as file:
        file.write(UNIPEN)
    digits = read_pen(tmp_path)
    expected = [render(digit.strokes) for digit in read_pen_strokes(tmp_path)]
    assert np.array_equal(digits.images, expected)
    assert digits.labels.tolist() == [7, 1]
    assert digits.writers is not None
    assert digits.writers.tolist() == [11, 0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" 10  10\n.PEN_UP\n.DT 100\n", " 10  10\n"),
        (" 25  10", " 25"),
        (" 25  10", " 25  ink"),
        (".COMMENT 7", ".COMMENT 8"),
        (".COMMENT 1 1  225\n", ""),
        (".SEGMENT DIGIT    1", '.SEGMENT DIGIT 2 ? "3"\n.COMMENT 3 1 226\n.SEGMENT DIGIT 1'),
        (UNIPEN, "ink"),
    ],
)
def test_damaged_pen_digits_are_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in UNIPEN
    (tmp_path / PEN_FILE).write_text(UNIPEN.replace(old, new))
    with pytest.raises(DatasetError, match=PEN_FILE):
        read_pen_strokes(tmp_path)


def test_mnist_is_whole_and_its_digits_balance_on_index_fourteen(mnist: Path) -> None:
    assert len(read_mnist(mnist, "train").labels) == 60_000
    digits = read_mnist(mnist, "test")
    assert digits.images.shape == (10_000, 28, 28)
    assert np.bincount(digits.labels).min() == 892
    centres = np.array([centre_of_mass(image) for image in digits.images[:500]])
    assert np.abs(centres.mean(axis=0) - 14.0).max() < 0.05


def test_the_pen_digits_are_whole(pendigits: Path) -> None:
    digits = read_pen_strokes(pendigits)
    assert len(digits) == 7494
    assert {digit.writer for digit in digits} == set(range(30))
    assert {digit.label for digit in digits} == set(range(10))
