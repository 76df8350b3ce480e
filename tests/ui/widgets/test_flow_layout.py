"""Widgets in rows, as words are put in lines."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from advgui.ui.widgets.flow_layout import FlowLayout

ACROSS, DOWN, WIDE, HIGH = 10, 4, 50, 20


@pytest.fixture
def flow(keep: Callable[[QWidget], QWidget]) -> FlowLayout:
    """Five boxes of one size."""
    made = FlowLayout(keep(QWidget()), across=ACROSS, down=DOWN)
    for _ in range(5):
        box = QWidget()
        box.setFixedSize(WIDE, HIGH)
        made.addWidget(box)
    return made


@pytest.mark.parametrize(("width", "rows"), [(290, 1), (289, 2), (170, 2), (109, 5), (10, 5)])
def test_as_many_rows_as_the_width_needs(flow: FlowLayout, width: int, rows: int) -> None:
    assert flow.heightForWidth(width) == rows * HIGH + (rows - 1) * DOWN


def test_items_keep_their_size_and_do_not_overlap(flow: FlowLayout) -> None:
    flow.setGeometry(QRect(0, 0, 170, 200))
    items = [flow.itemAt(number) for number in range(flow.count())]
    places = [item.geometry() for item in items if item is not None]
    assert [place.topLeft().toTuple() for place in places] == [
        (0, 0),
        (WIDE + ACROSS, 0),
        (2 * (WIDE + ACROSS), 0),
        (0, HIGH + DOWN),
        (WIDE + ACROSS, HIGH + DOWN),
    ]
    assert all(place.size().toTuple() == (WIDE, HIGH) for place in places)


def test_what_is_taken_out_is_gone_and_beyond_the_end_is_nothing(flow: FlowLayout) -> None:
    assert flow.takeAt(4) is not None
    assert flow.takeAt(4) is None
    assert flow.itemAt(-1) is None
    assert flow.count() == 4
    assert flow.sizeHint().width() == 4 * WIDE + 3 * ACROSS
    assert flow.minimumSize().toTuple() == (WIDE, HIGH)
