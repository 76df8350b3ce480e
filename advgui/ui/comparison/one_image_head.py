"""Above the rows: the two images that every network is shown, over the bars they belong to."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advgui.core.images import SIZE, Bytes
from advgui.lab.comparison.one_image_text import HINT, example_lines
from advgui.lab.comparison.readings import ComparedImages
from advgui.ui.comparison.small_bars import Columns, Sizes
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.text_cache import Texts
from advgui.ui.theme.tokens import CORNER, MEDIUM, SMALL, TextRole, Tokens, tokens

_HINT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
#: Device-independent pixels for each of an image's, where there is little room and much.
_SMALL, _LARGE = 2, 3
_OLD: Final = 0.45


class ComparisonHead(QWidget):
    """The drawing and the adversarial image, and where they come from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = ComparedImages()
        self._drawing: QImage | None = None
        self._adversarial: QImage | None = None
        self._use_font()
        self._large = False
        self._line = ""
        self.setObjectName("comparison-head")
        self.setAccessibleName("What every network is shown")
        self._describe()

    def set_images(self, images: ComparedImages) -> None:
        """Show these two images."""
        example = images.example
        self._images = images
        self._drawing = _picture(images.drawing)
        self._adversarial = _picture(example.image if example is not None else None)
        self._describe()
        self.update()

    def set_line(self, words: str) -> None:
        """A few words beside the drawing."""
        if words != self._line:
            self._line = words
            self._describe()
            self.update()

    def set_large(self, large: bool) -> None:
        """Whether there is room for larger images."""
        if large != self._large:
            self._large = large
            self.updateGeometry()
            self.update()

    def shown(self) -> tuple[Bytes | None, Bytes | None]:
        """The very bytes of the two images."""
        example = self._images.example
        return self._images.drawing, example.image if example is not None else None

    def sizeHint(self) -> QSize:
        """As high as its images, and a frame around them."""
        return QSize(480, SIZE * (_LARGE if self._large else _SMALL) + 2 * SMALL)

    def minimumSizeHint(self) -> QSize:
        """No lower, and as narrow as the rows are."""
        return QSize(1, self.sizeHint().height())

    def _use_font(self) -> None:
        self._texts = Texts()
        self._sizes = Sizes(self._texts)

    def _describe(self) -> None:
        drawn = f"a drawing, {self._line}".rstrip(", ") if self._drawing else "nothing is drawn"
        made = ", ".join(filter(None, example_lines(self._images)))
        said = f"an adversarial image, {made}" if made else "no adversarial image yet"
        self.setAccessibleDescription(f"{drawn}; {said}")

    def changeEvent(self, event: QEvent) -> None:
        """Another font or theme is shown at once."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._use_font()
            self.updateGeometry()
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hint over the names, an image with its words over each group of bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, columns = tokens(self.palette()), Columns.within(self.width(), self._sizes)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colours.line)
        painter.setFont(self._texts.font("caption"))
        painter.setPen(colours.muted)
        images = QRectF(0, SMALL / 2, self.width(), self.height() - 2 * SMALL)
        painter.drawText(columns.network.of(images), _HINT, HINT)
        first, second = example_lines(self._images)
        self._draw(
            painter, columns.drawing.of(images), self._drawing, ("Drawing", self._line, ""), colours
        )
        if self._images.outdated:
            painter.setOpacity(_OLD)
        words = ("Adversarial", first, second)
        self._draw(painter, columns.adversarial.of(images), self._adversarial, words, colours)

    def _draw(
        self,
        painter: QPainter,
        room: QRectF,
        picture: QImage | None,
        words: tuple[str, str, str],
        colours: Tokens,
    ) -> None:
        place = QRectF(room.topLeft(), QSizeF(room.height(), room.height()))
        square = whole_square(place, SIZE, self.devicePixelRatioF())
        if picture is not None:
            draw_pixels(painter, square, picture)
        dash = Qt.PenStyle.DashLine if picture is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.line, 1, dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = CORNER if picture is None else 0
        painter.drawRoundedRect(square.adjusted(-0.5, -0.5, 0.5, 0.5), corner, corner)
        self._write(painter, room.adjusted(room.height() + MEDIUM, 0, 0, 0), words, colours)

    def _write(
        self, painter: QPainter, room: QRectF, words: tuple[str, str, str], colours: Tokens
    ) -> None:
        lines: list[tuple[str, TextRole, QColor]] = [(words[0], "strong", colours.text)]
        lines += [(said, "caption", colours.muted) for said in words[1:] if said]
        heights = [self._texts.line(role) for _, role, _ in lines]
        top = room.center().y() - sum(heights) / 2
        for (said, role, colour), height in zip(lines, heights, strict=True):
            line = QRectF(room.left(), top, room.width(), height)
            self._texts.write(painter, line, said, role, colour)
            top += height


def _picture(image: Bytes | None) -> QImage | None:
    return None if image is None else gray_image(image)
