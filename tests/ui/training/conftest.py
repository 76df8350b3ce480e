"""The Train page with nothing trained yet."""

import pytest

from advgui.ui.training.controller import Trainer
from advgui.ui.training.page import TrainPage
from tests.ui.showing import ShowAt
from tests.ui.training.states import fresh


@pytest.fixture
def page(show_at: ShowAt) -> TrainPage:
    trainer = Trainer()
    made = TrainPage(trainer)
    trainer.setParent(made)
    trainer.go(fresh())
    show_at(made, 600, 560)
    return made
