"""The page of a window that has just been opened on an image."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.session.controller import Controller
from advgui.ui.world.page import WorldPage


@pytest.fixture
def page(
    qtbot: QtBot, keep: Callable[[WorldPage], WorldPage], controller: Controller
) -> Iterator[WorldPage]:
    made = keep(WorldPage(controller))
    made.resize(576, 560)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_work()
