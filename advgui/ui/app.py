"""The application around the window: its start, its theme, its last word on errors."""

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from signal import SIGINT
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from advgui import __version__
from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.core.plugins import tell_problems
from advgui.ui.application import Application
from advgui.ui.language.qt_words import translate_qt
from advgui.ui.language.starting_again import START_AGAIN
from advgui.ui.session.python_pauses import short_pauses
from advgui.ui.session.safe_unpickling import rebuild_nothing
from advgui.ui.session.settings import Settings
from advgui.ui.theme.icons import application_icon
from advgui.ui.theme.mode import Theme, mode_from
from advgui.ui.theme.style import CalmStyle
from advgui.ui.theme.zoom import Zoom, percent_from
from advgui.ui.window.window import MainWindow

if TYPE_CHECKING:
    from advgui.ui.window.file_actions import Files

#: Names advgui to a Linux desktop, which finds its icon by it: packaging/linux has the files.
DESKTOP_ID: Final = "io.github.advgui.advgui"

#: What takes longest to import of all that the window is filled with, piece by piece.
_PIECES: Final = (
    "numpy",
    "advgui.core.attacks",
    "advgui.lab.attack.transitions",
    "advgui.ui.session.controller",
    "advgui.ui.drawing.column",
    "advgui.ui.attack.page",
    "advgui.ui.window.workspace",
)

#: The events that go on while the window is filled; what its user does waits for the end.
_MEANWHILE: Final = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents

#: How long to wait for the first paint; a window that starts as an icon has none.
_PATIENCE_MS: Final = 1000

_log = logging.getLogger("advgui")


def run_window(
    paths: Sequence[str] = (),
    *,
    give_back: bool = False,
    settings: Settings | None = None,
    begin: Callable[[MainWindow], None] = lambda window: None,
) -> int:
    """Open the window, and in it what the paths hold as if they were dropped; 0 at its end.

    With ``give_back`` all that the last one has left is there, unasked. The end is
    ``START_AGAIN`` where its user wants that. The ``settings`` are this user's, if no others are
    given; ``begin`` is told of the window before it is shown. Raises BadInput, once it has told
    so itself, where a file that ships with advgui is missing or damaged.
    """
    app = _application()
    window = _empty_window(app, settings)
    begin(window)
    former, sys.excepthook = sys.excepthook, _ErrorHook(window)
    try:
        window.show()
        _wait_for_paint(window)
        with _signals_told_to(window):
            _fill_in_sight(app, window)
            if window.workspace is None:
                return 0  # it was closed before
            window.restoring.begin(paths, give_back=give_back)
            tell_problems(lambda sentence: QTimer.singleShot(0, window, _telling(window, sentence)))
            opening = _opening(app, window.workspace.files, paths)
            with opening, short_pauses(window.controller):
                code = app.exec()
                return START_AGAIN if window.starts_again else code
    finally:
        tell_problems(None)
        sys.excepthook = former


@contextmanager
def _signals_told_to(window: MainWindow) -> Iterator[None]:
    """Until now they end the program as they always do: there is nothing yet to be lost."""
    from advgui.ui.session.signals import Signals  # only here: the window is painted before

    signals, handler = Signals(), _SignalHandler(window)
    signals.came.connect(handler.handle)
    try:
        yield
    finally:
        signals.close()


def _telling(window: MainWindow, sentence: str) -> Callable[[], None]:
    return lambda: window.controller.tell(sentence)


def _application() -> QApplication:
    rebuild_nothing()
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else Application(sys.argv[:1])


@contextmanager
def _opening(app: QApplication, files: "Files", paths: Sequence[str]) -> Iterator[None]:
    """Open these and what the desktop wants opened, before and from now on, in the event loop.

    A desktop tells of each file by itself; those that come together are opened together.
    """
    left = [Path(path) for path in paths]

    def open_wanted() -> None:
        desktop = app.take_wanted() if isinstance(app, Application) else []
        together, left[:] = [*left, *desktop], []
        if together:
            files.open_files(together)

    soon = QTimer(files, singleShot=True, interval=0)
    soon.timeout.connect(open_wanted)

    def wait_for_more() -> None:
        soon.start()

    wait_for_more()
    if not isinstance(app, Application):
        yield
        return
    app.file_wanted.connect(wait_for_more)
    try:
        yield
    finally:
        app.file_wanted.disconnect(wait_for_more)


def make_window(app: QApplication, settings: Settings | None = None) -> MainWindow:
    """The window as it was left, filled before it is shown."""
    window = _empty_window(app, settings)
    for _ in _fill(app, window):
        pass
    return window


def _empty_window(app: QApplication, settings: Settings | None = None) -> MainWindow:
    """The window as it was left, in its colours, with its menus and tools."""
    app.setOrganizationName("advgui")
    app.setApplicationName("advgui")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_ID)
    app.setStyle(CalmStyle())
    translate_qt(app)
    settings = settings or Settings()
    kept = settings.values()
    theme, zoom = (
        Theme(app, mode_from(kept.get("theme"))),
        Zoom(app, percent_from(kept.get("zoom"))),
    )
    return MainWindow(theme, zoom, settings)


def _fill(app: QApplication, window: MainWindow) -> Iterator[None]:
    """Import what is in the window, and put it there; pauses before each piece of work."""
    yield
    # Only here: what is painted first has no parts, and roles of Qt's own.
    from advgui.ui.accessibility.roles import offer_roles

    offer_roles(app)
    for name in _PIECES:
        yield
        import_module(name)
    yield
    QApplication.setWindowIcon(application_icon())
    window.fill()


def _wait_for_paint(window: MainWindow) -> None:
    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    for signal in (window.painted, patience.timeout):
        signal.connect(loop.quit)
    patience.start()
    loop.exec(_MEANWHILE)
    patience.stop()
    QApplication.processEvents(_MEANWHILE)  # all of it, before what takes its time to import


def _fill_in_sight(app: QApplication, window: MainWindow) -> None:
    """Fill the window between its events, unless it is closed; tell what is in the way."""
    try:
        for _ in _fill(app, window):
            QApplication.processEvents(_MEANWHILE)
            if not window.isVisible():
                return
    except BadInput as error:
        from advgui.ui.widgets.dialogs import show_error

        show_error(window, str(error)).finished.connect(window.close)
        QApplication.exec()
        raise


class _SignalHandler:
    """Ends the window as signals want it: Ctrl-C asks for it as its user does, once.

    All others, and a second one, end it at once; nothing is asked, and the drawing is kept.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._asked = False

    def handle(self, number: int) -> None:
        """A signal has come."""
        if number != SIGINT or self._asked:
            self._window.end()
            return
        self._asked = True
        self._window.leave()
        if self._window.isVisible():
            _log.warning("The window asks whether it may be closed; Ctrl-C once more closes it.")


class _ErrorHook:
    """Tells of an error that nobody foresaw, in the log and in a dialog.

    There is one dialog at a time: an error in painting comes with every frame.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.end()  # Ctrl-C, so early that signals are not told to the window yet
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        if self._window.findChild(QDialog, "error") is None:
            from advgui.ui.widgets.dialogs import show_error

            show_error(
                self._window,
                tr(
                    "Something went wrong that nobody foresaw ({name}). Your drawing is "
                    "still there."
                ).format(name=kind.__name__),
            )
