from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QProgressBar
from pytestqt.qtbot import QtBot

from advgui.core.training.tested import BestEpoch
from advgui.lab.training import transitions
from advgui.lab.training.text import LONG_S
from advgui.ui.training.page import TrainPage
from tests.ui.training.states import SENTENCE, failed, finished, training
from tests.ui.training.train_page import LEFT, button, offered, show, words


def test_each_state_offers_just_what_can_be_done(page: TrainPage) -> None:
    assert offered(page) == {"train-start"}
    for busy in (training("loading"), training(), transitions.paused(training())):
        show(page, busy)
        assert offered(page) == {"train-pause", "train-cancel"}
    show(page, finished())
    assert offered(page) == {"train-start", "train-attack", "train-save"}
    show(page, transitions.cancelled(training()))
    assert offered(page) == {"train-start"}


def test_a_button_that_can_do_nothing_says_why(page: TrainPage) -> None:
    start, stop = button(page, "train-start"), button(page, "train-stop")
    assert start.toolTip().startswith("Train a network")
    assert stop.toolTip() == "Nothing is being trained"
    show(page, training("loading"))
    assert start.toolTip() == "A network is being trained"
    assert stop.toolTip().startswith("Nothing is learned yet")
    show(page, training())
    assert stop.isEnabled()
    assert stop.toolTip().startswith("Stop the training now")


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


def test_the_trained_network_can_be_saved_and_attacked(page: TrainPage, qtbot: QtBot) -> None:
    state = finished()
    show(page, state)
    assert state.training is not None
    for name, signal in (("train-save", page.save_wanted), ("train-attack", page.attack_wanted)):
        with qtbot.waitSignal(signal) as heard:
            QTest.mouseClick(button(page, name), LEFT)
        assert heard.args == [state.training.network]


def test_what_has_learned_for_long_is_dropped_only_if_one_says_so(page: TrainPage) -> None:
    begun = training()
    assert begun.training is not None
    long = replace(begun, training=replace(begun.training, seconds=LONG_S))
    show(page, long)
    QTest.mouseClick(button(page, "train-cancel"), LEFT)
    asked = page.findChild(QDialog, "train-drop")
    assert isinstance(asked, QDialog)
    assert "has learned for 20 s" in asked.accessibleDescription()
    QTest.mouseClick(button(page, "train-drop-not"), LEFT)
    assert page._trainer.state.busy
    QTest.mouseClick(button(page, "train-cancel"), LEFT)
    QTest.mouseClick(button(page, "train-drop-all"), LEFT)
    assert "nothing of it was kept" in words(page, "train-state")


def test_an_earlier_epoch_that_read_more_is_offered_once(page: TrainPage, qtbot: QtBot) -> None:
    state = finished()
    show(page, state)
    best = button(page, "train-best")
    assert not best.isVisible()
    assert state.training is not None
    assert state.training.network is not None
    earlier = replace(state.training.network, name="My own-7")
    told = replace(state.training, best=BestEpoch(earlier, 7, 0.97, 0.96))
    show(page, replace(state, training=told))
    assert best.isVisible()
    assert best.text() == "Keep epoch 7, too"
    assert "97.0" in best.toolTip()
    with qtbot.waitSignal(page._trainer.trained) as heard:
        QTest.mouseClick(best, LEFT)
    assert heard.args == [earlier]
    assert not best.isVisible()
