"""A table of networks: chosen from by mouse and keys, heard by a screen reader, copied whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.core.nn.network import Reading
from advgui.lab.comparison.readings import ComparedImages, NetworkReadings
from advgui.ui.comparison.one_image_model import NetworkRow
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.theme.tokens import LIGHT, palette
from tests.lab.requests import image, network
from tests.ui.screenshots import painted, part, share_of

COUNT = 12


@pytest.fixture
def table(qtbot: QtBot, keep: Callable[[OneImageTable], OneImageTable]) -> OneImageTable:
    made = keep(OneImageTable())
    made.setPalette(palette(LIGHT))
    made.resize(560, 500)
    rows = (NetworkRow(f"Network {i}", "99.0\u00a0% MNIST") for i in range(COUNT))
    made.set_rows(tuple(rows))
    made.show()
    qtbot.waitExposed(made)
    return made


def middle(table: OneImageTable, row: int) -> QPoint:
    return table.row_rect(row).center()


def read() -> NetworkReadings:
    reading = Reading(7, tuple(0.9 if digit == 7 else 0.01 for digit in range(10)))
    return NetworkReadings(
        network=network(1), images=ComparedImages(image(1)), drawing=reading, adversarial=None
    )


def test_a_click_chooses_a_network(table: OneImageTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2))
    assert chosen.args == [2]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_chooses(
    table: OneImageTable, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    with qtbot.assertNotEmitted(table.chosen):
        QTest.mouseClick(table.viewport(), button, pos=middle(table, 2))


def test_a_button_that_is_let_go_elsewhere_chooses_nothing(
    table: OneImageTable, qtbot: QtBot
) -> None:
    port = table.viewport()
    with qtbot.assertNotEmitted(table.chosen):
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(table, 2))
        QTest.mouseMove(port, middle(table, 4))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(table, 4))


def test_what_is_selected_is_what_was_told_and_neither_mouse_nor_keys_change_it(
    table: OneImageTable,
) -> None:
    table.set_selected(3)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [3]
    table.set_selected(None)
    assert not table.selectionModel().hasSelection()


def test_the_network_in_use_stands_out(table: OneImageTable) -> None:
    table.set_selected(1)
    pixels = painted(table.viewport())
    shares = [share_of(part(pixels, table.row_rect(row).toRectF()), LIGHT.accent) for row in (0, 1)]
    assert shares[0] == 0 < shares[1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_goes_to_every_row_and_scrolls_there(
    table: OneImageTable, qtbot: QtBot, key: Qt.Key
) -> None:
    assert table.verticalScrollBar().maximum() > 0
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == COUNT - 1
    assert table.viewport().rect().contains(table.row_rect(COUNT - 1))
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, key)
    assert chosen.args == [COUNT - 1]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 0
    assert table.viewport().rect().contains(table.row_rect(0))


def test_the_keyboard_begins_at_the_network_in_use(table: OneImageTable, qtbot: QtBot) -> None:
    table.clearFocus()
    table.set_selected(4)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [4]


def test_arrows_go_from_cell_to_cell_and_choose_nothing(table: OneImageTable, qtbot: QtBot) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(table.chosen):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
            QTest.keyClick(table, key)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 2)


def test_the_ring_is_seen_by_those_who_came_by_keyboard(table: OneImageTable) -> None:
    def ring(row: int) -> float:
        return share_of(
            part(painted(table.viewport()), table.row_rect(row).toRectF()), LIGHT.accent
        )

    table.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring(0) == 0
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert ring(0) > 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert ring(0) == 0 < ring(1)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1))
    assert ring(1) == 0


def test_the_row_under_the_mouse_shows_that_it_can_be_chosen(table: OneImageTable) -> None:
    def hovered(row: int) -> float:
        return share_of(part(painted(table.viewport()), table.row_rect(row).toRectF()), LIGHT.hover)

    port, place = table.viewport(), QPointF(middle(table, 2))
    QApplication.sendEvent(port, QEnterEvent(place, place, QPointF(port.mapToGlobal(place))))
    QTest.mouseMove(port, middle(table, 2))
    assert hovered(2) > 0.3
    assert hovered(3) == 0
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert hovered(2) == 0


def heard(table: OneImageTable) -> list[tuple[QAccessible.Role, str, bool]]:
    """All nodes in the table as a screen reader gets them: role, name, whether selected."""
    grid = QAccessible.queryAccessibleInterface(table)
    nodes = [grid.child(number) for number in range(grid.childCount())]
    return [(n.role(), n.text(QAccessible.Text.Name), bool(n.state().selected)) for n in nodes]


def names(table: OneImageTable, role: QAccessible.Role) -> list[str]:
    return [name for kind, name, _ in heard(table) if kind == role]


def test_no_row_is_under_a_mouse_that_is_below_all_of_them(table: OneImageTable) -> None:
    table.set_rows(table.rows.rows[:2])
    QTest.mouseMove(table.viewport(), middle(table, 1))
    QTest.mouseMove(table.viewport(), QPoint(10, table.viewport().height() - 3))
    assert share_of(painted(table.viewport()), LIGHT.hover) == 0


def test_a_screen_reader_finds_rows_columns_and_cells(table: OneImageTable) -> None:
    table.show_reading(2, read(), "")
    grid = QAccessible.queryAccessibleInterface(table)
    assert grid.role() == QAccessible.Role.Table
    assert grid.text(QAccessible.Text.Name) == "Networks"
    columns = names(table, QAccessible.Role.ColumnHeader)
    assert columns == ["Network", "Drawing", "Adversarial"]
    assert names(table, QAccessible.Role.RowHeader) == [f"Network {i}" for i in range(COUNT)]
    cells = names(table, QAccessible.Role.Cell)[6:9]
    assert cells == ["Network 2, the drawing: 7, 90.0\u00a0%", "7, 90.0\u00a0%", ""]


def test_a_screen_reader_hears_which_network_is_in_use(table: OneImageTable) -> None:
    table.set_selected(2)
    cells = [chosen for kind, _, chosen in heard(table) if kind == QAccessible.Role.Cell]
    assert [number for number, chosen in enumerate(cells) if chosen] == [6, 7, 8]


def test_the_whole_table_is_copied_for_a_spreadsheet(table: OneImageTable) -> None:
    table.show_reading(0, read(), "")
    action = table.findChild(QAction, "copy-table")
    assert isinstance(action, QAction)
    action.trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == COUNT + 1
    assert lines[0].split("\t") == ["Network", "Drawing", "Adversarial"]
    assert lines[1].split("\t") == ["Network 0", "7, 90.0\u00a0%", ""]
