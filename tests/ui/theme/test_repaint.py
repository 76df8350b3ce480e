"""What is painted anew is what looks different, and nothing that is kept is ever stale."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.theme.marks import draw_mark
from advgui.ui.theme.pixels import Picture, gray_image
from advgui.ui.theme.repaint import Looks
from advgui.ui.theme.text_cache import texts
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from tests.ui.screenshots import painted

SOME = (0.001, 0.002, 0.012, 0.905, 0.0, 0.03, 0.004, 0.01, 0.02, 0.016)


class Canvas(QWidget):
    """Remembers what it was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = QRegion()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.asked = QRegion()
        return super().event(event)

    def paintEvent(self, event: object) -> None:
        region = getattr(event, "region", QRegion)()
        self.asked = self.asked.united(region)


@pytest.fixture
def sheet(qtbot: QtBot, keep: Callable[[Canvas], Canvas]) -> Canvas:
    made = keep(Canvas())
    made.resize(200, 100)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def bars(qtbot: QtBot, keep: Callable[[ConfidenceBars], ConfidenceBars]) -> ConfidenceBars:
    made = keep(ConfidenceBars())
    made.setPalette(palette(LIGHT))
    made.resize(240, 300)
    made.set_reading(SOME, 3)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def app_font(qapp: QApplication) -> Iterator[QFont]:
    before = qapp.font()
    yield QFont(before)
    qapp.setFont(before)


def asked_for(sheet: Canvas) -> QRegion:
    sheet.asked = QRegion()
    QApplication.processEvents()
    return sheet.asked


def test_only_the_part_that_looks_different_is_painted(sheet: Canvas, qtbot: QtBot) -> None:
    looks = Looks(sheet)
    places = [QRectF(0, 0, 50, 100), QRectF(60, 0, 50, 100)]
    for part, place in enumerate(places):
        looks.show(part, place, "red")
    asked_for(sheet)
    looks.show(0, places[0], "red")
    assert asked_for(sheet).isEmpty()
    looks.show(1, places[1], "blue")
    assert asked_for(sheet).boundingRect() == QRect(60, 0, 50, 100)


def on_screen(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.screen().grabWindow(widget.winId()).toImage()


def test_bars_painted_row_by_row_look_as_if_painted_at_once(
    bars: ConfidenceBars, qtbot: QtBot
) -> None:
    first = on_screen(bars)
    bars.set_reading(tuple(reversed(SOME)), 6)
    bars.set_goal(1)
    assert on_screen(bars) != first
    bars.set_reading((0.1,) * 9 + (0.016,), 0)
    qtbot.waitUntil(lambda: bars.figures()[3] == "10.0\u00a0%", timeout=2000)
    by_row = on_screen(bars)
    bars.update()
    assert on_screen(bars) == by_row


def test_bars_follow_theme_size_and_font(bars: ConfidenceBars, app_font: QFont) -> None:
    before = painted(bars)
    bars.setPalette(palette(DARK))
    dark = painted(bars)
    assert dark.mean() < before.mean() / 2
    bars.setPalette(palette(LIGHT))
    np.testing.assert_array_equal(painted(bars), before)
    bars.resize(200, 260)
    assert painted(bars).shape == (260, 200, 3)
    bars.resize(240, 300)
    np.testing.assert_array_equal(painted(bars), before)
    app_font.setPointSizeF(1.5 * app_font.pointSizeF())
    QApplication.setFont(app_font)
    assert (painted(bars) != before).any(), "words of another size"


def test_words_are_laid_out_anew_in_another_font(qapp: QApplication, app_font: QFont) -> None:
    before, wide = texts(), texts().width("98.2 %", "body")
    assert texts() is before
    app_font.setPointSizeF(2 * app_font.pointSizeF())
    qapp.setFont(app_font)
    assert texts().width("98.2 %", "body") == pytest.approx(2 * wide, rel=0.1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_sharp_at_every_size_and_scale(ratio: float) -> None:
    image = np.random.default_rng(1).integers(0, 256, (28, 28), dtype=np.uint8)
    picture = Picture(gray_image(image))
    for multiple in (3, 2, 5, 2):
        side = 28 * multiple
        into = QImage(side, side, QImage.Format.Format_RGB32)
        into.setDevicePixelRatio(ratio)
        painter = QPainter(into)
        picture.draw(painter, QRectF(0, 0, side / ratio, side / ratio))
        painter.end()
        rows = np.frombuffer(into.constBits(), np.uint8).reshape(side, side, 4)[..., 0]
        np.testing.assert_array_equal(rows, np.kron(image, np.ones((multiple, multiple), np.uint8)))


@pytest.mark.parametrize("left", [4.0, 4.25, 4.5])
def test_a_sign_is_where_it_is_asked_for(qtbot: QtBot, left: float) -> None:
    """Its middle of mass moves with its place, by parts of a pixel too."""
    found = []
    for place in (left, left + 0.5):
        into = QImage(24, 24, QImage.Format.Format_RGB32)
        into.fill(Qt.GlobalColor.white)
        painter = QPainter(into)
        draw_mark(painter, "already", QRectF(place, 6, 10, 10), QColor(0, 0, 0))
        painter.end()
        ink = 255.0 - np.frombuffer(into.constBits(), np.uint8).reshape(24, 24, 4)[..., 0]
        found.append((ink.sum(axis=0) * np.arange(24)).sum() / ink.sum())
    assert found[1] - found[0] == pytest.approx(0.5, abs=0.05)
