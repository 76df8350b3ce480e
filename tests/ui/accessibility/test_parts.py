"""What a screen reader finds in a painted widget, by Qt's own interface for screen readers."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.widgets.painted_buttons import PaintedButtons
from tests.ui.screenshots import painted

_Text = QAccessible.Text


class Digits(PaintedButtons):
    """Three, of which the first cannot be pressed."""

    value = "1 %"

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.set_count(3)
        self.resize(300, 30)

    def words(self, index: int) -> str:
        return f"Attack toward {index}" if self.offers(index) else "It is read anyway"

    def offers(self, index: int) -> bool:
        return index != 0

    def told(self, index: int) -> tuple[str, str]:
        return f"digit {index}", self.value


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    """Somebody reads the screen."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def digits(qtbot: QtBot, keep: Callable[[Digits], Digits], listening: None) -> Digits:
    made = keep(Digits())
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: len(nodes(made)) == 3)
    return made


def nodes(widget: QWidget) -> list[QAccessibleInterface]:
    whole = QAccessible.queryAccessibleInterface(widget)
    return [whole.child(number) for number in range(whole.childCount())]


def said(widget: QWidget, kind: QAccessible.Text) -> list[str]:
    return [node.text(kind) for node in nodes(widget)]


def test_every_part_has_a_name_a_role_a_value_a_state_and_a_place(digits: Digits) -> None:
    assert said(digits, _Text.Name) == ["digit 0", "digit 1", "digit 2"]
    assert {node.role() for node in nodes(digits)} == {QAccessible.Role.Button}
    assert said(digits, _Text.Description) == [
        "1 %. It is read anyway",
        "1 %. Attack toward 1",
        "1 %. Attack toward 2",
    ]
    assert [bool(node.state().disabled) for node in nodes(digits)] == [True, False, False]
    corner = digits.mapToGlobal(digits.rect().topLeft())
    places = [node.rect().translated(-corner) for node in nodes(digits)]
    assert places == [QRect(left, 0, 100, 30) for left in (0, 100, 200)]


def test_a_part_can_be_pressed(digits: Digits, qtbot: QtBot) -> None:
    pressed: list[int] = []
    digits.chosen.connect(pressed.append)
    action = nodes(digits)[2].actionInterface()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: pressed == [2])


def test_the_keyboard_is_on_one_part(digits: Digits, qtbot: QtBot) -> None:
    digits.activateWindow()
    digits.setFocus()
    qtbot.waitUntil(digits.hasFocus)
    QTest.keyClick(digits, Qt.Key.Key_Right)
    assert [bool(node.state().focused) for node in nodes(digits)] == [False, True, False]


def test_what_a_part_comes_to_is_told_soon(digits: Digits, qtbot: QtBot) -> None:
    digits.value = "99 %"
    digits.nodes.refresh()
    qtbot.waitUntil(lambda: said(digits, _Text.Description)[1] == "99 %. Attack toward 1")
    digits.set_count(2)
    qtbot.waitUntil(lambda: len(nodes(digits)) == 2)


def test_the_mouse_and_the_eye_find_the_widget_as_it_was(digits: Digits) -> None:
    pressed: list[int] = []
    digits.chosen.connect(pressed.append)
    QTest.mouseClick(digits, Qt.MouseButton.LeftButton, pos=digits.cell(1).center().toPoint())
    assert pressed == [1]
    with_nodes = painted(digits)
    for part in digits.findChildren(QPushButton):
        part.hide()
    assert (painted(digits) == with_nodes).all()


def test_without_a_screen_reader_nothing_is_made(
    qtbot: QtBot, keep: Callable[[Digits], Digits]
) -> None:
    made = keep(Digits())
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(250)
    assert made.findChildren(QPushButton) == []
