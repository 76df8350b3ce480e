"""When drawing and network are folded beside a page: as its user wants it, or as it needs."""

from typing import Final

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from advgui.core.language import tr
from advgui.ui.specimen.strip import SpecimenStrip
from advgui.ui.theme.icons import set_icon
from advgui.ui.window.columns import Columns
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.workspace import Workspace

#: The columns of a window in which every page is whole beside drawing and network.
AMPLE: Final = QSize(1200, 600)

_KEPT: Final = "specimen"


class Folding(QObject):
    """Folds by an action, which is remembered for each page, or else by the page's own rule."""

    def __init__(
        self, columns: Columns, pages: Pages, workspace: Workspace, action: QAction
    ) -> None:
        super().__init__(columns)
        self.setObjectName("folding")
        self._columns, self._pages, self._workspace = columns, pages, workspace
        self._action = action
        self._strip: SpecimenStrip | None = None
        self._folded = False
        action.triggered.connect(self.fold)
        pages.shown.connect(self.apply)
        columns.resized.connect(self.apply)
        self.apply()

    @property
    def folded(self) -> bool:
        """Whether there is the strip alone."""
        return self._folded

    def apply(self) -> None:
        """Fold or unfold as it should be on the page that is shown, in a window of this size."""
        page = self._pages.current_page
        chosen = self._workspace.settings.kept(_KEPT).get(page.name)
        little = self._columns.width() < AMPLE.width() or self._columns.height() < AMPLE.height()
        usual = page.folds == "always" or (page.folds != "never" and little)
        self._fold(chosen if isinstance(chosen, bool) else usual)

    def fold(self, folded: bool) -> None:
        """Its user wants it so on this page."""
        self._workspace.settings.keep(_KEPT, {self._pages.current: folded})
        self._fold(folded)

    def _fold(self, folded: bool) -> None:
        self._tell(folded)
        if folded == self._folded:
            return
        self._folded = folded
        strip = self._made_strip()
        focused = self._has_focus(strip)
        self._columns.fold(folded)
        strip.apply(None, self._workspace.controller.state)
        if focused:
            (strip.button if folded else self._workspace.draw.canvas).setFocus()

    def _tell(self, folded: bool) -> None:
        """What the action would do now."""
        words = (
            tr("Open the drawing and the network")
            if folded
            else tr("Fold the drawing and the network")
        )
        self._action.setChecked(folded)
        set_icon(self._action, "unfold" if folded else "fold")
        self._action.setStatusTip(words)
        self._action.setToolTip(f"{words} (F9)")

    def _made_strip(self) -> SpecimenStrip:
        """Made when it is wanted first: most windows open without it."""
        if self._strip is None:
            self._strip = SpecimenStrip(self._workspace.controller, self._action)
            self._strip.opened.connect(self._action.trigger)
            self._columns.put_strip(self._strip)
        return self._strip

    def _has_focus(self, strip: QWidget) -> bool:
        """Whether the keyboard is on what will be hidden, or on what has hidden it."""
        at = QApplication.focusWidget()
        parts = (strip, self._workspace.draw, self._workspace.network)
        return at is not None and any(part.isAncestorOf(at) for part in parts)
