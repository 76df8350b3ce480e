"""A line of words that gives way: what does not fit loses its middle, and is told as a tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """Plain text on one line, which may be given less room than it wants."""

    def minimumSizeHint(self) -> QSize:
        """Its height; any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """What can be seen of the words."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)

    def event(self, event: QEvent) -> bool:
        """The tip has all of it where not all is seen."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip("" if self.shown() == self.text() else self.text())
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less of it."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line, as high as the middle of the widget."""
        painter = QPainter(self)
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            place,
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
