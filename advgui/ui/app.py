"""The application around the window: its start, its theme, its last word on errors."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog

from advgui import __version__
from advgui.core.shipped import default_network
from advgui.lab.drawing import Drawing, History
from advgui.lab.gallery import read_gallery
from advgui.lab.library import Library
from advgui.lab.settings import Preferences
from advgui.lab.state import LabState
from advgui.lab.transitions import opened
from advgui.ui import dialogs
from advgui.ui.icons import application_icon
from advgui.ui.settings import Settings
from advgui.ui.style import CalmStyle
from advgui.ui.theme import Theme, mode_from
from advgui.ui.window import MainWindow

_log = logging.getLogger("advgui")


def run_window(paths: Sequence[str] = ()) -> int:
    """Open the window, with a drawing from the first path if there is one; 0 at its end."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    window = make_window(app)
    former, sys.excepthook = sys.excepthook, _Hook(window)
    window.show()
    if paths:
        window.open_path(Path(paths[0]))
    try:
        return app.exec()
    finally:
        sys.excepthook = former


def make_window(app: QApplication) -> MainWindow:
    """The window as it was left; of the shipped networks only the chosen one is loaded."""
    app.setOrganizationName("advgui")
    app.setApplicationName("advgui")
    app.setApplicationVersion(__version__)
    app.setStyle(CalmStyle())
    app.setWindowIcon(application_icon())
    settings = Settings()
    chosen = settings.preferences()
    library = Library()
    window = MainWindow(
        _first_state(chosen, library),
        library=library,
        gallery=read_gallery(),
        theme=Theme(app, mode_from(chosen.theme)),
        settings=settings,
    )
    window.restoreGeometry(settings.geometry())
    return window


def _first_state(chosen: Preferences, library: Library) -> LabState:
    name = chosen.network if chosen.network in library.names else default_network()
    return opened(library.load(name), chosen, History(present=Drawing(pen=chosen.pen)))


class _Hook:
    """Tells of an error that nobody foresaw, in the log and in a dialog.

    There is one dialog at a time: an error in painting comes with every frame. An interrupt
    from the terminal is no error and closes the window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        if self._window.findChild(QDialog, "error") is None:
            dialogs.show_error(
                self._window,
                f"Something went wrong that nobody foresaw ({kind.__name__}). "
                "Your drawing is still there.",
            )
