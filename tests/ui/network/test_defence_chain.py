"""The dialog in which a chain of defences is put together."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QListWidget, QMenu, QPushButton

from advgui.core.defences import DEFENCES, make_defence
from advgui.lab.attack.transitions import defences_set
from advgui.ui.network.defence_chain import DefenceChain
from advgui.ui.network.defence_choice import DefenceChoice
from advgui.ui.session.controller import Controller
from advgui.ui.widgets.parameter_panel import ParameterPanel
from tests.ui.find import click, find

Keep = Callable[[DefenceChoice], DefenceChoice]


@pytest.fixture
def chain(controller: Controller, keep: Keep) -> DefenceChain:
    choice = keep(DefenceChoice(controller))
    choice.show()
    click(choice, "defence-chain-button")
    made = find(choice, DefenceChain, "defence-chain")
    assert made.isVisible()
    return made


def add(chain: DefenceChain, name: str) -> None:
    """Choose from the menu of the button."""
    menu = find(chain, QPushButton, "chain-add").menu()
    assert isinstance(menu, QMenu)
    menu.actions()[list(DEFENCES).index(name)].trigger()


def names(controller: Controller) -> list[str]:
    return [defence.name for defence in controller.state.defences]


def lines(chain: DefenceChain) -> list[str]:
    found = find(chain, QListWidget, "chain")
    return [found.item(row).text() for row in range(found.count())]


def test_defences_are_added_moved_and_removed(chain: DefenceChain, controller: Controller) -> None:
    for name in ("median", "noise", "threshold"):
        add(chain, name)
    assert names(controller) == ["median", "noise", "threshold"]
    assert lines(chain)[0] == "1. Median smoothing (window 3)"
    click(chain, "chain-up")
    assert names(controller) == ["median", "threshold", "noise"]
    assert find(chain, QListWidget, "chain").currentRow() == 1
    click(chain, "chain-remove")
    assert names(controller) == ["median", "noise"]
    click(chain, "chain-up")
    assert not find(chain, QPushButton, "chain-up").isEnabled()
    click(chain, "chain-down")
    assert names(controller) == ["median", "noise"]
    assert not find(chain, QPushButton, "chain-down").isEnabled()


def test_the_form_is_that_of_the_one_that_is_chosen_and_sets_it(
    chain: DefenceChain, controller: Controller
) -> None:
    add(chain, "median")
    add(chain, "bit-depth")
    form = find(chain, ParameterPanel, "chain-parameters")
    assert form.values() == {"bits": 2}
    find(chain, QListWidget, "chain").setCurrentRow(0)
    assert form.values() == {"window": 3}
    form.changed.emit("window", 5)
    assert controller.state.defences[0] == make_defence("median", {"window": 5})
    assert lines(chain)[0] == "1. Median smoothing (window 5)"
    assert form.values() == {"window": 5}
    form.changed.emit("window", 77)
    assert controller.state.defences[0] == make_defence("median", {"window": 5})


def test_it_follows_what_is_set_elsewhere(chain: DefenceChain, controller: Controller) -> None:
    controller.go(defences_set(controller.state, [make_defence("threshold")]))
    assert lines(chain) == ["1. Binary threshold (threshold 0.5, width 0)"]
    controller.set_threshold(0.25)
    assert lines(chain) == ["1. Binary threshold (threshold 0.25, width 0)"]
    controller.choose_defence(None)
    assert lines(chain) == []
    assert not find(chain, QPushButton, "chain-remove").isEnabled()


def test_what_was_closed_comes_back_as_the_chain_is_then(
    chain: DefenceChain, controller: Controller
) -> None:
    chain.close()
    controller.choose_defence("median")
    choice = chain.parentWidget()
    assert choice is not None
    click(choice, "defence-chain-button")
    assert chain.isVisible()
    assert lines(chain) == ["1. Median smoothing (window 3)"]
