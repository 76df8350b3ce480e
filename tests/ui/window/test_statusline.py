from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.transitions import refused, told
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from advgui.ui.window.statusline import StatusLine
from tests.lab.states import fresh

Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def controller(qapp: QApplication) -> Controller:
    return Controller(fresh(seed=None))


@pytest.fixture
def line(qtbot: QtBot, keep: Keep, controller: Controller) -> StatusLine:
    made = StatusLine()
    keep(made)
    made.follow(controller)
    made.setPalette(palette(LIGHT))
    return made


def words(line: StatusLine) -> QLabel:
    found = line.findChild(QLabel, "message")
    assert isinstance(found, QLabel)
    return found


def test_it_says_that_the_window_is_not_ready_yet(keep: Keep) -> None:
    line = StatusLine()
    keep(line)
    assert words(line).text() == "Getting ready…"


def test_it_says_what_has_just_happened(line: StatusLine, controller: Controller) -> None:
    assert "Draw a digit" in words(line).text()
    controller.tell("Saved in my folder.")
    assert words(line).text() == "Saved in my folder."


def test_what_happens_is_seen_even_while_the_mouse_rests_where_something_is_told(
    line: StatusLine, controller: Controller
) -> None:
    line.showMessage("Attack toward 5")
    controller.tell("Fooled.")
    assert line.currentMessage() == ""
    assert words(line).text() == "Fooled."


def test_what_the_mouse_comes_to_does_not_cover_what_has_just_happened(
    line: StatusLine, controller: Controller, qtbot: QtBot
) -> None:
    controller.tell("The command is on the clipboard.")
    line.showMessage("Attack toward 5")
    assert line.currentMessage() == ""
    news = line.findChild(QTimer)
    assert isinstance(news, QTimer)
    news.setInterval(1)
    qtbot.wait_until(lambda: not news.isActive())
    line.showMessage("Attack toward 5")
    assert line.currentMessage() == "Attack toward 5"


def test_its_colour_goes_with_the_kind_and_with_the_theme(
    line: StatusLine, controller: Controller
) -> None:
    controller.go(refused(controller.state, "That cannot be."))
    assert words(line).palette().windowText().color() == LIGHT.fooled_text
    line.setPalette(palette(DARK))
    assert words(line).palette().windowText().color() == DARK.fooled_text
    controller.go(told(controller.state, "It can."))
    assert words(line).palette().windowText().color() == DARK.text
