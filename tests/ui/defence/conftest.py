"""The Defend page of a window that has just been opened on an image."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller


@pytest.fixture
def page(
    qtbot: QtBot, keep: Callable[[DefendPage], DefendPage], controller: Controller
) -> Iterator[DefendPage]:
    made = keep(DefendPage(controller))
    made.resize(576, 560)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_work()
