"""The page on which a drawing is attacked, and every step looked at again."""

from typing import Final

from PySide6.QtWidgets import QWidget

from advgui.ui.pages import Host, Page


class Attack(Page):
    """The first page, on which the window opens."""

    name, title, order = "attack", "Attack", 10

    def make(self, host: Host) -> QWidget:
        """Build it."""
        from advgui.ui.attack.page import AttackPage

        page = AttackPage(host.controller)
        page.tiles.copy_requested.connect(host.copy)
        return page

    @property
    def shows_attack(self) -> bool:
        """Always."""
        return True


PAGE: Final = Attack
