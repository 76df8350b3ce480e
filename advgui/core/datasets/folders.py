"""Where the data sets are: in a folder that the user named, in ADVGUI_DATA, or in the cache."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, assert_never

import platformdirs

from advgui.core.datasets.catalogue import DATASETS, Dataset
from advgui.core.datasets.packed_files import compress_words, find_file
from advgui.core.datasets.readers import check_mnist, check_pen
from advgui.core.disk.reading import read_bytes
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import DatasetError
from advgui.core.json_text import JsonError, parse_json
from advgui.core.language import tr
from advgui.core.limits import FOLDERS_BYTES

DATA_VARIABLE: Final = "ADVGUI_DATA"
"""Names a folder that holds ``mnist/`` and ``pendigits/``."""

_APP: Final = "advgui"
_NESTED: Final = ("MNIST/raw",)  # as torchvision lays it out


def cache_folder(dataset: Dataset) -> Path:
    """Where a download is kept, unless the user wants it elsewhere.

    It is the user's cache, as all of it can be had again: no backup needs it, and who cleans
    up may delete it.
    """
    return platformdirs.user_cache_path(_APP, appauthor=False) / "data" / dataset.name


def places(dataset: Dataset) -> tuple[Path, ...]:
    """The folders that are looked in, in this order."""
    root = os.environ.get(DATA_VARIABLE)
    named = (_remembered().get(dataset.name), root and str(Path(root) / dataset.name))
    return (*(Path(folder) for folder in named if folder), cache_folder(dataset))


def find_data(dataset: Dataset) -> Path | None:
    """The first folder that holds all files of a data set; None where there is none."""
    return next((folder for folder in places(dataset) if holds(dataset, folder)), None)


def unread_words(dataset: Dataset) -> str:
    """What to do where a file was found, but in a packing that is not read; else empty."""
    names = [file.name for file in dataset.files]
    found = (compress_words(folder, name) for folder in places(dataset) for name in names)
    return next(filter(None, found), "")


def holds(dataset: Dataset, folder: Path) -> bool:
    """Whether all files are there; in the cache, which a user does not mend, whole ones."""
    paths = [find_file(folder, file.name) for file in dataset.files]
    if folder != cache_folder(dataset):
        return None not in paths
    sizes = [path.stat().st_size if path else None for path in paths]
    return sizes == [file.size for file in dataset.files]


def within(dataset: Dataset, folder: Path) -> Path:
    """The folder that a user named, or the one in it that holds all files."""
    parts = (folder / part for part in (".", dataset.name, *_NESTED))
    return next((part for part in parts if holds(dataset, part)), folder)


def inside(dataset: Dataset, folder: Path) -> Path:
    """The same, looked at; raises DatasetError where the files are not there or not right."""
    found = within(dataset, folder)
    for file in dataset.files:
        if find_file(found, file.name) is None:
            missing = tr("{folder} does not hold {title}: {name} is not there.").format(
                folder=folder, title=dataset.title, name=file.name
            )
            raise DatasetError(compress_words(found, file.name) or missing)
    check(dataset, found)
    return found


def check(dataset: Dataset, folder: Path) -> None:
    """Raise DatasetError where the files are not what they are called; takes no time."""
    match dataset.name:
        case "mnist":
            check_mnist(folder)
        case "pendigits":
            check_pen(folder)
        case never:
            assert_never(never)


def remember(dataset: Dataset, folder: Path) -> None:
    """Look in this folder first from now on, in window and commands alike.

    Raises DatasetError where that cannot be written down.
    """
    _write({**_remembered(), dataset.name: str(folder.absolute())})


def take(datasets: Iterable[Dataset], folder: Path) -> None:
    """Remember a folder for those data sets that are in it.

    Raises DatasetError where none is, telling of the first what is the matter.
    """
    refusals, taken = [], 0
    for dataset in datasets:
        try:
            remember(dataset, inside(dataset, folder))
        except DatasetError as error:
            refusals.append(error)
        else:
            taken += 1
    if refusals and not taken:
        raise refusals[0]


def forget(dataset: Dataset) -> None:
    """Look in no folder that the user named; raises as ``remember`` does."""
    known = _remembered()
    if known.pop(dataset.name, None):
        _write(known)


def _file() -> Path:
    return platformdirs.user_config_path(_APP, appauthor=False) / "folders.json"


def _remembered() -> dict[str, str]:
    """What was written down; rubbish counts as nothing."""
    try:
        known = parse_json(read_bytes(_file(), DatasetError, FOLDERS_BYTES))
    except (DatasetError, JsonError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {name: known[name] for name in DATASETS if isinstance(known.get(name), str)}


def _write(folders: dict[str, str]) -> None:
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatasetError(
            tr("{parent}: cannot be made ({reason}).").format(
                parent=path.parent, reason=error.strerror
            )
        ) from error
    write_bytes(path, json.dumps(folders, indent=1).encode(), DatasetError)
