"""Buttons painted in one widget: pressed by mouse and keys, and hinted at."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.widgets.painted_buttons import PaintedButtons
from tests.ui.screenshots import painted, part, share_of

IDLE = 2


class Five(PaintedButtons):
    """Five beside one another, of which one does nothing; keeps what it hints at."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.hints: list[str] = []
        self.set_count(5)

    def words(self, index: int) -> str:
        return f"Take {index}"

    def offers(self, index: int) -> bool:
        return index != IDLE and super().offers(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(5):
            self.draw_state(painter, index, self.colours())

    def event(self, event: object) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.hints.append(event.tip())
        return super().event(event)  # type: ignore[arg-type]


@pytest.fixture
def five(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> Five:
    made = Five()
    keep(made)
    made.setPalette(palette(LIGHT))
    made.resize(251, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(five: Five, index: int) -> QPoint:
    return five.cell(index).center().toPoint()


def test_the_cells_fill_the_widget_on_whole_pixels(five: Five) -> None:
    edges = [five.cell(index) for index in range(5)]
    assert edges[0].left() == 0
    assert edges[-1].right() == five.width()
    assert all(one.right() == two.left() for one, two in pairwise(edges))


def test_a_button_is_pressed_where_the_mouse_is_let_go_on_it(five: Five, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(five.chosen) as chosen:
        QTest.mouseClick(five, left, pos=middle(five, 3))
    assert chosen.args == [3]
    with qtbot.assertNotEmitted(five.chosen):
        QTest.mousePress(five, left, pos=middle(five, 3))
        QTest.mouseRelease(five, left, pos=middle(five, 1))
        QTest.mouseClick(five, Qt.MouseButton.RightButton, pos=middle(five, 1))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_goes_around_and_presses(five: Five, qtbot: QtBot, key: Qt.Key) -> None:
    five.setFocus(Qt.FocusReason.TabFocusReason)
    for move, place in (
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(five, move)
        assert five.current() == place
    with qtbot.waitSignal(five.chosen) as chosen:
        QTest.keyClick(five, key)
    assert chosen.args == [0]


def test_the_ring_is_for_the_keyboard(five: Five) -> None:
    def ring(index: int) -> float:
        return share_of(part(painted(five), five.cell(index)), LIGHT.accent)

    five.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring(0) == 0
    QTest.keyClick(five, Qt.Key.Key_Right)
    assert ring(0) == 0 < ring(1)
    five.clearFocus()
    assert ring(1) == 0


def test_what_the_mouse_is_over_is_hinted_at_and_looks_like_a_button(five: Five) -> None:
    QTest.mouseMove(five, middle(five, 1))
    assert five.hints[-1] == "Take 1"
    assert share_of(part(painted(five), five.cell(1)), LIGHT.hover) > 0.5
    QTest.mouseMove(five, middle(five, IDLE))
    assert share_of(part(painted(five), five.cell(IDLE)), LIGHT.hover) == 0
    assert five.cursor().shape() == Qt.CursorShape.ArrowCursor
