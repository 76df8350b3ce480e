"""The page on which all networks read one image; few sessions compare."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page

if TYPE_CHECKING:
    from advgui.ui.comparison.page import ComparePage


class Compare(Page):
    """Shows one attack to every network, or every network's attack to all."""

    name, title, order = "compare", tr("Compare", "page"), 30
    folds = "always"

    def __init__(self) -> None:
        self._page: ComparePage | None = None

    def make(self, host: Host) -> QWidget:
        """Build it."""
        from advgui.ui.comparison.page import ComparePage

        self._page = ComparePage(host.controller, host.library)
        self._page.turned.connect(host.look_again)
        return self._page

    @property
    def shows_attack(self) -> bool:
        """Whether the view is shown that follows the attack."""
        return self._page is not None and self._page.shows_attack

    def close(self) -> None:
        """End what runs."""
        if self._page is not None:
            self._page.close_work()


PAGE: Final = Compare
