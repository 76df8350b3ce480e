"""The files of data sets on the disk: found under any of their names, and unpacked."""

from pathlib import Path

from advgui.core.datasets.unpacking import SUFFIXES, PackingError, unpack, unpack_head
from advgui.core.disk.files import read_bytes, read_start
from advgui.core.errors import DatasetError
from advgui.core.limits import MNIST_BYTES


def find_file(folder: Path, name: str) -> Path | None:
    """The file of that name, packed or not, with ``-`` or ``.`` before ``idx``, if it is there."""
    for stem in (name, name.replace("-idx", ".idx")):
        for suffix in SUFFIXES:
            path = folder / f"{stem}{suffix}"
            if exists(path):
                return path
    return None


def exists(path: Path) -> bool:
    """Whether something is there, as far as one may look."""
    try:
        return path.exists()
    except OSError:
        return False


def required_file(folder: Path, name: str) -> Path:
    """The same; raises DatasetError where there is none."""
    path = find_file(folder, name)
    if path is None:
        raise DatasetError(f"{folder}: {name} (or {name}.gz) is not there.")
    return path


def read_unpacked(path: Path, largest: int = MNIST_BYTES) -> bytes:
    """All of a file, unpacked if it is packed, of at most ``largest`` bytes.

    Raises DatasetError, naming the file, where it cannot be read, is damaged or too large.
    """
    content = read_bytes(path, DatasetError, largest)
    try:
        return unpack(content, largest)
    except PackingError as error:
        raise DatasetError(f"{path.name}: {error}.") from error


def read_head(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of the same, or fewer where that is all; it takes no time."""
    content = read_start(path, DatasetError, size)
    try:
        return unpack_head(content, size)
    except PackingError as error:
        raise DatasetError(f"{path.name}: {error}.") from error
