"""A data set that is missing: what a user is asked and told while it is obtained."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from advgui.core.datasets.catalogue import Dataset, host, mirrors
from advgui.core.datasets.download import DownloadProgress
from advgui.core.datasets.folders import cache_folder, unread_words
from advgui.core.language import tr

Phase = Literal["asked", "fetching", "failed"]

#: Over which the speed is a mean.
_SPAN_S: Final = 3.0
#: For which a line stays as it is.
_READABLE_S: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRequest:
    """Where a request for a data set stands.

    ``line`` goes with the bar, and ``note`` tells what has gone wrong. ``samples`` are moments
    in seconds with the bytes that had come by then.
    """

    dataset: Dataset
    folder: Path
    mirrors: tuple[str, ...]
    phase: Phase = "asked"
    progress: DownloadProgress | None = None
    line: str = ""
    note: str = ""
    samples: tuple[tuple[float, int], ...] = ()
    told: float = -_READABLE_S

    @property
    def share(self) -> float:
        """What has come of all, in [0, 1]."""
        return self.progress.share if self.progress else 0.0


def wanted(dataset: Dataset) -> DataRequest:
    """A data set is not there, and nobody has been asked. Raises DatasetError."""
    return DataRequest(dataset=dataset, folder=cache_folder(dataset), mirrors=mirrors(dataset))


def begun(state: DataRequest) -> DataRequest:
    """The user wants it to be downloaded."""
    fresh = DataRequest(dataset=state.dataset, folder=state.folder, mirrors=state.mirrors)
    return replace(
        fresh, phase="fetching", line=tr("Asking {host}…").format(host=host(state.mirrors[0]))
    )


def progressed(state: DataRequest, progress: DownloadProgress, now: float) -> DataRequest:
    """The download has come so far by ``now``, in seconds of any clock."""
    samples = (*state.samples, (now, progress.done))
    if state.samples and progress.done < state.samples[-1][1]:
        samples = samples[-1:]  # another mirror begins from its start
    samples = tuple(sample for sample in samples if now - sample[0] <= _SPAN_S)
    after = replace(state, progress=progress, samples=samples, note=_failure_words(progress))
    if now - state.told < _READABLE_S:
        return after
    return replace(after, line=_line(progress, samples), told=now)


def failed(state: DataRequest, sentence: str) -> DataRequest:
    """It could not be downloaded, or a folder does not hold it."""
    return replace(state, phase="failed", line="", note=sentence)


def title_words(state: DataRequest) -> str:
    """The question, until it is answered."""
    title = state.dataset.title
    words = tr("Downloading {data}") if state.phase == "fetching" else tr("Download {data}?")
    return words.format(data=title)


def why_not(state: DataRequest) -> str:
    """Why nothing can be answered now; empty where it can."""
    return tr("The data is being downloaded") if state.phase == "fetching" else ""


def consent_words(state: DataRequest) -> str:
    """What the button says that begins the download."""
    tried = state.phase == "failed" and state.progress is not None
    return tr("Try again") if tried else tr("Download")


def offer_words(dataset: Dataset) -> str:
    """What it is, and how large."""
    licence = dataset.licence.replace(" ", "\N{NO-BREAK SPACE}")
    words = tr(
        "This needs {data}, which are not on this computer yet: {packed} to download, {size} on "
        "the disk, licence {licence}."
    )
    return words.format(
        data=dataset.about,
        packed=megabytes(dataset.packed),
        size=megabytes(dataset.size),
        licence=licence,
    )


def source_words(state: DataRequest) -> str:
    """From where it would come, and where it would be kept."""
    hosts = list(dict.fromkeys(map(host, state.mirrors)))
    words = tr("From {host}. Kept in {folder}.")
    if hosts[1:]:
        words = tr("From {host}, or where that fails from {others}. Kept in {folder}.")
    from_there = words.format(host=hosts[0], others=_listed(hosts[1:]), folder=state.folder)
    return f"{from_there} {unread_words(state.dataset)}".rstrip()


def megabytes(size: int) -> str:
    """A number of bytes as a user knows it from downloads."""
    return tr("{size:.1f} MB").format(size=size / 1e6)


def _line(progress: DownloadProgress, samples: tuple[tuple[float, int], ...]) -> str:
    if not progress.done or not progress.host:
        asking = tr("Asking {host}…").format(host=progress.host)
        return asking if progress.host else tr("Looking at what is there…")
    if progress.done >= progress.total:
        return tr("Checking what has come…")
    words = tr("{done:.1f} of {all}").format(
        done=progress.done / 1e6, all=megabytes(progress.total)
    )
    speed = _speed(samples)
    return f"{words} · {megabytes(round(speed))}/s · {progress.host}" if speed else words


def _speed(samples: tuple[tuple[float, int], ...]) -> float:
    """Bytes a second; 0 where it cannot be told yet."""
    (start, before), (end, after) = samples[0], samples[-1]
    return (after - before) / (end - start) if end - start >= _READABLE_S else 0.0


def _failure_words(progress: DownloadProgress) -> str:
    return tr("Given up: {why}.").format(why=progress.failures[-1]) if progress.failures else ""


def _listed(hosts: list[str]) -> str:
    if not hosts[1:]:
        return "".join(hosts)
    return tr("{hosts} or {last}").format(hosts=", ".join(hosts[:-1]), last=hosts[-1])
