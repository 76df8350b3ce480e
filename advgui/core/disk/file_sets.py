"""Several files of a folder that change as one, whenever the process is killed."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from advgui.core.disk.temporary import is_mine, temporary_file, write_whole

#: The link that says which files are the current ones, old or new: it changes at one go.
_CURRENT: Final = "seen"
_OLD: Final = "old"
_NEW: Final = "new"
_ASIDE: Final = re.compile(r"advgui-[0-9a-f]{16}")


def replace_together(
    folder: Path, contents: Mapping[str, bytes], check: Callable[[Path], None]
) -> None:
    """Write files into a folder so that all of them are new there, or all of them old.

    They are written into a folder aside, which ``check`` is shown, and where the old ones get
    a second name. Then each name becomes a link that leads through one other link, ``seen``;
    that turns from the old to the new at one go; and at last the new ones are moved to where
    the links are. Whoever looks sees all old or all new at any moment, and ``resolve`` finishes
    what was cut short. Nothing else in the folder is touched.

    Where a disk knows no links (FAT, or Windows for most users) the files are moved one by one,
    and back where that fails: only to be killed just then leaves some of both.

    Raises OSError, and what ``check`` raises, with all as it was.
    """
    with temporary_folder(folder) as place:
        _write(place / _NEW, contents, folder)
        _keep(place / _OLD, contents, folder)
        check(place / _NEW)
        _exchange(place, contents, folder)
    sync(folder)


def make_together(
    folder: Path, contents: Mapping[str, bytes], check: Callable[[Path], None]
) -> None:
    """Make a new folder, which is there with all of its files, or not at all."""
    with temporary_folder(folder.parent) as place:
        _write(place / _NEW, contents, folder)
        check(place / _NEW)
        (place / _NEW).replace(folder)
    sync(folder.parent)


@contextmanager
def temporary_folder(folder: Path) -> Iterator[Path]:
    """A folder in another one for the block, known as ours; at its end ``resolve`` is done.

    It is not hidden, so that nobody sweeps away unseen what links may lead to.
    """
    with temporary_file(folder) as mark:
        place = folder / mark.path.name.removeprefix(".")
        place.mkdir()
        try:
            yield place
        finally:
            resolve(folder, place.name)


def temporary_folders(entries: "Iterable[os.DirEntry[str]]") -> set[str]:
    """What was written aside in a folder of these: the names of those folders, and of lost ones."""
    found = {_led_to(entry) if entry.is_symlink() else entry.name for entry in entries}
    return {name for name in found if _ASIDE.fullmatch(name)}


def resolve(folder: Path, name: str) -> None:
    """Have what is seen stand by itself again, and remove the folder ``name``."""
    place = folder / name
    if place.is_symlink() or (place.exists() and not is_mine(place.stat())):
        return
    with os.scandir(folder) as entries:
        links = [entry.name for entry in entries if _led_to(entry) == name]
    for link in links:
        try:
            _current(place, link).replace(folder / link)
        except FileNotFoundError:  # there was no file of that name
            (folder / link).unlink(missing_ok=True)
    if place.exists():
        from shutil import rmtree  # only here: it takes its time to import

        rmtree(place)


def sync(folder: Path) -> None:
    """Have the names in a folder reach the disk, where a system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _led_to(entry: "os.DirEntry[str]") -> str:
    """The folder aside that a link leads into; nothing for what is no such link."""
    if not entry.is_symlink():
        return ""
    name, _, rest = str(Path(entry).readlink()).partition("/")
    return name if rest == f"{_CURRENT}/{entry.name}" else ""


def _current(place: Path, name: str) -> Path:
    current = (place / _CURRENT).readlink()
    return place / (_NEW if current == Path(_NEW) else _OLD) / name


def _write(new: Path, contents: Mapping[str, bytes], folder: Path) -> None:
    new.mkdir()
    for name, content in contents.items():
        write_whole(new / name, content, like=folder / name)
    sync(new)


def _keep(old: Path, names: Iterable[str], folder: Path) -> None:
    """Give the old files a second name, or a copy where a disk knows no second names."""
    old.mkdir()
    for name in names:
        if (folder / name).exists():
            try:
                (old / name).hardlink_to(folder / name)
            except (OSError, NotImplementedError):
                from shutil import copy2

                copy2(folder / name, old / name)


def _exchange(place: Path, names: Iterable[str], folder: Path) -> None:
    try:
        _link(place, _OLD, place / _CURRENT)
    except (OSError, NotImplementedError):
        _move_one_by_one(place, names, folder)
        return
    for name in names:
        _link(place, f"{place.name}/{_CURRENT}/{name}", folder / name)
    _link(place, _NEW, place / _CURRENT)


def _link(place: Path, leads_to: str, path: Path) -> None:
    """Have a link take the place of a path at one go, whatever stands there."""
    link = place / "link"
    link.symlink_to(leads_to)
    link.replace(path)


def _move_one_by_one(place: Path, names: Iterable[str], folder: Path) -> None:
    try:
        for name in names:
            (place / _NEW / name).replace(folder / name)
    except OSError:
        for name in names:
            (folder / name).unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                (place / _OLD / name).replace(folder / name)
        raise
