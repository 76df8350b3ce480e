"""Work beside the window is begun, held, ended and dropped, and a patch finds its best place."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted.places import every_place
from advgui.core.digits.gallery import read_gallery
from advgui.lab.fitted.wearing import Wearing
from advgui.ui.fitted.fitter import Fitter
from advgui.ui.session.controller import Controller
from tests.fake_fits import PLACE, SIDE, patch, perturbation

PATIENCE_MS = 60_000


def learned(fitter: Fitter) -> bool:
    learning = fitter.state.fitting.value
    return learning is not None and learning.artefact is not None


def phase(fitter: Fitter) -> str:
    return fitter.state.fitting.phase


def test_what_is_chosen_comes_back(fitter: Fitter, controller: Controller) -> None:
    fitter.choose_goal(8)
    fitter.set_parameter("size", 7)
    fitter.set_seed(5)
    fitter.wear(False)
    fitter.aim(6)
    again = Fitter(controller, fitter.chosen)
    assert again.state.plan == fitter.state.plan
    again.close()


def test_a_fit_is_kept_at_its_end_and_the_same_seed_makes_the_same(
    fitter: Fitter, qtbot: QtBot
) -> None:
    for _ in range(2):
        fitter.fit()
        qtbot.waitUntil(lambda: not fitter.state.fitting.busy, timeout=PATIENCE_MS)
        assert fitter.state.fitting.phase == "finished", fitter.state.fitting.sentence
    first, again = fitter.state.unsaved
    assert first.goal == 3
    assert first.arrays["patch"].tobytes() == again.arrays["patch"].tobytes()
    assert first.arrays["patch"].shape == (12, 12)


def test_it_is_held_stopped_and_kept_or_dropped(fitter: Fitter, qtbot: QtBot) -> None:
    fitter.set_parameter("steps", 1000)
    fitter.fit()
    qtbot.waitUntil(lambda: learned(fitter), timeout=PATIENCE_MS)
    fitter.pause()
    assert phase(fitter) == "paused"
    fitter.pause()
    assert phase(fitter) == "running"
    fitter.stop()
    qtbot.waitUntil(lambda: not fitter.state.fitting.busy, timeout=PATIENCE_MS)
    assert fitter.state.fitting.phase == "stopped"
    assert len(fitter.state.artefacts) == 1


def test_what_is_dropped_is_not_kept(fitter: Fitter) -> None:
    fitter.fit()
    fitter.cancel()
    assert fitter.state.fitting.phase == "cancelled"
    assert not fitter.state.artefacts


def test_a_fit_that_is_dropped_takes_the_search_for_its_place_along(fitter: Fitter) -> None:
    fitter.add(patch())
    fitter.put((0, 0))
    fitter.fit()
    fitter.seek_best()
    before = fitter.seeking
    fitter.cancel()
    assert (before, fitter.seeking) == (True, False)


def test_damaged_digits_are_told(fitter: Fitter, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "mnist" / "train-labels-idx1-ubyte").write_bytes(b"nothing")
    fitter.fit()
    qtbot.waitUntil(lambda: not fitter.state.fitting.busy, timeout=PATIENCE_MS)
    assert fitter.state.fitting.phase == "failed"
    assert "train-labels" in fitter.state.fitting.sentence


def test_another_artefact_ends_the_measurement_of_the_last(fitter: Fitter, qtbot: QtBot) -> None:
    fitter.add(patch())
    fitter.measure()
    qtbot.waitUntil(lambda: fitter.state.measuring.value is not None, timeout=PATIENCE_MS)
    fitter.add(perturbation())
    assert fitter.state.measuring.value is None
    assert not fitter.state.measuring.busy


def test_the_best_place_is_looked_for_in_turns_of_the_window(
    fitter: Fitter, controller: Controller, qtbot: QtBot
) -> None:
    fitter.add(patch())
    fitter.put((0, 0))
    fitter.seek_best()
    qtbot.waitUntil(lambda: not fitter.seeking, timeout=PATIENCE_MS)
    found = fitter.state.wearing
    assert found is not None

    def confidence(wearing: Wearing) -> float:
        state = controller.state
        logits = state.network.logits(wearing.worn_by(state.image)[None] / np.float32(255))[0]
        return float(logits[3] - np.delete(logits, 3).max())

    others = [Wearing(found.artefact, 0, place) for place in every_place(SIDE)]
    assert confidence(found) == pytest.approx(max(map(confidence, others)), abs=1e-4)


def test_another_drawing_or_a_hand_ends_the_search(fitter: Fitter, controller: Controller) -> None:
    fitter.add(patch())
    controller.watch(fitter.drawing_changed)
    interrupts: list[Callable[[], None]] = [
        lambda: controller.draw_strokes(read_gallery()[0].strokes),
        lambda: fitter.put(PLACE),
    ]
    for interrupt in interrupts:
        fitter.seek_best()
        before = fitter.seeking
        interrupt()
        assert (before, fitter.seeking) == (True, False)
