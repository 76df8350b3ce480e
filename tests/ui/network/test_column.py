"""The column of the network: what it offers, and what it tells of each."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from advgui.core.zoo import DEFENDED, PLAIN
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed
from advgui.lab.networks.card_text import card_tip
from advgui.lab.networks.library import Library
from advgui.ui.network.column import NetworkColumn
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LIGHT, palette
from tests.lab.states import other_digit, reports, shown
from tests.ui.screenshots import painted, part, share_of

Keep = Callable[[NetworkColumn], NetworkColumn]


@pytest.fixture
def column(controller: Controller, keep: Keep) -> NetworkColumn:
    return keep(NetworkColumn(controller))


def test_every_network_on_offer_shows_its_card_as_a_tip(column: NetworkColumn) -> None:
    entries = Library().entries
    column.set_entries(entries)
    choice = column.findChild(QComboBox)
    assert choice is not None
    for entry in entries:
        index = choice.findData(entry.name)
        assert choice.itemText(index) == entry.title
        assert choice.itemData(index, Qt.ItemDataRole.ToolTipRole) == card_tip(entry.card)


def test_networks_that_were_trained_to_defend_stand_behind_a_line(column: NetworkColumn) -> None:
    column.set_entries(Library().entries)
    choice = column.findChild(QComboBox)
    assert choice is not None
    listed = [choice.itemData(index) for index in range(choice.count())]
    assert listed == [*PLAIN, None, *DEFENDED, None, None]


def bar(column: NetworkColumn, digit: int) -> NDArray[np.uint8]:
    """What is painted in the row of a digit, without its signs."""
    return part(painted(column.bars), column.bars.cell(digit))[:, 20:]


@pytest.mark.parametrize("live", [False, True])
def test_while_the_steps_go_by_no_digit_has_the_colour_of_a_prediction(
    column: NetworkColumn, controller: Controller, live: bool
) -> None:
    column.setPalette(palette(LIGHT))
    column.resize(240, 500)
    column.show()
    state = controller.state
    assert state.reading is not None
    assert share_of(bar(column, state.reading.label), LIGHT.prediction) > 0.05
    going = aimed(replace(state, live=live), other_digit(state))
    first, *_ = reports(shown(going).request, cuts=(3,))
    controller.go(reported(going, first))
    blue = [digit for digit in range(10) if share_of(bar(column, digit), LIGHT.prediction_text)]
    # With every stroke another run: there the drawing's own digit stays as it is, not to blink.
    assert blue == ([state.reading.label] if live else [])
