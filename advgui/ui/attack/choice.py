"""The button that shows the chosen attack, and opens the list of all."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from advgui.core.language import tr
from advgui.lab.attack.choices import Choice
from advgui.ui.attack.choice_list import ChoiceList
from advgui.ui.theme.zoom import follow, zoomed

#: It gives way in a small window: its tip and the list have all of the title.
_LEAST: Final = 128
_WITH: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class AttackChoice(QComboBox):
    """A box like any other, with a list of its own; ``chosen`` tells a name.

    ``choices`` is asked for the attacks as they are now, whenever the list is opened.
    """

    chosen = Signal(str)

    def __init__(self, choices: Callable[[], Sequence[Choice]]) -> None:
        super().__init__()
        self._choices = choices
        self.setObjectName("attack")
        self.setAccessibleName(tr("Attack", "setting"))
        follow(self, lambda box: box.setMinimumWidth(zoomed(_LEAST)))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setIconSize(QSize(0, 0))  # as high as any other: there are no icons
        for one in choices():
            self.addItem(one.title, one.name)
        self._list: ChoiceList | None = None
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_chosen(self, name: str) -> None:
        """Another attack is chosen."""
        self.setCurrentIndex(self.findData(name))
        one = next(one for one in self._choices() if one.name == name)
        self.setToolTip(f"{one.title}\n{one.summary}\n{one.facts}")

    def showPopup(self) -> None:
        """The list, instead of Qt's; it is made when it is first wanted."""
        self._open()

    def _open(self, words: str = "") -> None:
        if self._list is None:
            self._list = ChoiceList(self)
            self._list.chosen.connect(self._take)
        self._list.open_at(self, self._choices(), str(self.currentData()), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter begins a search: Qt would choose the next attack that begins with it."""
        if event.text().isalpha() and not event.modifiers() & _WITH:
            self._open(event.text())
        else:
            super().keyPressEvent(event)

    def hidePopup(self) -> None:
        """Close it."""
        if self._list is not None:
            self._list.hide()

    def _take(self, name: str) -> None:
        self.setFocus()
        self.chosen.emit(name)
