"""The column of the network: what it offers, and what it tells of each."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from advgui.lab.networks.card_text import card_tip
from advgui.lab.networks.library import Library
from advgui.ui.network.column import NetworkColumn
from advgui.ui.session.controller import Controller
from tests.lab.states import fresh

Keep = Callable[[NetworkColumn], NetworkColumn]


@pytest.fixture
def column(qapp: object, keep: Keep) -> Iterator[NetworkColumn]:
    controller = Controller(fresh())
    yield keep(NetworkColumn(controller))
    controller.close()


def test_every_network_on_offer_shows_its_card_as_a_tip(column: NetworkColumn) -> None:
    entries = Library().entries
    column.set_entries(entries)
    choice = column.findChild(QComboBox)
    assert choice is not None
    for index, entry in enumerate(entries):
        assert choice.itemText(index) == entry.title
        assert choice.itemData(index, Qt.ItemDataRole.ToolTipRole) == card_tip(entry.card)
