"""What of a painted widget has to be painted anew: only the parts that look different now."""

from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget


class Looks:
    """Remembers of each part of a widget how it looks.

    A part's look is all that it is painted from, in any form that can be compared. What
    the widget gets from elsewhere, such as its size and its theme, is no part of it: Qt
    has everything painted anew where that changes.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._known: dict[Hashable, Hashable] = {}

    def show(self, part: Hashable, area: QRectF, look: Hashable) -> None:
        """Have an area of the widget painted anew if the part in it looks different now."""
        if self._known.get(part) != look:
            self._known[part] = look
            self._widget.update(area.toAlignedRect())
