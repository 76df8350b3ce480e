"""The pages at the right, of which one is shown, and the tabs that choose it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QTabBar, QWidget

from advgui.core.language import tr
from advgui.ui.pages import Host, Page
from advgui.ui.widgets.layout import OneShown, column, row
from advgui.ui.widgets.scroll_area import ScrollArea

#: The least height that a page can do with; then it is scrolled.
_LEAST: Final = 240

#: So many pages have a key: Ctrl+1, Ctrl+2 and so on.
_KEYS: Final = 9


class Pages(QWidget):
    """Pages in one place; each is built when it is first shown, and says so by ``shown``.

    They are known from the start, before ``fill`` tells whose pages they are, and so are
    ``tabs``, for the end of a tool bar where they take no height from the pages, and
    ``choices``, the same as actions for a menu. Both are hidden where there is nothing to choose.
    """

    shown = Signal(str)

    def __init__(
        self, pages: Sequence[Page], before: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.pages = tuple(pages)
        self._host: Host | None = None
        self._made: dict[str, QWidget] = {}
        self._places: dict[str, QWidget] = {}
        self._before = before
        self._stack = OneShown(self)
        self._stack.addWidget(before)
        self._bar = self._make_bar()
        self.tabs = QWidget()  # a tool bar shows what is put into it directly, hidden or not
        self.tabs.setLayout(row(1, self._bar))
        self.choices = self._make_choices()
        self._bar.setVisible(len(pages) > 1)
        self.choices.setVisible(len(pages) > 1)

    def _make_bar(self) -> QTabBar:
        bar = QTabBar()
        bar.setObjectName("page-tabs")
        bar.setAccessibleName(tr("Pages"))
        bar.setDrawBase(False)
        bar.setExpanding(False)
        for page in self.pages:
            bar.addTab(page.title)
        bar.currentChanged.connect(self._show)
        return bar

    def _make_choices(self) -> QActionGroup:
        group = QActionGroup(self)
        for number, page in enumerate(self.pages):
            action = QAction(page.title, group)
            action.setObjectName(f"page-{page.name}")
            action.setCheckable(True)
            action.setChecked(number == 0)
            action.setStatusTip(tr("Show the page “{title}”").format(title=page.title))
            action.triggered.connect(partial(self._bar.setCurrentIndex, number))
            if number < _KEYS:
                action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        return group

    def fill(self, host: Host) -> None:
        """Whose pages they are; the one that is chosen is built now."""
        self._host = host
        self._show(self._bar.currentIndex())
        self._before.hide()
        self._before.deleteLater()

    def choose(self, name: str, at: str = "") -> None:
        """Show the page of that name, and ``at`` something of it, if that is asked for."""
        number = [page.name for page in self.pages].index(name)
        self._bar.setCurrentIndex(number)
        if at:
            self.pages[number].open_at(at)

    def page(self, name: str) -> QWidget | None:
        """The page of that name; None as long as it was never shown."""
        return self._made.get(name)

    def build(self, page: Page) -> None:
        """Build one that is not shown yet, if it is not there."""
        if self._host is not None and page.name not in self._made:
            self._made[page.name] = page.make(self._host)
            self._places[page.name] = _placed(page, self._made[page.name])
            self._stack.addWidget(self._places[page.name])

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self.current_page.name

    @property
    def current_page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._bar.currentIndex()]

    @property
    def shows_attack(self) -> bool:
        """Whether one sees now what an attack does."""
        return self.current_page.shows_attack

    def close_all(self) -> None:
        """End what runs on any of them."""
        for page in self.pages:
            page.close()

    def _show(self, number: int) -> None:
        self.choices.actions()[number].setChecked(True)
        if self._host is None:
            return
        page = self.pages[number]
        self.build(page)
        self._stack.setCurrentWidget(self._places[page.name])
        self.shown.emit(page.name)


def _placed(page: Page, made: QWidget) -> QWidget:
    """A page that is scrolled where it does not fit, above what always stays in sight."""
    scrolled, foot = ScrollArea(made, least=_LEAST), page.foot
    scrolled.seen_at_once.connect(page.seen_at_once)
    if foot is None:
        return scrolled
    place = QWidget()
    lines = column(place)
    lines.addWidget(scrolled, 1)
    lines.addWidget(foot)
    return place
