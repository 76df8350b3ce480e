"""What a window is filled with: the drawing, the networks and the attack, around one controller."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from advgui import __version__
from advgui.core.digits.gallery import read_gallery
from advgui.core.disk.leftovers import remove_leftovers
from advgui.core.errors import BadInput
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import default_network
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import opened
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.networks.card_text import in_use_words
from advgui.lab.networks.library import Library
from advgui.lab.preferences import Preferences, kept_preferences
from advgui.ui.drawing.column import DrawColumn
from advgui.ui.network.column import NetworkColumn
from advgui.ui.runs.thinning import RunThinning
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import Settings
from advgui.ui.widgets import dialogs
from advgui.ui.window.actions import Actions
from advgui.ui.window.attack_keys import AttackKeys
from advgui.ui.window.export_menu import ExportMenu, export_of
from advgui.ui.window.file_actions import Files
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.recent_menu import RecentMenu, recent_of
from advgui.ui.window.sessions import Sessions

if TYPE_CHECKING:
    from advgui.core.attacks.fitted import Artefact


class Workspace(QObject):
    """Draw, read, attack and look at every step; what the pages can use of their window.

    Of the shipped networks it loads only the one that was chosen last. Raises BadInput where
    that one, or another file that ships with advgui, is missing or damaged.
    """

    def __init__(self, window: QWidget, actions: Actions, pages: Pages, settings: Settings) -> None:
        super().__init__(window)
        self.setObjectName("workspace")
        self._window, self._actions, self._pages = window, actions, pages
        self._started = False
        self.settings = settings
        self.library = Library()
        state = _first_state(kept_preferences(settings.values()), self.library)
        self.controller = Controller(state, self)
        self.controller.stopwatch.remember_in(settings)
        self.files = Files(self.controller, window)
        self.draw = DrawColumn(self.controller, read_gallery(), actions.edits, actions.views)
        self.network = NetworkColumn(self.controller)
        self._thinning = RunThinning(self.controller, self)
        self.network.set_entries(self.library.entries)
        self.sessions = Sessions(window, self.controller, self.library, pages, self.files)
        self.recent = RecentMenu(recent_of(actions), self.files, settings)
        self.export_menu = ExportMenu(
            export_of(actions), self.files, self.controller, self.library.file_of
        )
        self._keys = AttackKeys(window, actions, self.controller.choose_goal)
        self._connect()
        self._connect_actions()
        actions.apply(None, state)
        self._offer_stop()
        pages.fill(self)

    def _connect(self) -> None:
        self.controller.watch(self._actions.apply)
        self.controller.changed.connect(self._offer_stop)  # before a run's start is shown
        self.draw.dropped.connect(self.files.take)
        self.draw.mnist_wanted.connect(self._ask_mnist)
        self.network.network_chosen.connect(self._choose_network)
        self.network.file_wanted.connect(self.files.ask_network)
        self.files.network_opened.connect(lambda found, file: self.add_network(found, file=file))
        self.files.network_saved.connect(self._network_saved)
        self.sessions.opened.connect(lambda: self.network.set_entries(self.library.entries))
        self.files.opener.changed.connect(self._offer_stop)
        self._pages.shown.connect(self.look_again)

    def _connect_actions(self) -> None:
        actions, controller, files = self._actions, self.controller, self.files
        shown = (actions.attack, actions.every, actions.away, actions.earlier, actions.later)
        for action in shown:
            action.triggered.connect(self._show_attack)
        for action, act in {
            actions.new: controller.clear,
            actions.open: files.ask_drawing,
            actions.photo: files.ask_photo,
            actions.save_session: lambda: self.sessions.save(),
            actions.save_session_as: lambda: self.sessions.save_as(),
            actions.save_drawing: files.ask_drawing_file,
            actions.save: files.ask_folder,
            actions.save_network: lambda: files.ask_network_file(controller.state.network),
            actions.undo: controller.undo,
            actions.redo: controller.redo,
            actions.clear: controller.clear,
            actions.copy: files.copy_shown,
            actions.paste: files.paste,
            actions.attack: controller.attack_offered,
            actions.every: lambda: controller.attack("every"),
            actions.away: lambda: controller.attack("away"),
            actions.stop: self._stop,
            actions.runs: lambda: self._pages.choose("attack", "runs"),
            actions.earlier: lambda: controller.go_by(-1),
            actions.later: lambda: controller.go_by(1),
            actions.about: self._tell_about,
        }.items():
            action.triggered.connect(act)

    def start(self) -> None:
        """Once all is painted: what is not needed before."""
        if not self._started:
            self._started = True
            self.controller.runner.start()
            Thread(target=remove_leftovers, name="leftovers", daemon=True).start()

    def close(self) -> None:
        """End what runs."""
        self.files.opener.cancel()
        self.draw.close_work()
        self._thinning.close_work()
        self.files.saver.close()
        self._pages.close_all()
        self.controller.close()

    # What the pages can use

    def add_network(
        self, network: Network, *, trained: bool = False, file: Path | None = None
    ) -> None:
        """Offer one more network, that was opened from a ``file`` or trained, and choose it."""
        added = self.library.add(network, trained=trained, file=file)
        self.controller.choose_network(added)
        self.network.set_entries(self.library.entries)
        self.sessions.changed.emit()

    def _network_saved(self, network: Network, file: Path) -> None:
        self.library.saved(network, file)
        self.sessions.changed.emit()

    def save_network(self, network: Network) -> None:
        """Ask where to save one that was trained, by the name under which it is on offer."""
        self.files.ask_network_file(self.library.add(network, trained=True))

    def copy(self, image: Bytes) -> None:
        """Put an image on the clipboard."""
        self.files.copy(image)

    def export(self, exported: object) -> None:
        """Put a picture of a plot on the clipboard, or ask where a file of it shall be saved."""
        self.files.export(exported)

    def open_artefact(self, then: "Callable[[Artefact], None]") -> None:
        """Ask for a file of what was learned once, and ``then`` use what it holds."""
        self.files.ask_artefact(then)

    def save_artefact(self, artefact: "Artefact", then: Callable[[], None]) -> None:
        """Ask for a file, save what was learned once in it, and ``then`` go on."""
        self.files.ask_artefact_file(artefact, then)

    def show_page(self, name: str, at: str = "") -> None:
        """Show another page, ``at`` something of it that it can ``open_at``."""
        self._pages.choose(name, at)

    def made(self) -> None:
        """Something that the session holds was made on a page, or changed."""
        self.sessions.changed.emit()

    def look_again(self) -> None:
        """The keys attack where an attack is seen."""
        self._keys.set_on(self._pages.shows_attack)

    # What the actions do

    def _show_attack(self) -> None:
        """Go where an attack that is chosen in a menu can be seen."""
        if not self._pages.shows_attack:
            self._pages.choose("attack")

    def _offer_stop(self) -> None:
        """What is being opened can be stopped as an attack can."""
        opening = bool(self.files.opener.words)
        self._actions.stop.setEnabled(opening or self.controller.state.running)

    def _stop(self) -> None:
        if self.files.opener.words:
            self.files.stop_opening()
        else:
            self.controller.stop()

    def _choose_network(self, name: str) -> None:
        try:
            network = self.library.load(name)
        except BadInput as error:
            self.files.tell(error)
            return
        self.controller.choose_network(network)

    def _ask_mnist(self, then: Callable[[], None]) -> None:
        """Offer to download MNIST, and ``then`` use it."""
        from advgui.core.datasets.catalogue import MNIST
        from advgui.ui.training.data_dialog import ask_data

        ask_data(self._window, MNIST, lambda _: then())

    def _tell_about(self) -> None:
        network = in_use_words(self.controller.state.network)
        dialogs.show_about(self._window, version=__version__, network=network)


def _first_state(chosen: Preferences, library: Library) -> LabState:
    name = chosen.network if chosen.network in library.names else default_network()
    return opened(library.load(name), chosen, History(present=Drawing(pen=chosen.pen)))
