"""The menu of the files that were opened or saved last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from advgui.core.disk.reading import is_there
from advgui.core.errors import BadInput
from advgui.core.printable import printable
from advgui.lab.recent_files import gone_words, remembered, stored, with_file, without_file
from advgui.ui.session.settings import Settings
from advgui.ui.window.actions import Actions
from advgui.ui.window.file_actions import Files

_NAME = "recent"
_LONGEST = 80


class RecentMenu(QObject):
    """Remembers each file that is used, and opens it again; one that is gone is told."""

    def __init__(self, menu: QMenu, files: Files, settings: Settings) -> None:
        super().__init__(files)
        self.setObjectName("recent-menu")
        self._menu, self._files, self._settings = menu, files, settings
        self._recent = remembered(settings.kept(_NAME))
        files.used.connect(self._note)
        self._fill()

    def _note(self, path: Path) -> None:
        self._go(with_file(self._recent, path))

    def _open(self, path: Path) -> None:
        if is_there(path):
            self._files.open_file(path)
            return
        self._go(without_file(self._recent, path))
        self._files.tell(BadInput(gone_words(path)))

    def _go(self, recent: tuple[Path, ...]) -> None:
        self._recent = recent
        self._settings.keep(_NAME, stored(recent))
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for number, path in enumerate(self._recent):
            name = printable(path.name, _LONGEST).replace("&", "&&")
            action = self._menu.addAction(f"&{(number + 1) % 10}  {name}")
            action.setObjectName(f"recent-{number}")
            action.setStatusTip(printable(str(path)))
            action.triggered.connect(partial(self._open, path))
        self._menu.menuAction().setEnabled(bool(self._recent))


def recent_of(actions: Actions) -> QMenu:
    """The menu among the actions of a window."""
    menu = actions.recent.menu()
    if not isinstance(menu, QMenu):
        raise TypeError("the action of the recent files has lost its menu")
    return menu
