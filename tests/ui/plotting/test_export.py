import csv
import io
import math
import re

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from advgui.core import language
from advgui.lab.export.figure import run_figure
from advgui.lab.export.svg import DENSE, PIXEL, figure_svg
from advgui.ui.plotting import export
from advgui.ui.plotting.curves import Curve, PlotData
from tests.lab.export.shipped_runs import beginning, run_of
from tests.ui.qimages import rgb

pytestmark = pytest.mark.usefixtures("qapp")

GROUND, INK = QColor("#f4f5f7"), QColor("#d55e00")
SIZE = QSize(100, 40)


def paint(painter: QPainter, ratio: float) -> None:
    painter.fillRect(QRect(0, 0, 100, 40), INK)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def table(**values: object) -> PlotData:
    places = np.arange(3)
    curves = tuple(Curve(name, f"The {name}, in short", "text") for name in values)
    return PlotData(curves, places, {n: np.asarray(v, np.float32) for n, v in values.items()})


@pytest.mark.parametrize("ratio", [1.0, 2.0, 3.0])
def test_a_picture_is_sharp_enough_for_print_and_has_a_margin(ratio: float) -> None:
    image = export.picture(SIZE, GROUND, paint, ratio)
    dense = max(2, int(ratio))
    pixels = rgb(image)
    assert pixels.shape == (64 * dense, 124 * dense, 3)
    assert tuple(pixels[0, 0]) == (0xF4, 0xF5, 0xF7)
    assert tuple(pixels[12 * dense, 12 * dense]) == (0xD5, 0x5E, 0x00)
    assert tuple(pixels[12 * dense - 1, 12 * dense]) == (0xF4, 0xF5, 0xF7)


def test_a_png_has_every_pixel_of_the_picture() -> None:
    image = export.picture(SIZE, GROUND, paint, 1.0)
    assert np.array_equal(rgb(QImage.fromData(export.png(image))), rgb(image))


def test_an_svg_is_as_large_as_it_was_on_the_screen_and_titled() -> None:
    content = export.svg(SIZE, GROUND, paint, "Course of the run")
    assert QSvgRenderer(QByteArray(content)).viewBox() == QRect(0, 0, 124, 64)
    assert b"<title>Course of the run</title>" in content
    assert INK.name().encode() in content


def test_headings_of_a_table_are_english_whatever_the_window_speaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    german = {"Schritt": "Step", "Verlust": "Loss"}
    monkeypatch.setattr(language, "_sources", lambda: german)
    curves = Curve("loss", "Verlust", "text"), Curve("a", "Die 3", "text", heading="The 3")
    data = PlotData(curves, np.arange(1), {"loss": np.ones(1), "a": np.ones(1)})
    assert rows_of(export.table(data, "Schritt"))[0] == ["Step", "Loss", "The 3"]


def test_a_picture_of_a_figure_has_sharp_pixels() -> None:
    figure = run_figure(run_of(beginning(), steps=20), 0.5)
    text = figure_svg(figure)
    picture = rgb(QImage.fromData(export.svg_png(text)))
    places = re.findall(r"<image x='(\d+)' y='(\d+)' width='196' height='196'", text)
    for (left, top), panel in zip(places, figure.panels, strict=True):
        sharp = panel.pixels.repeat(PIXEL * DENSE, axis=0).repeat(PIXEL * DENSE, axis=1)
        frame = slice(DENSE, -DENSE)
        rows = slice(DENSE * int(top), DENSE * int(top) + len(sharp))
        columns = slice(DENSE * int(left), DENSE * int(left) + len(sharp))
        np.testing.assert_array_equal(picture[rows, columns][frame, frame], sharp[frame, frame])


def test_a_table_has_the_very_values_and_quotes_what_has_a_comma() -> None:
    values = np.array([0.1, 1e-12, 1 / 3], np.float32)
    head, *rows = rows_of(export.table(table(share=values), "Step"))
    assert head == ["Step", "The share, in short"]
    assert [row[0] for row in rows] == ["0", "1", "2"]
    assert np.array_equal(np.array([row[1] for row in rows], np.float32), values)
    assert rows[0][1] == "0.1"


def test_what_is_no_number_is_empty_in_a_table() -> None:
    _, *rows = rows_of(export.table(table(share=[0.5, math.nan, 1.0]), "Step"))
    assert [row[1] for row in rows] == ["0.5", "", "1.0"]


def test_a_picture_is_twice_as_wide_as_its_drawing_and_white_behind_it(qapp: object) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
    svg += "<rect width='10' height='10' fill='#0000ff'/></svg>"
    image = QImage.fromData(export.svg_png(svg))
    assert (image.width(), image.height()) == (80, 40)
    assert image.pixelColor(4, 4).name() == "#0000ff"
    assert image.pixelColor(70, 30).name() == "#ffffff"
