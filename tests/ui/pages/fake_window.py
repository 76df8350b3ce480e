"""Stands for the window that a page is in."""

from collections.abc import Callable

from advgui.core.attacks.fitted import Artefact
from advgui.core.nn.network import Network
from advgui.lab.networks.library import Library
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import NoSettings


class FakeWindow:
    """What a page can use, and what it has used."""

    def __init__(self, controller: Controller) -> None:
        self.controller, self.library = controller, Library()
        self.settings = NoSettings()
        self.used: list[tuple[str, object]] = []

    def add_network(self, network: Network, *, trained: bool = False) -> None:
        self.used.append(("trained" if trained else "opened", network))

    def save_network(self, network: Network) -> None:
        self.used.append(("save", network))

    def open_artefact(self, then: Callable[[Artefact], None]) -> None:
        self.used.append(("open artefact", then))

    def save_artefact(self, artefact: Artefact, then: Callable[[], None]) -> None:
        self.used.append(("save artefact", artefact))
        then()

    def copy(self, image: object) -> None:
        self.used.append(("copy", image))

    def show_page(self, name: str, at: str = "") -> None:
        self.used.append(("show", f"{name} at {at}" if at else name))

    def made(self) -> None:
        self.used.append(("made", None))

    def look_again(self) -> None:
        self.used.append(("look", None))

    def export(self, exported: object) -> None:
        self.used.append(("export", exported))
