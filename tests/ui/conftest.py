"""The sheet that the tests draw on."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.theme.tokens import LIGHT, palette
from tests.ui.drawing.gestures import Heard


@pytest.fixture
def canvas(qtbot: QtBot, keep: Callable[[InkCanvas], InkCanvas]) -> InkCanvas:
    made = keep(InkCanvas())
    made.setPalette(palette(LIGHT))
    made.resize(300, 240)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(canvas: InkCanvas) -> Heard:
    return Heard(canvas)
