"""The pages at the right, of which one is shown, and the tabs that choose it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from advgui.ui.layout import row


class Pages(QWidget):
    """Pages in one place; each is built when it is first shown, and says so by ``shown``.

    ``tabs`` are for the end of a tool bar, where they take no height from the pages;
    ``choices`` are the same as actions for a menu, with Ctrl+1, Ctrl+2 and so on as their
    shortcuts. Both are hidden while there is nothing to choose.
    """

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedLayout(self)
        self.choices = QActionGroup(self)
        self._bar = QTabBar()
        self._bar.setObjectName("page-tabs")
        self._bar.setAccessibleName("Pages")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.currentChanged.connect(self._show)
        self.tabs = QWidget()  # a tool bar shows what is put into it directly, hidden or not
        self.tabs.setLayout(row(1, self._bar))

    def add(self, title: str, name: str, make: Callable[[], QWidget]) -> None:
        """One more page, last; the first one is built and shown at once."""
        self._makers[name] = make
        self._add_choice(title, name)
        self._bar.addTab(title)
        several = len(self._makers) > 1
        self._bar.setVisible(several)
        self.choices.setVisible(several)

    def choose(self, name: str) -> None:
        """Show the page of that name."""
        self._bar.setCurrentIndex(list(self._makers).index(name))

    def page(self, name: str) -> QWidget | None:
        """The page of that name; None as long as it was never shown."""
        return self._made.get(name)

    def _add_choice(self, title: str, name: str) -> None:
        action = QAction(title, self.choices)
        action.setObjectName(f"page-{name}")
        action.setCheckable(True)
        action.setShortcut(QKeySequence(f"Ctrl+{len(self._makers)}"))
        action.setStatusTip(f"Show the page “{title}”")
        action.triggered.connect(lambda: self.choose(name))

    def _show(self, number: int) -> None:
        name = list(self._makers)[number]
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self.choices.actions()[number].setChecked(True)
        self.shown.emit(name)
