"""Files of data sets that ask for much, or hold no numbers to draw, are told in a sentence."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.commands.watched import Watched
from tests.commands.watched import watched as watched

SEGMENT = '.SEGMENT DIGIT ? "7"\n.COMMENT 7 1 1\n.PEN_DOWN\n'


def bomb(head: bytes, size: int) -> bytes:
    """A gzip file of a head and zeros, made without them."""
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(2**20)
    packed = [packer.compress(head), *(packer.compress(block) for _ in range(size // 2**20))]
    return b"".join(packed) + packer.flush()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """MNIST's four files, of a hundred images."""
    images = np.random.default_rng(0).integers(0, 256, (100, 28, 28), np.uint8)
    labels = (np.arange(100) % 10).astype(np.uint8)
    for part in ("train", "t10k"):
        for name, array in (("images-idx3", images), ("labels-idx1", labels)):
            head = struct.pack(f">I{array.ndim}I", 0x0800 + array.ndim, *array.shape)
            (tmp_path / f"{part}-{name}-ubyte").write_bytes(head + array.tobytes())
    return tmp_path


def test_images_that_are_unpacked_to_far_more_than_mnist_are_refused(
    watched: Watched, folder: Path
) -> None:
    head = struct.pack(">4I", 0x0803, 1_000_000, 28, 28)
    (folder / "train-images-idx3-ubyte").unlink()
    (folder / "train-images-idx3-ubyte.gz").write_bytes(bomb(head, 1_000_000 * 784))
    ran = watched("train", "--mnist", folder, "--quick", "--out", folder / "n.safetensors")
    assert (ran.code, ran.out) == (2, "")
    assert "train-images-idx3-ubyte.gz: too large once unpacked (over 100 MB)" in ran.err


WRONG_PEN = {
    "a long text": (" 1 1" * 3_000_000, "too large (over 8 MB)"),
    "a long digit": (SEGMENT + "1 1\n" * 30_000 + ".PEN_UP\n", "more than 20,000 points"),
    "no number": (SEGMENT + "1 1\nnan 1\n.PEN_UP\n", "strokes missing or damaged"),
    "no end": (SEGMENT + "1 1\n1e999 1\n.PEN_UP\n", "strokes missing or damaged"),
}


@pytest.mark.parametrize("name", WRONG_PEN)
def test_pen_digits_that_cannot_be_drawn_are_refused(
    watched: Watched, folder: Path, name: str
) -> None:
    text, words = WRONG_PEN[name]
    (folder / "pendigits-orig.tra").write_text(text, "ascii")
    command = ("train", "--mnist", folder, "--pen", folder, "--quick")
    ran = watched(*command, "--out", folder / "n.safetensors")
    assert (ran.code, ran.out) == (2, "")
    assert "pendigits-orig.tra" in ran.err
    assert words in ran.err


def test_all_that_is_wrong_with_parameters_is_told_at_once(
    refused: Callable[..., str], strokes: Path
) -> None:
    wrong = ("--set", "steps=many", "--set", "speed=1", "--set", "rate=-1.5")
    told = refused("attack", strokes, "--goal", 3, "--attack", "penalty", *wrong)
    assert "steps is a whole number from 1 to" in told
    assert "it cannot be 'many', there is no parameter speed" in told
    assert ", and rate is a number from" in told
