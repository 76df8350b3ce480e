"""What is painted anew is what looks different, and nothing that is kept is ever stale."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.theme.paint_cache import PaintCache
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


def fill(painter: QPainter, area: QRectF, look: str) -> None:
    painter.fillRect(area, QColor(look))


def test_only_the_part_that_looks_different_is_painted(sheet: Canvas, qtbot: QtBot) -> None:
    looks = PaintCache[str](sheet, fill)
    places = [QRectF(0, 0, 50, 100), QRectF(60, 0, 50, 100)]
    looks.show(zip(places, ("red", "red"), strict=True))
    asked_for(sheet)
    looks.show(zip(places, ("red", "red"), strict=True))
    assert asked_for(sheet).isEmpty()
    looks.show(zip(places, ("red", "blue"), strict=True))
    assert asked_for(sheet).boundingRect() == QRect(60, 0, 50, 100)


def test_what_changed_unseen_is_painted_and_what_comes_next_too(sheet: Canvas) -> None:
    looks, place = PaintCache[str](sheet, fill), QRectF(0, 0, 50, 100)
    looks.show([(place, "red")])
    sheet.hide()
    looks.show([(place, "blue")])
    sheet.show()
    assert asked_for(sheet).boundingRect() == sheet.rect()
    looks.show([(place, "red")])
    assert asked_for(sheet).boundingRect() == place.toRect()


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


def blot(painter: QPainter, area: QRectF, look: str) -> None:
    """Something with edges between pixels, and words."""
    painter.setPen(QColor("gray"))
    painter.setBrush(QColor(look))
    painter.drawEllipse(area.adjusted(1.3, 1.6, -1.2, -1.7))
    texts().write(painter, area, look, "strong", QColor("black"), "centre")


class Blots(QWidget):
    """Three parts, each of one colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours: tuple[str, ...] = ("red", "blue", "lime")
        self.anew = 0
        self.cache = PaintCache[str](self, self._blot, self.touched)
        self.under_mouse: tuple[int, ...] = ()

    def _blot(self, painter: QPainter, area: QRectF, look: str) -> None:
        self.anew += 1
        blot(painter, area, look)

    def touched(self) -> tuple[int, ...]:
        return self.under_mouse

    def parts(self, colours: tuple[str, ...]) -> Iterator[tuple[QRectF, str]]:
        return zip((QRectF(0, 31.0 * i, 70, 31) for i in range(3)), colours, strict=True)

    def show_colours(self, *colours: str) -> None:
        self.colours = colours
        self.cache.show(self.parts(colours))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.cache.draw(event, self.parts(self.colours))


@pytest.fixture
def blots(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> Blots:
    window = keep(QWidget())
    window.resize(120, 120)
    made = Blots(window)
    made.setGeometry(13, 7, 80, 100)
    window.show()
    qtbot.waitExposed(window)
    made.show_colours("red", "blue", "lime")
    QApplication.processEvents()
    return made


def test_what_was_prepared_looks_as_if_painted_when_it_is_shown(blots: Blots) -> None:
    before = on_screen(blots.window())
    blots.cache.prepare(blots.parts(("aqua", "blue", "pink")))
    assert on_screen(blots.window()) == before
    blots.anew = 0
    blots.show_colours("aqua", "blue", "pink")
    prepared = on_screen(blots.window())
    assert blots.anew == 0
    blots.under_mouse = (0, 1, 2)  # so that all is painted
    blots.update()
    assert on_screen(blots.window()) == prepared
    assert blots.anew == 3


def test_nothing_that_was_prepared_outlives_its_colours(blots: Blots) -> None:
    blots.cache.prepare(blots.parts(("aqua", "aqua", "aqua")))
    blots.setPalette(palette(DARK))
    blots.anew = 0
    blots.show_colours("aqua", "aqua", "aqua")
    on_screen(blots.window())
    assert blots.anew >= 3


def test_another_scale_is_painted_anew(blots: Blots) -> None:
    blots.cache.prepare(blots.parts(("aqua", "aqua", "aqua")))
    blots.anew = 0
    blots.show_colours("aqua", "aqua", "aqua")
    painted(blots, blots.devicePixelRatioF() + 1)
    assert blots.anew >= 3


def test_what_is_under_the_mouse_is_painted_as_it_is(blots: Blots) -> None:
    blots.under_mouse = (1,)
    blots.anew = 0
    blots.cache.prepare(blots.parts(("aqua", "aqua", "aqua")))
    assert blots.anew == 2
    blots.show_colours("aqua", "aqua", "aqua")
    on_screen(blots.window())
    assert blots.anew == 3
