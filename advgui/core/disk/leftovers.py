"""What killed processes have left on the disk is found again, and removed.

A note of each folder that is being written in stands in the user's cache meanwhile. So the next
start finds what a killed one left, wherever that is, and so does the next one that writes there.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import platformdirs

from advgui.core.disk.file_sets import resolve, temporary_folder, temporary_folders
from advgui.core.disk.temporary import NAME, OURS, abandoned_file, temporary_file


def remove_leftovers() -> None:
    """Remove all that killed processes of this user have left where they wrote.

    What cannot be removed stays; files of others, of living processes and what a link leads
    to are never touched.
    """
    notes = _notes()
    for path in _left_in(notes):
        with suppress(OSError), abandoned_file(path) as note:
            if note:
                remove_left_in(Path(os.fsdecode(note.read())))
                note.end()


def remove_left_in(folder: Path) -> None:
    """The same, in one folder."""
    for path in _left_in(folder):
        with suppress(OSError), abandoned_file(path) as left:
            if left or not os.path.lexists(path):
                resolve(folder, path.name.removeprefix("."))
            if left:
                left.end()


@contextmanager
def noting(folder: Path) -> Iterator[None]:
    """For the block, have it known that something is written in a folder.

    Where that cannot be noted, what a killed process leaves waits for the next one there.
    """
    with ExitStack() as stack:
        with suppress(OSError):
            notes = _notes()
            notes.mkdir(parents=True, exist_ok=True)
            note = stack.enter_context(temporary_file(notes))
            note.fill(os.fsencode(folder.absolute()))
        yield


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder among the system's temporary ones for the block; what a killed one leaves goes."""
    import tempfile

    folder = Path(tempfile.gettempdir())
    with noting(folder), temporary_folder(folder) as place:
        yield place


def _notes() -> Path:
    return platformdirs.user_cache_path("advgui", appauthor=False) / "unfinished"


def _left_in(folder: Path) -> list[Path]:
    """The marks of what may have been left.

    A folder may have thousands of files, and is looked through whenever one is written there.
    """
    with suppress(OSError, ValueError):  # a damaged note names no folder
        with os.scandir(folder) as entries:
            likely = [entry for entry in entries if OURS in entry.name or entry.is_symlink()]
        marks = {entry.name for entry in likely if NAME.fullmatch(entry.name)}
        return [
            folder / name for name in marks | {f".{name}" for name in temporary_folders(likely)}
        ]
    return []
