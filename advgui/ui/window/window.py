"""The main window: its place, menus, tools and columns, which are there before all else."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QToolBar

from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.core.resources import ResourceError
from advgui.ui.language.choice import LanguageChoice
from advgui.ui.pages import all_pages
from advgui.ui.session.settings import Settings
from advgui.ui.theme.icons import refresh_icons
from advgui.ui.theme.mode import Theme
from advgui.ui.theme.zoom import Zoom
from advgui.ui.widgets.scroll_area import ScrollArea
from advgui.ui.window.actions import fill_menus, fill_tool_bar, make_actions
from advgui.ui.window.columns import Columns
from advgui.ui.window.helping import Helping
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.placeholders import draw_placeholder, network_placeholder, page_placeholder
from advgui.ui.window.screen_fit import fit
from advgui.ui.window.statusline import StatusLine
from advgui.ui.window.viewing import Viewing

if TYPE_CHECKING:
    from advgui.ui.drawing.column import DrawColumn
    from advgui.ui.network.column import NetworkColumn
    from advgui.ui.session.controller import Controller
    from advgui.ui.window.closing import Closing
    from advgui.ui.window.folding import Folding
    from advgui.ui.window.restoring import Restoring
    from advgui.ui.window.workspace import Workspace

DEFAULT_SIZE: Final = (1280, 800)
#: Much less than is comfortable, so that the window fits any screen; its columns are scrolled.
SMALLEST_SIZE: Final = (400, 240)

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

#: The least height that a column can do with before the window is scrolled as a whole.
_LEAST: Final = 240


class MainWindow(QMainWindow):
    """The window, which needs nothing but Qt until it is filled: numpy and all else come then.

    ``workspace`` is what it is filled with; ``controller`` and what follows are there from then
    on. ``painted`` says that the window's ground was painted, and all that is on it is now.
    ``starts_again`` says, once it is closed, that it was to begin anew.
    """

    painted = Signal()

    workspace: "Workspace | None"
    controller: "Controller"
    draw: "DrawColumn"
    network: "NetworkColumn"
    restoring: "Restoring"
    folding: "Folding"
    _closing: "Closing"

    def __init__(self, theme: Theme, zoom: Zoom, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setWindowTitle("advgui")
        self.theme, self.zoom, self.settings = theme, zoom, settings
        theme.setParent(self)
        zoom.setParent(self)
        self.actions_ = make_actions(self)
        self.actions_.rest()
        self.viewing = Viewing(self, zoom)
        self.helping = Helping(self, self.show_word)
        self._language = LanguageChoice(self.actions_.languages, settings)
        pages = all_pages()
        self.pages = Pages(pages, page_placeholder(pages[0].title))
        self.status = StatusLine()
        self._columns = Columns(draw_placeholder(), network_placeholder(), self.pages)
        self.workspace = None
        self.starts_again = False
        self._keeps_drawing = False
        self._lay_out()
        self._connect()
        self.restoreGeometry(settings.geometry())
        self.viewing.open_in_a_frame()
        fit(self)

    def _lay_out(self) -> None:
        self.setCentralWidget(ScrollArea(self._columns, least=_LEAST, broad=True))
        self.menuBar().setAccessibleName(tr("Menus"))
        self.status.setAccessibleName(tr("What happens"))
        viewing, helping = self.viewing.actions_, self.helping.actions_
        fill_menus(self.menuBar(), self.actions_, viewing, helping, self.pages.choices)
        bar = QToolBar(tr("Tools"))
        bar.setObjectName("tool-bar")
        bar.setMovable(False)
        fill_tool_bar(bar, self.actions_)
        bar.addWidget(self.pages.tabs)
        self.addToolBar(bar)
        self.setStatusBar(self.status)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*DEFAULT_SIZE)

    def _connect(self) -> None:
        themes = self.actions_.themes
        themes.triggered.connect(lambda action: self.theme.set_mode(action.data()))
        for action in themes.actions():
            action.setChecked(action.data() == self.theme.mode)
        self.theme.changed.connect(lambda: refresh_icons(self))
        self.actions_.quit.triggered.connect(self.leave)
        self.actions_.guide.triggered.connect(self._show_guide)

    def fill(self) -> None:
        """Put columns where only their headings were.

        Raises BadInput where something that ships with advgui is missing or damaged.
        """
        from advgui.ui.window.closing import Closing
        from advgui.ui.window.folding import Folding
        from advgui.ui.window.opening_note import OpeningNote
        from advgui.ui.window.restoring import Restoring
        from advgui.ui.window.workspace import Workspace

        workspace = Workspace(self, self.actions_, self.pages, self.settings)
        self.controller = workspace.controller
        self.draw, self.network = workspace.draw, workspace.network
        self.restoring = Restoring(
            self.controller,
            workspace.sessions,
            self.settings,
            self.theme,
            self.zoom,
            self.saveGeometry,
        )
        self._language.changed.connect(self.restoring.note_choice)
        self._language.told.connect(self.controller.tell)
        self._language.start_wanted.connect(self._offer_start)
        self._closing = Closing(
            self, workspace.library, self.pages, workspace.files, workspace.sessions, self.end
        )
        self.actions_.dress()
        self.status.follow(self.controller, self.pages)
        self.status.addPermanentWidget(OpeningNote(workspace.files))
        self._columns.replace(0, ScrollArea(self.draw, least=_LEAST))
        self._columns.replace(1, self.network)
        self.folding = Folding(self._columns, self.pages, workspace, self.actions_.fold)
        self.pages.raise_()  # Qt paints it last: what follows the pen comes first
        self.painted.connect(workspace.start, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        self.update()

    @property
    def bench(self) -> "Workspace | None":
        """The workspace, as scripts that drive a window may still call it."""
        return self.workspace

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is not needed for the first paint begins right after it."""
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, whatever the window uses it for.

        Escape leaves the full screen where there is nothing else that it ends.
        """
        button = self._focused_button()
        if button is not None and event.key() in _ENTER:
            if not event.isAutoRepeat():
                button.click()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.viewing.leave_full_screen()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """No shortcut takes Enter from a button."""
        if event.type() == QEvent.Type.ShortcutOverride and self._presses(event):
            event.accept()
            return True
        return super().event(event)

    def _presses(self, event: QEvent) -> bool:
        """Whether a key is for the button that has the focus."""
        enter = isinstance(event, QKeyEvent) and event.key() in _ENTER
        return enter and self._focused_button() is not None

    def _focused_button(self) -> QAbstractButton | None:
        focused = self.focusWidget()
        return focused if isinstance(focused, QAbstractButton) and focused.isEnabled() else None

    def changeEvent(self, event: QEvent) -> None:
        """Fill the screen, or come back from that."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.viewing.look_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What can be opened may be dropped anywhere."""
        from advgui.ui.widgets.clipboard import can_take

        if self.workspace is not None and can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        from advgui.ui.widgets.clipboard import take

        event.acceptProposedAction()
        if self.workspace is not None:
            self.workspace.files.take(take(event.mimeData()))

    def leave(self) -> None:
        """Close the window as its user does: asks first where something were lost."""
        if self.workspace is None or self._closing.may_close():
            self.close()

    def _show_guide(self) -> None:
        """Open the guide at what it says of the page that is shown."""
        self._open_guide(self.pages.current.replace("_", "-"))

    def show_word(self, word: str) -> None:
        """Open the glossary at a word, or at its beginning where that is empty."""
        self._open_guide("glossary", word)

    def _open_guide(self, page: str, word: str = "") -> None:
        from advgui.ui.guide.guide_window import show_guide
        from advgui.ui.widgets.dialogs import show_error

        try:
            show_guide(self, page, word)
        except ResourceError as error:
            show_error(self, str(error))

    def _offer_start(self, words: str) -> None:
        """What was chosen comes by starting again: now, or another time."""
        from advgui.ui.widgets.question import Answer, ask

        now = Answer("start-again", tr("Restart now"), self._start_again, usual=True)
        ask(self, "starting-again", words, now, Answer("later", tr("Later")))

    def _start_again(self) -> None:
        """Close the window, which comes back with all that is there, or say what is in the way."""
        from advgui.ui.widgets.dialogs import show_error

        try:
            self._closing.require_nothing_lost()
            self.restoring.keep_all()
        except BadInput as error:
            show_error(self, str(error))
            return
        self.starts_again = True
        self.end()

    def end(self) -> None:
        """Close and ask nothing; the drawing comes back at the next start."""
        self._keeps_drawing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs and remember what was chosen.

        Whoever clicks the window's own button is asked as by ``leave``; a program that calls
        ``close``, or a signal, is not.
        """
        if self.workspace is not None:
            if event.spontaneous() and not self._closing.may_close():
                event.ignore()
                return
            self.restoring.end(keep=self._keeps_drawing)
            self.workspace.close()
        super().closeEvent(event)
