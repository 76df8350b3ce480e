"""The files that were opened or saved last, the newest first."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from advgui.core.language import tr

#: So many are remembered.
MOST: Final = 10


def with_file(recent: Sequence[Path], path: Path) -> tuple[Path, ...]:
    """The same with this one as the newest."""
    newest = path.absolute()
    return (newest, *(other for other in recent if other != newest))[:MOST]


def without_file(recent: Sequence[Path], path: Path) -> tuple[Path, ...]:
    """The same without this one, which is gone."""
    return tuple(other for other in recent if other != path)


def gone_words(path: Path) -> str:
    """What is said where one of them is not there any more."""
    return tr("{name} is not there any more: {folder} does not have it.").format(
        name=path.name, folder=path.parent
    )


def stored(recent: Sequence[Path]) -> dict[str, object]:
    """As it is stored: one value for each place, empty where there is none."""
    names = [str(path) for path in recent]
    return {str(place): name for place, name in enumerate([*names, *[""] * (MOST - len(names))])}


def remembered(values: Mapping[str, object]) -> tuple[Path, ...]:
    """What was stored; rubbish counts as nothing."""
    names = [values.get(str(place)) for place in range(MOST)]
    found = (Path(name) for name in names if isinstance(name, str) and name)
    return tuple(path for path in found if path.is_absolute() and "\0" not in str(path))
