"""On the Train page one chooses how a network is trained, by keyboard, and from whom it learns."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from advgui.core.parameters import parameter_table
from advgui.core.training.registry import TRAINING_DEFENCES
from advgui.lab.training import transitions
from advgui.lab.worker.messages import Points, TrainingProgress
from advgui.ui.training.page import TrainPage
from tests.random_networks import random_network
from tests.ui.training.states import training
from tests.ui.training.train_page import choose, show, words


def box(page: TrainPage, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


@pytest.mark.parametrize("name", list(TRAINING_DEFENCES))
def test_every_way_of_training_is_chosen_with_its_parameters(page: TrainPage, name: str) -> None:
    choose(page, "train-way", name)
    defence = page._trainer.state.plan.defence
    assert isinstance(defence, TRAINING_DEFENCES[name])
    QTest.qWait(1)  # what comes into a layout is shown in the next turn
    for row in parameter_table(defence):
        control = page.findChild(QWidget, f"field-{row.name}")
        assert isinstance(control, QWidget)
        assert control.isVisible()
    assert defence.summary in words(page, "train-takes")
    assert box(page, "train-teacher").isVisible() == defence.taught
    choose(page, "train-way", "")
    assert page._trainer.state.plan.defence is None


def test_a_student_learns_from_its_like_or_from_any_network_of_the_window(page: TrainPage) -> None:
    mine = page._trainer.library.add(replace(random_network(), name="mine"), trained=True)
    choose(page, "architecture", "dense")
    choose(page, "train-way", "distil")
    assert box(page, "train-teacher").currentData() == "dense"
    choose(page, "train-teacher", "mine")
    assert getattr(page._trainer.state.plan.defence, "teacher", None) is mine


def test_what_is_counted_is_trained_plainly_and_says_why(page: TrainPage) -> None:
    choose(page, "train-way", "adversarial")
    choose(page, "architecture", "bayes")
    assert page._trainer.state.plan.defence is None
    assert not box(page, "train-way").isEnabled()
    assert "plainly" in box(page, "train-way").toolTip()


def test_clean_and_attacked_are_told_as_they_come_and_so_is_a_collapse(page: TrainPage) -> None:
    choose(page, "train-way", "adversarial")
    show(page, transitions.begun(page._trainer.state))
    state = page._trainer.state
    halves = np.array([0.5], np.float32)
    points = Points(
        halves * 4, halves, halves, halves + 0.25, halves - 0.25, *[halves * np.nan] * 2
    )
    words_of_it = "It has collapsed: it reads 100 of 100 digits as 1."
    page._trainer._take(TrainingProgress(state.ticket, "training", 0.5, 9.0, points, words_of_it))
    line = words(page, "train-state")
    assert "clean 75.0" in line
    assert "attacked 25.0" in line
    assert words_of_it in line
    show(page, training())
    assert "collapsed" not in words(page, "train-state")
