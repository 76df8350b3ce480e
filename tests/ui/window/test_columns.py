from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from advgui.ui.window.columns import _LEAST as _ALL
from advgui.ui.window.columns import Columns

_LEAST = _ALL[1:]


class Part(QWidget):
    """A column that can do with a width."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.least = least

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least, 100)


def shown(keep: Callable[[Columns], Columns], width: int, *least: int) -> list[int]:
    """How wide each column is in a window of a width, by what each can do with."""
    draw, network, page = (Part(one) for one in least)
    columns = keep(Columns(draw, network, page))
    columns.resize(width, 300)
    columns.show()
    QApplication.processEvents()
    return [part.width() for part in (draw, network, page)]


@pytest.mark.parametrize("width", [900, 960, 1024, 1280, 1920])
def test_what_is_in_a_column_moves_none_of_them_where_it_fits(
    keep: Callable[[Columns], Columns], width: int
) -> None:
    assert shown(keep, width, 10, 10, 10) == shown(keep, width, *_LEAST)


def test_a_column_that_needs_more_gets_more(keep: Callable[[Columns], Columns]) -> None:
    assert shown(keep, 1000, 240, 160, 490)[0] >= 240


def test_the_page_gets_what_it_needs_before_the_others_get_more(
    keep: Callable[[Columns], Columns],
) -> None:
    draw, network, page = shown(keep, 960, *_LEAST)
    assert (draw, network) == _LEAST[:2]
    assert page > _LEAST[2]
    assert shown(keep, 1920, *_LEAST)[0] > draw


def test_a_wide_window_can_be_made_narrow_again(keep: Callable[[Columns], Columns]) -> None:
    columns = keep(Columns(Part(10), Part(10), Part(10)))
    columns.resize(1920, 300)
    columns.show()
    QApplication.processEvents()
    gaps = columns.minimumSizeHint().width() - sum(_LEAST)
    assert 0 < gaps < 100


def test_a_column_can_be_replaced(keep: Callable[[Columns], Columns]) -> None:
    former, later = Part(10), Part(10)
    columns = keep(Columns(former, Part(10), Part(10)))
    columns.resize(1000, 300)
    columns.show()
    place = former.geometry()
    columns.replace(0, later)
    QApplication.processEvents()
    assert later.geometry() == place
    assert not former.isVisible()
