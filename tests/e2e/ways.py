"""The files on the way of something through the house: a click from its bar to a tile.

A way is told by its stations: functions (``file:function``) between which it goes. On it is every
file of which a function was waiting when a station was entered, in whatever thread or process:
those that are read to follow the way from one end to the other, without ``core/nn``, where a
network is driven forward and back.
"""

import mmap
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

import advgui
from advgui.lab.worker import serve

ROOT = f"{Path(advgui.__file__).parent}{os.sep}"
LEFT_OUT = "core/nn/"
VARIABLE = "ADVGUI_TEST_WAYS"
"""Names the folder in which processes tell of their files, to those that are started."""

_BOARD = 4096
"""Bytes that all processes see: a number, which is 0 where nothing is noted, and the stations."""


class Tracer:
    """Notes what is on the way, in one process."""

    def __init__(self, folder: Path) -> None:
        with (folder / "board").open("r+b") as file:
            self._board = mmap.mmap(file.fileno(), _BOARD)
        self._log = (folder / f"{os.getpid()}.log").open("a", encoding="utf-8")
        self._turn = 0
        self._stations: frozenset[str] = frozenset()
        self._known: set[str] = set()

    def begin(self) -> None:
        """Trace this thread, and those that begin from now on."""
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)

    def end(self) -> None:
        """Trace no more."""
        sys.setprofile(None)
        threading.setprofile(None)
        self._log.close()

    def announce(self, turn: int, stations: tuple[str, ...]) -> None:
        """Have all processes note, with a ``turn`` that is new, or leave off with 0."""
        words = "\n".join(stations).encode()
        self._board[1 : 1 + len(words) + 1] = words + b"\0"
        self._board[0] = turn

    def _profile(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call" or not self._board[0]:
            return
        if self._turn != self._board[0]:
            self._turn = self._board[0]
            words = bytes(self._board[1:]).split(b"\0")[0].decode()
            self._stations, self._known = frozenset(words.split("\n")), set()
        file = _file(frame)
        if file is not None and f"{file}:{frame.f_code.co_name}" in self._stations:
            self._note(frame)

    def _note(self, frame: FrameType) -> None:
        waiting: set[str] = set()
        above: FrameType | None = frame
        while above is not None:
            if (file := _file(above)) is not None:
                waiting.add(file)
            above = above.f_back
        for file in waiting - self._known:
            self._log.write(f"{file}\n")
            self._log.flush()
        self._known |= waiting


def _file(frame: FrameType) -> str | None:
    """The file of this program in which that is, if it is in one."""
    name = frame.f_code.co_filename
    return name.removeprefix(ROOT).replace(os.sep, "/") if name.startswith(ROOT) else None


class Ways:
    """Tells which files are on a way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "board").write_bytes(bytes(_BOARD))
        self._turn = 0
        self.tracer = Tracer(folder)

    @contextmanager
    def through(self, *stations: str) -> Iterator[set[str]]:
        """What is in it in the end is on the way of what happens within it."""
        for log in self._logs():
            os.truncate(log, 0)
        self._turn += 1
        files: set[str] = set()
        self.tracer.announce(self._turn, stations)
        yield files
        self.tracer.announce(0, ())
        files |= {name for log in self._logs() for name in log.read_text("utf-8").splitlines()}
        files -= {name for name in files if name.startswith(LEFT_OUT)}
        missed = {station.partition(":")[0] for station in stations} - files
        assert not missed, f"it does not come by {missed}"

    def _logs(self) -> list[Path]:
        return sorted(self._folder.glob("*.log"))


def serve_traced(pipe: Connection, niceness: int) -> None:
    """A worker's process, traced."""
    Tracer(Path(os.environ[VARIABLE])).begin()
    serve.serve_in_child(pipe, niceness)
