"""What survives a restart: the window's place and size, and what was chosen."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QByteArray, QSettings

from advgui.lab.settings import Preferences, preferences, stored
from advgui.lab.state import LabState
from advgui.lab.transitions import remembered
from advgui.ui.theme import Mode

_GEOMETRY = "window/geometry"
_GROUP = "lab"


class Settings:
    """The platform's settings of this user; rubbish in them does no harm."""

    def __init__(self) -> None:
        self._store = QSettings()

    def geometry(self) -> QByteArray:
        """Where the window was; empty if that is not known."""
        value = self._store.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    def preferences(self) -> Preferences:
        """What was chosen, each bad value replaced by its default."""
        self._store.beginGroup(_GROUP)
        values = {key: _plain(self._store.value(key)) for key in self._store.allKeys()}
        self._store.endGroup()
        return preferences(values)

    def save(self, geometry: QByteArray, state: LabState, theme: Mode) -> None:
        """Remember the window's place and what is chosen now."""
        self._store.setValue(_GEOMETRY, geometry)
        chosen = remembered(state, self.preferences())
        chosen = replace(chosen, theme=theme, pen=state.drawing.pen)
        self._write(stored(chosen))
        self._store.sync()

    def _write(self, values: Mapping[str, object]) -> None:
        self._store.beginGroup(_GROUP)
        for key, value in values.items():
            self._store.setValue(key, value)
        self._store.endGroup()


def _plain(value: object) -> object:
    """A stored value with the type that text files lose: "true" is a truth."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
