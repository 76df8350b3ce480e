"""Whether the attacker knows the defence, and what the attack comes to."""

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find


def outcome(page: DefendPage) -> str:
    return find(page, QLabel, "defend-outcome").text()


def test_the_switch_is_the_same_as_below_the_network(
    page: DefendPage, controller: Controller
) -> None:
    controller.choose_defence("threshold")
    switch = find(page, QCheckBox, "defend-aware")
    assert switch.isChecked()
    click(page, "defend-aware")
    assert controller.state.around
    controller.set_aware(True)
    assert switch.isChecked()


def test_with_no_defence_it_says_why_there_is_nothing_to_know(
    page: DefendPage, controller: Controller
) -> None:
    switch = find(page, QCheckBox, "defend-aware")
    assert not switch.isEnabled()
    assert "no defence" in switch.toolTip()
    controller.choose_defence("threshold")
    assert switch.isEnabled()


def test_a_click_attacks_through_the_defence_and_tells_of_both_networks(
    page: DefendPage, controller: Controller, qtbot: QtBot
) -> None:
    controller.choose_defence("threshold")
    click(page, "defend-attack")
    run = controller.state.run
    assert run is not None
    assert run.request.aware
    qtbot.waitUntil(lambda: not controller.telling)
    assert outcome(page).startswith("Attacking toward")
    assert find(page, QPushButton, "defend-stop").isEnabled()
    qtbot.waitUntil(lambda: not controller.state.running and not controller.telling, timeout=30_000)
    assert outcome(page).startswith("Through “Binary threshold”, L2 ")
    assert "behind the defence" in outcome(page)
    assert not find(page, QPushButton, "defend-stop").isEnabled()


def test_with_nothing_drawn_the_button_says_why_it_does_nothing(
    page: DefendPage, controller: Controller
) -> None:
    controller.clear()
    attack = find(page, QPushButton, "defend-attack")
    assert not attack.isEnabled()
    assert "nothing to attack" in attack.toolTip()
    assert "draw a digit first" in outcome(page)
