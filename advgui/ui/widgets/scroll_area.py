"""What is scrolled where it does not fit: the last resort, once all in it is as small as can be."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class _Content(QWidget):
    """Can do with the least height of what is in it, where Qt would ask for a comfortable one."""

    def heightForWidth(self, width: int) -> int:
        """The least height."""
        layout = self.layout()
        return -1 if layout is None else layout.minimumSize().height()


class ScrollArea(QScrollArea):
    """Something with scroll bars where there is less room than it can do with.

    It is as wide as that can do with, or, if it is ``broad``, may be scrolled to the side, too;
    and it can do with a height of ``least``. ``seen_at_once`` tells how high that is which is
    seen without scrolling, in pixels.
    """

    seen_at_once = Signal(int)

    def __init__(self, content: QWidget, *, least: int, broad: bool = False) -> None:
        super().__init__()
        self._least, self._broad = least, broad
        room = _Content()
        lines = QVBoxLayout(room)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        if not broad:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room = room
        self.setWidget(room)  # from now on Qt tells this what becomes of it
        self.verticalScrollBar().installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its content may be laid out by what can be seen of it."""
        super().resizeEvent(event)
        self.seen_at_once.emit(self.viewport().height())

    def sizeHint(self) -> QSize:
        """What its content would like."""
        return self._room.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as its content beside a scroll bar that is there, and not very high."""
        bar, least = self.verticalScrollBar(), self._room.minimumSizeHint()
        beside = bar.sizeHint().width() if bar.isVisibleTo(self) else 0
        width = self._least if self._broad else least.width() + beside
        return QSize(width, min(least.height(), self._least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scroll bar that comes or goes changes the width, and so does wider content."""
        kinds = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        bar = watched is self.verticalScrollBar() and event.type() in kinds
        if bar or (watched is self._room and event.type() == QEvent.Type.LayoutRequest):
            self.updateGeometry()
        return super().eventFilter(watched, event)
