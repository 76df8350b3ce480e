"""The page follows the drawing and the attack while it is seen."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from advgui.core.training.registry import TRAINING_DEFENCES
from advgui.ui.defence.page import DefendPage
from advgui.ui.session.controller import Controller
from advgui.ui.viewer.tile import Tile
from tests.lab.states import drawing, same
from tests.ui.find import click, find


def test_before_and_after_follow_the_drawing(page: DefendPage, controller: Controller) -> None:
    controller.choose_defence("threshold")
    controller.draw(drawing(4))
    first = find(page, Tile, "stage-0").shown()
    assert first is not None
    assert same(first, controller.state.image)
    reading, alone = controller.state.reading, controller.state.alone
    assert reading is not None
    assert alone is not None
    said = [find(page, Tile, f"stage-{n}").accessibleDescription() for n in (0, 1)]
    assert said[0].startswith(f"reads {alone.label}")
    assert said[1].startswith(f"reads {reading.label}")


def test_what_an_attack_made_is_shown_on_request(
    page: DefendPage, controller: Controller, qtbot: QtBot
) -> None:
    attacked = find(page, QToolButton, "defend-attacked")
    assert not attacked.isEnabled()
    assert "not attacked yet" in attacked.toolTip()
    click(page, "defend-attack")
    qtbot.waitUntil(attacked.isEnabled, timeout=30_000)
    click(page, "defend-attacked")
    shown, run = find(page, Tile, "stage-0").shown(), controller.state.run
    assert shown is not None
    assert run is not None
    assert run.outcome is not None
    assert same(shown, run.outcome.adversarial)
    controller.draw(drawing(4))
    assert find(page, QToolButton, "defend-drawing").isChecked()
    assert find(page, Tile, "stage-0").accessibleName() == "Drawing image"


def test_it_is_brought_up_to_date_when_it_is_seen_again(
    page: DefendPage, controller: Controller
) -> None:
    page.hide()
    controller.draw(drawing(4))
    page.show()
    shown = find(page, Tile, "stage-0").shown()
    assert shown is not None
    assert same(shown, controller.state.image)


def test_a_button_offers_all_ways_of_training_that_defend(page: DefendPage, qtbot: QtBot) -> None:
    click(page, "defend-train")
    ways = find(page, QMenu, "defend-train-ways")
    offered = [action.text().lower() for action in ways.actions()]
    assert offered == [way.title.lower() for way in TRAINING_DEFENCES.values()]
    with qtbot.waitSignal(page.training_wanted) as told:
        find(page, QAction, "defend-train-adversarial").trigger()
    assert told.args == ["adversarial"]
    ways.close()
