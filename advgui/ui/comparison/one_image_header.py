"""The head of the table: the two images that every network is shown, over the bars of each."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.lab.comparison.one_image_text import example_lines, hint
from advgui.lab.comparison.readings import ComparedImages
from advgui.ui.comparison.one_image_model import ADVERSARIAL, NETWORK
from advgui.ui.comparison.reading_cell import GAP
from advgui.ui.comparison.row_delegate import FlatHeader
from advgui.ui.theme.pixels import draw_pixels, gray_image, whole_square
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import CORNER, MEDIUM, SMALL, TextRole, Tokens

_HINT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
#: Device-independent pixels for each of an image's, where there is little room and much.
_SMALL, _LARGE = 2, 3
_OLD: Final = 0.45


class OneImageHeader(FlatHeader):
    """The drawing and the adversarial image, and where they come from."""

    def __init__(self) -> None:
        super().__init__("comparison-head")
        self._images = ComparedImages()
        self._drawing: QImage | None = None
        self._adversarial: QImage | None = None
        self._large = False
        self._line = ""
        self.setAccessibleName(tr("What every network is shown"))
        self._describe()

    def set_images(self, images: ComparedImages) -> None:
        """Show these two images."""
        example = images.example
        self._images = images
        self._drawing = _picture(images.drawing)
        self._adversarial = _picture(example.image if example is not None else None)
        self._describe()
        self.viewport().update()

    def set_line(self, words: str) -> None:
        """A few words beside the drawing."""
        if words != self._line:
            self._line = words
            self._describe()
            self.viewport().update()

    def set_large(self, large: bool) -> None:
        """Whether there is room for larger images; the table has to be laid out anew then."""
        self._large = large

    def shown(self) -> tuple[Bytes | None, Bytes | None]:
        """The very bytes of the two images."""
        example = self._images.example
        return self._images.drawing, example.image if example is not None else None

    def sizeHint(self) -> QSize:
        """As high as its images, and a frame around them."""
        return QSize(1, SIZE * (_LARGE if self._large else _SMALL) + 2 * SMALL)

    def _describe(self) -> None:
        drawn = tr("nothing is drawn")
        if self._drawing:
            drawn = tr("a drawing, {line}").format(line=self._line).rstrip(", ")
        made = ", ".join(filter(None, example_lines(self._images)))
        alone = f". {hint(self._images)}" if self._images.defended else ""
        said = tr("no adversarial image yet")
        if made:
            said = tr("an adversarial image, {words}").format(words=made)
        self.setAccessibleDescription(f"{drawn}; {said}{alone}")

    def draw(self, painter: QPainter, room: QRectF, section: int, colours: Tokens) -> None:
        """Paint a hint over the names, an image with its words over each group of bars."""
        inside = room.adjusted(0, SMALL / 2, 0, -3 * SMALL / 2)
        if section == NETWORK:
            painter.setFont(texts().font("caption"))
            painter.setPen(colours.muted)
            painter.drawText(inside.adjusted(GAP, 0, -GAP, 0), _HINT, hint(self._images))
        elif section == ADVERSARIAL:
            painter.save()
            painter.setOpacity(_OLD if self._images.outdated else 1.0)
            words = (tr("Adversarial"), *example_lines(self._images))
            _draw_image(painter, inside, self._adversarial, words, colours)
            painter.restore()
        else:
            _draw_image(painter, inside, self._drawing, (tr("Drawing"), self._line), colours)


def _draw_image(
    painter: QPainter,
    room: QRectF,
    picture: QImage | None,
    words: tuple[str, ...],
    colours: Tokens,
) -> None:
    """An image in its frame, or the frame alone, and beside it its title over a few words."""
    place = QRectF(room.topLeft(), QSizeF(room.height(), room.height()))
    square = whole_square(place, SIZE, painter.deviceTransform().m11())
    if picture is not None:
        draw_pixels(painter, square, picture)
    dash = Qt.PenStyle.DashLine if picture is None else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colours.line, 1, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = CORNER if picture is None else 0
    painter.drawRoundedRect(square.adjusted(-0.5, -0.5, 0.5, 0.5), corner, corner)
    _write(painter, room.adjusted(room.height() + MEDIUM, 0, 0, 0), words, colours)


def _write(painter: QPainter, room: QRectF, words: tuple[str, ...], colours: Tokens) -> None:
    lines: list[tuple[str, TextRole, QColor]] = [(words[0], "strong", colours.text)]
    lines += [(said, "caption", colours.muted) for said in words[1:] if said]
    heights = [texts().line(role) for _, role, _ in lines]
    top = room.center().y() - sum(heights) / 2
    for (said, role, colour), height in zip(lines, heights, strict=True):
        texts().write(painter, QRectF(room.left(), top, room.width(), height), said, role, colour)
        top += height


def _picture(image: Bytes | None) -> QImage | None:
    return None if image is None else gray_image(image)
