from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from advgui.lab.training.state import OFFERED
from advgui.ui.training.page import TrainPage
from tests.ui.training.states import finished, training
from tests.ui.training.train_page import LEFT, choose, show, words


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
    assert page.settings.toolTip() == page.settings.top.toolTip() == "A network is being trained"
    show(page, finished())
    assert page.settings.toolTip() == page.settings.top.toolTip() == ""
