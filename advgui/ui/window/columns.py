"""The columns of the window, and how they share its width."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advgui.ui.theme.tokens import LARGE, MEDIUM, TIGHT

#: How the columns share the width where there is enough of it.
_SHARES: Final = (28, 22, 60)

#: The least widths of the columns in pixels, whatever is in them: nothing moves when they are
#: filled. Only where what is in one needs more, as with larger letters, it gets more.
_LEAST: Final = (176, 156, 484)

#: What the page gets at the expense of the others.
_PAGE: Final = 576


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
        parts, least = self.parts(), self.least()
        room = area.marginsRemoved(self.contentsMargins()).width()
        room -= sum(width + self.spacing() for width in least[:-1])
        least[-1] = max(least[-1], min(room, _PAGE))
        for part, width in zip(parts, least, strict=True):
            part.setMinimumWidth(width)
        super().setGeometry(area)

    def minimumSize(self) -> QSize:
        """The least of all columns beside each other."""
        gaps = self.spacing() * (self.count() - 1)
        margins = self.contentsMargins()
        width = sum(self.least()) + gaps + margins.left() + margins.right()
        return QSize(width, super().minimumSize().height())

    def least(self) -> list[int]:
        """How wide each column has to be."""
        needed = (part.minimumSizeHint().width() for part in self.parts())
        return list(map(max, _LEAST, needed))
