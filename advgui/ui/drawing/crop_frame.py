"""The frame about what is kept of a photo: its handles, and what each place of it moves."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from advgui.lab.drawing.crop import Edges
from advgui.ui.theme.tokens import RING, Tokens

#: Across a handle, and how far from an edge it can be gripped.
HANDLE: Final = 10.0
REACH: Final = 8.0
INSIDE: Final[Edges] = (0, 0)
#: Of 255: how much is veiled what is left out.
_VEIL: Final = 140
#: In the middle of an edge stands a handle where it is so many times as long as that.
_ROOMY: Final = 4

_Shape = Qt.CursorShape
_CURSORS: Final[Mapping[Edges | None, Qt.CursorShape]] = {
    None: _Shape.CrossCursor,
    INSIDE: _Shape.SizeAllCursor,
    (-1, 0): _Shape.SizeHorCursor,
    (1, 0): _Shape.SizeHorCursor,
    (0, -1): _Shape.SizeVerCursor,
    (0, 1): _Shape.SizeVerCursor,
    (-1, -1): _Shape.SizeFDiagCursor,
    (1, 1): _Shape.SizeFDiagCursor,
    (-1, 1): _Shape.SizeBDiagCursor,
    (1, -1): _Shape.SizeBDiagCursor,
}


def edges_at(kept: QRectF, place: QPointF) -> Edges | None:
    """The edges that are gripped at a place; none in the inside, None outside the frame."""
    if not kept.adjusted(-REACH, -REACH, REACH, REACH).contains(place):
        return None
    across = _edge(place.x(), kept.left(), kept.right())
    return across, _edge(place.y(), kept.top(), kept.bottom())


def cursor_of(edges: Edges | None) -> Qt.CursorShape:
    """The pointer that says what comes of pulling there; None is a new rectangle."""
    return _CURSORS[edges]


def paint_frame(
    painter: QPainter, room: QRectF, kept: QRectF, colours: Tokens, *, focused: bool
) -> None:
    """A veil over the rest of the photo, and the frame: full handles have the keyboard."""
    for outside in _outside(room, kept):
        painter.fillRect(outside, QColor(0, 0, 0, _VEIL))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((colours.on_accent, 2 * RING), (colours.accent, RING)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(kept)
    inner, outer = colours.on_accent, colours.accent
    painter.setPen(QPen(inner if focused else outer, RING))
    painter.setBrush(outer if focused else inner)
    for handle in handles(kept):
        painter.drawRect(handle)


def handles(kept: QRectF) -> Iterator[QRectF]:
    """Where the handles are: on the corners, and on the middle of long edges."""
    for across, down in product((-1, 0, 1), repeat=2):
        middle = not across or not down
        edge = kept.height() if across else kept.width()
        if (across, down) == INSIDE or (middle and edge < _ROOMY * HANDLE):
            continue
        handle = QRectF(0.0, 0.0, HANDLE, HANDLE)
        handle.moveCenter(
            kept.center() + QPointF(across * kept.width() / 2, down * kept.height() / 2)
        )
        yield handle


def _edge(at: float, low: float, high: float) -> int:
    """Near the lower end, the upper one, or neither; in a small frame a third is each."""
    reach = min(REACH, (high - low) / 3)
    return -1 if at <= low + reach else int(at >= high - reach)


def _outside(room: QRectF, kept: QRectF) -> tuple[QRectF, ...]:
    left, right = QPointF(room.left(), kept.top()), QPointF(kept.right(), kept.top())
    return (
        QRectF(room.topLeft(), QPointF(room.right(), kept.top())),
        QRectF(QPointF(room.left(), kept.bottom()), room.bottomRight()),
        QRectF(left, QPointF(kept.left(), kept.bottom())),
        QRectF(right, QPointF(room.right(), kept.bottom())),
    )
