"""The page on which an adversarial image goes out into the world, and comes back as a photo."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page

if TYPE_CHECKING:
    from advgui.ui.world.page import WorldPage


class World(Page):
    """Random views, a sheet to print, a photo of it."""

    name, title, order = "in_the_world", tr("In the world", "page"), 50

    def __init__(self) -> None:
        self._page: WorldPage | None = None

    def make(self, host: Host) -> QWidget:
        """Build it."""
        from advgui.ui.world.page import WorldPage

        self._page = page = WorldPage(host.controller)
        page.sheet_made.connect(host.export)
        return page

    @property
    def shows_attack(self) -> bool:
        """Always: it is about what an attack has made."""
        return True

    def close(self) -> None:
        """End what runs."""
        if self._page is not None:
            self._page.close_work()


PAGE: Final = World
