"""The main window: its place, menus, tools and columns, which are there before all else."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QToolBar

from advgui.ui.session.settings import Settings
from advgui.ui.theme.icons import refresh_icons
from advgui.ui.theme.tokens import Theme
from advgui.ui.widgets.scrolled import Scrolled
from advgui.ui.window.actions import fill_menus, fill_tool_bar, make_actions
from advgui.ui.window.columns import Columns
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.placeholders import draw_stand_in, network_stand_in, page_stand_in
from advgui.ui.window.screen_fit import fit
from advgui.ui.window.statusline import StatusLine

if TYPE_CHECKING:
    from advgui.ui.attack.page import AttackPage
    from advgui.ui.drawing.column import DrawColumn
    from advgui.ui.network.column import NetworkColumn
    from advgui.ui.session.controller import Controller
    from advgui.ui.window.wiring import Workbench

DEFAULT_SIZE: Final = (1280, 800)
#: Much less than is comfortable, so that the window fits any screen; its columns are scrolled.
SMALLEST_SIZE: Final = (400, 240)

#: The least height that a column can do with before the window is scrolled as a whole.
_LEAST: Final = 240

#: The pages at the right by their names; the tabs stand in this order.
PAGES: Final = {"attack": "Attack", "train": "Train", "compare": "Compare"}


class MainWindow(QMainWindow):
    """The window, which needs nothing but Qt: numpy and all that is made of it come later.

    ``bench`` fills it; ``controller`` and what follows are there from then on. ``painted``
    says that the window's ground was painted, and all that is on it is now.
    """

    painted = Signal()

    bench: "Workbench | None"
    controller: "Controller"
    draw: "DrawColumn"
    network: "NetworkColumn"
    page: "AttackPage"

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("advgui")
        self.theme, self.settings = theme, settings
        theme.setParent(self)
        self.actions_ = make_actions(self)
        self.actions_.rest()
        self.pages = Pages(PAGES, page_stand_in())
        self.status = StatusLine()
        self._columns = Columns(draw_stand_in(), network_stand_in(), self.pages)
        self.bench = None
        self._ending = False
        self._lay_out()
        self._connect()
        self.restoreGeometry(settings.geometry())
        fit(self)

    def _lay_out(self) -> None:
        self.setCentralWidget(Scrolled(self._columns, least=_LEAST, broad=True))
        fill_menus(self.menuBar(), self.actions_, self.pages.choices)
        bar = QToolBar("Tools")
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

    def take(self, bench: "Workbench") -> None:
        """Put columns where only their headings were."""
        self.controller, self.page = bench.controller, bench.page
        self.draw, self.network = bench.draw, bench.network
        self._columns.replace(0, Scrolled(self.draw, least=_LEAST))
        self._columns.replace(1, self.network)
        self.pages.raise_()  # Qt paints it last: what follows the pen comes first
        self.bench = bench
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is not needed for the first paint begins right after it."""
        super().paintEvent(event)
        self.painted.emit()

    def leave(self) -> None:
        """Close the window as its user does: asks first where something were lost."""
        if self.bench is None or self.bench.closing.may_close():
            self.close()

    def end(self) -> None:
        """Close and ask nothing; the drawing comes back at the next start."""
        self._ending = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs and remember what was chosen.

        Whoever clicks the window's own button is asked as by ``leave``; a program that calls
        ``close``, or a signal, is not.
        """
        if self.bench is not None:
            if event.spontaneous() and not self.bench.closing.may_close():
                event.ignore()
                return
            self.bench.close(keep=self._ending)
            self.settings.save(self.saveGeometry(), self.bench.chosen())
        super().closeEvent(event)
