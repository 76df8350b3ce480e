"""Painting ink: strokes as smooth curves of a round pen, at any size.

A stroke's points steer quadratic curves that meet in the middle between two points.
While a stroke is being drawn, its newest point but one may still move a little
(``stroking.StrokeBuilder``): what lies before is settled and painted once, and the rest,
the tail, is painted anew with every movement.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from advgui.core.digits.rendering import PEN, Stroke, Strokes

#: The default pen's width as a share of the canvas' side.
_DEFAULT_WIDTH: Final = 0.085

#: So many points of a stroke are painted in one go: one that often crosses itself would take
#: far longer as a whole.
_POINTS_AT_ONCE: Final = 64


class Part(NamedTuple):
    """Consecutive points of a stroke, and whether they are its beginning and its end."""

    points: Stroke
    first: bool
    last: bool


def pen_share(pen: float) -> float:
    """The width of a pen, given as a share of a digit's box, as a share of the canvas."""
    return pen / PEN * _DEFAULT_WIDTH


def paint_strokes(
    painter: QPainter, strokes: Strokes, *, side: float, width: float, colour: QColor
) -> None:
    """Paint strokes in canvas units into the square from (0, 0) to (side, side).

    ``width`` is the pen's, in the painter's units, at the pressure of one half.
    """
    for points in parts(strokes):
        paint_part(painter, points, side=side, width=width, colour=colour)


def parts(strokes: Strokes) -> Iterator[Part]:
    """The strokes in parts that take about as long to paint, each with points of both sides."""
    for stroke in strokes:
        for start in range(0, max(len(stroke) - 2, 1), _POINTS_AT_ONCE):
            stop = start + _POINTS_AT_ONCE + 2
            yield Part(stroke[start:stop], start == 0, stop >= len(stroke))


def paint_part(painter: QPainter, part: Part, *, side: float, width: float, colour: QColor) -> None:
    """Paint one part of a stroke as ``paint_strokes`` does."""
    for path, share in _pieces(part, side):
        paint_piece(painter, path, width * share, colour)


def paint_piece(painter: QPainter, path: QPainterPath, width: float, colour: QColor) -> None:
    """Paint one part of a stroke; a path of one place is a dot, an empty one is nothing."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if path.elementCount() == 1:
        painter.drawPoint(path.currentPosition())
    else:
        painter.drawPath(path)


def settled(points: Stroke, side: float) -> QPainterPath:
    """The part of a stroke that three consecutive points steer, around the one between.

    Its first two points are a stroke's straight beginning, and one alone is nothing: the
    path is empty.
    """
    path = QPainterPath()
    places = _places(points, side)
    if len(places) == 2:
        path.moveTo(places[0])
        path.lineTo(_middle(places[0], places[1]))
    elif len(places) == 3:
        path.moveTo(_middle(places[0], places[1]))
        path.quadTo(places[1], _middle(places[1], places[2]))
    return path


def tail(newest: Stroke, side: float) -> QPainterPath:
    """The end of a stroke, of its last three points: from their first middle to the pen."""
    places = _places(newest[-3:], side)
    if len(places) < 3:
        return _whole(places)
    path = settled(newest[-3:], side)
    path.lineTo(places[2])
    return path


def bounds(newest: Stroke, side: float, width: float) -> QRectF:
    """What painting the last points can touch, the widest pressure included."""
    low, high = newest[:, :2].min(axis=0) * side, newest[:, :2].max(axis=0) * side
    around = reach(width)
    return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist())).adjusted(
        -around, -around, around, around
    )


def reach(width: float) -> float:
    """How far from its points ink of this width may be, the widest pressure included."""
    return 0.75 * width + 2.0


def settled_points(stroke: Stroke) -> Iterator[Stroke]:
    """The groups of points of all parts of a stroke before its tail."""
    for end in range(2, len(stroke)):
        yield stroke[max(end - 3, 0) : end]


def pressed(stroke: Stroke) -> float:
    """The width of a part of a stroke over the pen's: 1 without pressure, else .5 to 1.5."""
    return 0.5 + float(stroke[:, 2].mean()) if stroke.shape[1] == 3 else 1.0


def _pieces(part: Part, side: float) -> Iterator[tuple[QPainterPath, float]]:
    """A part as paths of one width each: without pressure a single one."""
    points = part.points
    if points.shape[1] == 2 and len(points):
        yield _whole(_places(points, side), first=part.first, last=part.last), 1.0
        return
    for three in settled_points(points):
        if part.first or len(three) == 3:
            yield settled(three, side), pressed(three)
    if len(points):
        end = points[-3:]
        yield (tail if part.last else settled)(end, side), pressed(end)


def _whole(places: list[QPointF], *, first: bool = True, last: bool = True) -> QPainterPath:
    path = QPainterPath(places[0])
    if len(places) > 1:
        middle = _middle(places[0], places[1])
        path.lineTo(middle) if first else path.moveTo(middle)
        for control, after in pairwise(places[1:]):
            path.quadTo(control, _middle(control, after))
        if last:
            path.lineTo(places[-1])
    return path


def _places(stroke: Stroke, side: float) -> list[QPointF]:
    return [QPointF(x, y) for x, y in (stroke[:, :2] * side).tolist()]


def _middle(one: QPointF, other: QPointF) -> QPointF:
    return (one + other) / 2.0
