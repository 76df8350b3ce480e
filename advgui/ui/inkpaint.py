"""Painting ink: strokes as smooth curves of a round pen, at any size.

A stroke's points steer quadratic curves that meet in the middle between two points.
While a stroke is being drawn, its newest point but one may still move a little
(``stroking.StrokeBuilder``): what lies before is settled and painted once, and the rest,
the tail, is painted anew with every movement.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from advgui.core.ink import PEN, Stroke, Strokes

#: The default pen's width as a share of the canvas' side.
_DEFAULT_WIDTH: Final = 0.085


def pen_share(pen: float) -> float:
    """The width of a pen, given as a share of a digit's box, as a share of the canvas."""
    return pen / PEN * _DEFAULT_WIDTH


def paint_strokes(
    painter: QPainter, strokes: Strokes, *, side: float, width: float, colour: QColor
) -> None:
    """Paint strokes in canvas units into the square from (0, 0) to (side, side).

    ``width`` is the pen's, in the painter's units, at the pressure of one half.
    """
    for stroke in strokes:
        for path, share in _pieces(stroke, side):
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
    reach = 0.75 * width + 2.0
    return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist())).adjusted(
        -reach, -reach, reach, reach
    )


def settled_points(stroke: Stroke) -> Iterator[Stroke]:
    """The groups of points of all parts of a stroke before its tail."""
    for end in range(2, len(stroke)):
        yield stroke[max(end - 3, 0) : end]


def pressed(stroke: Stroke) -> float:
    """The width of a part of a stroke over the pen's: 1 without pressure, else .5 to 1.5."""
    return 0.5 + float(stroke[:, 2].mean()) if stroke.shape[1] == 3 else 1.0


def _pieces(stroke: Stroke, side: float) -> Iterator[tuple[QPainterPath, float]]:
    """A stroke as paths of one width each: without pressure a single one."""
    if stroke.shape[1] == 2 and len(stroke):
        yield _whole(_places(stroke, side)), 1.0
        return
    for points in settled_points(stroke):
        yield settled(points, side), pressed(points)
    if len(stroke):
        yield tail(stroke, side), pressed(stroke[-3:])


def _whole(places: list[QPointF]) -> QPainterPath:
    path = QPainterPath(places[0])
    if len(places) > 1:
        path.lineTo(_middle(places[0], places[1]))
        for control, after in pairwise(places[1:]):
            path.quadTo(control, _middle(control, after))
        path.lineTo(places[-1])
    return path


def _places(stroke: Stroke, side: float) -> list[QPointF]:
    return [QPointF(x, y) for x, y in (stroke[:, :2] * side).tolist()]


def _middle(one: QPointF, other: QPointF) -> QPointF:
    return (one + other) / 2.0
