"""A session in a folder while its window is open: only what has changed is written again.

A run is one file, which is written once; ``session.json`` tells of all runs, and is written after
them. So whenever the process is killed, what is told of is there. A run that is still being made
leaves the steps that have come so far, in parts.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, SessionFileError
from advgui.core.language import tr
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.model import History
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import Runs
from advgui.lab.sessions.members import DRAWING, HEAD, FolderMembers, Part, zip_bytes
from advgui.lab.sessions.running_run import RunningRun, with_running
from advgui.lab.sessions.session import Made, Session, session_of
from advgui.lab.sessions.session_file import head_bytes, read_session
from advgui.lab.sessions.stored_artefacts import stored as stored_artefacts
from advgui.lab.sessions.stored_drawing import drawing_bytes
from advgui.lab.sessions.stored_networks import StoredNetwork, stored
from advgui.lab.sessions.stored_poisonings import stored as stored_poisonings
from advgui.lab.sessions.stored_run import run_parts
from advgui.lab.worker.recording import Recording

#: What is written down beside a session while it is under way: a name for each kind of work.
WORKS: Final = frozenset({"training", "fit", "poisoning"})


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A window at one moment: its state, the networks that do not ship, and where one looks.

    ``under_way`` are the names of the works that are, which are written down in the same folder;
    ``in_file`` says that the drawing is in the session's file as it is.
    """

    state: LabState
    added: tuple[StoredNetwork, ...] = ()
    places: Mapping[str, str] | None = None
    under_way: frozenset[str] = frozenset()
    in_file: bool = False
    made: tuple[Made, ...] = ()

    def session(self) -> Session:
        """All of it that is kept."""
        return session_of(self.state, self.added, self.places or {}, self.made)

    def drawing_alone(self) -> "Snapshot":
        """What is left of it when it is closed: the drawing, if it is in no file."""
        history = History() if self.in_file else self.state.history
        drawn = replace(self.state, history=history, runs=Runs(), run=None)
        return Snapshot(drawn, under_way=self.under_way)


class KeptFolder:
    """What stands in a folder of one window, which nobody else writes to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._runs: dict[int, Recording] = {}
        self._networks: set[str] = set()
        self._artefacts: set[str] = set()
        self._poisonings: set[str] = set()
        self._history: History | None = None
        self._head = b""
        self._running = RunningRun(folder / "running")

    def keep(self, snapshot: Snapshot) -> None:
        """Write what is new, remove what is gone; all of it where nothing was made.

        Raises SessionFileError or NetworkFileError where that cannot be done.
        """
        session, run = snapshot.session(), snapshot.state.run
        running = run if run is not None and run.running else None
        if session.empty and running is None:
            self.clear(under_way=snapshot.under_way)
            return
        self._make()
        told = self._keep_parts(stored(session.networks, self._networks))
        self._networks |= {str(one["sha256"]) for one in told}
        learned = self._keep_parts(stored_artefacts(session.artefacts, self._artefacts))
        poisoned = self._keep_parts(stored_poisonings(session.poisonings, self._poisonings))
        self._artefacts |= {str(one["sha256"]) for one in learned}
        self._poisonings |= {str(one["sha256"]) for one in poisoned}
        for kept in session.runs:
            self._keep_run(kept)
        if session.history is not self._history:
            self._write((DRAWING, drawing_bytes(session.history)))
            self._history = session.history
        if running is not None:
            self._running.keep(running)
        head = head_bytes(session, told, learned, poisoned)
        if head != self._head:
            self._write((HEAD, head))
            self._head = head
        if running is None:
            self._running.clear()
        for name in WORKS - snapshot.under_way:
            self.work(name).unlink(missing_ok=True)  # what it came to is kept by now
        self._forget({kept.number for kept in session.runs})

    def work(self, name: str) -> Path:
        """Where the work of that name is written down that is under way."""
        return self.folder / f"{name}.safetensors"

    def clear(self, *, under_way: frozenset[str] = frozenset()) -> None:
        """Nothing is kept any more, but the works that are under way."""
        stay = {self.work(name) for name in under_way}
        if self.folder.exists():
            with suppress(FileNotFoundError):
                (self.folder / HEAD).unlink()  # first: without it nothing else is looked at
            for path in self.folder.iterdir():
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                elif path not in stay:
                    path.unlink(missing_ok=True)
            if not stay:
                shutil.rmtree(self.folder, ignore_errors=True)
        self._runs, self._networks, self._artefacts, self._poisonings = {}, set(), set(), set()
        self._history, self._head = None, b""
        self._running = RunningRun(self.folder / "running")

    def read(self) -> Session | None:
        """What was kept, if something was; with the run that was being made, as far as it came.

        Raises SessionFileError where it is damaged.
        """
        if not (self.folder / HEAD).exists():
            return None
        members = FolderMembers(self.folder)
        try:
            session = read_session(members)
        except (BadInput, ValueError) as error:
            why = str(error).removesuffix(".")
            raise SessionFileError(f"{self.folder.name}: {why}.") from error
        self._runs = {kept.number: kept.run.recording for kept in session.runs}
        return with_running(session, members, self._running.seconds)

    def set_aside(self) -> None:
        """Leave what is damaged under another name; works under way are a matter of their own."""
        aside = self.folder.with_suffix(".damaged")
        shutil.rmtree(aside, ignore_errors=True)
        with suppress(OSError):
            self.folder.replace(aside)
            self.folder.mkdir()
            for name in WORKS:
                with suppress(FileNotFoundError):
                    (aside / self.work(name).name).replace(self.work(name))

    def _make(self) -> None:
        try:
            for name in ("networks", "artefacts", "poisonings", "runs", "running"):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            words = tr("{folder}: cannot be written ({strerror}).").format(
                folder=self.folder, strerror=error.strerror
            )
            raise SessionFileError(words) from error

    def _keep_parts(self, made: tuple[list[dict[str, Any]], list[Part]]) -> list[dict[str, Any]]:
        """Write parts; what is told of all of their kind."""
        told, parts = made
        for part in parts:
            self._write(part)
        return told

    def _keep_run(self, kept: KeptRun) -> None:
        """Once; again only where steps were dropped."""
        if self._runs.get(kept.number) is kept.run.recording:
            return
        self._write((f"runs/{kept.number}.zip", zip_bytes(run_parts(kept))))
        self._runs[kept.number] = kept.run.recording

    def _forget(self, left: set[int]) -> None:
        for number in [one for one in self._runs if one not in left]:
            (self.folder / f"runs/{number}.zip").unlink(missing_ok=True)
            del self._runs[number]

    def _write(self, part: Part) -> None:
        name, content = part
        write_bytes(self.folder / name, content, SessionFileError)
