"""Rows of shares tell themselves in words, and by the length of a bar."""

from collections.abc import Callable

import pytest

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.widgets.share_rows import ShareRows
from tests.ui.qimages import rgba


@pytest.fixture
def rows(keep: Callable[[ShareRows], ShareRows]) -> ShareRows:
    made = keep(ShareRows(2))
    made.setPalette(palette(LIGHT))
    made.resize(160, made.sizeHint().height())
    made.show()
    return made


def blue(rows: ShareRows) -> int:
    """How many pixels are of the colour of the first bar."""
    shown, colour = rgba(rows.grab().toImage())[..., :3], LIGHT.prediction
    return int((shown == (colour.red(), colour.green(), colour.blue())).all(axis=-1).sum())


def test_they_are_told_in_words(rows: ShareRows) -> None:
    rows.set_rows([("Fooled by it", 0.5), ("Random noise", 0.001)])
    assert rows.accessibleDescription() == "Fooled by it: 50.0\u00a0%, Random noise: 0.1\u00a0%"
    rows.set_rows(())
    assert rows.accessibleDescription() == ""


def test_the_first_bar_is_as_long_as_its_share(rows: ShareRows) -> None:
    rows.set_rows([("All", 1.0)])
    whole = blue(rows)
    rows.set_rows([("Half", 0.5)])
    assert 0.4 * whole < blue(rows) < 0.6 * whole


def test_there_is_room_for_as_many_as_were_asked_for(rows: ShareRows) -> None:
    assert ShareRows(4).sizeHint().height() == pytest.approx(2 * rows.sizeHint().height(), abs=1)


def test_where_there_is_more_room_more_rows_are_seen(rows: ShareRows) -> None:
    rows.set_rows([("First", 1.0), *((str(number), 0.5) for number in range(5))])
    few = int((rgba(rows.grab().toImage()) != rgba(rows.grab().toImage())[-1, -1]).sum())
    rows.resize(160, 3 * rows.height())
    more = int((rgba(rows.grab().toImage()) != rgba(rows.grab().toImage())[-1, -1]).sum())
    assert more > 2 * few
