"""The page as the window has it: nothing is made before it is shown, and nothing is lost."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from advgui.ui.pages.train import Train
from advgui.ui.training.page import TrainPage
from tests.lab.requests import network
from tests.ui.pages.fake_window import FakeWindow
from tests.ui.training.states import training


@pytest.fixture
def page(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> Iterator[tuple[Train, TrainPage]]:
    train = Train()
    made = train.make(window)
    assert isinstance(made, TrainPage)
    keep(made)
    yield train, made
    train.close()


def test_one_that_was_never_shown_has_no_work_and_can_be_closed() -> None:
    train, then = Train(), list[int]()
    assert train.work is None
    assert not train.shows_attack
    train.keep_work(lambda: then.append(1))
    train.close()
    assert then == []


def test_it_opens_at_the_way_of_training_that_was_asked_for(page: tuple[Train, TrainPage]) -> None:
    train, made = page
    train.open_at("adversarial")
    assert made._trainer.state.way == "adversarial"


def test_a_training_is_work_that_has_a_title(page: tuple[Train, TrainPage]) -> None:
    train, made = page
    made._trainer.go(training("loading"))
    assert train.work is not None
    assert train.work.title == "My report network"
    assert not train.work.worth_keeping
    made._trainer.go(training())
    assert train.work.worth_keeping


def test_each_network_that_is_ready_is_offered(
    page: tuple[Train, TrainPage], window: FakeWindow
) -> None:
    _, made = page
    ready = network()
    made._trainer.trained.emit(ready)
    assert window.used == [("trained", ready)]


def test_whoever_waits_for_a_network_goes_on_once_it_is_offered(
    page: tuple[Train, TrainPage], window: FakeWindow
) -> None:
    train, made = page
    made._trainer.go(training())
    train.keep_work(lambda: window.used.append(("then", None)))
    assert window.used == []
    ready = network()
    made._trainer.trained.emit(ready)
    assert window.used == [("trained", ready), ("then", None)]
    made._trainer.trained.emit(ready)
    assert window.used[2:] == [("trained", ready)]


def test_a_network_can_be_attacked_and_saved(
    page: tuple[Train, TrainPage], window: FakeWindow
) -> None:
    _, made = page
    one = network()
    made.attack_wanted.emit(one)
    made.save_wanted.emit(one)
    assert window.used == [("trained", one), ("show", "attack"), ("save", one)]
