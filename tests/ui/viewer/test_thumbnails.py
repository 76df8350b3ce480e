"""The small images tell what is in the large, and one of them is chosen by mouse and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.ui.viewer.thumbnails import Thumbnails
from tests.ui.screenshots import painted
from tests.ui.viewer.tiles import empty, four


@pytest.fixture
def small(qtbot: QtBot, keep: Callable[[Thumbnails], Thumbnails]) -> Thumbnails:
    made = keep(Thumbnails())
    made.show_chosen((2, 0))
    made.show_tiles(four())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_click_and_a_key_choose_one(small: Thumbnails, qtbot: QtBot) -> None:
    with qtbot.waitSignal(small.chosen) as told:
        place = small.cell(1).center().toPoint()
        QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [1]
    QTest.keyClick(small, Qt.Key.Key_Down)
    with qtbot.waitSignal(small.chosen) as told:
        QTest.keyClick(small, Qt.Key.Key_Return)
    assert told.args == [2]


def test_the_cursor_is_on_all_that_have_an_image(small: Thumbnails) -> None:
    before = painted(small)
    small.set_cursor((9, 9))
    changed = (painted(small) != before).any(axis=(1, 2))
    rows = [small.cell(index) for index in range(4)]
    assert all(changed[int(row.top()) : int(row.bottom())].any() for row in rows)
    small.set_cursor(None)
    small.show_tiles(empty())
    before = painted(small)
    small.set_cursor((9, 9))
    changed = (painted(small) != before).any(axis=(1, 2))
    assert not changed[int(rows[1].top()) :].any()


def test_what_is_in_the_large_is_told_to_who_cannot_see(small: Thumbnails) -> None:
    assert small.accessibleDescription() == "Adversarial: line 2"
    assert small.words(1) == "Perturbation: line 1"
