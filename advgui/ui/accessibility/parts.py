"""What assistive technology finds inside a painted widget: a node for each of its parts.

To Qt a painted widget is one thing. One that has parts tells what they are, and gets a widget
for each, which is not painted, lets the mouse through and is no stop of the keyboard: all that
is known of it is its name, its role, what it comes to and its state, and it can be pressed.
They are made only while something asks for them, so that nobody else pays. (Nodes of our own,
made of ``QAccessibleInterface``, end the program as soon as a screen reader looks at one.)
"""

from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QRegion
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

#: Parts that change with every frame are told a few times a second.
_LATER_MS: Final = 150
#: What of them is painted: nothing.
_NOWHERE: Final = QRegion(-2, -2, 1, 1)


@dataclass(frozen=True)
class Part:
    """One part of a widget, in words, and where it is in the widget.

    ``value`` is what it comes to, in its unit. A part without ``does`` is only read; one that
    is not ``enabled`` says in ``does`` why.
    """

    name: str
    area: QRect
    value: str = ""
    does: str = ""
    enabled: bool = True

    @property
    def description(self) -> str:
        """What it comes to, and what a press does."""
        return ". ".join(filter(None, (self.value, self.does)))


class HasParts(Protocol):
    """A widget that is painted in parts."""

    def part_count(self) -> int:
        """How many there are."""

    def part(self, index: int) -> Part:
        """One of them as it is now; they are always in the same order."""

    def current_part(self) -> int | None:
        """Which one the keyboard is on."""

    def press_part(self, index: int) -> None:
        """Do what a click on it does."""


class OnlyRead:
    """Of a widget with whose parts nothing can be done."""

    def current_part(self) -> int | None:
        """None: the keyboard does not go there."""
        return None

    def press_part(self, index: int) -> None:
        """Nothing comes of it."""


class PartNodes(QObject):
    """The nodes of a widget; it calls ``refresh`` whenever something of its parts has changed."""

    def __init__(self, widget: QWidget, painted: HasParts) -> None:
        super().__init__(widget)
        self._widget, self._painted = widget, painted
        self._nodes: list[QWidget] = []
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._tell)

    def refresh(self) -> None:
        """Tell, in a moment, what the parts are now, if anyone asks for it."""
        if QAccessible.isActive() and not self._later.isActive():
            self._later.start()

    def tell_focus(self) -> None:
        """Tell now on which part the keyboard is."""
        if not QAccessible.isActive():
            return
        self._tell()
        current = self._painted.current_part()
        if current is not None and self._widget.hasFocus():
            event = QAccessibleEvent(self._nodes[current], QAccessible.Event.Focus)
            QAccessible.updateAccessibility(event)

    def _tell(self) -> None:
        count = self._painted.part_count()
        while len(self._nodes) > count:
            self._nodes.pop().deleteLater()
        for index in range(count):
            part = self._painted.part(index)
            if index == len(self._nodes):
                self._nodes.append(self._made(index, part))
            self._describe(self._nodes[index], part, index == self._painted.current_part())

    def _made(self, index: int, part: Part) -> QWidget:
        node: QWidget = QPushButton(self._widget) if part.does else QLabel(self._widget)
        if isinstance(node, QPushButton):
            node.setAutoDefault(False)
            node.clicked.connect(partial(self._painted.press_part, index))
        node.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        node.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        node.setMask(_NOWHERE)
        node.show()
        return node

    def _describe(self, node: QWidget, part: Part, current: bool) -> None:
        if node.geometry() != part.area:
            node.setGeometry(part.area)
        if node.accessibleName() != part.name:
            node.setAccessibleName(part.name)
        if node.accessibleDescription() != part.description:
            node.setAccessibleDescription(part.description)
        node.setEnabled(part.enabled)
        if current != (node.focusProxy() is not None):
            node.setFocusProxy(self._widget if current else None)  # type: ignore[arg-type]
