"""Light or dark: as the system has it, or as it was chosen."""

from typing import Literal, assert_never, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from advgui.ui.theme.tokens import DARK, LIGHT, is_dark, palette

Mode = Literal["system", "light", "dark"]


class Theme(QObject):
    """Keeps the application in the light or the dark palette.

    In mode "system" it follows the system's colour scheme. Where the system does not
    tell one (plain X), the palette that it started the application with decides.
    """

    changed = Signal(bool)

    def __init__(self, app: QApplication, mode: Mode = "system") -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._started_dark = is_dark(app.palette())
        self._mode = mode
        self._dark: bool | None = None
        self._scheme = app.styleHints().colorScheme()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.set_mode(mode)

    @property
    def mode(self) -> Mode:
        """What was chosen: to follow the system, or one theme for good."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark palette is on."""
        return bool(self._dark)

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark; window frames follow where they can."""
        self._mode = mode
        hints = self._app.styleHints()
        match mode:
            case "system":
                hints.unsetColorScheme()
            case "light":
                hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case never:
                assert_never(never)
        self._apply()

    def _wants_dark(self) -> bool:
        if self._mode != "system":
            return self._mode == "dark"
        if self._scheme == Qt.ColorScheme.Unknown:
            return self._started_dark
        return self._scheme == Qt.ColorScheme.Dark

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._apply()

    def _apply(self) -> None:
        dark = self._wants_dark()
        self._app.setPalette(palette(DARK if dark else LIGHT))
        if dark != self._dark:
            self._dark = dark
            self.changed.emit(dark)


def mode_from(value: object) -> Mode:
    """A stored setting as a mode; rubbish means to follow the system."""
    known = value if value in ("system", "light", "dark") else "system"
    return cast(Mode, known)
