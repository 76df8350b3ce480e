"""The page on which a drawing is attacked, and every step looked at again."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page

if TYPE_CHECKING:
    from advgui.ui.attack.page import AttackPage


class Attack(Page):
    """The first page, on which the window opens."""

    name, title, order = "attack", tr("Attack", "page"), 10
    folds = "never"

    def __init__(self) -> None:
        self._page: AttackPage | None = None

    def make(self, host: Host) -> QWidget:
        """Build it."""
        from advgui.ui.attack.page import AttackPage

        self._page = page = AttackPage(host.controller, host.settings.kept(self.name))
        page.tiles.copy_requested.connect(host.copy)
        page.exported.connect(host.export)
        page.rechosen.connect(lambda: host.settings.keep(self.name, page.chosen))
        return page

    @property
    def foot(self) -> QWidget | None:
        """The walk through the steps."""
        return None if self._page is None else self._page.history.timeline

    def seen_at_once(self, height: int) -> None:
        """The images and the ten goals should be."""
        if self._page is not None:
            self._page.set_seen(height)

    @property
    def shows_attack(self) -> bool:
        """Always."""
        return True

    @property
    def place(self) -> str:
        """What stands below the images."""
        return "" if self._page is None else self._page.pane.current

    def open_at(self, what: str) -> None:
        """Show that below the images."""
        if self._page is not None and what in self._page.pane.names:
            self._page.pane.choose(what)

    def close(self) -> None:
        """End what runs on it, and take its charts apart."""
        if self._page is not None:
            self._page.shut()


PAGE: Final = Attack
