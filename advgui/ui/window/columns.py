"""The columns of the window, and how they share its width."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advgui.ui.theme.tokens import LARGE, MEDIUM, TIGHT

#: How the columns share the width where there is enough of it.
_SHARES: Final = (28, 22, 60)

#: What the page gets at the expense of the others.
_PAGE: Final = 552


class Columns(QWidget):
    """The drawing and the network beside a page; they are narrowed before the page is."""

    def __init__(self, draw: QWidget, network: QWidget, page: QWidget) -> None:
        super().__init__()
        self._line = _Line(self)
        self._line.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, TIGHT)
        self._line.setSpacing(LARGE)
        for part, share in zip((draw, network, page), _SHARES, strict=True):
            self._line.addWidget(part, share)

    def replace(self, number: int, column: QWidget) -> None:
        """Put another one in the place of a column, which goes."""
        former = self._line.parts()[number]
        self._line.replaceWidget(former, column)
        former.hide()
        former.deleteLater()


class _Line(QHBoxLayout):
    """Gives the last of its widgets what it needs before the others get more than they do."""

    def parts(self) -> list[QWidget]:
        """Its widgets."""
        items = (self.itemAt(number) for number in range(self.count()))
        widgets = (None if item is None else item.widget() for item in items)
        return [widget for widget in widgets if widget is not None]

    def setGeometry(self, area: QRect) -> None:
        """Share the width."""
        *others, page = self.parts()
        room = area.marginsRemoved(self.contentsMargins()).width()
        room -= sum(part.minimumSizeHint().width() + self.spacing() for part in others)
        wanted = min(room, _PAGE)
        page.setMinimumWidth(wanted if wanted > page.minimumSizeHint().width() else 0)
        super().setGeometry(area)
