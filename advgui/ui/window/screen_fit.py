"""Where a window opens: inside its screen, whatever the scale factor makes of that."""

from typing import Final

from PySide6.QtCore import QMargins, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

#: Room for the frame and the title, which nobody knows before the window is there.
_WINDOW_FRAME: Final = QMargins(4, 38, 4, 4)


def fit(window: QWidget) -> None:
    """Have a window that is not shown yet open inside its screen, with its frame."""
    if window.isMaximized() or window.isFullScreen():
        return
    wanted = window.geometry()
    screen = QGuiApplication.screenAt(wanted.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().marginsRemoved(_WINDOW_FRAME)
    size = wanted.size().boundedTo(room.size())
    if not window.testAttribute(Qt.WidgetAttribute.WA_Moved):
        window.resize(size)  # whoever places windows finds a place for a new one
        return
    last = room.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    wanted.setSize(size)
    wanted.moveLeft(min(max(wanted.left(), room.left()), last.x()))
    wanted.moveTop(min(max(wanted.top(), room.top()), last.y()))
    window.setGeometry(wanted)
