"""What survives a restart: the window's place and size, and what was chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSettings

_GEOMETRY = "window/geometry"
_GROUP = "lab"


class Settings:
    """The platform's settings of this user; what is in them may be rubbish."""

    def __init__(self) -> None:
        self._store = QSettings()

    def geometry(self) -> QByteArray:
        """Where the window was; empty if that is not known."""
        value = self._store.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    def values(self) -> dict[str, object]:
        """What was chosen, by its name, with the types that text files lose."""
        self._store.beginGroup(_GROUP)
        values = {key: _plain(self._store.value(key)) for key in self._store.allKeys()}
        self._store.endGroup()
        return values

    def save(self, geometry: QByteArray, values: Mapping[str, object]) -> None:
        """Remember the window's place and what is chosen now."""
        self._store.setValue(_GEOMETRY, geometry)
        self._store.beginGroup(_GROUP)
        for key, value in values.items():
            self._store.setValue(key, value)
        self._store.endGroup()
        self._store.sync()


class NoSettings(Settings):
    """Those of nobody: the window opens as for the first time, and nothing is remembered."""

    def __init__(self) -> None:
        """Open no store."""

    def geometry(self) -> QByteArray:
        """It is not known."""
        return QByteArray()

    def values(self) -> dict[str, object]:
        """Nothing was chosen."""
        return {}

    def save(self, geometry: QByteArray, values: Mapping[str, object]) -> None:
        """Remember nothing."""


def _plain(value: object) -> object:
    """A stored value with the type that text files lose: "true" is a truth."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
