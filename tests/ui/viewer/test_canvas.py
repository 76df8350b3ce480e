"""Images in the large are zoomed, swiped and blinked, by mouse and keys, with one cursor."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.viewer.canvas import BLINK_MS, Canvas
from advgui.ui.viewer.choice import Choice
from tests.ui.screenshots import painted
from tests.ui.viewer.tiles import CHANGED, ORIGINAL, empty, four

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot, keep: Callable[[Canvas], Canvas]) -> Canvas:
    made = keep(Canvas())
    made.setPalette(palette(LIGHT))
    made.resize(420, 440)
    made.show_tiles(four())
    made.show()
    qtbot.waitExposed(made)
    return made


def middles(canvas: Canvas, number: int = 0) -> Bytes:
    """The gray in the middle of each pixel of an image in the large."""
    square, sheet = canvas.squares()[number], painted(canvas)
    side = square.width() / 28
    rows = (square.top() + (np.arange(28) + 0.5) * side).astype(int)
    columns = (square.left() + (np.arange(28) + 0.5) * side).astype(int)
    found: Bytes = sheet[np.ix_(rows, columns)][..., 0]
    return found


def place(canvas: Canvas, row: int, column: int) -> QPoint:
    return canvas.zoom.area_of((row, column), canvas.squares()[0]).center().toPoint()


def is_whole(canvas: Canvas) -> bool:
    return canvas.zoom.is_whole


def blinks(canvas: Canvas) -> bool:
    return canvas.blinking


def wheel(canvas: Canvas, at: QPoint, turns: int) -> None:
    """Turn the wheel of the mouse."""
    point, none = QPointF(at), Qt.MouseButton.NoButton
    event = QWheelEvent(
        *(point, canvas.mapToGlobal(point), QPoint(), QPoint(0, 120 * turns)),
        *(none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(canvas, event)


def test_one_image_is_shown_pixel_for_pixel(canvas: Canvas) -> None:
    assert canvas.squares()[0].width() >= 360
    np.testing.assert_array_equal(middles(canvas), CHANGED)


def test_two_stand_side_by_side(canvas: Canvas) -> None:
    canvas.show_choice(Choice(mode="beside"))
    np.testing.assert_array_equal(middles(canvas, 0), CHANGED)
    np.testing.assert_array_equal(middles(canvas, 1), ORIGINAL)


def test_a_swipe_shows_one_at_the_left_and_the_other_at_the_right(canvas: Canvas) -> None:
    canvas.show_choice(Choice(mode="swipe"))
    shown = middles(canvas)
    np.testing.assert_array_equal(shown[:10, :13], CHANGED[:10, :13])
    np.testing.assert_array_equal(shown[:10, 15:], ORIGINAL[:10, 15:])


def test_the_divider_follows_the_mouse_and_the_arrow_keys(canvas: Canvas) -> None:
    canvas.show_choice(Choice(mode="swipe"))
    QTest.mouseClick(canvas, LEFT, pos=place(canvas, 3, 7))
    assert canvas.divider == pytest.approx(7.5 / 28, abs=0.01)
    before = canvas.divider
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.divider == pytest.approx(before + 1 / 28)
    for _ in range(40):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.divider == 0
    np.testing.assert_array_equal(middles(canvas)[:10, 1:], ORIGINAL[:10, 1:])


def test_the_cursor_tells_the_pixel_below_the_mouse(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.pointed) as told:
        QTest.mouseMove(canvas, place(canvas, 4, 19))
    assert told.args == [(4, 19)]
    before = painted(canvas)
    canvas.set_cursor(None)
    assert (painted(canvas) != before).any()


def test_the_arrow_keys_move_the_cursor_too(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    start = canvas.cursor_pixel
    assert start is not None
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.cursor_pixel == (start[0], start[1] + 1)


def test_the_wheel_zooms_about_the_mouse_and_home_shows_all_again(canvas: Canvas) -> None:
    at = place(canvas, 20, 6)
    wheel(canvas, at, 3)
    assert canvas.zoom.span < 20
    assert canvas.zoom.pixel_at(QPointF(at), canvas.squares()[0]) == (20, 6)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert is_whole(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert not is_whole(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert is_whole(canvas)


def test_an_image_that_is_zoomed_is_pulled_along(canvas: Canvas) -> None:
    wheel(canvas, place(canvas, 14, 14), 4)
    before, start = canvas.zoom, place(canvas, 14, 14)
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + QPoint(60, 0))
    QTest.mouseRelease(canvas, LEFT, pos=start + QPoint(60, 0))
    assert canvas.zoom.left < before.left
    assert canvas.zoom.top == before.top


def test_numbers_come_with_the_room_that_they_need(canvas: Canvas) -> None:
    before = canvas.zoom.span
    canvas.show_choice(Choice(numbers=True))
    assert canvas.zoom.span < before


def test_it_blinks_slower_than_twice_a_second_and_only_while_it_is_seen(
    canvas: Canvas, qtbot: QtBot
) -> None:
    assert BLINK_MS > 500
    canvas.show_choice(Choice(mode="blink"))
    assert blinks(canvas)
    np.testing.assert_array_equal(middles(canvas), CHANGED)
    canvas.flip()
    np.testing.assert_array_equal(middles(canvas), ORIGINAL)
    canvas.hide()
    assert not blinks(canvas)
    canvas.show()
    assert blinks(canvas)
    canvas.show_tiles(empty())
    assert not blinks(canvas)


class Calm(QProxyStyle):
    """That of a system which is told to do without animations."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: object = None,
    ) -> int:
        """No animation takes any time."""
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget)


def test_without_animations_only_a_key_changes_the_images(canvas: Canvas) -> None:
    calm = Calm()
    canvas.setStyle(calm)
    canvas.show_choice(Choice(mode="blink"))
    assert not blinks(canvas)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.shows_second
    np.testing.assert_array_equal(middles(canvas), ORIGINAL)


def test_the_scale_of_a_perturbation_stands_beside_it(canvas: Canvas) -> None:
    wide = canvas.squares()[0]
    canvas.show_choice(Choice(first=1))
    square = canvas.squares()[0]
    assert square.right() < wide.right() or square.width() < wide.width()
    beside = painted(canvas)[:, int(square.right()) + 12].astype(int)
    blue, red = beside[:, 2] - beside[:, 0] > 60, beside[:, 0] - beside[:, 2] > 60
    assert red.nonzero()[0].max() < blue.nonzero()[0].min()


def test_another_step_is_shown_as_soon_as_it_is_told(canvas: Canvas) -> None:
    canvas.prepare(four(1))
    np.testing.assert_array_equal(middles(canvas), CHANGED)
    canvas.show_tiles(four(1))
    np.testing.assert_array_equal(middles(canvas), CHANGED + 1)
