"""The page's state follows what is chosen and what the process beside the window tells."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from advgui.core.attacks.poisoning import Trigger
from advgui.ui.poisoning.poisoner import Poisoner

PATIENCE_MS = 60_000


def test_both_are_trained_beside_the_window(poisoner: Poisoner, qtbot: QtBot) -> None:
    poisoner.train()
    assert poisoner.state.job.busy
    qtbot.waitUntil(lambda: not poisoner.state.job.busy, timeout=PATIENCE_MS)
    outcome = poisoner.state.outcome
    assert outcome is not None
    assert outcome.changed == 40
    assert outcome.poisoned.card.title.endswith(", poisoned")


def test_a_training_is_held_and_dropped(poisoner: Poisoner) -> None:
    poisoner.train()
    poisoner.pause()
    assert poisoner.state.job.paused
    poisoner.pause()
    assert (poisoner.state.job.busy, poisoner.state.job.paused) == (True, False)
    poisoner.cancel()
    assert not poisoner.state.job.busy
    assert poisoner.state.outcome is None


def test_nothing_is_trained_without_mnist(poisoner: Poisoner) -> None:
    poisoner.have_mnist(None)
    poisoner.train()
    assert poisoner.state.job.phase == "none"


def test_damaged_data_end_in_a_sentence(poisoner: Poisoner, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "mnist" / "train-labels-idx1-ubyte").write_bytes(b"rubbish")
    poisoner.train()
    qtbot.waitUntil(lambda: poisoner.state.job.phase == "failed", timeout=PATIENCE_MS)
    assert "train-labels-idx1-ubyte" in poisoner.state.job.sentence


@pytest.mark.parametrize("worn", [True, False])
def test_the_trigger_is_put_on_and_off(poisoner: Poisoner, worn: bool) -> None:
    poisoner.wear(worn)
    assert poisoner.state.worn == worn


def test_a_trigger_is_opened_or_it_is_said_why_not(poisoner: Poisoner, tmp_path: Path) -> None:
    Image.new("L", (2, 1), 255).save(tmp_path / "two.png")
    poisoner.open_trigger(tmp_path / "no.png")
    assert "no.png" in poisoner.state.unread
    poisoner.open_trigger(tmp_path / "two.png")
    assert not poisoner.state.unread
    assert poisoner.state.choice.trigger == Trigger(((255, 255),))
