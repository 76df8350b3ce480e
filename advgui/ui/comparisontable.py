"""The rows of all networks, which scroll under a head that stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from advgui.ui.comparisonhead import ComparisonHead
from advgui.ui.comparisonrows import ComparisonRows

#: From this height on there is room for larger images above the rows.
_ROOMY = 620


class ComparisonTable(QScrollArea):
    """Head and rows as wide as each other, whether there is a scroll bar or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison-table")
        self.setAccessibleName("Comparison")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = ComparisonHead(self)
        self.rows = ComparisonRows()
        self.setWidget(self.rows)
        self.viewport().setAutoFillBackground(False)
        self.rows.setAutoFillBackground(False)
        self.rows.moved.connect(self._follow_keyboard)

    def fit(self) -> None:
        """Give head and rows their places; the rows fill the room that there is."""
        self.head.set_large(self.height() >= _ROOMY)
        high = self.head.sizeHint().height()
        self.setViewportMargins(0, high, 0, 0)
        view = self.viewport()
        self.head.setGeometry(0, 0, view.width(), high)
        self.rows.resize(view.width(), self.rows.fitting_height(view.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is fitted anew."""
        super().resizeEvent(event)
        self.fit()

    def _follow_keyboard(self, index: int) -> None:
        cell = self.rows.cell(index).toRect()
        self.ensureVisible(0, cell.center().y(), 0, cell.height() // 2)
