from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.core.images import Bytes
from advgui.ui.attack.goal_cell import GoalState
from advgui.ui.attack.goal_strip import GoalStrip, ShownGoals
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.screenshots import painted, part, share_of

Keep = Callable[[GoalStrip], GoalStrip]
EMPTY = "Toward every digit attacks all ten at once"


@pytest.fixture
def images() -> Bytes:
    return np.random.default_rng(5).integers(0, 256, (10, 28, 28), dtype=np.uint8)


@pytest.fixture
def strip(qtbot: QtBot, keep: Keep) -> GoalStrip:
    made = keep(GoalStrip(EMPTY))
    made.setPalette(palette(LIGHT))
    made.resize(620, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    return made


def states(**by_state: int) -> tuple[GoalState, ...]:
    """Where each state named is; all others are idle."""
    known: tuple[GoalState, ...] = ("running", "fooled", "failed", "already")
    places = {by_state[state]: state for state in known if state in by_state}
    return tuple(places.get(index, "idle") for index in range(10))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_image_is_shown_pixel_by_pixel(strip: GoalStrip, images: Bytes, scale: float) -> None:
    strip.set_images(images)
    strip.set_selected(4)
    strip.set_marks(("failed",) * 4 + ("fooled",) + ("running",) * 5)
    shown = painted(strip, scale)
    for index, image in enumerate(images):
        area = part(shown, strip.image_rect(index), scale)
        side = area.shape[0] // 28
        assert side >= scale
        sharp = np.kron(image, np.ones((side, side), dtype=np.uint8))
        np.testing.assert_array_equal(area, np.repeat(sharp[..., None], 3, axis=2))


def test_without_images_there_are_words(strip: GoalStrip, images: Bytes) -> None:
    assert strip.accessibleDescription() == EMPTY
    empty = painted(strip)
    strip.set_images(images)
    assert strip.accessibleDescription() != EMPTY
    strip.set_images(None)
    np.testing.assert_array_equal(painted(strip), empty)


def test_fooled_is_told_by_colour_in_its_own_column_only(strip: GoalStrip, images: Bytes) -> None:
    strip.set_images(images * 0)
    strip.set_marks(states(fooled=6))
    shown = painted(strip)
    columns = [share_of(part(shown, strip.cell(i)), LIGHT.fooled) for i in range(10)]
    assert [index for index in range(10) if columns[index] > 0] == [6]


def test_every_state_looks_different_without_colour(strip: GoalStrip) -> None:
    looks = set()
    for state in ("running", "fooled", "failed", "already", "idle"):
        strip.set_marks(states(**{state: 0}))
        area = part(painted(strip), strip.cell(0)).astype(int)
        looks.add((area.sum(axis=-1) < 550).tobytes())
    assert len(looks) == 5


def test_lines_stand_below_their_image(strip: GoalStrip, images: Bytes) -> None:
    strip.set_images(images)
    before = painted(strip)
    strip.set_lines(("", "", "0.98", *[""] * 7))
    changed = (painted(strip) != before).any(axis=(0, 2)).nonzero()[0]
    cell = strip.cell(2)
    assert cell.left() <= changed.min() <= changed.max() <= cell.right()


def test_a_figure_is_told_with_its_norm(strip: GoalStrip) -> None:
    lines = ("2.06", "\u2013", *[""] * 8)
    strip.show_goals(ShownGoals((), states(fooled=0, failed=1), lines, norm="L2"))
    assert strip.words(0) == "Toward 0: fooled, L2 2.06"
    assert strip.words(1) == "Toward 1: not fooled, \u2013"


def test_the_selected_one_stands_out_and_is_where_the_keyboard_starts(
    strip: GoalStrip, images: Bytes
) -> None:
    strip.set_images(images)
    before = painted(strip)
    strip.set_selected(7)
    assert (part(painted(strip), strip.cell(7)) != part(before, strip.cell(7))).any()
    assert strip.current() == 7
    strip.set_selected(None)
    np.testing.assert_array_equal(painted(strip), before)


def test_a_click_chooses_a_column(strip: GoalStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        place = strip.cell(8).center().toPoint()
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [8]


def test_arrows_move_across_and_enter_chooses(strip: GoalStrip, qtbot: QtBot) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_setters_do_not_echo(strip: GoalStrip, images: Bytes, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.chosen):
        strip.set_images(images)
        strip.set_marks(states(failed=2))
        strip.set_lines(("1.00",) * 10)
        strip.set_selected(3)


def test_what_is_known_is_said_in_words(strip: GoalStrip, images: Bytes) -> None:
    strip.set_images(images)
    strip.set_marks(states(fooled=3, failed=5))
    strip.set_lines(("", "", "", "0.98", *[""] * 6))
    assert strip.words(3) == "Toward 3: fooled, 0.98"
    assert strip.words(5) == "Toward 5: not fooled"
    assert strip.words(0) == "Toward 0"
    assert strip.accessibleDescription() == "Fooled toward 3."
    strip.set_selected(3)
    assert strip.accessibleDescription().endswith("Shown is Toward 3: fooled, 0.98.")


def test_a_low_one_keeps_its_images_and_tells_its_lines_in_tips(
    strip: GoalStrip, images: Bytes
) -> None:
    strip.set_images(images)
    strip.set_lines(("1.25",) * 10)
    high, side = strip.minimumSizeHint().height(), strip.image_rect(3).width()
    strip.set_low(True)
    strip.resize(620, strip.heightForWidth(620))
    assert strip.minimumSizeHint().height() < high
    assert strip.image_rect(3).width() == side
    assert strip.words(3) == "Toward 3: 1.25"
