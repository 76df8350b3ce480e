"""A plot as it leaves the window: a picture, a drawing of lines, a table of its values."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from advgui.core.language import english
from advgui.lab.export.svg import DENSE
from advgui.ui.plotting.curves import PlotData
from advgui.ui.theme.tokens import LIGHT

#: Pixels of a picture to a point of the screen, at least: it may be printed.
_DENSE: Final = 2.0
_MARGIN: Final = 12
#: Points to an inch, as browsers have it.
_DOTS: Final = 96

#: Paints by a painter that has so many pixels to a point.
Paint = Callable[[QPainter, float], None]


@dataclass(frozen=True, slots=True)
class PlotFile:
    """What is saved of a plot: the name it may have, what such files are called, its bytes."""

    name: str
    kind: str
    content: bytes


def picture(size: QSize, ground: QColor, paint: Paint, ratio: float) -> QImage:
    """What ``paint`` paints in a room of this size, with a margin."""
    dense = max(_DENSE, ratio)
    outer = QSize(size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN)
    made = QImage(outer * dense, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(dense)
    made.fill(ground)
    painter = QPainter(made)
    painter.translate(_MARGIN, _MARGIN)
    paint(painter, dense)
    painter.end()
    return made


def png(image: QImage) -> bytes:
    """The picture as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a buffer is a QIODevice
    return bytes(buffer.data().data())


def svg_png(text: str) -> bytes:
    """The text of an SVG file as the content of a PNG file, in the resolution of a slide."""
    renderer = QSvgRenderer(QByteArray(text.encode()))
    made = QImage(renderer.defaultSize() * DENSE, QImage.Format.Format_RGB32)
    made.fill(LIGHT.base)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return png(made)


def svg(size: QSize, ground: QColor, paint: Paint, title: str) -> bytes:
    """What ``paint`` paints as the content of an SVG file, in points of the screen."""
    buffer = QBuffer()
    outer = QRect(0, 0, size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(_DOTS)
    made.setSize(outer.size())
    made.setViewBox(outer)
    made.setTitle(title)
    painter = QPainter(made)
    painter.fillRect(outer, ground)
    painter.translate(_MARGIN, _MARGIN)
    paint(painter, 1.0)
    painter.end()
    return bytes(buffer.data().data())


def table(data: PlotData, along: str) -> bytes:
    """All values as the content of a CSV file, one line a place; what is no number is empty.

    Its headings are English in every language: what reads such a file goes by them.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([english(along), *(curve.column for curve in data.curves)])
    columns = [data.places, *(data.values[curve.name] for curve in data.curves)]
    for row in zip(*columns, strict=True):
        writer.writerow(["" if value != value else str(value) for value in row])
    return lines.getvalue().encode()
