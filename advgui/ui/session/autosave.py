"""Keeps the drawing and what is chosen on disk meanwhile: a window may end at any moment."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer

from advgui.core.errors import BadInput
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.drawing_files import keep_drawing, kept_drawing
from advgui.lab.drawing.model import Drawing
from advgui.ui.session.file_handles import handles_are_left

#: From a change to the disk: the hand makes a few more meanwhile.
DELAY_MS: Final = 300
#: What is stored of a state besides the drawing.
_CHOICES: Final = ("network", "attacks", "attack_name", "seed", "threshold", "live")
_MOST_WINDOWS: Final = 100

_log = logging.getLogger("advgui")


class Autosave(QObject):
    """Writes what has changed, soon after it did, in a thread of its own.

    Each window has a file of its own for its drawing; the first of those that nobody owns any
    more is taken over, with the drawing in it. ``state`` tells the present one, ``save_choices``
    gives what writes the settings as they are now.
    """

    def __init__(
        self,
        state: Callable[[], LabState],
        save_choices: Callable[[], Callable[[], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("autosave")
        self._state, self._save_choices = state, save_choices
        self._drawing_due = self._choices_due = self._leaving = self._ended = False
        self._writing = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._writing.timeout.connect(self._write)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="autosave")
        self._complained = False
        self._path, self._lock = _own_file()

    def recovered(self) -> Drawing | None:
        """The drawing that was left, if one was; a damaged one is set aside.

        Raises BadInput with what is wrong with it.
        """
        if self._path is None or not self._path.exists():
            return None
        try:
            return kept_drawing(self._path)
        except BadInput:
            self._path.replace(self._path.with_suffix(".damaged"))
            raise

    def note(self, old: LabState, new: LabState) -> None:
        """What has changed is written soon."""
        self._drawing_due |= new.drawing is not old.drawing
        changed = any(getattr(new, name) is not getattr(old, name) for name in _CHOICES)
        if changed or new.drawing.pen != old.drawing.pen:
            self.note_choices()
        elif self._drawing_due:
            self._begin()

    def note_choices(self) -> None:
        """What is chosen is written soon."""
        self._choices_due = True
        self._begin()

    def session_ends(self) -> None:
        """Whoever is at the computer leaves it: what is drawn comes back, unless they go on."""
        self._write()
        self._leaving = True

    def end(self, *, keep: bool) -> None:
        """Write no more; the drawing comes back at the next start, or is let go."""
        self._ended = True  # a pen that is down is lifted later
        self._writing.stop()
        self._thread.shutdown()
        kept = self._state().drawing if keep or self._leaving else Drawing()
        if (path := self._path) is not None:
            self._told(lambda: keep_drawing(path, kept))
        if self._lock is not None:
            self._lock.unlock()

    def _begin(self) -> None:
        self._leaving = False
        if not self._ended and not self._writing.isActive():
            self._writing.start()

    def _write(self) -> None:
        path, drawing = self._path, self._state().drawing
        if self._drawing_due and path is not None:
            self._thread.submit(self._told, lambda: keep_drawing(path, drawing))
        if self._choices_due:
            self._thread.submit(self._told, self._save_choices())
        self._drawing_due = self._choices_due = False

    def _told(self, write: Callable[[], None]) -> None:
        """Write; what is in the way is told once, and not with every stroke."""
        try:
            write()
        except BadInput as error:
            if not self._complained:
                self._complained = True
                _log.warning("The drawing cannot be kept for the next start: %s", error)


def _own_file() -> tuple[Path | None, QLockFile | None]:
    """A file that no other window has, with its lock; an abandoned one first, the newest."""
    if not handles_are_left():
        _log.warning("No drawing can be kept: too many files are open.")
        return None, None
    folder = platformdirs.user_state_path("advgui", appauthor=False) / "drawings"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _files(folder):
            lock = QLockFile(str(path.with_suffix(".lock")))
            lock.setStaleLockTime(0)  # by its process alone: a window may be open for weeks
            if lock.tryLock(0):
                return path, lock
    except OSError as error:
        _log.warning("%s: no drawing can be kept there (%s).", folder, error.strerror)
    return None, None


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.json"), key=lambda path: -path.lstat().st_mtime)
    yield from (folder / f"{number + 1}.json" for number in range(_MOST_WINDOWS))
