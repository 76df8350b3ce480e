"""Bytes to the disk, in one piece or not at all; what goes wrong is told in one sentence."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from advgui.core.disk.file_sets import make_together, replace_together, sync
from advgui.core.disk.leftovers import noting, remove_left_in
from advgui.core.disk.locks import only_writer
from advgui.core.disk.reading import require_name
from advgui.core.disk.temporary import temporary_file, write_whole
from advgui.core.errors import BadInput
from advgui.core.language import numeral, tr


def write_bytes(path: Path, content: bytes, error: type[BadInput]) -> None:
    """Write a file in one piece: one half-written never stands at ``path``.

    It keeps the mode of the one that was there. A link is followed, as an editor does, and the
    file that it names is written with the same care. Raises ``error``, naming the path, where
    it cannot be written, and where what stands there is read-only or not a regular file.
    """
    with _told(path, error):
        target = _target(path, error)
        with noting(target.parent):
            write_whole(target, content, like=target)
            sync(target.parent)


def write_together(
    folder: Path,
    contents: Mapping[str, bytes],
    error: type[BadInput],
    check: Callable[[Path], None] = lambda _: None,
) -> None:
    """Write several files into a folder, which is made where there is none: all or none.

    What else is in the folder stays. ``check`` is shown a folder that holds the new files
    before they take their places, and may raise what it likes. Raises ``error``, naming the
    path, as ``write_bytes`` does, and where a link stands in the place of one of the files.
    """
    with _told(folder, error):
        new = not folder.exists() and not folder.is_symlink()
        home, write = (folder.parent, make_together) if new else (folder, replace_together)
        with _made(home), only_writer(home):
            _require_own(home, () if new else contents, error)
            with noting(home):
                write(folder, contents, check)


def remove_file(path: Path, error: type[BadInput]) -> None:
    """Remove a file, if it is there. Raises ``error``, naming it, where that cannot be done."""
    with _told(path, error):
        path.unlink(missing_ok=True)


def require_writable(path: Path, size: int, error: type[BadInput]) -> None:
    """Find out whether ``write_bytes`` can write so much, before work is spent on it.

    Raises ``error`` as it does.
    """
    with _told(path, error):
        target = _target(path, error)
    require_room(target.parent, (), size, error)


def require_room(folder: Path, names: Iterable[str], size: int, error: type[BadInput]) -> None:
    """The same for ``write_together``: files of these names, of so many bytes in all."""
    with _told(folder, error):
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    with (
        _told(there, error, size),
        only_writer(there),
        noting(there),
        temporary_file(there) as file,
    ):
        _require_own(folder, names, error)
        file.fill(bytes(size))


def _target(path: Path, error: type[BadInput]) -> Path:
    """The file to write: what a link names, and that it may be written."""
    remove_left_in(path.parent)
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.parent.exists() and not target.parent.is_dir():
        raise error(tr("{parent}: not a folder.").format(parent=target.parent))
    if not target.parent.exists():
        raise error(tr("{path}: cannot be written, as its folder is not there.").format(path=path))
    with suppress(FileNotFoundError):
        _require_regular(path, path.stat(), error)
        # Not by the target's name: the system guards links in folders that are shared by all.
        os.close(os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)))
    return target


def _require_own(folder: Path, names: Iterable[str], error: type[BadInput]) -> None:
    remove_left_in(folder)
    for path in (folder / name for name in names):
        with suppress(FileNotFoundError, NotADirectoryError):
            if path.is_symlink():
                raise error(tr("{path}: a link stands where a file has to go.").format(path=path))
            _require_regular(path, path.stat(), error)


def _require_regular(path: Path, status: os.stat_result, error: type[BadInput]) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise error(tr("{path}: a folder, not a file that can be written.").format(path=path))
    if not stat.S_ISREG(status.st_mode):
        raise error(
            tr("{path}: not a regular file, so nothing is written to it.").format(path=path)
        )
    if not status.st_mode & 0o222:
        raise error(tr("{path}: read-only, so it is left as it is.").format(path=path))


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder for the block; where the block fails, what was made goes again."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


@contextmanager
def _told(path: Path, error: type[BadInput], size: int = 0) -> Iterator[None]:
    """An error of the system becomes a sentence about the path, for which so much is needed."""
    require_name(path, error)
    try:
        yield
    except OSError as reason:
        raise error(_why_not(path, reason, size)) from reason


def _why_not(path: Path, reason: OSError, size: int) -> str:
    if reason.errno in (errno.ENOSPC, errno.EDQUOT):
        folder = path if path.is_dir() else path.parent
        amount = (
            numeral(size / 1e3, ",.0f") + " kB"
            if size < 10**6
            else numeral(size / 1e6, ",.1f") + " MB"
        )
        if not size:
            return tr("{folder}: there is not enough room left on the disk.").format(folder=folder)
        return tr(
            "{folder}: there is not enough room left on the disk ({amount} are needed)."
        ).format(folder=folder, amount=amount)
    if reason.errno == errno.EFBIG:
        return tr("{path}: cannot be written, as no file may be so large here.").format(path=path)
    if isinstance(reason, BlockingIOError):
        return tr("{path}: another advgui is writing there, and does not come to an end.").format(
            path=path
        )
    if isinstance(reason, FileExistsError | NotADirectoryError):
        return tr("{path}: not a folder.").format(path=path)
    return tr("{path}: cannot be written ({reason}).").format(path=path, reason=reason.strerror)
