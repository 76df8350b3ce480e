"""The buttons do what they say, and those that cannot say why."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from advgui.core.training.poisoned import Look, PoisonOutcome, PoisonState
from advgui.lab.worker.messages import JobProgress
from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.poisoning.poisoner import Poisoner
from tests.ui.find import click, find

NAMES = ("start", "pause", "stop", "cancel", "offer", "save")


def offered(page: PoisonPage) -> tuple[bool, ...]:
    return tuple(find(page, QPushButton, f"poison-{name}").isEnabled() for name in NAMES)


def words(page: PoisonPage) -> str:
    return find(page, QLabel, "poison-words").text()


def test_a_click_trains_another_pauses_and_another_drops_it(
    page: PoisonPage, poisoner: Poisoner
) -> None:
    assert offered(page) == (True, False, False, False, False, False)
    click(page, "poison-start")
    assert offered(page) == (False, True, False, True, False, False)
    stop = find(page, QPushButton, "poison-stop")
    assert stop.toolTip().startswith("Nothing is learned yet")
    click(page, "poison-pause")
    assert find(page, QPushButton, "poison-pause").text() == "Resume"
    assert find(page, QProgressBar, "poison-progress").format() == "Paused"
    click(page, "poison-cancel")
    assert poisoner.state.job.phase == "cancelled"
    assert words(page) == "The training was cancelled; nothing of it was kept."


def test_both_are_seen_while_they_learn(page: PoisonPage, poisoner: Poisoner) -> None:
    click(page, "poison-start")
    look = Look(3.0, 0.95, 0.94, 0.01, 0.8)
    report = JobProgress(poisoner.state.job.ticket, PoisonState("training", 0.5, (look,)))
    poisoner.lane._background.reported.emit(report)
    assert words(page).replace("\u00a0", " ") == (
        "Training both networks: clean digits 94.0 %, twin 95.0 %, success 80.0 %."
    )
    assert offered(page) == (False, True, True, True, False, False)
    bar = find(page, QProgressBar, "poison-progress")
    assert 0.4 < bar.value() / bar.maximum() < 0.5
    assert bar.format() == "Training both networks"


def test_in_the_end_figures_are_told_and_the_network_can_be_kept(
    page: PoisonPage, finish: Callable[[], PoisonOutcome]
) -> None:
    found, kept = finish(), list[object]()
    page.offer_wanted.connect(kept.append)
    page.save_wanted.connect(kept.append)
    assert offered(page) == (True, False, False, False, True, True)
    click(page, "poison-offer")
    click(page, "poison-save")
    assert kept == [found.poisoned, found.poisoned]
    assert words(page).startswith("40 of 400 training images")


def test_what_was_trained_before_the_choice_was_changed_is_told_as_that(
    page: PoisonPage, poisoner: Poisoner, finish: Callable[[], PoisonOutcome]
) -> None:
    finish()
    poisoner.choose(poisoner.state.choice.moved(-1, 0))
    assert words(page).startswith("Before the choice was changed: Back door (BadNets).")


def test_without_mnist_it_is_offered_to_be_fetched(page: PoisonPage, poisoner: Poisoner) -> None:
    poisoner.have_mnist(None)
    assert find(page, QPushButton, "poison-get-data").isVisible()
    assert not find(page, QPushButton, "poison-start").isVisible()
    assert words(page) == "MNIST is not on this computer; networks are trained with it."


@pytest.mark.parametrize("name", NAMES)
def test_every_button_that_cannot_be_pressed_says_why(page: PoisonPage, name: str) -> None:
    assert find(page, QPushButton, f"poison-{name}").toolTip()


def test_without_a_trigger_nothing_is_trained(page: PoisonPage, poisoner: Poisoner) -> None:
    click(page, "trigger-clear")
    start = find(page, QPushButton, "poison-start")
    assert not start.isEnabled()
    assert start.toolTip() == "Draw a trigger first: it has no pixel."
    click(page, "trigger-default")
    assert start.isEnabled()
    assert (poisoner.state.choice.row, poisoner.state.choice.column) == (24, 24)
