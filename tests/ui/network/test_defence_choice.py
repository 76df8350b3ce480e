"""The defence that the network stands behind: chosen, and known to the attacker or not."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QToolButton

from advgui.core.defences import DEFENCES, make_defence
from advgui.lab.attack.transitions import defence_chosen
from advgui.ui.network.column import NetworkColumn
from advgui.ui.network.defence_choice import DefenceChoice
from advgui.ui.session.controller import Controller
from tests.ui.find import click, find

Keep = Callable[[DefenceChoice], DefenceChoice]
KeepColumn = Callable[[NetworkColumn], NetworkColumn]


@pytest.fixture
def choice(controller: Controller, keep: Keep) -> DefenceChoice:
    made = keep(DefenceChoice(controller))
    made.show()
    return made


def pick(choice: DefenceChoice, name: str | None) -> None:
    """Choose from the list, as a user does."""
    box = find(choice, QComboBox, "defence")
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def test_every_defence_is_offered_and_none(choice: DefenceChoice) -> None:
    box = find(choice, QComboBox, "defence")
    names = [box.itemData(index) for index in range(box.count())]
    assert names == [None, *DEFENCES]
    assert box.currentText() == "None"


def test_the_network_is_put_behind_what_is_chosen(
    choice: DefenceChoice, controller: Controller
) -> None:
    pick(choice, "threshold")
    assert controller.state.defences == (make_defence("threshold"),)
    assert (
        find(choice, QComboBox, "defence")
        .toolTip()
        .startswith("Binary threshold\nEvery pixel becomes paper")
    )
    pick(choice, None)
    assert not controller.state.defences


def test_whether_attacks_go_through_it_is_asked_where_there_is_one_and_they_do_at_first(
    choice: DefenceChoice, controller: Controller
) -> None:
    aware = find(choice, QCheckBox, "aware")
    assert not aware.isVisible()
    pick(choice, "threshold")
    assert aware.isVisible()
    assert aware.isChecked()
    click(choice, "aware")
    assert controller.state.around
    pick(choice, None)
    assert not aware.isVisible()


def test_it_shows_what_was_chosen_elsewhere(choice: DefenceChoice, controller: Controller) -> None:
    controller.go(defence_chosen(controller.state, "threshold"))
    assert find(choice, QComboBox, "defence").currentText() == "Binary threshold"
    controller.set_aware(False)
    assert not find(choice, QCheckBox, "aware").isChecked()


def test_the_bars_are_read_through_it(controller: Controller, keep: KeepColumn) -> None:
    column = keep(NetworkColumn(controller))
    controller.choose_defence("threshold")
    reading = controller.state.reading
    assert reading is not None
    column.bars.set_reading(None, None)
    alone = column.bars.figures()
    controller.choose_defence(None)
    controller.choose_defence("threshold")
    assert column.bars.figures() != alone
    assert f"reads {reading.label}," in column.bars.accessibleDescription()


def test_several_are_told_in_the_list_until_one_is_chosen(
    choice: DefenceChoice, controller: Controller
) -> None:
    box = find(choice, QComboBox, "defence")
    for name in ("median", "shift"):
        controller.add_defence(name)
    assert box.currentText() == "2: Median smoothing, Random shift"
    assert "Window 3" in box.toolTip()
    box.activated.emit(box.currentIndex())
    assert len(controller.state.defences) == 2
    pick(choice, "threshold")
    assert [one.name for one in controller.state.defences] == ["threshold"]
    assert box.count() == len(DEFENCES) + 1


def test_no_defence_is_one_click_away(choice: DefenceChoice, controller: Controller) -> None:
    button = find(choice, QToolButton, "no-defence")
    assert not button.isVisible()
    controller.add_defence("median")
    width = choice.minimumSizeHint().width()
    click(choice, "no-defence")
    assert not controller.state.defences
    assert not button.isVisible()
    assert choice.minimumWidth() >= width
