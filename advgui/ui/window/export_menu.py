"""The menu of what leaves the window: a figure, an animation, a page, a command, Python."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from advgui.core.defences.defended import bare_of
from advgui.core.language import tr
from advgui.lab.attack.save_destination import run_name
from advgui.lab.attack.state import LabState
from advgui.lab.networks.library import NetworkFile
from advgui.lab.runs.shown_run import ShownRun
from advgui.ui.session.controller import Controller
from advgui.ui.window.actions import Actions
from advgui.ui.window.file_actions import Export, Files


class _Offer(NamedTuple):
    words: str
    tip: str


_OFFERS: Final[dict[str, _Offer]] = {
    "figure": _Offer(
        tr("&Figure…"),
        tr("Save the four images, what is read of each, and the sentence as one picture"),
    ),
    "animation": _Offer(
        tr("&Animation…"), tr("Save the steps up to the best one as a moving picture")
    ),
    "page": _Offer(tr("&Page of all runs…"), tr("Save all kept runs as one page for a browser")),
    "command": _Offer(
        tr("Copy as &command"), tr("Copy a line for a shell that makes this run again")
    ),
    "python": _Offer(tr("Copy as P&ython"), tr("Copy a script that makes this run again")),
}
_NO_RUN: Final = tr("There is no attack yet that has ended.")
_NO_RUNS: Final = tr("No run is kept yet.")


class ExportMenu(QObject):
    """Offers what can be had of the run that is shown; why something cannot be is in its tip."""

    def __init__(
        self,
        menu: QMenu,
        files: Files,
        controller: Controller,
        file_of: Callable[[str], NetworkFile | None] = lambda _: None,
    ) -> None:
        """``file_of`` tells in which file a network is."""
        super().__init__(files)
        self.setObjectName("export-menu")
        self._file_of = file_of
        self._files, self._controller = files, controller
        menu.setToolTipsVisible(True)
        acts: dict[str, Callable[[], None]] = {
            "figure": self._figure,
            "animation": self._animation,
            "page": self._page,
            "command": self._command,
            "python": self._python,
        }
        self._actions = {name: _made(menu, name, act) for name, act in acts.items()}
        menu.aboutToShow.connect(lambda: self._offer(controller.state))
        self._offer(controller.state)

    def _offer(self, state: LabState) -> None:
        """Say of each whether it can be had: as the menu opens, as nobody sees it before."""
        from advgui.lab.export.repeating import why_no_command, why_not

        run = state.run
        ended = "" if run is not None and run.walkable else _NO_RUN
        self._say("figure", "" if run is not None and run.outcomes else _NO_RUN)
        self._say("animation", ended)
        self._say("page", "" if len(state.runs) else _NO_RUNS)
        self._say("command", why_no_command(run, self._file(run)) if run is not None else _NO_RUN)
        self._say("python", why_not(run, self._file(run)) if run is not None else _NO_RUN)

    def _say(self, name: str, why_not: str) -> None:
        action = self._actions[name]
        action.setEnabled(not why_not)
        for tell in (action.setToolTip, action.setStatusTip):
            tell(why_not or _OFFERS[name].tip)

    def _figure(self) -> None:
        from advgui.lab.export.figure import run_figure
        from advgui.lab.export.svg import figure_svg
        from advgui.ui.plotting.export import svg_png

        run, threshold = self._run, self._controller.state.threshold

        def svg() -> str:
            return figure_svg(run_figure(run, threshold), slide=True)

        formats = {
            "png": (tr("Pictures (*.png)"), lambda: svg_png(svg())),
            "svg": (tr("Drawings of lines (*.svg)"), lambda: svg().encode()),
        }
        self._files.ask_export(Export(_name(run), tr("Save the figure as"), formats))

    def _animation(self) -> None:
        from advgui.lab.export.animation import animation

        run, threshold = self._run, self._controller.state.threshold
        formats = {
            "gif": (tr("GIF (*.gif)"), lambda: animation(run, threshold, "GIF")),
            "png": (tr("Animated PNG (*.png)"), lambda: animation(run, threshold, "PNG")),
        }
        self._files.ask_export(Export(_name(run), tr("Save the animation as"), formats))

    def _page(self) -> None:
        from advgui.lab.export.html_page import html_page

        runs = tuple(self._controller.state.runs)
        formats = {"html": (tr("Pages (*.html)"), lambda: html_page(runs).encode())}
        self._files.ask_export(Export(tr("runs", "file name"), tr("Save all runs as"), formats))

    def _command(self) -> None:
        from advgui.lab.export.repeating import as_command

        self._copy(
            as_command(self._run, self._file(self._run)), tr("The command is on the clipboard.")
        )

    def _python(self) -> None:
        from advgui.lab.export.repeating import as_python

        self._copy(
            as_python(self._run, self._file(self._run)), tr("The script is on the clipboard.")
        )

    def _copy(self, text: str, words: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._controller.tell(words)

    def _file(self, run: ShownRun) -> NetworkFile | None:
        """Where its network is, where that is none that ships."""
        return self._file_of(bare_of(run.request.network).name)

    @property
    def _run(self) -> ShownRun:
        run = self._controller.state.run
        if run is None:
            raise ValueError("there is no run")
        return run


def export_of(actions: Actions) -> QMenu:
    """The menu among the actions of a window."""
    menu = actions.export.menu()
    if not isinstance(menu, QMenu):
        raise TypeError("the action of what is exported has lost its menu")
    return menu


def _made(menu: QMenu, name: str, act: Callable[[], None]) -> QAction:
    action = menu.addAction(_OFFERS[name].words)
    action.setObjectName(f"export-{name}")
    action.triggered.connect(lambda _=False: act())
    return action


def _name(run: ShownRun) -> str:
    return run_name(run.before.label, run.goal)
