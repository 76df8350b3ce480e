"""The pages at the right of the window: each is a module here, of which nothing else is told.

What the tabs show of a page is imported before the window is painted, so a module imports what
takes its time in ``make``, which is called when its page is first shown.
"""

import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from advgui.core.attacks.fitted import Artefact
    from advgui.core.images import Bytes
    from advgui.core.nn.network import Network
    from advgui.lab.networks.library import Library
    from advgui.lab.sessions.session import Made
    from advgui.ui.session.controller import Controller
    from advgui.ui.session.settings import Settings


class Host(Protocol):
    """What a page can use of the window that it is in."""

    @property
    def controller(self) -> "Controller":
        """The drawing, the network that reads, the attack."""

    @property
    def library(self) -> "Library":
        """The networks on offer."""

    @property
    def settings(self) -> "Settings":
        """What of a page survives a restart is kept there, under the page's name."""

    def add_network(self, network: "Network", *, trained: bool = False) -> None:
        """Offer one more, and choose it; one that was ``trained`` here is in no file yet."""

    def save_network(self, network: "Network") -> None:
        """Ask for a file, and save one that is on offer in it."""

    def copy(self, image: "Bytes") -> None:
        """Put an image on the clipboard."""

    def export(self, exported: object) -> None:
        """Put a picture of a plot on the clipboard, or ask where a file of it shall be saved."""

    def open_artefact(self, then: "Callable[[Artefact], None]") -> None:
        """Ask for a file of what was learned once, and ``then`` use what it holds."""

    def save_artefact(self, artefact: "Artefact", then: Callable[[], None]) -> None:
        """Ask for a file, save what was learned once in it, and ``then`` go on."""

    def show_page(self, name: str, at: str = "") -> None:
        """Show another page, ``at`` something of it that it can ``open_at``."""

    def made(self) -> None:
        """Something that the session holds was made on the page, or changed."""

    def look_again(self) -> None:
        """The page shows something else now: whether an attack, for one."""


class Work(NamedTuple):
    """What a page is busy with, and whether it has come to something that is worth keeping.

    ``kept`` says that enough of it is written down to go on the next time, ``fitted`` that it is
    no training.
    """

    title: str
    worth_keeping: bool
    kept: bool = False
    fitted: bool = False


class KeptWork(Protocol):
    """Work that an earlier window has begun and written down."""

    @property
    def title(self) -> str:
        """What it is called, to be named in a sentence."""
        ...


class Worker(Protocol):
    """Who has the work of a page done, and written down at a ``place`` meanwhile."""

    place: "Callable[[], Path | None]"

    @property
    def busy(self) -> bool:
        """Whether something is under way, or waits to be gone on with."""
        ...

    def take_up(self, kept: Any, path: "Path") -> None:  # noqa: ANN401 - each knows its own
        """Show what an earlier window has begun and kept there. Raises BadInput."""
        ...


Folding = Literal["never", "where there is little room", "always"]


class Page(ABC):
    """One page of one window. Pages stand in the order of their ``order``, with room between.

    ``folds`` says when drawing and network are folded beside it, as long as its user has not
    said so: a page on which they are watched keeps them.
    """

    name: str
    title: str
    order: int
    folds: Folding = "where there is little room"
    #: Under which name it writes down what it is busy with; empty where it does not.
    keeps: str = ""

    @abstractmethod
    def make(self, host: Host) -> QWidget:
        """Build it; called once, when it is first shown."""

    @property
    def foot(self) -> QWidget | None:
        """What of it stays in sight below the rest, which is scrolled in a low window."""
        return None

    def seen_at_once(self, height: int) -> None:  # noqa: B027 - most need not know
        """So many pixels of it are seen without scrolling: what matters most should be there."""

    @property
    def shows_attack(self) -> bool:
        """Whether one sees on it now what an attack does: only then do the keys attack."""
        return False

    @property
    def work(self) -> Work | None:
        """What it is busy with, if that should not be lost unasked."""
        return None

    def keep_work(self, then: Callable[[], None]) -> None:
        """End the work, keep what it has come to, and ``then`` go on."""
        then()

    def drop_work(self) -> None:  # noqa: B027 - few pages have something that is kept meanwhile
        """Keep nothing of it: its user says so."""

    @property
    def goes_on(self) -> bool:
        """Whether it has begun something that is written down beside the session, to go on."""
        return False

    def keep_at(self, place: "Callable[[], Path | None]") -> None:  # noqa: B027 - as above
        """Write down there what it is busy with, so that it can go on after an abrupt end."""

    def read_kept(self, path: "Path") -> KeptWork:
        """What was written down there; only of a page that ``keeps``. Raises BadInput."""
        raise NotImplementedError

    def take_up(self, kept: KeptWork, path: "Path") -> None:  # noqa: B027 - as above
        """Have that wait, which an earlier window has begun and kept there. Raises BadInput."""

    @property
    def made(self) -> "Sequence[Made]":
        """What was made on it that a session holds."""
        return ()

    def take_made(self, made: "Sequence[Made]") -> None:  # noqa: B027 - as above
        """That of a session comes beside what is there; called once it is built."""

    def made_saved(self, made: "Sequence[Made]") -> None:  # noqa: B027 - as above
        """That is in a session's file now."""

    @property
    def unsaved(self) -> Sequence[str]:
        """What was made on it and is in no file yet, by title."""
        return ()

    def save_unsaved(self, then: Callable[[], None]) -> None:
        """Ask where to save the first of these, and ``then`` go on."""
        then()

    @property
    def place(self) -> str:
        """What of it is shown, so that ``open_at`` shows it again; empty where it has one place."""
        return ""

    def open_at(self, what: str) -> None:  # noqa: B027 - few pages have more than one place
        """Show something of it that was asked for elsewhere; called once it is built."""

    def close(self) -> None:  # noqa: B027 - few pages have something that runs
        """End what runs; nothing of it is kept."""


class WorkingPage(Page):
    """A page whose work is written down while it goes on, and can go on in the next window."""

    def __init__(self) -> None:
        self._place: Callable[[], Path | None] = lambda: None
        self._left: tuple[KeptWork, Path] | None = None

    @property
    @abstractmethod
    def worker(self) -> Worker | None:
        """Who has the work done, once it is built."""

    def begin(self, worker: Worker) -> None:
        """There is somebody who has the work done, and goes on with what was left."""
        worker.place = lambda: self._place()
        if self._left is not None:
            worker.take_up(*self._left)

    @property
    def goes_on(self) -> bool:
        """Whether work is under way, or waits to be gone on with."""
        return self._left is not None if self.worker is None else self.worker.busy

    def keep_at(self, place: "Callable[[], Path | None]") -> None:
        """Where it is written down meanwhile."""
        self._place = place

    def take_up(self, kept: KeptWork, path: "Path") -> None:
        """Show it, once the page is made."""
        self._left = kept, path
        if self.worker is not None:
            self.worker.take_up(kept, path)


def all_pages() -> list[Page]:
    """One of each page, in the order of their tabs: the ``PAGE`` of every module here."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    pages: list[Page] = [import_module(f"{__name__}.{name}").PAGE() for name in names]
    return sorted(pages, key=lambda page: page.order)
