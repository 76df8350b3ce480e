"""The session of a window: saved, opened in the place of the present one, named in the title."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advgui.core.disk.reading import file_stamp
from advgui.core.errors import BadInput
from advgui.core.language import tr
from advgui.core.printable import printable
from advgui.core.zoo import SHIPPED
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.model import History
from advgui.lab.networks.library import Library
from advgui.lab.sessions.kept_folder import Snapshot
from advgui.lab.sessions.saved_outcome import SavedOutcome, unknown_network
from advgui.lab.sessions.session import Made, Session, house_in, restored, with_outcome
from advgui.lab.sessions.stored_artefacts import StoredArtefact
from advgui.lab.sessions.stored_networks import StoredNetwork
from advgui.lab.sessions.words import replaced_words
from advgui.ui.pages import Page
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.question import Answer, ask
from advgui.ui.window.file_actions import Files
from advgui.ui.window.page_stack import Pages

_TITLE = "advgui"
_PAGE = "page"
#: Under which name it is kept, while the window is open, which file the session is from.
_FILE = "file"


class _Mark(NamedTuple):
    """What of a session its file holds."""

    history: History
    runs: tuple[int, ...]
    networks: tuple[str, ...]
    made: tuple[object, ...] = ()


class Sessions(QObject):
    """Knows which file the session is from, and what of it is in none.

    ``changed`` says that a network came, or that one looks elsewhere; ``opened`` that there may be
    other networks on offer.
    """

    changed = Signal()
    opened = Signal()

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        library: Library,
        pages: Pages,
        files: Files,
    ) -> None:
        super().__init__(window)
        self.setObjectName("sessions")
        self.window, self._controller, self._library = window, controller, library
        self._pages, self._files = pages, files
        self._path: Path | None = None
        self._stamp: object = None
        self._mark = self._marked(controller.state)
        controller.watch(self._apply)
        self.changed.connect(self._retitle)
        pages.shown.connect(lambda: self.changed.emit())
        files.session_opened.connect(self.take)
        files.outcome_opened.connect(self.take_outcome)

    # What there is

    def snapshot(self) -> Snapshot:
        """All of it, as it is kept while the window is open."""
        places = self._places()
        if self._path is not None:
            places[_FILE] = str(self._path)
        under_way = frozenset(page.keeps for page in self.pages if page.goes_on)
        state = self._controller.state
        in_file = self._path is not None and state.history is self._mark.history
        return Snapshot(state, self._added(), places, under_way, in_file, self._made())

    @property
    def pages(self) -> Sequence[Page]:
        """Those of the window."""
        return self._pages.pages

    @property
    def unsaved_runs(self) -> int:
        """How many runs are in no session's file."""
        runs = self._controller.state.runs
        return sum(kept.number not in self._mark.runs for kept in runs)

    @property
    def modified(self) -> bool:
        """Whether something was made since the session was saved."""
        return self._marked(self._controller.state) != self._mark

    @property
    def asks(self) -> bool:
        """Whether saving it asks where to: it is from no file, or somebody else wrote there."""
        return self._path is None or file_stamp(self._path) not in (None, self._stamp)

    def _added(self) -> tuple[StoredNetwork, ...]:
        """The networks that do not ship."""
        library, unsaved = self._library, {network.name for network in self._library.unsaved}
        names = [name for name in library.names if name not in SHIPPED]
        return tuple(StoredNetwork(library.bare(name), name in unsaved) for name in names)

    def _made(self) -> tuple[Made, ...]:
        """What was made on the pages, beside runs and networks."""
        return tuple(one for page in self.pages for one in page.made)

    def _places(self) -> dict[str, str]:
        """Where one looks."""
        places = {page.name: page.place for page in self._pages.pages if page.place}
        return {**places, _PAGE: self._pages.current}

    def _marked(self, state: LabState) -> _Mark:
        runs = tuple(kept.number for kept in state.runs)
        unsaved = tuple(network.name for network in self._library.unsaved)
        return _Mark(state.history, runs, unsaved, tuple(map(_known_by, self._made())))

    # Saving

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save it where it is from, or ask where, and ``then`` go on."""
        if self._path is None or self.asks:
            self.save_as(then)
        else:
            self._save(self._path, then)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Ask for a name, save it, and ``then`` go on."""
        self._files.ask_session_file(lambda path: self._save(path, then))

    def _save(self, path: Path, then: Callable[[], None]) -> None:
        state = self._controller.state
        made = self._made()
        session = Snapshot(state, self._added(), self._places(), made=made).session()
        mark = self._marked(state)

        def saved() -> None:
            for network in self._library.unsaved:
                if network.name in mark.networks:
                    self._library.saved(network)
            for page in self._pages.pages:
                page.made_saved(made)
            self._belongs_to(path, mark._replace(networks=()))
            then()

        self._files.save_session(session, path, saved)

    # Opening

    def take(self, session: Session, path: Path) -> None:
        """A session was opened: it takes the place of the present one, if its user agrees."""
        words = replaced_words(self._controller.state, self._mark.history, self.unsaved_runs)
        if not words:
            self.show(session, path)
            return
        save = tr("Save first…") if self.asks else tr("Save first")
        ask(
            self.window,
            "replacing-session",
            words,
            Answer("save", save, lambda: self.save(lambda: self.show(session, path))),
            Answer("open", tr("Open without saving"), lambda: self.show(session, path)),
            Answer("stay", tr("Cancel"), usual=True),
        )

    def take_outcome(self, saved: SavedOutcome) -> None:
        """A saved outcome was opened: it is one more run."""
        if saved.network not in self._library.names:
            self._files.tell(unknown_network(saved))
            return
        try:
            network = self._library.load(saved.network)
        except BadInput as error:
            self._files.tell(error)
            return
        self._controller.go(with_outcome(self._controller.state, saved, network))

    def show(self, session: Session, path: Path | None) -> None:
        """All stands as it stood in a session."""
        controller = self._controller
        if controller.state.running:
            controller.runner.cancel()
        controller.go(restored(session, controller.state, house_in(self._library)))
        self._give_back(session.made, saved=path is not None)
        self.opened.emit()
        self._look_at(session)
        if path is None:
            self._found_again(session)
        else:
            self._belongs_to(path, self._marked(controller.state))

    def _give_back(self, made: Sequence[Made], *, saved: bool) -> None:
        """What was made, on the page that makes such; ``saved`` says that it is in a file."""
        known = [replace(one, unsaved=one.unsaved and not saved) for one in made]
        for page in self.pages:
            mine = [one for one in known if one.made_on == page.name]
            if mine:
                self._pages.build(page)
                page.take_made(mine)

    def _look_at(self, session: Session) -> None:
        places = dict(session.places)
        for page in self._pages.pages:
            if page.name in places and self._pages.page(page.name) is not None:
                page.open_at(places[page.name])
        name = places.get(_PAGE)
        if name in {page.name for page in self._pages.pages}:
            self._pages.choose(str(name), places.get(str(name), ""))

    def _found_again(self, session: Session) -> None:
        """It was kept by itself: it is from the file that it was from, and not saved since."""
        file = session.places.get(_FILE)
        self._path = None if file is None else Path(file)
        self._stamp, self._mark = None, _Mark(History(), (), ())
        self._retitle()

    def _belongs_to(self, path: Path, mark: _Mark) -> None:
        self._path, self._mark, self._stamp = path, mark, file_stamp(path)
        self._retitle()

    # The title

    def _apply(self, old: LabState | None, new: LabState) -> None:
        if old is None or new.history is not old.history or new.runs is not old.runs:
            self._retitle()

    def _retitle(self) -> None:
        title = f"{_TITLE}[*]"
        if self._path is not None:
            name = printable(self._path.name).replace("[*]", "[*][*]")
            title = f"{name}[*] - {_TITLE}"
        self.window.setWindowTitle(title)
        self.window.setWindowModified(self.modified)


def _known_by(made: Made) -> object:
    """What something that was made is known by: a patch also by where it was put."""
    if isinstance(made, StoredArtefact):
        return made.artefact, made.place
    return made.outcome
