"""The sheet that the tests draw on, and the controller that holds what a window does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.ui.drawing.canvas import InkCanvas
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.theme.zoom import USUAL, Zoom
from tests.lab.states import fresh
from tests.ui.drawing.gestures import Heard
from tests.ui.showing import ShowAt, Shown


@pytest.fixture
def show_at(qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> ShowAt:
    def shown(widget: Shown, width: int, height: int) -> Shown:
        keep(widget)
        widget.setPalette(palette(LIGHT))
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return shown


@pytest.fixture
def canvas(show_at: ShowAt) -> InkCanvas:
    return show_at(InkCanvas(), 300, 240)


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
