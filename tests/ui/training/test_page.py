from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.lab.training import transitions
from advgui.lab.training.state import OFFERED, TrainingState
from advgui.ui.theme.tokens import LIGHT, palette
from advgui.ui.training.controller import Trainer
from advgui.ui.training.page import TrainPage
from tests.ui.training.states import SENTENCE, failed, finished, fresh, training

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, keep: Callable[[TrainPage], TrainPage]) -> TrainPage:
    trainer = Trainer()
    made = keep(TrainPage(trainer))
    trainer.setParent(made)
    trainer.go(fresh())
    made.setPalette(palette(LIGHT))
    made.resize(600, 560)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(page: TrainPage, state: TrainingState) -> None:
    page._trainer.go(state)


def button(page: TrainPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def words(page: TrainPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def offered(page: TrainPage) -> set[str]:
    """The buttons that can be pressed."""
    names = ("train-start", "train-pause", "train-cancel", "train-attack", "train-save", "data-get")
    found = {name: button(page, name) for name in names}
    return {name for name, one in found.items() if one.isVisible() and one.isEnabled()}


def choose(page: TrainPage, name: str, data: str) -> None:
    """Walk through a list with the arrow keys."""
    box = page.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    for _ in range(box.count()):
        down = box.currentIndex() < box.findData(data)
        if box.currentData() != data:
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    assert box.currentData() == data


def test_each_state_offers_just_what_can_be_done(page: TrainPage) -> None:
    assert offered(page) == {"train-start"}
    for busy in (training("loading"), training(), transitions.paused(training())):
        show(page, busy)
        assert offered(page) == {"train-pause", "train-cancel"}
    show(page, finished())
    assert offered(page) == {"train-start", "train-attack", "train-save"}
    show(page, transitions.cancelled(training()))
    assert offered(page) == {"train-start"}


def test_each_state_is_told_in_words(page: TrainPage, qtbot: QtBot) -> None:
    assert words(page, "train-state") == ""
    show(page, training())
    qtbot.waitUntil(lambda: words(page, "train-state").startswith("Epoch 4 of 12"))
    show(page, transitions.paused(training()))
    assert words(page, "train-state").startswith("Paused in epoch 4 of 12")
    assert button(page, "train-pause").text() == "Resume"
    show(page, finished())
    assert words(page, "train-state").startswith("Trained in 12 s. Reads 93.0")
    assert button(page, "train-pause").text() == "Pause"
    show(page, failed("training"))
    assert words(page, "train-state") == SENTENCE
    show(page, transitions.cancelled(training()))
    assert "nothing of it was kept" in words(page, "train-state")


def test_the_bar_shows_how_much_is_done(page: TrainPage, qtbot: QtBot) -> None:
    bar = page.findChild(QProgressBar, "train-progress")
    assert isinstance(bar, QProgressBar)
    assert bar.value() == 0
    show(page, training(done=0.25))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() // 4)
    assert bar.text() == "25\u00a0%"
    assert bar.accessibleDescription().startswith("Epoch 4 of 12")


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


def test_every_architecture_can_be_chosen_by_keyboard(page: TrainPage) -> None:
    activation = page.findChild(QComboBox, "activation")
    assert isinstance(activation, QComboBox)
    for name, design in OFFERED.items():
        choose(page, "architecture", name)
        assert page._trainer.state.plan.architecture == name
        assert activation.isVisible() == bool(design.activations)
        for one in reversed(design.activations):
            choose(page, "activation", one)
            assert page._trainer.state.plan.activation == one


def test_what_it_takes_follows_what_is_chosen(page: TrainPage) -> None:
    assert "6,000 MNIST images" in words(page, "train-takes")
    choose(page, "architecture", "softmax")
    assert "60,000 MNIST images" in words(page, "train-takes")


def test_name_and_seed_are_typed(page: TrainPage) -> None:
    name = page.findChild(QLineEdit, "network-name")
    seed = page.findChild(QSpinBox, "train-seed")
    assert isinstance(name, QLineEdit)
    assert isinstance(seed, QSpinBox)
    assert name.placeholderText() == "My report network"
    QTest.keyClicks(name, " Mine  ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert page._trainer.state.name == "Mine"
    assert name.text() == "Mine"
    seed.selectAll()
    QTest.keyClicks(seed, "41")
    QTest.keyClick(seed, Qt.Key.Key_Return)
    next_seed = page.findChild(QWidget, "train-next-seed")
    assert isinstance(next_seed, QWidget)
    QTest.mouseClick(next_seed, LEFT)
    assert page._trainer.state.plan.seed == seed.value() == 42


def test_nothing_can_be_chosen_while_a_network_is_trained(page: TrainPage) -> None:
    show(page, training())
    for name in ("architecture", "activation", "network-name", "train-seed", "epochs", "share"):
        control = page.findChild(QWidget, name)
        assert isinstance(control, QWidget)
        assert not control.isEnabled()


def test_the_trained_network_can_be_saved_and_attacked(page: TrainPage, qtbot: QtBot) -> None:
    state = finished()
    show(page, state)
    assert state.training is not None
    for name, signal in (("train-save", page.save_wanted), ("train-attack", page.attack_wanted)):
        with qtbot.waitSignal(signal) as heard:
            QTest.mouseClick(button(page, name), LEFT)
        assert heard.args == [state.training.network]


def test_the_curves_grow_and_their_values_are_told(page: TrainPage, qtbot: QtBot) -> None:
    plot = page.course.plot
    assert plot.accessibleDescription().startswith("The curves")
    show(page, training())
    qtbot.waitUntil(lambda: plot.accessibleDescription().startswith("After 2.00 epochs"))
    assert plot.accessibleDescription().endswith("Read correctly 100\u00a0%; Loss 0.000")
    show(page, transitions.begun(finished()))
    assert plot.accessibleDescription().startswith("The curves")
