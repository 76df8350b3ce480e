"""A trigger is drawn by mouse and by keys where it will be stamped."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.core.attacks.poisoning.trigger import CLEAR
from advgui.lab.poisoning.choice import PoisonChoice
from advgui.ui.poisoning.trigger_editor import TriggerEditor

NONE = PoisonChoice().with_trigger(None)


@pytest.fixture
def editor(qtbot: QtBot, keep: Callable[[TriggerEditor], TriggerEditor]) -> TriggerEditor:
    made = keep(TriggerEditor())
    made.resize(280, 280)
    made.show_choice(NONE)
    made.edited.connect(made.show_choice)
    made.show()
    qtbot.waitExposed(made)
    return made


def at(row: int, column: int) -> QPoint:
    return QPoint(10 * column + 5, 10 * row + 5)


def pixels(editor: TriggerEditor) -> dict[tuple[int, int], int]:
    found = editor._choice.pixels
    return {(r, c): int(found[r, c]) for r in range(28) for c in range(28) if found[r, c] != CLEAR}


def test_the_left_button_is_ink_shift_is_paper_and_the_right_one_rubs_out(
    editor: TriggerEditor,
) -> None:
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=at(3, 20))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, shift, at(4, 21))
    assert pixels(editor) == {(3, 20): 255, (4, 21): 0}
    QTest.mouseClick(editor, Qt.MouseButton.RightButton, pos=at(3, 20))
    assert pixels(editor) == {(4, 21): 0}


def test_a_line_is_drawn_in_one_movement(editor: TriggerEditor) -> None:
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=at(5, 5))
    for column in (6, 7):
        QTest.mouseMove(editor, at(5, column))
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=at(5, 7))
    QTest.mouseMove(editor, at(9, 9))
    assert pixels(editor) == {(5, 5): 255, (5, 6): 255, (5, 7): 255}


def test_keys_move_a_cursor_and_draw(editor: TriggerEditor) -> None:
    editor.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(editor, key)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_P)
    assert pixels(editor) == {(23, 23): 255, (24, 23): 0}
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert pixels(editor) == {(23, 23): 255}
    QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pixels(editor) == {(23, 24): 255}


def test_the_cursor_stays_inside(editor: TriggerEditor) -> None:
    editor.setFocus()
    for _ in range(9):
        QTest.keyClick(editor, Qt.Key.Key_Down)
    assert "row 27, column 24 is clear" in editor.accessibleDescription()


def test_trigger_and_cursor_are_told(editor: TriggerEditor) -> None:
    assert editor.accessibleDescription().startswith("No trigger is drawn.")
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=at(3, 20))
    assert editor.accessibleDescription() == (
        "1 pixel at row 3, column 20; row 3, column 20 is ink"
    )


def test_where_nothing_can_be_drawn_the_tip_says_why(editor: TriggerEditor) -> None:
    editor.set_why_not("No.")
    assert not editor.isEnabled()
    assert editor.toolTip() == "No."
    editor.set_why_not("")
    assert editor.isEnabled()
    assert "Left button: ink" in editor.toolTip()


def test_the_trigger_stands_out_of_the_drawing_below_it(editor: TriggerEditor) -> None:
    editor.show_choice(NONE.with_pixel(3, 20, 255))
    picture = editor.grab().toImage()
    lit, dark = (picture.pixelColor(at(*place)).lightness() for place in ((3, 20), (10, 10)))
    assert lit == 255
    assert dark < 10
