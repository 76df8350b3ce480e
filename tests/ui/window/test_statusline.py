from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import Message
from advgui.lab.attack.transitions import network_chosen, refused, told
from advgui.ui.pages import Host, Page
from advgui.ui.session.controller import Controller
from advgui.ui.theme.tokens import DARK, LIGHT, palette
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.statusline import StatusLine
from tests.lab.requests import network
from tests.lab.states import ended, fresh, other_digit

Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def controller(qapp: QApplication) -> Controller:
    return Controller(fresh(seed=None))


class Named(Page):
    """A page that is its name."""

    order = 0

    def __init__(self, name: str) -> None:
        self.name = self.title = name

    @property
    def shows_attack(self) -> bool:
        return self.name == "attack"

    def make(self, host: Host) -> QWidget:
        return QLabel(self.title)


@pytest.fixture
def pages(keep: Keep) -> Pages:
    made = Pages([Named("attack"), Named("train")], QLabel())
    keep(made)
    keep(made.tabs)
    made.fill(cast(Host, object()))
    return made


@pytest.fixture
def line(qtbot: QtBot, keep: Keep, controller: Controller, pages: Pages) -> StatusLine:
    made = StatusLine()
    keep(made)
    made.follow(controller, pages)
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


def test_what_was_said_on_a_page_is_not_said_on_another_one(
    line: StatusLine, controller: Controller, pages: Pages
) -> None:
    controller.tell("The run is back.")
    pages.choose("train")
    assert words(line).text() == ""
    pages.choose("attack")
    assert words(line).text() == "The run is back."
    pages.choose("train")
    controller.tell("The curves are saved.")
    pages.choose("attack")
    assert words(line).text() == ""


def test_what_still_goes_on_is_told_on_every_page(
    line: StatusLine, controller: Controller, pages: Pages
) -> None:
    busy = Message("busy", "Attacking toward 3.")
    controller.go(replace(controller.state, message=busy))
    pages.choose("train")
    assert words(line).text() == "Attacking toward 3."


def test_that_the_attack_shown_is_outdated_is_said_where_an_attack_is_seen(
    line: StatusLine, controller: Controller, pages: Pages
) -> None:
    pages.choose("train")
    state = ended(aimed(fresh(), other_digit(fresh())))
    controller.go(network_chosen(state, network(seed=3)))
    assert controller.state.message.words == controller.state.outdated_words != ""
    assert words(line).text() == ""
    pages.choose("attack")
    assert words(line).text() == controller.state.outdated_words


def test_its_colour_goes_with_the_kind_and_with_the_theme(
    line: StatusLine, controller: Controller
) -> None:
    controller.go(refused(controller.state, "That cannot be."))
    assert words(line).palette().windowText().color() == LIGHT.fooled_text
    line.setPalette(palette(DARK))
    assert words(line).palette().windowText().color() == DARK.fooled_text
    controller.go(told(controller.state, "It can."))
    assert words(line).palette().windowText().color() == DARK.text
