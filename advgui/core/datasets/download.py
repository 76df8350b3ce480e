"""Data sets fetched from the first mirror that serves them, checked, and put in place whole."""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from advgui.core.datasets.catalogue import DataFile, Dataset, address_of, host
from advgui.core.datasets.files import find_file, read_unpacked
from advgui.core.datasets.folders import cache_folder
from advgui.core.datasets.http import AbandonedError, Body, TransferError, transfer
from advgui.core.datasets.unpacking import PackingError, unpack
from advgui.core.disk.files import require_room, write_bytes
from advgui.core.errors import DatasetError

PATIENCE: Final = 15.0
"""Seconds without a byte after which a mirror is given up."""

TICK: Final = 1 / 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a download is: ``done`` of ``total`` bytes as they come, now from ``host``.

    ``failures`` tells of each mirror that was given up, and why.
    """

    done: int
    total: int
    host: str
    failures: tuple[str, ...]

    @property
    def share(self) -> float:
        """What has come of all, in [0, 1]."""
        return self.done / self.total if self.total else 1.0


def fetch(
    dataset: Dataset,
    folder: Path,
    mirrors: Sequence[str],
    *,
    patience: float = PATIENCE,
    tick: float = TICK,
) -> Generator[Progress, None, Path]:
    """Download what ``folder`` lacks of a data set; returns the folder.

    Yields every ``tick`` seconds, whatever the network does; 0 is for who has a clock. To
    close the generator is to cancel: it returns at once, and from then on nothing is written.
    A file stands in the folder whole and with the right SHA-256, or not at all. One with other
    bytes is replaced in the cache, and nowhere else.

    Raises DatasetError where no mirror gives a file, telling what each did, where the folder
    cannot be written in, or where a file is there that is not to be replaced.
    """
    job = _Job(dataset, folder, mirrors, patience)
    job.start()
    try:
        while not job.ended.wait(tick):
            yield job.progress()
    finally:
        job.abandon()
    if job.error:
        raise job.error
    yield job.progress()
    return folder


def lacking(dataset: Dataset, folder: Path) -> tuple[DataFile, ...]:
    """The files that are not there, or not as they were published."""
    return tuple(file for file in dataset.files if not _is_published(file, folder))


def _is_published(file: DataFile, folder: Path) -> bool:
    path = find_file(folder, file.name)
    try:
        return path is not None and _is_right(file, read_unpacked(path))
    except DatasetError:
        return False


def _is_right(file: DataFile, content: bytes) -> bool:
    return len(content) == file.size and hashlib.sha256(content).hexdigest() == file.sha256


@dataclass(frozen=True, slots=True, eq=False)
class _Position:
    """Where the thread is, in one piece for who asks from another one."""

    body: Body
    expected: int = 0  # bytes of the file that comes
    finished: int = 0  # bytes of the files before
    rest: int = 0  # bytes of the files after
    host: str = ""
    failures: tuple[str, ...] = field(default=())

    def progress(self) -> Progress:
        received = len(self.body.content)
        size = max(self.body.total or self.expected, received)
        return Progress(
            done=self.finished + received,
            total=self.finished + size + self.rest,
            host=self.host,
            failures=self.failures,
        )


class _Job(Thread):
    """The thread that waits for the network, which can be left to itself at any time.

    It is a daemon: a server that is silent holds it for ``patience`` seconds, and nobody else.
    """

    def __init__(
        self, dataset: Dataset, folder: Path, mirrors: Sequence[str], patience: float
    ) -> None:
        super().__init__(name=f"download {dataset.name}", daemon=True)
        self.ended = Event()
        self.error: DatasetError | None = DatasetError("The download ended unexpectedly.")
        self._dataset, self._folder, self._patience = dataset, folder, patience
        self._mirrors = list(mirrors)
        self._abandoned, self._writing = Event(), Lock()
        self._now = _Position(Body(self._abandoned), rest=dataset.packed)

    def progress(self) -> Progress:
        """How far it is now."""
        return self._now.progress()

    def abandon(self) -> None:
        """Have nothing written any more; waits for the disk, not for the network."""
        self._abandoned.set()
        with self._writing:
            return

    def run(self) -> None:
        """Fetch one file after the other."""
        try:
            self._fetch_all(lacking(self._dataset, self._folder))
            self.error = None
        except DatasetError as error:
            self.error = error
        except AbandonedError:
            return
        finally:
            self.ended.set()

    def _fetch_all(self, wanted: Sequence[DataFile]) -> None:
        if wanted:
            self._require_place(wanted)
        rest = sum(file.packed for file in wanted)
        for file in wanted:
            rest -= file.packed
            self._now = replace(self._now, rest=rest, expected=file.packed)
            content = self._obtain(file)
            self._place(file, content)
            body = self._now.body
            self._now = replace(
                self._now,
                body=Body(self._abandoned),
                expected=0,
                finished=self._now.finished + len(body.content),
            )

    def _require_place(self, wanted: Sequence[DataFile]) -> None:
        """Find out what cannot be written before it is downloaded."""
        require_room(self._folder, (), sum(file.size for file in wanted), DatasetError)
        if self._folder == cache_folder(self._dataset):
            return
        for file in wanted:
            path = find_file(self._folder, file.name)
            if path is not None:
                raise DatasetError(
                    f"{path}: there already, with other bytes than were published, and left as "
                    "it is; choose another folder."
                )

    def _obtain(self, file: DataFile) -> bytes:
        """The file unpacked and checked, from the first mirror that serves it."""
        failures = []
        for mirror in tuple(self._mirrors):
            address = address_of(mirror, file)
            self._now = replace(self._now, body=Body(self._abandoned), host=host(address))
            try:
                return self._received(file, address)
            except TransferError as error:
                failures.append(f"{host(address)} {error}")
                self._mirrors.remove(mirror)
                self._mirrors.append(mirror)  # the next file is asked of it last
                self._now = replace(
                    self._now, failures=tuple(dict.fromkeys((*self._now.failures, failures[-1])))
                )
        told = "; ".join(dict.fromkeys(failures))
        raise DatasetError(
            f"{self._dataset.first_words} cannot be downloaded ({told}): look at the "
            "connection and try again, or choose a folder that holds the files."
        )

    def _received(self, file: DataFile, address: str) -> bytes:
        body = self._now.body
        transfer(address, body, self._patience)
        try:
            content = unpack(bytes(body.content), file.size, file.name)
        except PackingError as error:
            raise TransferError("sent something else than the file") from error
        if not _is_right(file, content):
            raise TransferError("sent something else than the file")
        return content

    def _place(self, file: DataFile, content: bytes) -> None:
        with self._writing:
            if self._abandoned.is_set():
                raise AbandonedError
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                reason = f"cannot be made ({error.strerror})"
                raise DatasetError(f"{self._folder}: {reason}.") from error
            write_bytes(self._folder / file.name, content, DatasetError)
