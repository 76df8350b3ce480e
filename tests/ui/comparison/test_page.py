"""Two comparisons share the page; one of them is seen."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from advgui.lab.networks.library import Library
from advgui.ui.comparison.page import ComparePage
from advgui.ui.session.controller import Controller
from tests.ui.find import click


@pytest.fixture
def page(
    qtbot: QtBot, keep: Callable[[ComparePage], ComparePage], controller: Controller
) -> Iterator[ComparePage]:
    made = keep(ComparePage(controller, Library()))
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_work()


def test_the_attack_is_followed_first(page: ComparePage) -> None:
    assert page.comparison.isVisible()
    assert not page.transfer.isVisible()
    assert page.shows_attack


def test_a_click_shows_the_other_view_and_tells_it(page: ComparePage, qtbot: QtBot) -> None:
    for button, attack in (("compare-all", False), ("compare-one", True)):
        with qtbot.waitSignal(page.turned):
            click(page, button)
        assert page.shows_attack == attack
        assert page.comparison.isVisible() == attack
        assert page.transfer.isVisible() != attack


def test_a_click_on_the_view_that_is_shown_changes_nothing(page: ComparePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.turned):
        click(page, "compare-one")
    assert page.shows_attack
