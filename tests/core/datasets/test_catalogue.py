"""What is known of the data sets is true of the real files, and mirrors can be one's own."""

import hashlib
from pathlib import Path

import pytest

from advgui.core.datasets.catalogue import (
    DATASETS,
    MNIST,
    PEN_DIGITS,
    DataFile,
    Dataset,
    address_of,
    host,
    mirrors,
)
from advgui.core.datasets.packed_files import read_unpacked, required_file
from advgui.core.errors import DatasetError

# The MD5 of MNIST's four unpacked files, in the order of the catalogue.
PUBLISHED = (
    "6bbc9ace898e44ae57da46a324031adb",
    "a25bea736e30d166cdddb491f175f624",
    "2646ac647ad5339dbf082846283269ea",
    "27ae3e4e09519cfbb04c329615203637",
)


def check(file: DataFile, content: bytes) -> None:
    assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


def test_mnist_is_the_one_that_everybody_uses(mnist: Path) -> None:
    for file, md5 in zip(MNIST.files, PUBLISHED, strict=True):
        content = read_unpacked(required_file(mnist, file.name))
        check(file, content)
        assert hashlib.md5(content, usedforsecurity=False).hexdigest() == md5


def test_the_pen_digits_are_those_of_the_archive(pendigits: Path) -> None:
    (file,) = PEN_DIGITS.files
    check(file, read_unpacked(required_file(pendigits, file.name)))


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS)
def test_each_file_has_several_addresses_at_more_than_one_host(dataset: Dataset) -> None:
    for file in dataset.files:
        addresses = [address_of(mirror, file) for mirror in mirrors(dataset, {})]
        assert len(set(addresses)) >= 2
        assert len(set(map(host, addresses))) >= 2
        assert all(address.startswith("https://") for address in addresses)
        assert not any("{" in address for address in addresses)


def test_a_mirror_of_ones_own_is_asked_instead_of_the_public_ones() -> None:
    own = {"ADVGUI_MIRRORS": " http://school.example/data/  https://u:p@other.example "}
    addresses = [address_of(mirror, MNIST.files[1]) for mirror in mirrors(MNIST, own)]
    assert addresses == [
        "http://school.example/data/mnist/train-labels-idx1-ubyte.gz",
        "https://u:p@other.example/mnist/train-labels-idx1-ubyte.gz",
    ]
    assert [host(address) for address in addresses] == ["school.example", "other.example"]
    assert mirrors(MNIST, {"ADVGUI_MIRRORS": "  "}) == MNIST.mirrors


@pytest.mark.parametrize("address", ["school.example", "ftp://school.example", "http://"])
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises(DatasetError, match=f"ADVGUI_MIRRORS: {address} is no http"):
        mirrors(MNIST, {"ADVGUI_MIRRORS": address})
