"""The pages at the right, of which one is shown, and the tabs that choose it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from advgui.ui.widgets.layout import row
from advgui.ui.widgets.scrolled import Scrolled

#: The least height that a page can do with; then it is scrolled.
_LEAST: Final = 240


class Pages(QWidget):
    """Pages in one place; each is built when it is first shown, and says so by ``shown``.

    ``titles`` are the pages' titles by their names. They are there from the start, before
    ``fill`` tells how to build the pages, and so are ``tabs``, for the end of a tool bar
    where they take no height from the pages, and ``choices``, the same as actions for a
    menu with Ctrl+1, Ctrl+2 and so on. Both are hidden where there is nothing to choose.
    """

    shown = Signal(str)

    def __init__(
        self, titles: Mapping[str, str], before: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._names = tuple(titles)
        self._makers: Mapping[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._places: dict[str, Scrolled] = {}
        self._before = before
        self._stack = QStackedLayout(self)
        self._stack.addWidget(before)
        self._bar = self._make_bar(titles)
        self.tabs = QWidget()  # a tool bar shows what is put into it directly, hidden or not
        self.tabs.setLayout(row(1, self._bar))
        self.choices = self._make_choices(titles)
        self._bar.setVisible(len(titles) > 1)
        self.choices.setVisible(len(titles) > 1)

    def _make_bar(self, titles: Mapping[str, str]) -> QTabBar:
        bar = QTabBar()
        bar.setObjectName("page-tabs")
        bar.setAccessibleName("Pages")
        bar.setDrawBase(False)
        bar.setExpanding(False)
        for title in titles.values():
            bar.addTab(title)
        bar.currentChanged.connect(self._show)
        return bar

    def _make_choices(self, titles: Mapping[str, str]) -> QActionGroup:
        group = QActionGroup(self)
        for number, (name, title) in enumerate(titles.items()):
            action = QAction(title, group)
            action.setObjectName(f"page-{name}")
            action.setCheckable(True)
            action.setChecked(number == 0)
            action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            action.setStatusTip(f"Show the page “{title}”")
            action.triggered.connect(partial(self._bar.setCurrentIndex, number))
        return group

    def fill(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """How each page is built; the one that is chosen is built now."""
        self._makers = makers
        self._show(self._bar.currentIndex())
        self._before.hide()
        self._before.deleteLater()

    def choose(self, name: str) -> None:
        """Show the page of that name."""
        self._bar.setCurrentIndex(self._names.index(name))

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._names[self._bar.currentIndex()]

    def page(self, name: str) -> QWidget | None:
        """The page of that name; None as long as it was never shown."""
        return self._made.get(name)

    def _show(self, number: int) -> None:
        self.choices.actions()[number].setChecked(True)
        if not self._makers:
            return
        name = self._names[number]
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._places[name] = Scrolled(self._made[name], least=_LEAST)
            self._stack.addWidget(self._places[name])
        self._stack.setCurrentWidget(self._places[name])
        self.shown.emit(name)
