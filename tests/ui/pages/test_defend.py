from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from advgui.ui.pages.defend import Defend
from tests.ui.find import click, find
from tests.ui.pages.fake_window import FakeWindow


def test_it_shows_attacks_and_leads_to_the_training(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    page = Defend()
    made = keep(page.make(window))
    assert page.shows_attack
    click(made, "defend-train")
    find(made, QAction, "defend-train-distil").trigger()
    assert window.used == [("show", "train at distil")]
    page.close()


def test_one_that_was_never_shown_can_be_closed() -> None:
    page = Defend()
    page.close()
    assert page.work is None
