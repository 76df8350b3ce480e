"""The rows of all networks under the two images that they are shown."""

from PySide6.QtWidgets import QWidget

from advgui.ui.comparisonhead import ComparisonHead
from advgui.ui.comparisonrows import ComparisonRows
from advgui.ui.table import Table

#: From this height on there is room for larger images above the rows.
_ROOMY = 620


class ComparisonTable(Table):
    """``head`` and ``rows`` of the comparison."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.head, self.rows = ComparisonHead(), ComparisonRows()
        super().__init__(self.head, self.rows, parent)
        self.setObjectName("comparison-table")
        self.setAccessibleName("Comparison")

    def fit(self) -> None:
        """Larger images where there is room for them."""
        self.head.set_large(self.height() >= _ROOMY)
        super().fit()
