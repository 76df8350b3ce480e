from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.ui.theme.marks import Mark
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from advgui.ui.viewer.tile import Tile
from tests.ui.screenshots import painted, part, share_of

Keep = Callable[[Tile], Tile]


@pytest.fixture
def image() -> Bytes:
    return np.random.default_rng(3).integers(0, 256, (28, 28), dtype=np.uint8)


@pytest.fixture
def tile(qtbot: QtBot, keep: Keep) -> Tile:
    made = keep(Tile("Adversarial", "Click a bar to attack"))
    made.setPalette(palette(LIGHT))
    made.resize(190, 260)
    made.show()
    qtbot.waitExposed(made)
    return made


def blocks(tile: Tile, scale: float) -> NDArray[np.uint8]:
    """What is painted for each pixel of the image: (28, 28, side, side, 3)."""
    area = part(painted(tile, scale), tile.image_rect(), scale)
    side = area.shape[0] // 28
    assert area.shape == (28 * side, 28 * side, 3), "a whole number of device pixels for each"
    return area.reshape(28, side, 28, side, 3).swapaxes(1, 2)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(190, 260), (131, 300), (301, 263)])
def test_each_pixel_is_a_sharp_square_of_its_own_value(
    tile: Tile, image: Bytes, scale: float, size: tuple[int, int]
) -> None:
    tile.resize(*size)
    tile.set_image(image)
    seen = blocks(tile, scale)
    np.testing.assert_array_equal(seen, np.broadcast_to(image[:, :, None, None, None], seen.shape))


def test_what_is_shown_can_be_had_as_bytes(tile: Tile, image: Bytes) -> None:
    assert tile.shown() is None
    tile.set_image(image)
    shown = tile.shown()
    assert shown is not None
    np.testing.assert_array_equal(shown, image)
    tile.set_image(None)
    assert tile.shown() is None


def test_the_tile_keeps_its_image_when_the_array_changes(tile: Tile, image: Bytes) -> None:
    tile.set_image(image)
    before = image.copy()
    image[:] = 0
    np.testing.assert_array_equal(tile.shown(), before)
    np.testing.assert_array_equal(blocks(tile, 1.0)[:, :, 0, 0, 0], before)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_difference_is_blue_below_and_red_above_zero(tile: Tile, colours: object) -> None:
    tile.setPalette(palette(LIGHT if colours is LIGHT else DARK))
    difference = np.zeros((28, 28), dtype=np.int16)
    difference[2, 3], difference[4, 5] = -60, 60
    tile.set_signed(difference)
    seen = blocks(tile, 1.0)[:, :, 0, 0].astype(int)
    assert seen[2, 3, 2] > seen[2, 3, 0] + 60
    assert seen[4, 5, 0] > seen[4, 5, 2] + 60
    assert np.ptp(seen[0, 0]) < 12, "zero has no colour"
    np.testing.assert_array_equal(tile.shown(), seen)


def test_the_largest_change_always_gets_the_full_colour(tile: Tile) -> None:
    difference = np.zeros((28, 28), dtype=np.int16)
    difference[0, 0] = 3
    tile.set_signed(difference)
    small = blocks(tile, 1.0)
    tile.set_signed(difference * 50)
    np.testing.assert_array_equal(blocks(tile, 1.0), small)


def test_no_difference_at_all_is_not_an_error(tile: Tile) -> None:
    tile.set_signed(np.zeros((28, 28), dtype=np.int16))
    assert len(np.unique(blocks(tile, 1.0).reshape(-1, 3), axis=0)) == 1


def test_a_new_theme_recolours_a_difference(tile: Tile) -> None:
    tile.set_signed(np.zeros((28, 28), dtype=np.int16))
    light = blocks(tile, 1.0).mean()
    tile.setPalette(palette(DARK))
    assert blocks(tile, 1.0).mean() < light / 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_frame_or_ring_covers_a_pixel(
    tile: Tile, image: Bytes, qtbot: QtBot, scale: float
) -> None:
    tile.set_image(image)
    tile.set_caption("Adversarial", "3", "fooled")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tile.hasFocus)
    seen = blocks(tile, scale)
    np.testing.assert_array_equal(seen, np.broadcast_to(image[:, :, None, None, None], seen.shape))


MARKS = {"fooled": LIGHT.fooled, "restored": LIGHT.restored}


@pytest.mark.parametrize("mark", ["fooled", "restored"])
def test_the_verdict_has_its_colour_and_its_word(tile: Tile, image: Bytes, mark: Mark) -> None:
    tile.set_image(image)
    assert share_of(painted(tile), MARKS[mark]) == 0
    tile.set_caption("Adversarial", "3 · 91 %", mark)
    assert share_of(painted(tile), MARKS[mark]) > 0.01
    assert tile.accessibleDescription() == f"3 · 91 %, {mark}"


def test_every_verdict_looks_different_without_colour(tile: Tile, image: Bytes) -> None:
    tile.set_image(image)
    looks = set()
    marks: tuple[Mark, ...] = ("prediction", "goal", "fooled", "restored", "failed", "already")
    for mark in marks:
        tile.set_caption("Adversarial", "", mark)
        looks.add((painted(tile).astype(int).sum(axis=-1) < 500).tobytes())
    assert len(looks) == len(marks)


def test_empty_and_at_work_are_said_in_words(tile: Tile, image: Bytes) -> None:
    assert tile.accessibleDescription() == "Click a bar to attack"
    tile.set_image(image)
    idle = painted(tile)
    tile.set_caption("Adversarial", "", "running")
    assert tile.accessibleDescription() == "working…"
    assert (painted(tile) != idle).any()
    tile.set_caption("Adversarial")
    np.testing.assert_array_equal(painted(tile), idle)
    assert tile.accessibleDescription() == ""


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_tool_tip_tells_the_pixel_under_the_mouse(
    tile: Tile, image: Bytes, qtbot: QtBot
) -> None:
    tile.set_image(image)
    square = tile.image_rect()
    at = square.topLeft() + QPointF(10.5, 20.5) * square.width() / 28
    event = QHelpEvent(QEvent.Type.ToolTip, at.toPoint(), tile.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(tile, event)
    value = image[20, 10]
    assert QToolTip.text() == f"row 20, column 10: {value} ({value / 255:.2f})"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_beside_the_image_there_is_no_pixel(tile: Tile, image: Bytes) -> None:
    square = tile.image_rect()
    assert tile.value_at(square.center()) is None
    tile.set_image(image)
    assert tile.value_at(square.center()) is not None
    assert tile.value_at(square.topLeft() - QPointF(1, 0)) is None
    assert tile.value_at(square.bottomRight() + QPointF(1, 1)) is None
    tile.set_signed(np.full((28, 28), -51, dtype=np.int16))
    assert tile.value_at(square.topLeft()) == "row 0, column 0: -51 (-0.20)"


def test_copy_is_asked_for_by_key_and_by_menu(tile: Tile, image: Bytes, qtbot: QtBot) -> None:
    (action,) = tile.actions()
    assert not action.isEnabled()
    tile.set_image(image)
    with qtbot.waitSignal(tile.copy_requested):
        action.trigger()
    tile.activateWindow()
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tile.hasFocus)
    assert action.shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)
    with qtbot.waitSignal(tile.copy_requested):
        QTest.keyClick(tile, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_a_long_line_stays_within_the_tile(tile: Tile, image: Bytes) -> None:
    tile.set_image(image)
    tile.set_caption("Adversarial " * 9, "3 · 91 % " * 9, "fooled")
    assert tile.sizeHint().width() < 300
    assert share_of(painted(tile)[:, -2:], LIGHT.text) == 0
