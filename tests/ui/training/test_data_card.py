"""What is lacking is said where curves would be, with a button that does something about it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.training.data_card import DataCard
from tests.ui.find import click, find
from tests.ui.screenshots import painted

WORDS = "MNIST is not there yet: advgui can fetch it."


@pytest.fixture
def card(qtbot: QtBot, keep: Callable[[DataCard], DataCard]) -> DataCard:
    made = keep(DataCard())
    made.setPalette(palette(LIGHT))
    made.tell(WORDS, "Get the data…")
    made.resize(600, 220)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_says_what_is_the_matter_and_what_the_button_does(card: DataCard) -> None:
    words, button = find(card, QLabel, "data-card-words"), find(card, QPushButton, "data-get")
    assert words.text() == button.accessibleDescription() == WORDS
    assert button.text() == "Get the data…"


def test_a_click_asks_for_it(card: DataCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.wanted):
        click(card, "data-get")


def test_its_frame_is_dashed(card: DataCard) -> None:
    """As that of the empty sheet: here something is to come."""
    top = painted(card)[0, 20:-20].sum(axis=-1)
    assert len(set(top.tolist())) > 1
