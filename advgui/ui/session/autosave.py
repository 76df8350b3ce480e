"""Keeps what is made and chosen on disk meanwhile: a window may end at any moment."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.drawing_files import forget_drawing, keep_drawing, kept_drawing
from advgui.lab.drawing.model import Drawing, History, same_drawing
from advgui.lab.sessions.kept_folder import WORKS, KeptFolder, Snapshot
from advgui.lab.sessions.session import Session
from advgui.ui.session.file_handles import handles_are_left
from advgui.ui.session.python_pauses import stand_back

Work = TypeVar("Work")

#: From a change to the disk: the hand makes a few more meanwhile.
DELAY_MS: Final = 300
#: From one look at a run that is being made to the next: two seconds of it may be lost at most.
RUNNING_MS: Final = 1000
#: What is stored of a state besides the drawing.
_CHOICES: Final = ("network", "attacks", "attack_name", "seed", "threshold", "live")
_MOST_WINDOWS: Final = 100

NOTHING_KEPT: Final = tr("Nothing can be kept for the next start on this computer.")

_log = logging.getLogger("advgui")


class Autosave(QObject):
    """Writes what has changed, soon after it did, in a thread of its own.

    Each window has a file of its own for its drawing, and a folder beside it for its session; the
    first of those that nobody owns any more is taken over, with what is in it. ``snapshot`` tells
    all of the present session, ``save_choices`` gives what writes the settings as they are now.
    """

    def __init__(
        self,
        snapshot: Callable[[], Snapshot],
        save_choices: Callable[[], Callable[[], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("autosave")
        self._snapshot, self._save_choices = snapshot, save_choices
        self._drawing_due = self._session_due = self._choices_due = False
        self._leaving = self._ended = self.held = False
        self._writing = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._writing.timeout.connect(self._write)
        self._thread = ThreadPoolExecutor(1, "autosave", stand_back)
        self._session_written: Future[None] | None = None
        self._complained = False
        self._path, self._lock = _own_file()
        self._folder = None if self._path is None else KeptFolder(session_folder(self._path))
        self._taken: list[tuple[Path, QLockFile]] = []

    def drawings_left(self) -> list[History]:
        """The drawings that other windows left which have nothing else, the newest first.

        They are taken over once this window has written them itself: ``take_over``.
        """
        found = []
        for path in [] if self._path is None else _left_files(self._path.parent):
            lock = _locked(path)
            if lock is None:
                continue
            history = _drawing_alone(path)
            if history is None:
                lock.unlock()
                continue
            self._taken.append((path, lock))
            found.append(history)
        return found

    def take_over(self) -> None:
        """The drawings of others are on this sheet now: they are written here, then gone there."""
        path, folder, snapshot = self._path, self._folder, self._snapshot()
        if path is None or folder is None or not self._taken:
            return
        taken = [one for one, _ in self._taken]

        def write() -> None:
            keep_drawing(path, snapshot.state.drawing)
            folder.keep(snapshot)
            for one in taken:
                forget_drawing(one)
                KeptFolder(session_folder(one)).clear()

        self._thread.submit(self._told, write)

    def recovered_session(self) -> Session | None:
        """All that was left, if something was; what is damaged is set aside.

        Raises BadInput with what is wrong with it.
        """
        if self._folder is None:
            return None
        try:
            return self._folder.read()
        except BadInput:
            self._folder.set_aside()
            raise

    def work_place(self, name: str) -> Path | None:
        """Where the work of that name is written down meanwhile."""
        return None if self._folder is None else self._folder.work(name)

    def recovered_work(self, name: str, read: Callable[[Path], Work]) -> Work | None:
        """The work of that name that was under way, if it was; what is damaged is set aside.

        Raises BadInput with what is wrong with it.
        """
        path = self.work_place(name)
        if path is None or not path.exists():
            return None
        try:
            return read(path)
        except BadInput:
            path.replace(path.with_suffix(".damaged"))
            raise

    def hold(self) -> None:
        """Write nothing of the session while its user is asked whether they want the last one."""
        self.held = True

    def go_on(self) -> None:
        """They have answered: from now on, what there is is kept, in the place of what was."""
        self.held = False
        self._drawing_due = True
        self.note_session()

    def go_on_elsewhere(self) -> None:
        """They want it another time: it stays, and what there is now is kept beside it."""
        if self._ended:
            return
        former = self._lock
        self._path, self._lock = _own_file()
        self._folder = None if self._path is None else KeptFolder(session_folder(self._path))
        if former is not None:
            former.unlock()
        self.go_on()

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
        self._session_due |= _is_other_session(old, new)
        changed = any(getattr(new, name) is not getattr(old, name) for name in _CHOICES)
        if changed or new.drawing.pen != old.drawing.pen:
            self.note_choices()
        elif self._drawing_due or self._session_due:
            self._begin()
        elif new.running and not self._writing.isActive():
            self._session_due = True
            self._begin(RUNNING_MS)

    def note_session(self) -> None:
        """Something else of the session has changed, as a network, or where one looks."""
        self._session_due = True
        self._begin()

    def note_choices(self) -> None:
        """What is chosen is written soon."""
        self._choices_due = self._session_due = True
        self._begin()

    def keep_all(self) -> None:
        """Write all of it now, and wait for that.

        Raises BadInput with what is in the way.
        """
        path, folder, whole = self._path, self._folder, self._snapshot()
        if path is None or folder is None:
            raise BadInput(NOTHING_KEPT)

        def write() -> None:
            keep_drawing(path, whole.state.drawing)
            folder.keep(whole)

        self._thread.submit(write).result()

    def session_ends(self) -> None:
        """Whoever is at the computer leaves it: what is drawn comes back, unless they go on."""
        self._write()
        self._leaving = True

    def end(self, *, keep: bool) -> None:
        """Write no more. ``keep`` all for the next start, or the drawing alone."""
        self._ended = True  # a pen that is down is lifted later
        self._writing.stop()
        self._thread.shutdown()
        kept = keep or self._leaving
        if not self.held:  # else nobody has said yet what shall become of it
            self._write_last(kept=kept)
        for lock in (self._lock, *(lock for _, lock in self._taken)):
            if lock is not None:
                lock.unlock()

    def _write_last(self, *, kept: bool) -> None:
        whole = self._snapshot()
        left = whole if kept else whole.drawing_alone()
        if (path := self._path) is not None:
            self._told(lambda: keep_drawing(path, left.state.drawing))
        if (folder := self._folder) is not None:
            if not kept:
                folder.clear(under_way=whole.under_way)
            self._told(lambda: folder.keep(left))

    def _begin(self, delay_ms: int = DELAY_MS) -> None:
        self._leaving = False
        if self._ended:
            return
        if not self._writing.isActive() or self._writing.remainingTime() > delay_ms:
            self._writing.start(delay_ms)

    def _write(self) -> None:
        path, snapshot = self._path, self._snapshot()
        if self._drawing_due and path is not None:
            self._thread.submit(self._told, lambda: keep_drawing(path, snapshot.state.drawing))
        if self._choices_due:
            self._thread.submit(self._told, self._save_choices())
        self._drawing_due = self._choices_due = False
        if self._session_due:
            self._write_session(snapshot)

    def _write_session(self, snapshot: Snapshot) -> None:
        """Unless the last one is not written yet, as on a slow disk: then a little later."""
        folder, written = self._folder, self._session_written
        if folder is None or self.held:
            return
        if written is not None and not written.done():
            self._begin()
            return
        self._session_due = False
        self._session_written = self._thread.submit(self._told, lambda: folder.keep(snapshot))

    def _told(self, write: Callable[[], None]) -> None:
        """Write; what is in the way is told once, and not with every stroke."""
        try:
            write()
        except BadInput as error:
            if not self._complained:
                self._complained = True
                _log.warning("What is made cannot be kept for the next start: %s", error)


def session_folder(path: Path) -> Path:
    """Where the session stands whose drawing is in this file."""
    return path.with_suffix(".session")


def _is_other_session(old: LabState, new: LabState) -> bool:
    """Whether more than a run on its way has changed."""
    run, before = new.run, old.run
    began = run is not None and run.running and (before is None or before.ticket != run.ticket)
    return new.history is not old.history or new.runs is not old.runs or began


def _own_file() -> tuple[Path | None, QLockFile | None]:
    """A file that no other window has, with its lock; an abandoned one first, the newest."""
    if not handles_are_left():
        _log.warning("No drawing can be kept: too many files are open.")
        return None, None
    folder = platformdirs.user_state_path("advgui", appauthor=False) / "drawings"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _files(folder):
            if (lock := _locked(path)) is not None:
                return path, lock
    except OSError as error:
        _log.warning("%s: no drawing can be kept there (%s).", folder, error.strerror)
    return None, None


def _locked(path: Path) -> QLockFile | None:
    """The lock of a file that no window has; None where one has it."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # by its process alone: a window may be open for weeks
    return lock if lock.tryLock(0) else None


def _left_files(folder: Path) -> list[Path]:
    """Those in which something is, the newest first."""
    left = {*folder.glob("*.json"), *(p.with_suffix(".json") for p in folder.glob("*.session"))}
    return sorted(left, key=lambda path: -_last_written(path))


def _drawing_alone(path: Path) -> History | None:
    """The drawing of a window that has left nothing else, with what undo brings back."""
    folder = KeptFolder(session_folder(path))
    if not path.exists() or any(folder.work(name).exists() for name in WORKS):
        return None
    try:
        drawing, session = kept_drawing(path), folder.read()
    except BadInput:
        return None  # it is told when it is its turn
    if session is None or not same_drawing(session.history.present, drawing):
        return History(present=drawing) if session is None or session.only_drawn else None
    return session.history if session.only_drawn else None


def _files(folder: Path) -> Iterator[Path]:
    yield from _left_files(folder)
    yield from (folder / f"{number + 1}.json" for number in range(_MOST_WINDOWS))


def _last_written(path: Path) -> float:
    """When a drawing or its session was written last."""
    times = [0.0]
    folder = session_folder(path)
    for one in (path, folder / "session.json", *map(KeptFolder(folder).work, WORKS)):
        with suppress(OSError):
            times.append(one.lstat().st_mtime)
    return max(times)
