from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from advgui.lab.training import transitions
from advgui.ui.training.page import TrainPage
from tests.ui.find import find
from tests.ui.training.states import SENTENCE, failed, finished, fresh, training
from tests.ui.training.train_page import button, offered, show, words


@pytest.mark.parametrize(
    ("mnist", "asked"), [(None, "Get MNIST…"), (Path("here"), "Get the pen digits…")]
)
def test_what_is_lacking_is_said_and_offered(
    page: TrainPage, mnist: Path | None, asked: str
) -> None:
    state = transitions.parameter_set(fresh(), "pen", True)
    show(page, transitions.located(state, mnist=mnist, pen=None))
    assert offered(page) == {"data-get"}
    assert "not on this computer" in words(page, "data-card-words")
    assert button(page, "data-get").text() == asked
    show(page, fresh())
    assert offered(page) == {"train-start"}


def test_damaged_data_are_named_and_another_folder_is_offered(page: TrainPage) -> None:
    show(page, failed())
    assert words(page, "data-card-words") == SENTENCE
    assert "nothing was trained" in words(page, "train-state")
    assert button(page, "data-get").text() == "Choose a folder…"
    assert offered(page) == {"train-start", "data-get"}


def test_the_curves_grow_and_their_values_are_told(page: TrainPage, qtbot: QtBot) -> None:
    plot = page.history.plot
    assert plot.accessibleDescription().startswith("The curves")
    show(page, training())
    qtbot.waitUntil(lambda: plot.accessibleDescription().startswith("After 2.00 epochs"))
    assert plot.accessibleDescription().endswith("Training digits 100\u00a0%; Loss 0.000")
    show(page, transitions.begun(finished()))
    assert plot.accessibleDescription().startswith("The curves")


def test_the_curves_of_a_training_that_was_cancelled_go(page: TrainPage, qtbot: QtBot) -> None:
    plot = page.history.plot
    show(page, training())
    qtbot.waitUntil(lambda: plot.accessibleDescription().startswith("After 2.00 epochs"))
    show(page, transitions.cancelled(page._trainer.state))
    qtbot.waitUntil(lambda: plot.accessibleDescription().startswith("The curves"))


def test_the_page_needs_the_height_of_a_matrix_only_where_that_is_shown(page: TrainPage) -> None:
    show(page, fresh())
    curves = page.minimumSizeHint().height()
    find(page, QToolButton, "train-errors").click()
    assert page.minimumSizeHint().height() > curves
    find(page, QToolButton, "train-errors").click()
    assert page.minimumSizeHint().height() == curves
