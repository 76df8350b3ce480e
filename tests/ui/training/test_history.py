"""What of a training is plotted, and when its plot is at rest."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from advgui.lab.training.state import TrainingState
from advgui.ui.plotting.chart import Chart
from advgui.ui.training.controller import Trainer
from advgui.ui.training.history import TrainingHistory, training_data
from tests.ui.plotting.plots import said, shown
from tests.ui.training.states import finished, fresh, training

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def history(qtbot: QtBot) -> Iterator[TrainingHistory]:
    trainer = Trainer()
    made = TrainingHistory(trainer)
    trainer.setParent(made)
    made.resize(600, 300)
    made.show()
    qtbot.waitExposed(made)
    yield made
    trainer.close()
    made.plot.close()
    made.close()
    made.deleteLater()


def show(history: TrainingHistory, state: TrainingState, qtbot: QtBot) -> Chart:
    history._trainer.go(state)
    return shown(history.plot, qtbot)


def test_while_it_is_trained_the_plot_leaves_room_and_has_no_menu(
    history: TrainingHistory, qtbot: QtBot
) -> None:
    chart = show(history, training(), qtbot)
    epochs = float(training().plan.epochs)
    assert chart.strips[0].seen() == (0.0, epochs)
    menu = history.plot.findChild(QToolButton, "train-plot-menu")
    assert isinstance(menu, QToolButton)
    assert not menu.isEnabled()
    history._trainer.go(finished())
    assert menu.isEnabled()
    assert chart.strips[0].seen() == (0.0, 2.0)


def test_the_line_stands_at_the_newest_point(history: TrainingHistory, qtbot: QtBot) -> None:
    show(history, training(), qtbot)
    assert history.plot.accessibleDescription().startswith("After 2.00 epochs: ")
    assert (
        said(history.plot) == "500 test digits 50.0\u00a0%; Training digits 100\u00a0%; Loss 0.000"
    )


def test_before_a_training_there_are_words(history: TrainingHistory, qtbot: QtBot) -> None:
    assert not show(history, fresh(), qtbot).isVisible()
    assert history.plot.accessibleDescription().startswith("The curves")


@pytest.mark.parametrize(("state", "told"), [(training(), False), (finished(), True)])
def test_the_curve_of_the_test_digits_reaches_the_end_of_a_training_that_has_ended(
    state: TrainingState, told: bool
) -> None:
    shown = state.training
    assert shown is not None
    again = replace(shown.points, test=np.full(len(shown.points), 0.5, np.float32))
    drawn = training_data(replace(shown, points=again)).values["test"]
    assert drawn[0] == 0.5
    assert np.isnan(drawn[1:-1]).all()  # the same share is told again
    assert (drawn[-1] == 0.5) == told
