"""The stages of an image stand beside one another, however many there are."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.lab.attack.transitions import defence_chosen
from advgui.lab.defence.stages import Stage, shown_stages, stage_titles
from advgui.ui.defence.stage_strip import StageStrip
from advgui.ui.network.top_readings import TopReadings
from advgui.ui.viewer.tile import Tile
from tests.lab.states import fresh, same
from tests.ui.find import find


@pytest.fixture
def strip(qtbot: QtBot, keep: Callable[[StageStrip], StageStrip]) -> StageStrip:
    made = keep(StageStrip())
    made.resize(576, made.minimumSizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    return made


def chain(count: int) -> tuple[Stage, ...]:
    """The drawing and so many stages after it."""
    first, last = shown_stages(defence_chosen(fresh(), "threshold"))
    return (first, *(replace(last, title=f"Defence {n}") for n in range(count)))


def show(strip: StageStrip, stages: tuple[Stage, ...]) -> None:
    strip.show_stages([stage.title for stage in stages], stages)


def test_each_tile_shows_image_title_label_and_the_likeliest_digits(strip: StageStrip) -> None:
    stages = chain(1)
    show(strip, stages)
    tile, top = find(strip, Tile, "stage-1"), find(strip, TopReadings, "stage-top-1")
    shown = tile.shown()
    assert shown is not None
    assert same(shown, stages[1].image)
    assert tile.accessibleName() == "Defence 0 image"
    assert f"reads {stages[1].reading.label}" in tile.accessibleDescription()
    assert top.accessibleDescription().startswith(f"{stages[1].reading.label}: ")
    assert top.geometry().top() >= tile.image_rect().bottom()


def test_with_no_defence_words_say_what_to_do(strip: StageStrip) -> None:
    state = fresh(None)
    strip.show_stages(stage_titles(state), ())
    drawing, other = (find(strip, Tile, f"stage-{n}") for n in (0, 1))
    assert "What you draw" in drawing.accessibleDescription()
    assert other.accessibleName() == "No defence image"
    assert "Behind" in other.accessibleDescription()


def test_readings_below_a_small_image_have_room_for_the_digit_and_its_share(
    strip: StageStrip,
) -> None:
    show(strip, chain(3))
    one = strip.tiles[1]
    assert one.tile.image_rect().width() < 100
    assert one.top.width() >= 80


@pytest.mark.parametrize("count", [1, 3, 6])
def test_all_stages_of_a_chain_are_in_sight_with_whole_pixels(
    strip: StageStrip, count: int
) -> None:
    show(strip, chain(count))
    assert len(strip.tiles) == count + 1
    for one in strip.tiles:
        assert strip.rect().contains(one.geometry())
        assert one.tile.image_rect().width() % 28 == 0
        assert one.tile.image_rect().width() >= 56
    edges = [one.geometry().left() for one in strip.tiles]
    assert edges == sorted(set(edges))


def test_a_shorter_chain_leaves_nothing_of_a_longer_one(strip: StageStrip) -> None:
    show(strip, chain(3))
    show(strip, chain(1))
    assert len(strip.tiles) == 2
    assert strip.findChild(Tile, "stage-3") is None or not find(strip, Tile, "stage-3").isVisible()


def test_where_there_is_more_room_images_are_larger(strip: StageStrip) -> None:
    show(strip, chain(1))
    small = strip.tiles[0].tile.image_rect().width()
    strip.resize(900, strip.minimumSizeHint().height() + 100)
    assert strip.tiles[0].tile.image_rect().width() > small


def test_an_image_can_be_copied_by_the_keyboard(strip: StageStrip, qtbot: QtBot) -> None:
    stages = chain(1)
    show(strip, stages)
    tile = find(strip, Tile, "stage-1")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(strip.copy_requested) as told:
        QTest.keySequence(tile, "Ctrl+C")
    assert told.args is not None
    assert same(told.args[0], stages[1].image)
    assert QGuiApplication.focusWindow() is not None
