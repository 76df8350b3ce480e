"""A chip is put down between those that it is held between, in whichever row."""

import pytest
from PySide6.QtCore import QPoint, QRect

from advgui.ui.defence.chip_order import by_drop, gap_at, line_at

#: Two rows: three chips, and one.
CHIPS = [QRect(x, y, 40, 20) for x, y in ((0, 0), (44, 0), (88, 0), (0, 24))]


@pytest.mark.parametrize(
    ("x", "y", "gap", "line"),
    [
        (5, 10, 0, (-3, 0)),
        (-90, -90, 0, (-3, 0)),
        (30, 10, 1, (41, 0)),
        (120, 10, 3, (129, 0)),
        (500, 22, 3, (129, 0)),
        (5, 30, 3, (-3, 24)),
        (500, 500, 4, (41, 24)),
    ],
)
def test_the_gap_and_its_line(x: int, y: int, gap: int, line: tuple[int, int]) -> None:
    place = QPoint(x, y)
    assert gap_at(CHIPS, place) == gap
    area = line_at(CHIPS, gap, place)
    assert (area.x(), area.y(), area.height()) == (*line, 20)


def test_in_the_gaps_beside_it_a_chip_stays_where_it_is() -> None:
    assert [by_drop(1, gap) for gap in range(5)] == [-1, 0, 0, 1, 2]
