"""The sheet that the tests draw on, and the controller that holds what a window does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.theme.zoom import USUAL, Zoom
from tests.lab.states import fresh
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


@pytest.fixture
def zoom(qapp: QApplication) -> Iterator[Zoom]:
    """The size of text, which is as usual again in the end."""
    made = Zoom(qapp)
    yield made
    made.set_percent(USUAL)
    made.deleteLater()


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    """That of a window that has just been opened on an image, with a short attack chosen."""
    made = Controller(fresh())
    yield made
    made.close()
