"""The page as the window has it: choices are remembered, and closing in the midst is clean."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advgui.lab.poisoning.text import job_words
from advgui.lab.sessions.stored_poisonings import StoredPoisoning
from advgui.ui.pages import Work
from advgui.ui.pages.poison import Poison
from advgui.ui.poisoning.page import PoisonPage
from advgui.ui.poisoning.poisoner import Poisoner
from advgui.ui.session.controller import Controller
from tests.fake_datasets import write_mnist
from tests.fake_fits import drawn
from tests.fake_poisoning import outcome, retrained
from tests.ui.find import find
from tests.ui.pages.fake_window import FakeWindow

PATIENCE_MS = 60_000


@pytest.fixture
def window(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWindow]:
    write_mnist(tmp_path / "mnist", train=4000)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    controller = Controller(drawn())
    yield FakeWindow(controller)
    controller.close()


@pytest.fixture
def page(window: FakeWindow, keep: Callable[[QWidget], QWidget]) -> Iterator[Poison]:
    shown = Poison()
    assert isinstance(keep(shown.make(window)), PoisonPage)
    yield shown
    shown.close()


def poisoner(page: Poison) -> Poisoner:
    assert page._poisoner is not None
    return page._poisoner


def test_one_that_was_never_shown_has_nothing_and_can_be_closed() -> None:
    shown, then = Poison(), list[int]()
    assert shown.work is None
    assert not shown.shows_attack
    shown.keep_work(lambda: then.append(1))
    shown.close()
    assert then == [1]


def test_what_is_chosen_is_there_again_in_the_next_window(
    page: Poison, window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    choice = replace(poisoner(page).state.choice, goal=2, architecture="dense")
    poisoner(page).choose(choice.with_parameter("rate", 0.05).with_pixel(0, 0, 255))
    again = Poison()
    made = keep(again.make(window))
    assert find(made, Poisoner, "poisoner").state.choice == poisoner(page).state.choice
    again.close()


def test_a_training_is_work_that_can_be_kept_before_the_window_goes(
    page: Poison, window: FakeWindow, qtbot: QtBot
) -> None:
    poisoner(page).train()
    wanted = Work("Back door (BadNets)", True)
    qtbot.waitUntil(lambda: page.work == wanted, timeout=PATIENCE_MS)
    then = list[str]()
    page.keep_work(lambda: then.append("ended"))
    qtbot.waitUntil(lambda: then == ["ended"], timeout=PATIENCE_MS)
    assert page.work is None
    outcome = poisoner(page).state.outcome
    assert outcome is not None
    assert [one for one in window.used if one[0] != "made"] == [("trained", outcome.poisoned)]


def test_what_was_poisoned_is_asked_about_at_closing_until_it_is_on_offer(
    page: Poison, window: FakeWindow, qtbot: QtBot
) -> None:
    assert page.unsaved == []
    poisoner(page).train()
    qtbot.waitUntil(lambda: bool(page.work and page.work.worth_keeping), timeout=PATIENCE_MS)
    poisoner(page).stop()
    qtbot.waitUntil(lambda: page.work is None, timeout=PATIENCE_MS)
    outcome = poisoner(page).state.outcome
    assert outcome is not None
    assert page.unsaved == [outcome.poisoned.title]
    then = list[str]()
    page.save_unsaved(lambda: then.append("on offer"))
    assert (then, page.unsaved) == (["on offer"], [])
    assert [one for one in window.used if one[0] != "made"] == [("trained", outcome.poisoned)]


def test_a_window_that_is_closed_in_the_midst_of_a_training_leaves_nothing(
    page: Poison, qtbot: QtBot
) -> None:
    poisoner(page).train()
    page.close()
    with qtbot.assertNotEmitted(poisoner(page).changed, wait=300):
        pass


def test_what_came_of_it_is_in_the_session_and_comes_back_with_its_course(
    page: Poison, window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    assert not page.made
    made = StoredPoisoning(outcome(), (outcome().end,), unsaved=True)
    page.take_made([made])
    assert ("made", None) in window.used
    assert page.unsaved == [outcome().poisoned.title]
    (held,) = page.made
    assert isinstance(held, StoredPoisoning)
    assert (held.outcome, held.looks, held.unsaved) == (made.outcome, made.looks, True)
    state = poisoner(page).state
    assert (state.outcome, state.looks, state.job.busy) == (outcome(), made.looks, False)
    page.made_saved(page.made)
    assert not page.unsaved
    other = retrained()
    page.take_made([StoredPoisoning(other)])
    assert poisoner(page).state.outcome is other
    assert not page.unsaved
    assert not window.library.unsaved


def test_what_is_in_no_file_is_on_offer_before_another_takes_its_place(
    page: Poison, window: FakeWindow
) -> None:
    page.take_made([StoredPoisoning(outcome(), unsaved=True)])
    page.take_made([StoredPoisoning(retrained())])
    assert [one.title for one in window.library.unsaved] == [outcome().poisoned.title]


def test_one_that_was_broken_off_waits_and_goes_on_to_its_end(
    page: Poison,
    window: FakeWindow,
    qtbot: QtBot,
    tmp_path: Path,
    keep: Callable[[QWidget], QWidget],
) -> None:
    place = tmp_path / "poisoning.safetensors"
    page.keep_at(lambda: place)
    poisoner(page).train()
    qtbot.waitUntil(lambda: bool(page.work and page.work.worth_keeping), timeout=PATIENCE_MS)
    poisoner(page).pause()
    qtbot.waitUntil(lambda: bool(page.work and page.work.kept), timeout=PATIENCE_MS)
    page.close()
    later = Poison()
    kept = later.read_kept(place)
    assert kept.title == "Back door (BadNets)"
    later.take_up(kept, place)
    assert later.goes_on
    keep(later.make(window))
    state = poisoner(later).state
    assert (state.job.broken_off, later.work, later.goes_on) == (True, None, True)
    assert "Broken off" in job_words(state.job, differs=False)
    poisoner(later).pause()  # which goes on with it
    qtbot.waitUntil(lambda: not poisoner(later).state.job.busy, timeout=PATIENCE_MS)
    assert poisoner(later).state.outcome is not None
    assert poisoner(later).state.job.phase == "finished"
    later.close()
    assert not place.exists()
