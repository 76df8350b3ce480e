"""What the window is filled with: columns around one controller, and what its actions do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from advgui import __version__
from advgui.core.disk.leftovers import remove_leftovers
from advgui.core.errors import BadInput
from advgui.core.nn.network import Network
from advgui.core.parameters import Value
from advgui.core.zoo import default_network
from advgui.lab.attack.phrases import RECOVERED, damaged_words
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import opened, remembered
from advgui.lab.drawing.gallery import read_gallery
from advgui.lab.drawing.model import Drawing, History
from advgui.lab.networks.card_text import in_use_words
from advgui.lab.networks.library import Library
from advgui.lab.preferences import Preferences, preferences, stored
from advgui.ui.attack.page import AttackPage
from advgui.ui.drawing.column import DrawColumn
from advgui.ui.network.column import NetworkColumn
from advgui.ui.session.autosave import Autosave
from advgui.ui.session.controller import Controller
from advgui.ui.training.feature import School
from advgui.ui.widgets import dialogs
from advgui.ui.window.attack_keys import AttackKeys
from advgui.ui.window.closing import Closing
from advgui.ui.window.file_actions import Files
from advgui.ui.window.opening_note import OpeningNote
from advgui.ui.window.window import MainWindow

if TYPE_CHECKING:
    from advgui.ui.comparison.page import ComparePage


class Workbench(QObject):
    """Draw, read, attack and look at every step: it fills a window, and does what it is told.

    Of the shipped networks it loads only the one that was chosen last. Raises BadInput where
    that one, or another file that ships with advgui, is missing or damaged.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("workbench")
        self._window, self._started = window, False
        self.library = Library()
        self.controller = Controller(_first_state(self._stored(), self.library), self)
        self.files = Files(self.controller, window)
        self.draw = DrawColumn(self.controller, read_gallery(), window.actions_.edits)
        self.network = NetworkColumn(self.controller)
        self.network.set_entries(self.library.entries)
        self.page = AttackPage(self.controller)
        self.school = School(self)
        self._comparison: ComparePage | None = None
        self._autosave: Autosave | None = None
        self._keys = AttackKeys(window, window.actions_, self.controller.choose_goal)
        self._connect()
        self.closing = Closing(window, self.library, self.school, self.files)
        self._connect_actions()
        window.actions_.dress()
        window.actions_.apply(None, self.controller.state)
        window.status.follow(self.controller)
        opener = self.files.opener
        window.status.addPermanentWidget(OpeningNote(opener, self.files.stop_opening))
        opener.changed.connect(self._offer_stop)
        window.pages.fill(
            {
                "attack": lambda: self.page,
                "train": self.school.page,
                "compare": self._make_comparison,
            }
        )
        window.take(self)

    def _connect(self) -> None:
        self.controller.watch(self._offer)
        self.draw.dropped.connect(self.files.take)
        self.network.network_chosen.connect(self._choose_network)
        self.network.file_wanted.connect(self.files.ask_network)
        self.files.network_opened.connect(self.add_network)
        self.files.network_saved.connect(self.library.saved)
        self.page.tiles.copy_requested.connect(self.files.copy)
        self.school.trained.connect(self._add_trained)
        self.school.attack_wanted.connect(self._attack_on)
        self.school.save_wanted.connect(self._save_trained)
        self._window.pages.shown.connect(self._offer_keys)
        self._window.painted.connect(self._start, Qt.ConnectionType.QueuedConnection)

    def _connect_actions(self) -> None:
        actions, controller, files = self._window.actions_, self.controller, self.files
        actions.new.triggered.connect(controller.clear)
        actions.open.triggered.connect(files.ask_drawing)
        actions.save_drawing.triggered.connect(files.ask_drawing_file)
        actions.save.triggered.connect(files.ask_folder)
        actions.save_network.triggered.connect(
            lambda: files.ask_network_file(controller.state.network)
        )
        actions.undo.triggered.connect(controller.undo)
        actions.redo.triggered.connect(controller.redo)
        actions.clear.triggered.connect(controller.clear)
        actions.copy.triggered.connect(files.copy_shown)
        actions.paste.triggered.connect(files.paste)
        for action in (actions.attack, actions.every, actions.away):
            action.triggered.connect(self._show_attack)
        actions.attack.triggered.connect(self.page.bar.attack)
        actions.every.triggered.connect(lambda: controller.attack("every"))
        actions.away.triggered.connect(lambda: controller.attack("away"))
        actions.stop.triggered.connect(self._stop)
        actions.about.triggered.connect(self._tell_about)

    def _make_comparison(self) -> QWidget:
        # Only here: few sessions compare, and all that does takes its time to import.
        from advgui.ui.comparison.page import ComparePage

        self._comparison = ComparePage(self.controller, self.library)
        self._comparison.turned.connect(self._offer_keys)
        return self._comparison

    def _attack_is_seen(self) -> bool:
        """Whether the page that is shown shows what an attack does."""
        comparison, shown = self._comparison, self._window.pages.current
        if shown == "compare":
            return comparison is not None and comparison.shows_attack
        return shown == "attack"

    def _offer_keys(self) -> None:
        self._keys.set_on(self._attack_is_seen())

    def _show_attack(self) -> None:
        """Go where an attack that is chosen in a menu can be seen."""
        if not self._attack_is_seen():
            self._window.pages.choose("attack")

    def _offer(self, old: LabState | None, new: LabState) -> None:
        self._window.actions_.apply(old, new)
        self._offer_stop()

    def _offer_stop(self) -> None:
        """What is being opened can be stopped as an attack can."""
        opening = bool(self.files.opener.words)
        self._window.actions_.stop.setEnabled(opening or self.controller.state.running)

    def _stop(self) -> None:
        if self.files.opener.words:
            self.files.stop_opening()
        else:
            self.controller.stop()

    def _start(self) -> None:
        """Once all is painted: what is not needed before."""
        if not self._started:
            self._started = True
            self.controller.runner.start()
            Thread(target=remove_leftovers, name="leftovers", daemon=True).start()

    def add_network(self, network: Network, *, trained: bool = False) -> None:
        """Offer one more network, that was opened or trained, and choose it."""
        added = self.library.add(network, trained=trained)
        self.controller.choose_network(added)
        self.network.set_entries(self.library.entries)

    def _add_trained(self, network: Network) -> None:
        self.add_network(network, trained=True)

    def _attack_on(self, network: Network) -> None:
        """Take this network, and show where the drawing can be attacked on it."""
        self._add_trained(network)
        self._window.pages.choose("attack")

    def _save_trained(self, network: Network) -> None:
        """Ask where to save it, by the name under which it is on offer."""
        self.files.ask_network_file(self.library.add(network, trained=True))

    def chosen(self) -> Mapping[str, Value]:
        """What is chosen now, as it is stored."""
        state = self.controller.state
        chosen = remembered(state, self._stored())
        return stored(replace(chosen, theme=self._window.theme.mode, pen=state.drawing.pen))

    def keep(self) -> None:
        """Give back the drawing that an abrupt end has left, and lose none from now on."""
        if not self._window.settings.lasting:
            return
        self._autosave = Autosave(lambda: self.controller.state, self._saving, self)
        self.controller.changed.connect(self._autosave.note)
        self._window.theme.changed.connect(self._autosave.note_choices)
        if isinstance(application := QApplication.instance(), QApplication):
            application.commitDataRequest.connect(self._autosave.session_ends)
        try:
            drawing = self._autosave.recovered()
        except BadInput as error:
            self.controller.tell(damaged_words(str(error)))
            return
        if drawing is not None:
            self.controller.draw(drawing)
            self.controller.tell(RECOVERED)

    def _saving(self) -> Callable[[], None]:
        """Writes the settings as they are now, later."""
        geometry, chosen = self._window.saveGeometry(), self.chosen()
        return lambda: self._window.settings.save(geometry, chosen)

    def close(self, *, keep: bool = False) -> None:
        """End what runs; ``keep`` the drawing for the next start, or let it go."""
        if self._autosave is not None:
            self._autosave.end(keep=keep)
        self.files.opener.cancel()
        self.files.saver.close()
        self.school.close()
        if self._comparison is not None:
            self._comparison.close_work()
        self.controller.close()

    def _stored(self) -> Preferences:
        return preferences(self._window.settings.values())

    def _choose_network(self, name: str) -> None:
        try:
            network = self.library.load(name)
        except BadInput as error:
            self.files.tell(error)
            return
        self.controller.choose_network(network)

    def _tell_about(self) -> None:
        network = in_use_words(self.controller.state.network)
        dialogs.show_about(self._window, version=__version__, network=network)


def _first_state(chosen: Preferences, library: Library) -> LabState:
    name = chosen.network if chosen.network in library.names else default_network()
    return opened(library.load(name), chosen, History(present=Drawing(pen=chosen.pen)))
