"""The main window: three columns around one controller, and what its menus do."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolBar, QWidget

from advgui import __version__
from advgui.core.errors import BadInput
from advgui.core.images import Bytes
from advgui.core.network import Network
from advgui.core.networkfile import load_network
from advgui.lab.gallery import GalleryDigit
from advgui.lab.library import Library
from advgui.lab.opening import open_drawing
from advgui.lab.outcomefile import save_outcome
from advgui.lab.state import LabState
from advgui.lab.view import outcome_shown
from advgui.ui import clipboard, dialogs
from advgui.ui.actions import digit_keys, fill_menus, fill_tool_bar, make_actions
from advgui.ui.attackpage import AttackPage
from advgui.ui.comparepage import ComparePage
from advgui.ui.controller import Controller
from advgui.ui.drawcolumn import DrawColumn
from advgui.ui.icons import refresh_icons
from advgui.ui.networkcolumn import NetworkColumn
from advgui.ui.pages import Pages
from advgui.ui.preparation import Preparation
from advgui.ui.settings import Settings
from advgui.ui.statusline import StatusLine
from advgui.ui.theme import LARGE, MEDIUM, TIGHT, Theme

DEFAULT_SIZE = (1280, 800)
SMALLEST_SIZE = (1024, 640)


class MainWindow(QMainWindow):
    """Draw, read, attack and look at every step, in one window."""

    def __init__(
        self,
        state: LabState,
        *,
        library: Library,
        gallery: tuple[GalleryDigit, ...],
        theme: Theme,
        settings: Settings,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("advgui")
        self.library = library
        self._theme, self._settings = theme, settings
        theme.setParent(self)
        self._folder = Path.home()
        self._started = False
        self._preparation = Preparation(self)
        self.controller = Controller(state, self)
        self.actions_ = make_actions(self)
        self.draw = DrawColumn(self.controller, gallery, self.actions_.edits)
        self.network = NetworkColumn(self.controller)
        self.network.set_entries(library.entries)
        self.page = AttackPage(self.controller)
        self.pages = Pages()
        self.pages.add("Attack", "attack", lambda: self.page)
        self.pages.add("Compare", "compare", lambda: ComparePage(self.controller, library))
        self._lay_out()
        self._connect()
        self.actions_.apply(None, state)

    def _lay_out(self) -> None:
        centre = QWidget()
        columns = QHBoxLayout(centre)
        columns.setContentsMargins(LARGE, MEDIUM, LARGE, TIGHT)
        columns.setSpacing(LARGE + MEDIUM)
        columns.addWidget(self.draw, 28)
        columns.addWidget(self.network, 22)
        columns.addWidget(self.pages, 60)
        self.setCentralWidget(centre)
        fill_menus(self.menuBar(), self.actions_, self.pages.choices)
        bar = QToolBar("Tools")
        bar.setObjectName("tool-bar")
        bar.setMovable(False)
        fill_tool_bar(bar, self.actions_)
        bar.addWidget(self.pages.tabs)
        self.addToolBar(bar)
        self.setStatusBar(StatusLine(self.controller))
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*DEFAULT_SIZE)

    def _connect(self) -> None:
        actions, controller = self.actions_, self.controller
        actions.new.triggered.connect(controller.clear)
        actions.open.triggered.connect(self._ask_drawing)
        actions.save.triggered.connect(self._ask_folder)
        actions.quit.triggered.connect(self.close)
        actions.undo.triggered.connect(controller.undo)
        actions.redo.triggered.connect(controller.redo)
        actions.clear.triggered.connect(controller.clear)
        actions.copy.triggered.connect(self._copy_shown)
        actions.paste.triggered.connect(self._paste)
        actions.attack.triggered.connect(self.page.bar.attack)
        actions.every.triggered.connect(lambda: controller.attack("every"))
        actions.away.triggered.connect(lambda: controller.attack("away"))
        actions.stop.triggered.connect(controller.stop)
        actions.about.triggered.connect(self._tell_about)
        actions.themes.triggered.connect(lambda action: self._theme.set_mode(action.data()))
        for action in actions.themes.actions():
            action.setChecked(action.data() == self._theme.mode)
        digit_keys(self, controller.attack)
        controller.changed.connect(actions.apply)
        self.draw.dropped.connect(self._take)
        self.network.network_chosen.connect(self._choose_network)
        self.network.file_wanted.connect(self._ask_network)
        self.page.tiles.copy_requested.connect(self._copy)
        self._theme.changed.connect(lambda: refresh_icons(self))
        self._preparation.done.connect(self.page.course.build_plot)

    # Starting and closing

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is not needed for the first paint begins right after it."""
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        self.controller.runner.start()
        self._preparation.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs and remember what was chosen; clean at any moment."""
        self._settings.save(self.saveGeometry(), self.controller.state, self._theme.mode)
        self._preparation.stop()
        self.controller.close()
        super().closeEvent(event)

    # Files and the clipboard

    def open_path(self, path: Path) -> None:
        """Take an image or a strokes file as the drawing; say so where it cannot be."""
        try:
            drawing = open_drawing(path, self.controller.state.drawing.pen)
        except BadInput as error:
            dialogs.show_error(self, str(error))
            return
        self._folder = path.parent
        self.controller.draw(drawing)

    def _ask_drawing(self) -> None:
        dialogs.ask_drawing(self, self._folder, self.open_path)

    def _ask_folder(self) -> None:
        dialogs.ask_folder(self, self._folder, self.save_in)

    def _ask_network(self) -> None:
        dialogs.ask_network(self, self._folder, self.open_network)

    def save_in(self, folder: Path) -> None:
        """Write the four images as they are shown, and the outcome, into a folder."""
        state, shown = self.controller.state, self.controller.view
        if state.run is None or shown is None:
            return
        outcome = outcome_shown(state.run, shown)
        try:
            save_outcome(folder, outcome, state.run.network, state.threshold)
        except BadInput as error:
            dialogs.show_error(self, str(error))
            return
        self._folder = folder
        self.controller.tell(f"Saved in {folder}.")

    def open_network(self, path: Path) -> None:
        """Read a network file and choose it; say so where it cannot be."""
        try:
            network = load_network(path)
        except BadInput as error:
            dialogs.show_error(self, str(error))
            return
        self._folder = path.parent
        self.add_network(network)

    def add_network(self, network: Network) -> None:
        """Offer one more network, that was opened or trained, and choose it."""
        added = self.library.add(network)
        self.controller.choose_network(added)
        self.network.set_entries(self.library.entries)

    def _choose_network(self, name: str) -> None:
        try:
            network = self.library.load(name)
        except BadInput as error:
            dialogs.show_error(self, str(error))
            return
        self.controller.choose_network(network)

    def _take(self, dropped: object) -> None:
        if isinstance(dropped, str):
            self.open_path(Path(dropped))
        else:
            self._take_image(clipboard.fitted(dropped))

    def _paste(self) -> None:
        self._take_image(clipboard.pasted())

    def _take_image(self, image: Bytes | BadInput) -> None:
        if isinstance(image, BadInput):
            dialogs.show_error(self, str(image))
        else:
            self.controller.draw_image(image)

    def _copy_shown(self) -> None:
        shown = self.controller.view
        self._copy(self.controller.state.image if shown is None else shown.adversarial)

    def _copy(self, image: Bytes) -> None:
        clipboard.copy(image)
        self.controller.tell("The image is on the clipboard.")

    def _tell_about(self) -> None:
        state = self.controller.state
        dialogs.show_about(self, version=__version__, network=state.network.card.training)
