"""Data sets fetched from the first mirror that serves them, checked, and put in place whole."""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from advgui.core.datasets.catalogue import DataFile, Dataset, address_of, host
from advgui.core.datasets.folders import cache_folder
from advgui.core.datasets.http import Transfer, TransferError
from advgui.core.datasets.packed_files import PackingError, find_file, read_unpacked, unpack
from advgui.core.disk.writing import require_room, write_bytes
from advgui.core.errors import DatasetError
from advgui.core.language import tr

#: Without a byte for so long, a mirror is given up.
PATIENCE_S: Final = 15.0
#: From one look at a download to the next.
TICK_S: Final = 1 / 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadProgress:
    """How far a download is: ``done`` of ``total`` bytes as they come, now from ``host``.

    ``failures`` tells of each mirror that was given up, and why.
    """

    done: int
    total: int
    host: str = ""
    failures: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """What has come of all, in [0, 1]."""
        return self.done / self.total if self.total else 1.0


def fetch(
    dataset: Dataset,
    folder: Path,
    mirrors: Sequence[str],
    *,
    patience_s: float = PATIENCE_S,
    tick_s: float = TICK_S,
) -> Generator[DownloadProgress, None, Path]:
    """Download what ``folder`` lacks of a data set; returns the folder.

    Yields every ``tick_s`` seconds, whatever the network does; 0 is for who has a clock. To
    close the generator is to cancel: it returns at once, and from then on nothing is written.
    A file stands in the folder whole and with the right SHA-256, or not at all. One with other
    bytes is replaced in the cache, and nowhere else.

    Raises DatasetError where no mirror gives a file, telling what each did, where the folder
    cannot be written in, or where a file is there that is not to be replaced.
    """
    download = _Download(dataset, folder, mirrors, patience_s)
    download.start()
    try:
        while not download.ended.wait(tick_s):
            yield download.progress
    finally:
        download.abandon()
    if download.error:
        raise download.error
    yield download.progress
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


class _AbandonedError(Exception):
    """Nobody wants it any more."""


class _Download(Thread):
    """The thread that waits for the network, which can be left to itself at any time.

    It is a daemon: a server that is silent holds it for ``patience_s`` seconds, and nobody
    else. pooch reads in the thread that calls it, so that only another one ends at once.
    """

    def __init__(
        self, dataset: Dataset, folder: Path, mirrors: Sequence[str], patience_s: float
    ) -> None:
        super().__init__(name=f"download {dataset.name}", daemon=True)
        self.ended = Event()
        self.error: DatasetError | None = DatasetError(tr("The download ended unexpectedly."))
        self.progress = DownloadProgress(done=0, total=dataset.packed)
        self._dataset, self._folder, self._patience_s = dataset, folder, patience_s
        self._mirrors = list(mirrors)
        self._abandoned, self._writing = Event(), Lock()

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
        except _AbandonedError:
            return
        finally:
            self.ended.set()

    def _fetch_all(self, wanted: Sequence[DataFile]) -> None:
        if wanted:
            self._require_place(wanted)
        for number, file in enumerate(wanted):
            self._place(file, self._obtain(file, sum(rest.packed for rest in wanted[number + 1 :])))

    def _require_place(self, wanted: Sequence[DataFile]) -> None:
        """Find out what cannot be written before it is downloaded."""
        require_room(self._folder, (), sum(file.size for file in wanted), DatasetError)
        if self._folder == cache_folder(self._dataset):
            return
        for file in wanted:
            path = find_file(self._folder, file.name)
            if path is not None:
                raise DatasetError(
                    tr(
                        "{path}: there already, with other bytes than were published, and "
                        "left as it is; choose another folder."
                    ).format(path=path)
                )

    def _obtain(self, file: DataFile, rest: int) -> bytes:
        """The file unpacked and checked, from the first mirror that serves it."""
        failures, before = [], self.progress.done
        for mirror in tuple(self._mirrors):
            address = address_of(mirror, file)
            try:
                return self._received(file, address, before, rest)
            except TransferError as error:
                failures.append(f"{host(address)} {error}")
                self._give_up(mirror, failures[-1])
        told = "; ".join(dict.fromkeys(failures))
        raise DatasetError(
            tr(
                "{first_words} cannot be downloaded ({told}): look at the connection and try "
                "again, or choose a folder that holds the files."
            ).format(first_words=self._dataset.first_words, told=told)
        )

    def _give_up(self, mirror: str, failure: str) -> None:
        """Ask a mirror last for the next file."""
        self._mirrors.remove(mirror)
        self._mirrors.append(mirror)
        failures = tuple(dict.fromkeys((*self.progress.failures, failure)))
        self.progress = replace(self.progress, failures=failures)

    def _received(self, file: DataFile, address: str, before: int, rest: int) -> bytes:
        """The file from one address, with ``before`` and ``rest`` bytes of the others."""

        def progressed(received: int, announced: int) -> None:
            if self._abandoned.is_set():
                raise _AbandonedError
            total = before + max(announced or file.packed, received) + rest
            told = replace(self.progress, done=before + received, total=total)
            self.progress = replace(told, host=host(address))

        progressed(0, 0)
        packed = Transfer(progressed).receive(address, self._patience_s)
        try:
            content = unpack(packed, file.size)
        except PackingError as error:
            raise TransferError(tr("sent something else than the file")) from error
        if not _is_right(file, content):
            raise TransferError(tr("sent something else than the file"))
        return content

    def _place(self, file: DataFile, content: bytes) -> None:
        with self._writing:
            if self._abandoned.is_set():
                raise _AbandonedError
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                reason = tr("cannot be made ({reason})").format(reason=error.strerror)
                raise DatasetError(f"{self._folder}: {reason}.") from error
            write_bytes(self._folder / file.name, content, DatasetError)
