"""A run that is still being made: what was asked, and its steps in parts as they come."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from advgui.core.attacks import Problem
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import SessionFileError
from advgui.lab.attack.reports import rescued
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import with_run
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.sessions.members import FolderMembers, zip_bytes
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.stored_networks import Behind, content_hash
from advgui.lab.sessions.stored_run import read_run, run_parts
from advgui.lab.sessions.stored_steps import steps_bytes, stored_recording
from advgui.lab.worker.recording import Recording

#: What it is called before it has a number.
_NUMBER: Final = 999_999_999
_ASKED: Final = "run.zip"


class RunningRun:
    """The files of one run at a time in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ticket: int | None = None
        self._pieces = self._parts = 0

    def keep(self, run: ShownRun) -> None:
        """Write the steps that have come since the last time, and first what was asked.

        Raises SessionFileError where that cannot be done.
        """
        if run.ticket != self._ticket:
            self.clear()
            asked = replace(run, recording=Recording(), phase="stopped", shown=None)
            self._write(_ASKED, zip_bytes(run_parts(KeptRun(number=_NUMBER, run=asked))))
            self._ticket = run.ticket
        new = Recording.of(*run.recording.pieces[self._pieces :])
        if len(new):
            problem = run.request.attack.asked(run.request.problem)
            self._write(f"{self._parts}.safetensors", steps_bytes(new, problem))
            self._pieces, self._parts = len(run.recording.pieces), self._parts + 1

    def clear(self) -> None:
        """It has ended, and is kept elsewhere."""
        if self._ticket is None and not self._folder.exists():
            return
        self._ticket, self._pieces, self._parts = None, 0, 0
        with suppress(OSError):
            (self._folder / _ASKED).unlink(missing_ok=True)  # first: without it, steps are nothing
            for path in self._folder.glob("*.safetensors"):
                path.unlink(missing_ok=True)

    @property
    def seconds(self) -> float:
        """From what was asked to the last steps on the disk."""
        with suppress(OSError):
            began = (self._folder / _ASKED).stat().st_mtime
            ends = [path.stat().st_mtime for path in self._folder.glob("*.safetensors")]
            return max(0.0, max(ends, default=began) - began)
        return 0.0

    def _write(self, name: str, content: bytes) -> None:
        write_bytes(self._folder / name, content, SessionFileError)


def with_running(session: Session, members: FolderMembers, seconds: float) -> Session:
    """The session with the run that was being made, ended at its last step on the disk."""
    if f"runs/{_NUMBER}.json" not in members.names:
        return session
    networks = {content_hash(one.network): one for one in session.networks}
    with suppress(ValueError):
        run = read_run(_NUMBER, members, Behind(networks)).run
        if any(kept.run.ticket == run.ticket for kept in session.runs):
            return session
        recording = Recording()
        for part in _parts(members, run.request.attack.asked(run.request.problem)):
            recording += part
        stopped = replace(run, recording=recording)
        ended = replace(stopped, outcomes=rescued(stopped, seconds))
        runs = with_run(session.runs, ended, threshold=session.chosen.threshold)
        shown = runs.of(ended)
        looked_at = session.looked_at if shown is None else shown.number
        return replace(session, runs=runs, looked_at=looked_at)
    return session


def _parts(members: FolderMembers, problem: Problem) -> Iterator[Recording]:
    """The steps in their order, as far as they are whole."""
    for number in count():
        name = f"running/{number}.safetensors"
        if name not in members.names:
            return
        yield stored_recording(members.packed(name), problem)
