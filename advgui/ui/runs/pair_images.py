"""The three images of a run that is compared: original, adversarial, perturbation."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advgui.core.images import SIZE
from advgui.core.language import tr
from advgui.lab.attack.pair import Side
from advgui.ui.theme.pixels import FIXED, draw_pixels, gray_image, signed_image, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import SMALL, TIGHT, tokens

_NAMES: Final = (tr("original"), tr("adversarial"), tr("perturbation"))


class PairImages(QWidget):
    """A title, and three images beside one another with their names below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._side: Side | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_side(self, side: Side) -> None:
        """Show those of a run, in the colours that mean the same everywhere."""
        self._side = side
        self.setAccessibleName(side.title)
        self.setAccessibleDescription(
            tr("Original, adversarial image and perturbation; L2 {l2:.2f}.").format(
                l2=side.outcome.l2
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Three device-independent pixels for each of an image's."""
        return QSize(3 * (3 * SIZE + SMALL), self._words() + 3 * SIZE)

    def minimumSizeHint(self) -> QSize:
        """Two."""
        return QSize(3 * (2 * SIZE + SMALL), self._words() + 2 * SIZE)

    def _words(self) -> int:
        written = texts()
        return round(written.line("strong") + written.line("caption")) + 2 * TIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, images, names."""
        side, colours, written = self._side, tokens(self.palette()), texts()
        if side is None:
            return
        painter, high, low = QPainter(self), written.line("strong"), written.line("caption")
        head = QRectF(0, 0, self.width(), high)
        written.write(painter, head, side.title, "strong", colours.text)
        outcome = side.outcome
        change = signed_image(side.difference, dark=colours.dark, scale=FIXED)
        pictures = gray_image(outcome.original), gray_image(outcome.adversarial), change
        wide, tall = self.width() / 3, self.height() - high - low - 2 * TIGHT
        for number, (picture, name) in enumerate(zip(pictures, _NAMES, strict=True)):
            room = QRectF(number * wide, high + TIGHT, min(wide, tall + SMALL) - SMALL, tall)
            room.moveLeft(number * min(wide, tall + SMALL))
            square = whole_square(room, SIZE, self.devicePixelRatioF())
            painter.fillRect(square.adjusted(-1, -1, 1, 1), colours.line)
            draw_pixels(painter, square, picture)
            below = QRectF(square.left(), square.bottom() + TIGHT, room.width() + SMALL, low)
            written.write(painter, below, name, "caption", colours.muted)
