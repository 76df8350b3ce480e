"""The page as the window has it: choices are remembered, and nothing that was made is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted import Fit, Look
from advgui.core.attacks.fitted.patch import Patch
from advgui.lab.fitted.fitting import FitArtefact, KeptFit, Learning
from advgui.lab.fitted.text import fit_words
from advgui.lab.sessions.stored_artefacts import StoredArtefact
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.fitted.page import OneForAllPage
from advgui.ui.pages import Work
from advgui.ui.pages.one_for_all import OneForAll
from advgui.ui.session.controller import Controller
from tests.fake_fits import drawn, patch, write_gallery
from tests.ui.find import click, find
from tests.ui.pages.fake_window import FakeWindow

PATIENCE_MS = 60_000


@pytest.fixture
def window(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWindow]:
    write_gallery(tmp_path / "mnist")
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    controller = Controller(drawn())
    yield FakeWindow(controller)
    controller.close()


@pytest.fixture
def page(
    window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> Iterator[tuple[OneForAll, Fitter]]:
    shown = OneForAll()
    made = keep(shown.make(window))
    assert isinstance(made, OneForAllPage)
    yield shown, find(made, Fitter, "fitter")
    shown.close()


def test_one_that_was_never_shown_has_nothing_and_can_be_closed() -> None:
    shown, then = OneForAll(), list[int]()
    assert shown.work is None
    assert not shown.unsaved
    assert not shown.shows_attack
    shown.keep_work(lambda: then.append(1))
    shown.save_unsaved(lambda: then.append(2))
    shown.close()
    assert then == [1, 2]


def test_what_is_chosen_is_there_again_in_the_next_window(
    page: tuple[OneForAll, Fitter], window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    _, fitter = page
    fitter.choose_method("patch")
    fitter.set_parameter("size", 6)
    fitter.choose_goal(4)
    again = OneForAll()
    made = keep(again.make(window))
    assert find(made, Fitter, "fitter").state.plan == fitter.state.plan
    again.close()


def test_a_fit_is_work_that_can_be_kept_and_saved_before_the_window_goes(
    page: tuple[OneForAll, Fitter], window: FakeWindow, qtbot: QtBot
) -> None:
    shown, fitter = page
    fitter.choose_method("patch")
    fitter.set_parameter("steps", 1000)
    fitter.fit()
    qtbot.waitUntil(lambda: shown.work == Work("Patch", True, fitted=True), timeout=PATIENCE_MS)
    then = list[str]()
    shown.keep_work(lambda: then.append("ended"))
    qtbot.waitUntil(lambda: then == ["ended"], timeout=PATIENCE_MS)
    assert shown.work is None
    assert shown.unsaved == ["Patch 10, toward 3, from “The report's network”"]
    shown.save_unsaved(lambda: then.append("saved"))
    assert then == ["ended", "saved"]
    assert ("save artefact", fitter.state.artefacts[0]) in window.used
    assert not shown.unsaved


def test_a_window_that_is_closed_in_the_midst_of_a_fit_leaves_nothing(
    page: tuple[OneForAll, Fitter], qtbot: QtBot
) -> None:
    shown, fitter = page
    fitter.fit()
    shown.close()
    with qtbot.assertNotEmitted(fitter.changed, wait=300):
        pass


def test_files_are_opened_and_saved_by_the_window(
    page: tuple[OneForAll, Fitter], window: FakeWindow
) -> None:
    _, fitter = page
    made = fitter.parent()
    assert isinstance(made, OneForAllPage)
    click(made, "artefact-open")
    asked, then = window.used[-1]
    assert asked == "open artefact"
    opened = patch()
    assert callable(then)
    then(opened)
    assert fitter.state.artefact is opened
    click(made, "artefact-save")
    assert window.used[-1] == ("save artefact", opened)


def test_what_was_learned_is_in_the_session_and_comes_back_from_it(
    page: tuple[OneForAll, Fitter], window: FakeWindow, keep: Callable[[QWidget], QWidget]
) -> None:
    shown, fitter = page
    fitter.add(patch())
    fitter.put((1, 2))
    assert ("made", None) in window.used
    held = shown.made
    (one,) = held
    assert isinstance(one, StoredArtefact)
    assert (one.worn, one.place) == (True, (1, 2))
    again = OneForAll()
    assert not again.made
    widget = keep(again.make(window))
    again.take_made([replace(one, unsaved=True) for one in held])
    assert len(again.unsaved) == 1
    back = find(widget, Fitter, "fitter").state
    assert back.wearing is not None
    assert back.wearing.place == (1, 2)
    again.made_saved(again.made)
    assert not again.unsaved
    again.close()


def test_a_fit_that_was_broken_off_waits_and_goes_on_to_its_end(
    page: tuple[OneForAll, Fitter],
    window: FakeWindow,
    qtbot: QtBot,
    tmp_path: Path,
    keep: Callable[[QWidget], QWidget],
) -> None:
    shown, fitter = page
    place = tmp_path / "fit.safetensors"
    shown.keep_at(lambda: place)
    fitter.choose_method("patch")
    fitter.fit()
    qtbot.waitUntil(lambda: fitter.state.artefact is not None, timeout=PATIENCE_MS)
    fitter.pause()
    qtbot.waitUntil(lambda: bool(shown.work and shown.work.kept), timeout=PATIENCE_MS)
    shown.close()
    later = OneForAll()
    kept = later.read_kept(place)
    later.take_up(kept, place)
    assert (kept.title, later.goes_on) == ("Patch", True)
    keep(later.make(window))
    worker = later.worker
    assert worker is not None
    assert (worker.state.fitting.broken_off, later.work) == (True, None)
    assert worker.state.artefact is not None
    assert "“Go on” continues from there." in fit_words(worker.state)
    worker.pause()  # which goes on with it
    qtbot.waitUntil(lambda: not worker.state.fitting.busy, timeout=PATIENCE_MS)
    assert worker.state.fitting.phase == "finished"
    assert len(worker.state.unsaved) == 1
    later.close()
    assert not place.exists()


def test_a_fit_that_was_broken_off_can_be_dropped_for_good(
    window: FakeWindow, tmp_path: Path, keep: Callable[[QWidget], QWidget]
) -> None:
    place = tmp_path / "fit.safetensors"
    place.write_bytes(b"on its way")
    shown = OneForAll()
    job = FitArtefact(Patch(), window.controller.state.network, 3, 0, tmp_path)
    fit = Fit(4, (Look(4, 0.1),), None, patch())
    shown.take_up(KeptFit(job, Learning(9, fit), {}), place)
    keep(shown.make(window))
    shown.drop_work()
    assert not place.exists()
    assert not shown.goes_on
    shown.close()
