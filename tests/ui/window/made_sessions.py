"""The session of a window that has one page."""

from PySide6.QtWidgets import QLabel, QWidget

from advgui.lab.networks.library import Library
from advgui.ui.pages import Host, Page
from advgui.ui.session.controller import Controller
from advgui.ui.window.file_actions import Files
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.sessions import Sessions


class Only(Page):
    """A page of which nothing is asked, but where one looks."""

    name, title, order = "only", "Only", 1

    def __init__(self) -> None:
        self.shown = "steps"

    def make(self, host: Host) -> QWidget:
        return QLabel()

    @property
    def place(self) -> str:
        return self.shown

    def open_at(self, what: str) -> None:
        self.shown = what


def made_sessions(
    window: QWidget,
    controller: Controller,
    library: Library | None = None,
    page: Page | None = None,
) -> tuple[Sessions, Files]:
    """Those of a window, and its files."""
    pages = Pages([page or Only()], QLabel(), window)
    pages.tabs.setParent(window)
    files = Files(controller, window)
    sessions = Sessions(window, controller, library or Library(), pages, files)
    return sessions, files
