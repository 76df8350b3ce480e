"""Where the files are that ship with advgui: networks, the gallery, icons."""

from pathlib import Path

from advgui.core.errors import BadInput

PACKAGE = Path(__file__).parents[1]


class ResourceError(BadInput):
    """A file that ships with advgui is not there: the installation is incomplete."""


def _folder() -> Path:
    """``advgui/resources`` in a wheel or frozen application, else the checkout's own.

    A folder ``resources`` beside an installed package would be someone else's, so that the
    second place counts only beside advgui's ``pyproject.toml``.
    """
    packaged = PACKAGE / "resources"
    if not packaged.is_dir() and (PACKAGE.parent / "pyproject.toml").is_file():
        return PACKAGE.parent / "resources"
    return packaged


def resource(name: str) -> Path:
    """The file or folder of this name below ``resources/``, such as ``icons/undo.svg``.

    Raises ResourceError where the installation lacks it.
    """
    path = _folder() / name
    if not path.exists():
        # In English, as what it lacks may be the translations.
        raise ResourceError(f"This installation of advgui is incomplete: it lacks {path}.")
    return path
