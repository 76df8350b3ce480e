"""The ground of a table's rows, cell by cell, as if it were painted in one piece."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.comparison.one_image_model import DRAWING, NetworkRow
from advgui.ui.comparison.one_image_table import OneImageTable
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens, palette
from tests.ui.screenshots import painted


@pytest.fixture
def table(qtbot: QtBot, keep: Callable[[OneImageTable], OneImageTable]) -> OneImageTable:
    made = keep(OneImageTable())
    made.resize(563, 400)
    made.set_rows(tuple(NetworkRow(f"Network {i}", "") for i in range(3)))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_cells_of_the_row_in_use_meet_at_every_scale(
    table: OneImageTable, scale: float, colours: Tokens
) -> None:
    table.setPalette(palette(colours))
    table.set_selected(1)
    row, seam = table.row_rect(1), table.columnViewportPosition(DRAWING)
    pixels = painted(table.viewport(), scale)
    top = round((row.top() + 3) * scale)  # above all that is in the cells
    line = pixels[top, round((seam - 5) * scale) : round((seam + 5) * scale)]
    assert (line == line[0]).all()


def test_another_theme_is_painted_at_once(table: OneImageTable) -> None:
    shades = []
    for colours in (LIGHT, DARK, LIGHT):
        table.setPalette(palette(colours))
        shades.append(painted(table.viewport()).mean())
    assert shades[0] == shades[2] > shades[1]
