"""A data set that is missing: what a user is asked and told while it is obtained."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from advgui.core.datasets.catalogue import Dataset, host, mirrors
from advgui.core.datasets.download import DownloadProgress
from advgui.core.datasets.folders import cache_folder, unread_words

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
    return replace(fresh, phase="fetching", line=f"Asking {host(state.mirrors[0])}…")


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
    return f"Downloading {title}" if state.phase == "fetching" else f"Download {title}?"


def consent_words(state: DataRequest) -> str:
    """What the button says that begins the download."""
    tried = state.phase == "failed" and state.progress is not None
    return "Try again" if tried else "Download"


def offer_words(dataset: Dataset) -> str:
    """What it is, and how large."""
    licence = dataset.licence.replace(" ", "\N{NO-BREAK SPACE}")
    return (
        f"This needs {dataset.about}, which are not on this computer yet: "
        f"{megabytes(dataset.packed)} to download, {megabytes(dataset.size)} on the disk, "
        f"licence {licence}."
    )


def source_words(state: DataRequest) -> str:
    """From where it would come, and where it would be kept."""
    hosts = list(dict.fromkeys(map(host, state.mirrors)))
    others = f", or where that fails from {_listed(hosts[1:])}" if hosts[1:] else ""
    return (
        f"From {hosts[0]}{others}. Kept in {state.folder}. {unread_words(state.dataset)}".rstrip()
    )


def megabytes(size: int) -> str:
    """A number of bytes as a user knows it from downloads."""
    return f"{size / 1e6:.1f} MB"


def _line(progress: DownloadProgress, samples: tuple[tuple[float, int], ...]) -> str:
    if not progress.done or not progress.host:
        return f"Asking {progress.host}…" if progress.host else "Looking at what is there…"
    if progress.done >= progress.total:
        return "Checking what has come…"
    words = f"{progress.done / 1e6:.1f} of {megabytes(progress.total)}"
    speed = _speed(samples)
    return f"{words} · {megabytes(round(speed))}/s · {progress.host}" if speed else words


def _speed(samples: tuple[tuple[float, int], ...]) -> float:
    """Bytes a second; 0 where it cannot be told yet."""
    (start, before), (end, after) = samples[0], samples[-1]
    return (after - before) / (end - start) if end - start >= _READABLE_S else 0.0


def _failure_words(progress: DownloadProgress) -> str:
    return f"Given up: {progress.failures[-1]}." if progress.failures else ""


def _listed(hosts: list[str]) -> str:
    return " or ".join([", ".join(hosts[:-1]), hosts[-1]] if hosts[1:] else hosts)
