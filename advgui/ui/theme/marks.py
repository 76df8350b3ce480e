"""The small signs that say beside a colour what it means: in bars, tiles and the strip."""

import math
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from advgui.core.language import tr
from advgui.ui.theme.tokens import Tokens

Mark = Literal["prediction", "goal", "fooled", "astray", "restored", "failed", "running", "already"]
Point = tuple[float, float]

#: Device pixels around a sign, for the ends of its lines.
_ROOM: Final = 2

#: Filled outlines and drawn lines, in a unit square with y pointing down.
_FILLED: Final[dict[Mark, tuple[tuple[Point, ...], ...]]] = {
    "prediction": (((0.2, 0.08), (0.92, 0.5), (0.2, 0.92)),),
    "goal": (((0.22, 0.08), (0.98, 0.3), (0.22, 0.58)),),
    "fooled": (((0.62, 0.0), (0.14, 0.58), (0.46, 0.58), (0.36, 1), (0.86, 0.4), (0.54, 0.4)),),
}
_DRAWN: Final[dict[Mark, tuple[tuple[Point, ...], ...]]] = {
    "goal": (((0.22, 0.08), (0.22, 0.96)),),
    "astray": (((0.14, 0.86), (0.84, 0.16)), ((0.34, 0.16), (0.84, 0.16), (0.84, 0.66))),
    "restored": (((0.1, 0.54), (0.4, 0.84), (0.92, 0.2)),),
    "failed": (((0.16, 0.16), (0.84, 0.84)), ((0.84, 0.16), (0.16, 0.84))),
    "running": tuple(((x, 0.5), (x + 0.01, 0.5)) for x in (0.1, 0.5, 0.9)),
    "already": (((0.1, 0.34), (0.9, 0.34)), ((0.1, 0.68), (0.9, 0.68))),
}

#: What each sign says in a word.
WORDS: Final[dict[Mark, str]] = {
    "prediction": tr("prediction"),
    "goal": tr("goal"),
    "fooled": tr("fooled"),
    "astray": tr("another digit"),
    "restored": tr("restored"),
    "failed": tr("not fooled"),
    "running": tr("working…"),
    "already": tr("already"),
}


def fill(mark: Mark, colours: Tokens) -> QColor:
    """The colour of areas and signs that carry a mark's meaning."""
    return {
        "prediction": colours.prediction,
        "goal": colours.goal,
        "fooled": colours.fooled,
        "astray": colours.fooled,
        "restored": colours.restored,
        "failed": colours.muted,
        "running": colours.accent,
        "already": colours.prediction,
    }[mark]


def ink(mark: Mark, colours: Tokens) -> QColor:
    """The same meaning as a colour in which words can be read."""
    return {
        "prediction": colours.prediction_text,
        "goal": colours.goal_text,
        "fooled": colours.fooled_text,
        "astray": colours.fooled_text,
        "restored": colours.restored_text,
        "failed": colours.muted,
        "running": colours.muted,
        "already": colours.prediction_text,
    }[mark]


def draw_mark(painter: QPainter, mark: Mark, square: QRectF, colour: QColor) -> None:
    """Draw a sign so that it fills a square; the painter is left as it was."""
    place = painter.deviceTransform()
    ratio = place.m11()
    left, top = place.dx() + square.left() * ratio, place.dy() + square.top() * ratio
    inside = round(left % 1.0, 2), round(top % 1.0, 2)
    stamp = _stamp(mark, square.width(), colour.rgba(), ratio, *inside)
    offset = (inside[0] + _ROOM) / ratio, (inside[1] + _ROOM) / ratio
    painter.drawImage(QPointF(square.left() - offset[0], square.top() - offset[1]), stamp)


@lru_cache(maxsize=200)
def _stamp(mark: Mark, side: float, colour: int, ratio: float, left: float, top: float) -> QImage:
    """A sign on nothing, in device pixels, at a place within the first of them.

    To copy it takes a fifth of the time of drawing its lines.
    """
    pixels = math.ceil(side * ratio) + 2 * _ROOM + 1
    stamp = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(0)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = QPointF((left + _ROOM) / ratio, (top + _ROOM) / ratio)
    _draw(painter, mark, QRectF(corner, QSizeF(side, side)), QColor.fromRgba(colour))
    painter.end()
    return stamp


def _draw(painter: QPainter, mark: Mark, square: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for outline in _FILLED.get(mark, ()):
        painter.drawPolygon(_placed(outline, square))
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(colour, square.width() / 6, *round_ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _DRAWN.get(mark, ()):
        painter.drawPolyline(_placed(line, square))


def _placed(points: tuple[Point, ...], square: QRectF) -> list[QPointF]:
    side, left, top = square.width(), square.left(), square.top()
    return [QPointF(left + x * side, top + y * side) for x, y in points]
