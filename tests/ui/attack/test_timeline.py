from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from advgui.ui.attack.timeline import StepSlider, Timeline
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.screenshots import painted, share_of

Keep = Callable[[Timeline], Timeline]

# The screen that is not there says so whenever a window has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def timeline(qtbot: QtBot, keep: Keep) -> Timeline:
    made = keep(Timeline())
    made.setPalette(palette(LIGHT))
    made.resize(600, 36)
    made.set_range(100)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def chosen(timeline: Timeline) -> list[int]:
    heard: list[int] = []
    timeline.step_chosen.connect(heard.append)
    return heard


def slider(timeline: Timeline) -> StepSlider:
    found = timeline.findChild(StepSlider, "step-slider")
    assert isinstance(found, StepSlider)
    return found


def button(timeline: Timeline, name: str) -> QToolButton:
    found = timeline.findChild(QToolButton, f"step-{name}")
    assert isinstance(found, QToolButton)
    return found


def figures(timeline: Timeline) -> str:
    found = timeline.findChild(QLabel, "step-figures")
    assert isinstance(found, QLabel)
    return found.text()


def press(timeline: Timeline, name: str) -> None:
    QTest.mouseClick(button(timeline, name), Qt.MouseButton.LeftButton)


def test_setting_shows_the_step_and_tells_nobody(timeline: Timeline, chosen: list[int]) -> None:
    timeline.set_step(42)
    assert (timeline.step(), figures(timeline)) == (42, "42 / 100")
    timeline.set_range(40)
    assert (timeline.step(), figures(timeline)) == (40, "40 / 40")
    timeline.set_best(3)
    assert chosen == []


def test_buttons_walk_and_tell_where(timeline: Timeline, chosen: list[int]) -> None:
    timeline.set_step(50)
    for name in ("next", "last", "previous", "first"):
        press(timeline, name)
    assert chosen == [51, 100, 99, 0]
    assert figures(timeline) == "0 / 100"


def test_at_an_end_there_is_no_way_on(timeline: Timeline) -> None:
    ends = ("first", "previous", "next", "last")
    timeline.set_step(0)
    assert [button(timeline, name).isEnabled() for name in ends] == [False, False, True, True]
    timeline.set_step(100)
    assert [button(timeline, name).isEnabled() for name in ends] == [True, True, False, False]


def test_keys_walk(timeline: Timeline, chosen: list[int]) -> None:
    timeline.set_step(50)
    key = Qt.Key
    for pressed in (key.Key_Right, key.Key_Left, key.Key_PageUp, key.Key_End, key.Key_Home):
        QTest.keyClick(slider(timeline), pressed)
    assert chosen == [51, 50, 60, 100, 0]


def test_a_click_goes_to_the_step_under_the_mouse(timeline: Timeline, chosen: list[int]) -> None:
    bar = slider(timeline)
    place = QPoint(round(bar.place_of(75)), bar.height() // 2)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [75]


def test_the_handle_can_be_dragged(timeline: Timeline) -> None:
    bar = slider(timeline)
    middle = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.place_of(20)), middle))
    assert timeline.step() == 20
    QTest.mouseMove(bar, QPoint(round(bar.place_of(61)), middle))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
    assert timeline.step() == 61


def test_playing_goes_on_to_the_last_step_and_ends(
    timeline: Timeline, chosen: list[int], qtbot: QtBot
) -> None:
    timeline.set_range(6)
    timeline.set_step(6)
    press(timeline, "play")
    assert timeline.playing()
    qtbot.waitUntil(lambda: not timeline.playing(), timeout=5000)
    assert chosen == [0, 1, 2, 3, 4, 5, 6]


def test_space_plays_and_stops(timeline: Timeline) -> None:
    QTest.keyClick(slider(timeline), Qt.Key.Key_Space)
    assert timeline.playing()
    assert button(timeline, "play").accessibleName() == "Pause"
    QTest.keyClick(slider(timeline), Qt.Key.Key_Space)
    assert not timeline.playing()
    assert button(timeline, "play").accessibleName() == "Play the run"


def test_taking_a_step_by_hand_stops_playing(timeline: Timeline) -> None:
    bar = slider(timeline)
    by_hand: tuple[Callable[[], None], ...] = (
        lambda: press(timeline, "next"),
        lambda: QTest.keyClick(bar, Qt.Key.Key_Right),
        lambda: QTest.mouseClick(bar, Qt.MouseButton.LeftButton),
    )
    for act in by_hand:
        press(timeline, "play")
        assert timeline.playing()
        act()
        assert not timeline.playing()


def test_nothing_is_played_for_nobody(timeline: Timeline) -> None:
    press(timeline, "play")
    timeline.hide()
    assert not timeline.playing()


def test_without_a_run_nothing_can_be_done(timeline: Timeline, chosen: list[int]) -> None:
    press(timeline, "play")
    timeline.set_range(None)
    assert not timeline.playing()
    assert not timeline.isEnabled()
    assert figures(timeline) == ""
    press(timeline, "next")
    assert chosen == []


def test_the_best_step_is_pointed_out_where_it_is(timeline: Timeline) -> None:
    bar = slider(timeline)
    assert share_of(painted(bar), LIGHT.goal) == 0
    timeline.set_best(75)
    orange = (LIGHT.goal.red(), LIGHT.goal.green(), LIGHT.goal.blue())
    columns = (np.abs(painted(bar).astype(int) - orange).max(axis=-1) < 8).any(axis=0)
    assert columns.nonzero()[0].mean() == pytest.approx(bar.place_of(75), abs=1.5)
    assert "75" in bar.toolTip()
    timeline.set_best(None)
    assert share_of(painted(bar), LIGHT.goal) == 0


def test_the_figures_do_not_move_the_slider(timeline: Timeline) -> None:
    timeline.set_step(0)
    before = slider(timeline).geometry()
    timeline.set_step(100)
    assert slider(timeline).geometry() == before


def test_of_a_thinned_run_one_walks_from_step_to_step_that_is_there(
    timeline: Timeline, chosen: list[int]
) -> None:
    timeline.set_range(12)
    timeline.set_kept(np.array([0, 4, 7, 12]))
    for name in ("next", "next", "next", "previous", "first", "last"):
        QTest.mouseClick(button(timeline, name), Qt.MouseButton.LeftButton)
    assert chosen == [4, 7, 12, 7, 0, 12]
    assert slider(timeline).toolTip() == "To save room 4 steps are kept."
