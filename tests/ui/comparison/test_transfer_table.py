"""The table of whom each network's image fools: colours, words, order."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advgui.core.generators import drive
from advgui.lab.comparison.transfer import AttackSetup, TransferRow, transfer_row
from advgui.ui.comparison.transfer_table import TransferTable
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from tests.lab.requests import network
from tests.lab.states import fresh
from tests.ui.screenshots import painted, share_of

Keep = Callable[[TransferTable], TransferTable]
TITLES = ("One", "Two", "Three")


def found() -> tuple[TransferRow, ...]:
    """What a few networks' images do, without attacks: any image will do."""
    networks = [network(seed) for seed in range(len(TITLES))]
    state = fresh()
    setup = AttackSetup(image=state.image, goal=None, attack=state.attack)
    rows = []
    for one in networks:
        (outcome,) = drive(setup.attack.run(one, setup.problem(one), seed=0))
        rows.append(transfer_row(networks, one, outcome))
    return tuple(rows)


@pytest.fixture
def table(qtbot: QtBot, keep: Keep) -> TransferTable:
    made = keep(TransferTable())
    made.setPalette(palette(LIGHT))
    made.resize(560, 300)
    made.set_titles(TITLES)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_who_is_fooled_is_told_by_colour_and_the_whole_ground_is_painted(
    table: TransferTable, scale: float, colours: Tokens
) -> None:
    table.setPalette(palette(colours))
    before = painted(table.viewport(), scale)
    table.rows.set_rows(found())
    after = painted(table.viewport(), scale)
    assert share_of(before, colours.fooled_text) == 0
    assert share_of(after, colours.fooled_text) > 0
    assert not (after == (255, 0, 255)).all(axis=-1).any()


def click_title(table: TransferTable, column: int) -> None:
    header = table.horizontalHeader()
    place = QRectF(header.sectionViewportPosition(column), 0, 20, header.height()).center()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())


def order(table: TransferTable) -> list[int]:
    return [table.source_row(row) for row in range(table.model().rowCount())]


def test_a_click_on_fools_sorts_and_the_third_brings_the_networks_order_back(
    table: TransferTable,
) -> None:
    rows = found()
    table.rows.set_rows(rows)
    fools = table.rows.fools
    click_title(table, fools)
    counts = [rows[number].counts.fooled for number in order(table)]
    assert counts == sorted(counts, reverse=True)
    click_title(table, fools)
    counts = [rows[number].counts.fooled for number in order(table)]
    assert counts == sorted(counts)
    click_title(table, fools)
    assert order(table) == [0, 1, 2]


def test_the_menu_sorts_for_those_without_a_mouse(table: TransferTable) -> None:
    rows = found()
    table.rows.set_rows(rows)
    actions = {action.objectName(): action for action in table.actions()}
    actions["sort-fools"].trigger()
    counts = [rows[number].counts.fooled for number in order(table)]
    assert counts == sorted(counts, reverse=True)
    assert table.horizontalHeader().sortIndicatorSection() == table.rows.fools
    actions["sort-networks"].trigger()
    assert order(table) == [0, 1, 2]
    assert table.horizontalHeader().sortIndicatorSection() == -1


def test_a_network_is_chosen_and_selected_wherever_it_is_sorted_to(
    table: TransferTable, qtbot: QtBot
) -> None:
    table.rows.set_rows(found())
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    place = table.row_rect(0).center()
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [2]
    table.set_selected(2)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_rows_that_are_found_later_come_to_their_place(table: TransferTable) -> None:
    rows = found()
    click_title(table, table.rows.fools)
    for count in range(len(rows) + 1):
        table.rows.set_rows(rows[:count])
    counts = [rows[number].counts.fooled for number in order(table)]
    assert counts == sorted(counts, reverse=True)


def test_every_cell_and_every_column_says_whose_it_is(table: TransferTable) -> None:
    rows = found()
    table.rows.set_rows(rows)
    grid = QAccessible.queryAccessibleInterface(table)
    nodes = [grid.child(number) for number in range(grid.childCount())]
    said = [node.text(QAccessible.Text.Name) for node in nodes]
    assert {"Shown to One", "Shown to Two", "Shown to Three", "Made against", "Fools"} <= set(said)
    for number, row in enumerate(rows):
        assert table.rows.words(number) in said
        for shown in row.shown:
            assert any(one.startswith(f"{shown.network.title} reads ") for one in said)


def test_names_and_columns_fill_the_width_however_narrow(table: TransferTable) -> None:
    for width in (300, 560, 900, 1500):
        table.resize(width, 300)
        assert table.horizontalHeader().length() == table.viewport().width()
