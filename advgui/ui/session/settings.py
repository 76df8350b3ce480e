"""What survives a restart: the window's place and size, and what was chosen."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Final

import platformdirs
from PySide6.QtCore import QByteArray

from advgui.lab.preferences_file import SettingsError, read_values, write_values

_GEOMETRY: Final = "window/geometry"
_GROUP: Final = "lab/"

_log = logging.getLogger("advgui")


class Settings:
    """The settings of this user, as they were when it was made; they may be rubbish."""

    #: Whether anything is remembered beyond the end of the window.
    lasting: ClassVar[bool] = True

    def __init__(self) -> None:
        self._file = settings_file()
        self._values: dict[str, object] = {**read_values(self._file)}
        self._complained = False

    def geometry(self) -> QByteArray:
        """Where the window was; empty if that is not known."""
        text = str(self._values.get(_GEOMETRY, ""))
        return QByteArray.fromBase64(text.encode("ascii", "ignore"))

    def values(self) -> dict[str, object]:
        """What was chosen, by its name, with the types that text files lose."""
        return {
            name.removeprefix(_GROUP): _plain(value)
            for name, value in self._values.items()
            if name.startswith(_GROUP) and value is not None
        }

    def kept(self, name: str) -> dict[str, object]:
        """What was kept under a name, as ``values`` tells it."""
        beginning = f"{name}/"
        return {
            key.removeprefix(beginning): value
            for key, value in self.values().items()
            if key.startswith(beginning)
        }

    def choose(self, name: str, value: str) -> None:
        """What is chosen, to be remembered when it is saved next."""
        self._values = {**self._values, f"{_GROUP}{name}": value}

    def keep(self, name: str, values: Mapping[str, object]) -> None:
        """What is to be remembered under a name, when it is saved next; not what is None."""
        named = {f"{_GROUP}{name}/{key}": value for key, value in values.items()}
        self._values = {**self._values, **named}

    def save(self, geometry: QByteArray, values: Mapping[str, object]) -> None:
        """Remember the window's place and what is chosen now; any thread may do so.

        What is None is forgotten. What is in the way is logged once.
        """
        place = bytes(geometry.toBase64().data()).decode("ascii")
        chosen = {f"{_GROUP}{name}": value for name, value in values.items()}
        self._values = {**self._values, _GEOMETRY: place, **chosen}
        try:
            write_values(self._file, {n: v for n, v in self._values.items() if v is not None})
        except SettingsError as error:
            if not self._complained:
                self._complained = True
                _log.warning("The settings cannot be kept: %s", error)


class NoSettings(Settings):
    """Those of nobody: the window opens as for the first time, and nothing is remembered."""

    lasting = False

    def __init__(self) -> None:
        """Read no file."""
        self._values = {}

    def save(self, geometry: QByteArray, values: Mapping[str, object]) -> None:
        """Remember nothing."""


def settings_file() -> Path:
    """Where they lie; no other place is looked in, and none that others can write to."""
    return platformdirs.user_config_path("advgui", appauthor=False) / "advgui.conf"


def _plain(value: object) -> object:
    """A stored value with the type that text files lose: "true" is a truth."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
