"""The sign beside a sentence that asks for attention, as the theme of the moment colours it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from advgui.ui.theme.icons import picture
from advgui.ui.theme.tokens import Tokens, tokens

_REDRAWN: Final = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)


class WarningSign(QLabel):
    """A triangle, ``side`` device-independent pixels wide, in one colour of each theme."""

    def __init__(self, side: int, colour: Callable[[Tokens], QColor]) -> None:
        super().__init__()
        self._side, self._colour = side, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, or another screen."""
        super().changeEvent(event)
        if event.type() in _REDRAWN:
            self._draw()

    def _draw(self) -> None:
        colour = self._colour(tokens(self.palette()))
        self.setPixmap(picture("warning", colour, self._side, self.devicePixelRatioF()))
