"""The page of a window that has just been opened on an image."""

from collections.abc import Iterator

import pytest

from advgui.ui.session.controller import Controller
from advgui.ui.world.page import WorldPage
from tests.ui.showing import ShowAt


@pytest.fixture
def page(show_at: ShowAt, controller: Controller) -> Iterator[WorldPage]:
    made = show_at(WorldPage(controller), 576, 560)
    yield made
    made.close_work()
