"""What stands below the images: the steps, and whatever else is told of a run, one at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from advgui.core.language import tr
from advgui.ui.theme.tokens import SMALL
from advgui.ui.widgets.layout import OneShown, row
from advgui.ui.widgets.side_tabs import SideTabs


class LowerPane(QWidget):
    """Views of a run in one place, and tabs beside them; each is made when it is first shown.

    The tabs stand at the left, as a low window has no line to spare. ``shown`` tells the name of
    the view that is shown now. ``remembered`` is the one that was shown the last time, which is
    shown as soon as it is added. Those that are hidden are not painted.
    """

    shown = Signal(str)

    def __init__(self, remembered: object = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lower-pane")
        self._remembered = remembered
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._tabs = SideTabs("lower-tabs", tr("Below the images"))
        self._stack = OneShown()
        line = row(spacing=SMALL)
        line.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._stack, 1)
        self.setLayout(line)
        self._tabs.currentChanged.connect(self._show)

    def add(self, name: str, title: str, make: Callable[[], QWidget], tip: str = "") -> None:
        """One more tab, after those that are there; the first one is shown."""
        number = len(self._makers)
        self._makers[name] = make
        self._tabs.addTab(title)
        self._tabs.setTabToolTip(number, tip)
        if name == self._remembered:
            self._tabs.setCurrentIndex(number)

    def set_title(self, name: str, title: str) -> None:
        """Call a tab something else, as with how many there are."""
        number = self._number(name)
        if self._tabs.tabText(number) != title:
            self._tabs.setTabText(number, title)

    def choose(self, name: str) -> None:
        """Show that one."""
        self._tabs.setCurrentIndex(self._number(name))

    @property
    def names(self) -> tuple[str, ...]:
        """What there is to choose."""
        return tuple(self._makers)

    @property
    def current(self) -> str:
        """The name of the one that is shown; empty while there is none."""
        number = self._tabs.currentIndex()
        return list(self._makers)[number] if number >= 0 else ""

    def view(self, name: str) -> QWidget | None:
        """What a tab shows; None as long as it was never shown."""
        return self._made.get(name)

    def _number(self, name: str) -> int:
        return list(self._makers).index(name)

    def _show(self, number: int) -> None:
        name = self.current
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self.shown.emit(name)
