from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from advgui.ui.network.bars import ConfidenceBars
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.screenshots import painted, part, share_of

SOME = (0.001, 0.002, 0.012, 0.905, 0.0, 0.03, 0.004, 0.01, 0.02, 0.016)
Keep = Callable[[ConfidenceBars], ConfidenceBars]


@pytest.fixture
def bars(qtbot: QtBot, keep: Keep) -> ConfidenceBars:
    made = keep(ConfidenceBars())
    made.setPalette(palette(LIGHT))
    made.resize(240, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(bars: ConfidenceBars, digit: int) -> QPoint:
    return bars.cell(digit).center().toPoint()


def bar_lengths(bars: ConfidenceBars) -> list[float]:
    """How much of each row is blue, orange or the gray of a bar."""
    shown = painted(bars)
    filled = (LIGHT.prediction, LIGHT.goal, LIGHT.edge)
    rows = [part(shown, bars.cell(digit)) for digit in range(10)]
    lines = [row[row.shape[0] // 2, 45:160][None] for row in rows]
    ends = 2 / lines[0].shape[1]  # of the line around the track
    return [max(0.0, sum(share_of(line, one) for one in filled) - ends) for line in lines]


def test_every_bar_is_as_long_as_its_confidence(bars: ConfidenceBars) -> None:
    confidences = np.linspace(0.0, 1.0, 10)
    bars.set_reading(tuple(confidences), 9)
    lengths = np.array(bar_lengths(bars))
    assert lengths[0] == 0
    np.testing.assert_allclose(lengths / lengths[9], confidences, atol=0.06)


def test_sigmoid_confidences_need_not_sum_to_one(bars: ConfidenceBars) -> None:
    bars.set_reading((1.0,) * 10, 0)
    assert min(bar_lengths(bars)) > 0.5
    assert set(bars.figures()) == {"100\u00a0%"}


def test_the_prediction_is_blue_and_has_a_pointer_of_its_own(bars: ConfidenceBars) -> None:
    bars.set_reading(SOME, 3)
    shown = painted(bars)
    gutters = [part(shown, bars.cell(digit))[:, :18] for digit in range(10)]
    assert [digit for digit in range(10) if share_of(gutters[digit], LIGHT.prediction)] == [3]
    assert share_of(part(shown, bars.cell(3)), LIGHT.prediction) > 0.1


def test_the_goal_is_orange_and_has_a_flag_beside_its_bar(bars: ConfidenceBars) -> None:
    bars.set_reading(SOME, 3)
    bars.set_goal(7)
    shown = painted(bars)
    rows = [part(shown, bars.cell(digit)) for digit in range(10)]
    assert [digit for digit in range(10) if share_of(rows[digit], LIGHT.goal)] == [7]


def test_a_prediction_that_is_the_goal_has_the_colour_of_its_curve_and_both_signs(
    bars: ConfidenceBars,
) -> None:
    bars.set_reading(SOME, 3)
    bars.set_goal(3)
    row = part(painted(bars), bars.cell(3))
    assert share_of(row, LIGHT.goal) > 0.1
    assert 0 < share_of(row, LIGHT.prediction) < 0.01  # the pointer


def test_nothing_drawn_has_tracks_and_no_figures(bars: ConfidenceBars) -> None:
    bars.set_reading(SOME, 3)
    bars.set_reading(None, None)
    assert sum(bar_lengths(bars)) == 0
    assert share_of(painted(bars), LIGHT.track) > 0.1


def test_every_figure_is_of_the_bar_beside_it(bars: ConfidenceBars) -> None:
    for tenth in range(1, 10):
        bars.set_reading((tenth / 10,) * 10, 0)
        assert set(bars.figures()) == {f"{10 * tenth}.0\u00a0%"}
        assert f"{10 * tenth}.0" in bars.accessibleDescription()
    bars.set_reading(None, None)
    assert set(bars.figures()) == {"\u2013"}


@pytest.mark.parametrize("digit", range(10))
def test_a_click_on_a_row_chooses_its_digit(bars: ConfidenceBars, qtbot: QtBot, digit: int) -> None:
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, digit))
    assert chosen.args == [digit]


def test_letting_go_on_another_row_chooses_nothing(bars: ConfidenceBars, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bars.chosen):
        QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 2))
        QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 3))
        QTest.mouseClick(bars, Qt.MouseButton.RightButton, pos=middle(bars, 3))


def test_arrows_move_and_enter_or_space_choose(bars: ConfidenceBars, qtbot: QtBot) -> None:
    bars.set_current(8)
    chosen: list[int] = []
    bars.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(bars, key)
    QTest.keyClick(bars, Qt.Key.Key_Up)
    QTest.keyClick(bars, Qt.Key.Key_Enter)
    assert chosen == [9, 0, 9]


def test_home_and_end_go_to_the_ends(bars: ConfidenceBars, qtbot: QtBot) -> None:
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert bars.current() == 9
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert bars.current() == 0


def test_the_ring_is_only_for_the_keyboard(bars: ConfidenceBars, qtbot: QtBot) -> None:
    bars.setFocus(Qt.FocusReason.MouseFocusReason)
    assert share_of(painted(bars), LIGHT.accent) == 0
    QTest.keyClick(bars, Qt.Key.Key_Down)
    assert share_of(part(painted(bars), bars.cell(1)), LIGHT.accent) > 0.01
    bars.clearFocus()
    assert share_of(painted(bars), LIGHT.accent) == 0


def test_setters_do_not_echo(bars: ConfidenceBars, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bars.chosen):
        bars.set_reading(SOME, 3)
        bars.set_goal(5)
        bars.set_current(4)


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_mouse_learns_what_a_row_does(bars: ConfidenceBars, qtbot: QtBot) -> None:
    QTest.mouseMove(bars, middle(bars, 6))
    assert share_of(part(painted(bars), bars.cell(6)), LIGHT.hover) > 0.3
    place = middle(bars, 6)
    event = QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place))
    QApplication.sendEvent(bars, event)
    assert QToolTip.text() == "Attack toward 6"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)
    QApplication.sendEvent(bars, QEvent(QEvent.Type.Leave))
    assert share_of(painted(bars), LIGHT.hover) == 0


def test_the_reading_is_told_to_those_who_do_not_see(bars: ConfidenceBars) -> None:
    assert bars.accessibleName() == "Confidences"
    assert bars.accessibleDescription() == "Nothing is drawn."
    bars.set_goal(7)
    bars.set_reading(SOME, 3)
    said = "The network reads 3, 90.5\u00a0%. The goal is 7, 1.0\u00a0%."
    assert bars.accessibleDescription() == said


def test_another_label_is_told_at_once(bars: ConfidenceBars) -> None:
    bars.set_reading(SOME, 3)
    bars.set_reading(tuple(reversed(SOME)), 6)
    assert bars.accessibleDescription() == "The network reads 6, 90.5\u00a0%."
