"""The Train page with nothing trained yet."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.training.controller import Trainer
from advgui.ui.training.page import TrainPage
from tests.ui.training.states import fresh


@pytest.fixture
def page(qtbot: QtBot, keep: Callable[[TrainPage], TrainPage]) -> TrainPage:
    trainer = Trainer()
    made = keep(TrainPage(trainer))
    trainer.setParent(made)
    trainer.go(fresh())
    made.setPalette(palette(LIGHT))
    made.resize(600, 560)
    made.show()
    qtbot.waitExposed(made)
    return made
