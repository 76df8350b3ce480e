from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from advgui.ui.network.bar_row import WIDEST_FIGURE, Row
from advgui.ui.theme.text_cache import texts


@pytest.mark.parametrize("width", [150, 180, 240, 400])
def test_no_part_of_a_row_is_on_another(qapp: QApplication, width: int) -> None:
    row = Row.within(QRectF(0, 0, width, 28))
    figure = QRectF(row.figure)
    figure.setLeft(row.figure.right() - texts().width(WIDEST_FIGURE, row.role))
    places = [row.pointer, row.digit, row.track, row.flag, figure]
    assert all(one.right() <= other.left() for one, other in pairwise(places))
    assert row.cell.left() <= row.pointer.left()
    assert figure.right() <= row.cell.right()


@pytest.mark.parametrize("width", [150, 160, 240])
def test_a_bar_is_a_third_of_the_narrowest_row(qapp: QApplication, width: int) -> None:
    row = Row.within(QRectF(0, 0, width, 20))
    assert row.track.width() >= 0.3 * width
    assert row.track.height() >= 10
