"""``advgui data``: find the data sets, or download them."""

import sys
from argparse import ArgumentTypeError
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from advgui.commands.cli.output import say, say_json
from advgui.commands.cli.parser import Parser, UsageError, command_parser
from advgui.commands.cli.progress import with_share_bar
from advgui.core.datasets.catalogue import DATASETS, MIRRORS_VARIABLE, Dataset, host, mirrors
from advgui.core.datasets.download import DownloadProgress, fetch, lacking
from advgui.core.datasets.folders import (
    cache_folder,
    find_data,
    forget,
    places,
    remember,
    take,
    unread_words,
)
from advgui.core.printable import printable
from advgui.lab.training.data_download import megabytes

DECLINED = 1


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for, then tell where everything is; 1 if a download was declined."""
    options = _parser().parse_args(arguments)
    datasets = [DATASETS[name] for name in options.name or DATASETS]
    if options.forget:
        for dataset in datasets:
            forget(dataset)
    agreed = True
    if options.download:
        agreed = _download(datasets, options.folder, agreed=options.yes)
    elif options.folder:
        take(datasets, options.folder)
    if options.json:
        say_json({"datasets": [_told_json(dataset) for dataset in datasets]})
    else:
        say("\n".join(map(_told, datasets)))
    return 0 if agreed else DECLINED


def _parser() -> Parser:
    parser = command_parser("data")
    listed = " or ".join(DATASETS)
    parser.add_argument(
        "name", nargs="*", metavar="NAME", help=f"{listed} (default: both)", type=_name
    )
    parser.add_argument(
        "--download",
        action="store_true",
        help=f"fetch what is missing from public mirrors, or from those of {MIRRORS_VARIABLE}",
    )
    parser.add_argument("--yes", action="store_true", help="download without asking first")
    folders = parser.add_mutually_exclusive_group()
    folders.add_argument(
        "--folder",
        type=Path,
        metavar="FOLDER",
        help="look in this folder from now on; with --download, keep the files in it",
    )
    folders.add_argument(
        "--forget", action="store_true", help="look no more in the folder of an earlier --folder"
    )
    return parser


def _name(text: str) -> str:
    if text not in DATASETS:
        raise ArgumentTypeError(f"{text} is no data set; they are {' and '.join(DATASETS)}")
    return text


def _download(datasets: Sequence[Dataset], folder: Path | None, *, agreed: bool) -> bool:
    """Fetch what is missing, if the user agrees; returns whether they did."""
    wanted = [(dataset, _target(dataset, folder)) for dataset in datasets]
    wanted = [(dataset, target) for dataset, target in wanted if lacking(dataset, target)]
    if wanted and not agreed and not _ask(wanted):
        return False
    for dataset, target in wanted:
        _fetch(dataset, target)
        if folder:
            remember(dataset, target)
    return True


def _target(dataset: Dataset, folder: Path | None) -> Path:
    """Where the files are to be: where they are found, unless a folder is named."""
    return folder / dataset.name if folder else find_data(dataset) or cache_folder(dataset)


def _ask(wanted: Sequence[tuple[Dataset, Path]]) -> bool:
    """Ask on the terminal; raises UsageError where there is none."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("There is no terminal to ask on: add --yes to download without asking.")
    for dataset, target in wanted:
        sys.stderr.write(
            f"{dataset.first_words}: {dataset.about}, {megabytes(dataset.packed)} "
            f"from {host(mirrors(dataset)[0])}, to {printable(str(target))}, "
            f"licence {dataset.licence}\n"
        )
    sys.stderr.write("Download? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _fetch(dataset: Dataset, folder: Path) -> None:
    with closing(fetch(dataset, folder, mirrors(dataset))) as run:
        with_share_bar(run, dataset.title, done=lambda progress: progress.share, note=_note)


def _note(progress: DownloadProgress) -> str:
    return f"{progress.done / 1e6:.1f} of {megabytes(progress.total)} from {progress.host}"


def _told(dataset: Dataset) -> str:
    folder = find_data(dataset)
    if folder is None:
        looked = ", ".join(printable(str(place)) for place in places(dataset))
        missing = (
            f"{dataset.first_words}: not in {looked}; to download "
            f"({megabytes(dataset.packed)}): advgui data {dataset.name} --download"
        )
        unread = printable(unread_words(dataset))
        return f"{missing}\n{unread}" if unread else missing
    other, where = lacking(dataset, folder), printable(str(folder))
    state = f"other than published: {', '.join(file.name for file in other)}"
    return f"{dataset.first_words}: in {where}, {state if other else 'as published'}"


def _told_json(dataset: Dataset) -> dict[str, object]:
    folder = find_data(dataset)
    return {
        "name": dataset.name,
        "folder": str(folder) if folder else None,
        "published": not lacking(dataset, folder) if folder else None,
        "places": [str(place) for place in places(dataset)],
        "download": dataset.packed,
    }
