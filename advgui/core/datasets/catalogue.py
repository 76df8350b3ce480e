"""The data sets that advgui works with: what is in them, and who serves them to everybody.

A file is known by the SHA-256 of its bytes unpacked, as mirrors pack the same bytes in
different ways. MNIST's are those of LeCun, Cortes and Burges, whose MD5 every library
publishes; those of the pen digits are of UCI's archive, which itself serves them in compress's
packing (``.Z``) only, so that they come from copies of it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from advgui.core.errors import DatasetError
from advgui.core.language import tr

DatasetName = Literal["mnist", "pendigits"]

MIRRORS_VARIABLE: Final = "ADVGUI_MIRRORS"
"""Names addresses, with blanks between them, that are asked instead of the public mirrors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file under the name that it gets; ``packed`` bytes to download, ``size`` unpacked."""

    name: str
    packed: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A data set; ``name`` is that of its folder, too.

    ``mirrors`` are addresses of a file, gzipped or not, with ``{name}`` for its name.
    """

    name: DatasetName
    title: str
    about: str
    licence: str
    files: tuple[DataFile, ...]
    mirrors: tuple[str, ...]

    @property
    def first_words(self) -> str:
        """The title where a sentence begins with it."""
        return f"{self.title[0].upper()}{self.title[1:]}"

    @property
    def packed(self) -> int:
        """Bytes to download in all."""
        return sum(file.packed for file in self.files)

    @property
    def size(self) -> int:
        """Bytes on the disk in all."""
        return sum(file.size for file in self.files)


MNIST: Final = Dataset(
    name="mnist",
    title="MNIST",
    about=tr("70,000 handwritten digits, for training and for tests"),
    licence="CC BY-SA 3.0",
    files=(
        DataFile(
            name="train-images-idx3-ubyte",
            packed=9_912_422,
            size=47_040_016,
            sha256="ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        ),
        DataFile(
            name="train-labels-idx1-ubyte",
            packed=28_881,
            size=60_008,
            sha256="65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        ),
        DataFile(
            name="t10k-images-idx3-ubyte",
            packed=1_648_877,
            size=7_840_016,
            sha256="0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        ),
        DataFile(
            name="t10k-labels-idx1-ubyte",
            packed=4_542,
            size=10_008,
            sha256="ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        ),
    ),
    mirrors=(
        "https://ossci-datasets.s3.amazonaws.com/mnist/{name}.gz",
        "https://storage.googleapis.com/cvdf-datasets/mnist/{name}.gz",
        "https://azureopendatastorage.blob.core.windows.net/mnist/{name}.gz",
        (
            "https://raw.githubusercontent.com/fgnt/mnist/"
            "ae608a02b796c9ee908c082585a5f006fe05258e/{name}.gz"
        ),
    ),
)

PEN_DIGITS: Final = Dataset(
    name="pendigits",
    title=tr("the pen digits"),
    about=tr("7,494 digits by 30 writers, as pen strokes"),
    licence="CC BY 4.0",
    files=(
        DataFile(
            name="pendigits-orig.tra",
            packed=3_641_673,
            size=3_641_673,
            sha256="a66225d68d7d68591e62944df1ad33b3f5aa608e2df2505844b41f5568a80da4",
        ),
    ),
    mirrors=(
        (
            "https://raw.githubusercontent.com/kleinplw/HMM-Pendigits/"
            "a50dacab2860f6e10389f59d63253354bbc48c3e/data/{name}"
        ),
        (
            "https://cdn.jsdelivr.net/gh/kleinplw/HMM-Pendigits"
            "@a50dacab2860f6e10389f59d63253354bbc48c3e/data/{name}"
        ),
    ),
)

DATASETS: Final[Mapping[DatasetName, Dataset]] = {
    dataset.name: dataset for dataset in (MNIST, PEN_DIGITS)
}


def mirrors(dataset: Dataset, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Where to ask for the files, in this order.

    Those of ``ADVGUI_MIRRORS``, if it names any, and then no others: a school may have its
    own. Each holds ``mnist/`` and ``pendigits/`` with the files, gzipped. Raises DatasetError
    for what is no address.
    """
    own = environment.get(MIRRORS_VARIABLE, "").split()
    for address in own:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise DatasetError(
                tr("{variable}: {address} is no http or https address.").format(
                    variable=MIRRORS_VARIABLE, address=address
                )
            )
    if own:
        return tuple(f"{address.rstrip('/')}/{dataset.name}/{{name}}.gz" for address in own)
    return dataset.mirrors


def address_of(mirror: str, file: DataFile) -> str:
    """The address of one file at a mirror."""
    return mirror.replace("{name}", file.name)


def host(address: str) -> str:
    """Who answers at an address, as a user is told."""
    return urlsplit(address).netloc.rpartition("@")[2]
