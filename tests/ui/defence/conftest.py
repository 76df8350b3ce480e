"""The Defend page of a window that has just been opened on an image."""

from collections.abc import Iterator

import pytest

from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller
from tests.ui.showing import ShowAt


@pytest.fixture
def page(show_at: ShowAt, controller: Controller) -> Iterator[DefendPage]:
    made = show_at(DefendPage(controller), 576, 560)
    yield made
    made.close_work()
