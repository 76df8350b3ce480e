"""The columns of the window, and how they share its width."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advgui.ui.theme.tokens import LARGE, MEDIUM, TIGHT

#: How the columns share the width where there is enough of it; the strip has its own.
_SHARES: Final = (0, 28, 22, 60)

#: The least widths of the columns in pixels, whatever is in them: nothing moves when they are
#: filled. Only where what is in one needs more, as with larger letters, it gets more.
_LEAST: Final = (0, 176, 156, 484)

#: What the page gets at the expense of the others.
_PAGE: Final = 576


class Columns(QWidget):
    """The drawing and the network beside a page; they are narrowed before the page is.

    In their place there can be a strip. ``resized`` says that there is more room, or less.
    """

    resized = Signal()

    def __init__(self, draw: QWidget, network: QWidget, page: QWidget) -> None:
        super().__init__()
        strip = QWidget()
        strip.hide()
        self._line = _Line(self, (strip, draw, network, page))
        self._line.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, TIGHT)
        self._line.setSpacing(LARGE)

    def replace(self, number: int, column: QWidget) -> None:
        """Put another one in the place of a column, which goes."""
        self._put(number + 1, column)

    def put_strip(self, strip: QWidget) -> None:
        """What is there instead of drawing and network once they are folded."""
        strip.hide()
        self._put(0, strip)

    def _put(self, place: int, column: QWidget) -> None:
        former = self._line.exchange(place, column)
        former.hide()
        former.deleteLater()

    def fold(self, folded: bool) -> None:
        """Show the strip alone beside the page, or drawing and network, all in one moment."""
        strip, draw, network, _ = self._line.parts
        self.setUpdatesEnabled(False)
        for part in (draw, network):
            part.setVisible(not folded)
        strip.setVisible(folded)
        self._line.activate()
        self.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever folds may want to do so now."""
        super().resizeEvent(event)
        self.resized.emit()


class _Line(QHBoxLayout):
    """Gives the last of its widgets what it needs before the others get more than they do."""

    def __init__(self, parent: QWidget, parts: Sequence[QWidget]) -> None:
        """``parts`` are its widgets.

        It knows them itself: PySide keeps what ``itemAt`` gives longer than Qt does, and then may
        take something else at its address for it.
        """
        super().__init__(parent)
        self.parts = list(parts)
        for part, share in zip(parts, _SHARES, strict=True):
            self.addWidget(part, share)

    def exchange(self, place: int, part: QWidget) -> QWidget:
        """Put another widget in the place of one, which is given back."""
        former, self.parts[place] = self.parts[place], part
        self.replaceWidget(former, part)
        return former

    def setGeometry(self, area: QRect) -> None:
        """Share the width."""
        shown = self.shown()
        parts, least = list(shown), list(shown.values())
        room = area.marginsRemoved(self.contentsMargins()).width()
        room -= sum(width + self.spacing() for width in least[:-1])
        least[-1] = max(least[-1], min(room, _PAGE))
        for part, width in zip(parts, least, strict=True):
            part.setMinimumWidth(width)
        super().setGeometry(area)

    def minimumSize(self) -> QSize:
        """The least of all columns beside each other."""
        least = self.shown().values()
        gaps = self.spacing() * (len(least) - 1)
        margins = self.contentsMargins()
        width = sum(least) + gaps + margins.left() + margins.right()
        return QSize(width, super().minimumSize().height())

    def shown(self) -> dict[QWidget, int]:
        """The widgets that are not hidden, and how wide each of them has to be."""
        return {
            part: max(least, part.minimumSizeHint().width())
            for part, least in zip(self.parts, _LEAST, strict=True)
            if not part.isHidden()
        }
