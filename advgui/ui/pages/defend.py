"""The page on which a network is put behind defences, and what they are worth is seen."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page

if TYPE_CHECKING:
    from advgui.ui.defence.page import DefendPage


class Defend(Page):
    """Before and after, an attacker who knows or does not, and what is proven."""

    name, title, order = "defend", tr("Defend", "page"), 15

    def __init__(self) -> None:
        self._page: DefendPage | None = None

    def make(self, host: Host) -> QWidget:
        """Build it."""
        from advgui.ui.defence.page import DefendPage

        self._page = page = DefendPage(host.controller)
        page.stages.copy_requested.connect(host.copy)
        page.curves.plot.exported.connect(host.export)
        page.training_wanted.connect(lambda way: host.show_page("train", way))
        return page

    @property
    def shows_attack(self) -> bool:
        """Always: it tells what an attack comes to."""
        return True

    def close(self) -> None:
        """End what runs."""
        if self._page is not None:
            self._page.close_work()


PAGE: Final = Defend
