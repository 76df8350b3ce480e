"""Where an outcome is saved: what would be replaced there, and what may be."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from advgui.core.disk.reading import is_there, read_bytes
from advgui.core.errors import BadInput, ImageFileError
from advgui.core.language import tr
from advgui.core.lists import all_of
from advgui.core.printable import printable
from advgui.lab.attack.outcome_file import FILES, NAMES

#: By these names a JSON file is known as an outcome of any version.
_TELLING: Final = frozenset({"fooled", "label_before", "label_after", "attack", "version"})
#: What saving images does not save.
ONLY_THIS: Final = tr(
    "This saves the images of the run that is shown. The drawing and all runs are saved "
    "by “Save session” in the File menu."
)
#: Bytes: no outcome is nearly as large.
_LARGEST: Final = 2**20


def fresh(path: Path) -> Path:
    """The path, with the first number that makes it new where something is there."""
    return next(one for one in _numbered(path) if not is_there(one))


def run_name(before: int, goal: int | None) -> str:
    """What the folder of an attack's outcome is called, unless its user knows better.

    It is for people, in their language: nothing reads it.
    """
    words = tr("{before} as another") if goal is None else tr("{before} as {goal}")
    return words.format(before=before, goal=goal)


@dataclass(frozen=True, slots=True)
class Destination:
    """A folder that an outcome may be saved in, and what of it would be ``replaced``."""

    folder: Path
    replaced: tuple[Path, ...]

    @classmethod
    def of(cls, folder: Path) -> "Destination":
        """The folder as it is now."""
        paths = [folder / name for name in NAMES]
        return cls(folder, tuple(path for path in paths if os.path.lexists(path)))

    @property
    def words(self) -> str:
        """What saving there will do: make the folder, replace something, or neither."""
        if self.replaced:
            return tr(
                "Already there: {names}. Replacing cannot be undone; a new folder would "
                "be “{folder}”."
            ).format(
                names=all_of([one.name for one in self.replaced]),
                folder=printable(fresh(self.folder).name),
            )
        if self.folder.is_dir():
            return tr("{names} go into this folder; what else is in it stays.").format(
                names=all_of(FILES)
            )
        return tr("The folder is made, for {names}.").format(names=all_of(FILES))

    def require_own(self) -> None:
        """Find out whether what would be replaced is an earlier outcome.

        Raises ImageFileError, naming the file, where it is somebody else's.
        """
        if self.replaced and not is_outcome(self.folder / FILES[-1]):
            raise ImageFileError(
                tr(
                    "{replaced}: is there already, and no {files} beside it says that advgui "
                    "made it; choose another folder."
                ).format(replaced=self.replaced[0], files=FILES[-1])
            )


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} {number}{path.suffix}")


def is_outcome(path: Path) -> bool:
    """Whether a file is an outcome that advgui has saved."""
    try:
        found = json.loads(read_bytes(path, ImageFileError, _LARGEST))
    except (BadInput, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.keys() >= _TELLING
