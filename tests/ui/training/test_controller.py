"""The trainer with its real process, on data that are learnt in no time."""

import multiprocessing
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.errors import DatasetError
from advgui.core.nn.network import Network
from advgui.core.training.training_file import load_training
from advgui.lab.training.shown_training import ShownTraining
from advgui.lab.training.text import state_words
from advgui.ui.training.controller import Trainer
from tests.fake_datasets import write_folders, write_mnist, write_pen

PATIENCE_MS = 30_000


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_folders(tmp_path)
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def trainer(data: Path) -> Iterator[Trainer]:
    made = Trainer()
    yield made
    made.close()


def of(trainer: Trainer) -> ShownTraining:
    assert trainer.state.training is not None
    return trainer.state.training


def test_a_network_is_trained_beside_the_window(trainer: Trainer, qtbot: QtBot) -> None:
    threads = []
    trainer.changed.connect(lambda *_: threads.append(threading.current_thread()))
    trainer.set_name("Mine")
    with qtbot.waitSignal(trainer.trained, timeout=PATIENCE_MS) as heard:
        trainer.train()
    assert heard.args is not None
    (network,) = heard.args
    assert isinstance(network, Network)
    assert network.name == "Mine"
    assert network.card.mnist is not None
    assert network.card.pen is not None
    assert of(trainer).network is network
    assert set(threads) == {threading.main_thread()}
    assert not trainer.in_process


def test_it_waits_while_it_is_paused_and_can_be_dropped(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.set_parameter("epochs", 10_000)
    trainer.train()
    qtbot.waitUntil(lambda: of(trainer).stage == "training", timeout=PATIENCE_MS)
    trainer.pause()
    assert of(trainer).phase == "paused"
    trainer.resume()
    done = of(trainer).done
    qtbot.waitUntil(lambda: of(trainer).done > done, timeout=PATIENCE_MS)
    trainer.cancel()
    assert of(trainer).phase == "cancelled"
    with qtbot.waitSignal(trainer.trained, timeout=PATIENCE_MS):
        trainer.set_parameter("epochs", 1)
        trainer.train()


def test_damaged_data_fail_and_mended_ones_do_not(
    trainer: Trainer, qtbot: QtBot, data: Path
) -> None:
    images = data / "mnist" / "train-images-idx3-ubyte"
    images.write_bytes(images.read_bytes()[:1000])
    trainer.train()
    qtbot.waitUntil(lambda: of(trainer).phase == "failed", timeout=PATIENCE_MS)
    assert "train-images-idx3-ubyte" in of(trainer).sentence
    write_mnist(data / "mnist")
    with qtbot.waitSignal(trainer.trained, timeout=PATIENCE_MS):
        trainer.train()


@pytest.fixture
def no_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADVGUI_DATA", raising=False)


@pytest.mark.usefixtures("no_data", "qapp")
def test_a_folder_that_the_user_names_is_remembered(tmp_path: Path) -> None:
    trainer = Trainer()
    assert trainer.state.lacking is MNIST
    with pytest.raises(DatasetError, match="MNIST"):
        trainer.look_in(tmp_path)
    write_mnist(tmp_path / "mnist")
    trainer.look_in(tmp_path)
    assert (trainer.state.mnist, trainer.state.pen) == (tmp_path / "mnist", None)
    write_pen(tmp_path / "pendigits")
    trainer.look_in(tmp_path / "pendigits")
    assert trainer.state.pen == tmp_path / "pendigits"
    again = Trainer()
    assert (again.state.mnist, again.state.pen) == (trainer.state.mnist, trainer.state.pen)
    trainer.close()
    again.close()


@pytest.mark.usefixtures("no_data", "qapp")
def test_what_was_fetched_is_used_at_once(tmp_path: Path) -> None:
    trainer = Trainer()
    trainer.have(MNIST, tmp_path)
    trainer.have(PEN_DIGITS, tmp_path / "pen")
    assert (trainer.state.mnist, trainer.state.pen) == (tmp_path, tmp_path / "pen")
    assert trainer.state.lacking is None
    trainer.close()


def under_way(trainer: Trainer, path: Path, qtbot: QtBot) -> None:
    """A training that is held, and so written down."""
    trainer.place = lambda: path
    trainer.choose_architecture("softmax")
    trainer.set_parameter("epochs", 2_000)
    trainer.train()
    qtbot.waitUntil(lambda: of(trainer).stage == "training", timeout=PATIENCE_MS)
    trainer.pause()
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)


def test_one_of_an_earlier_window_goes_on_and_ends(
    trainer: Trainer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kept"
    under_way(trainer, path, qtbot)
    trainer.close()
    assert path.exists()
    later = Trainer()
    later.place = lambda: path
    kept = load_training(path)
    later.take_up(kept, path)
    assert of(later).broken_off
    shown = len(of(later).points)
    assert shown == len(kept.curves["loss"])
    later.resume()
    qtbot.waitUntil(lambda: len(of(later).points) > shown, timeout=PATIENCE_MS)
    with qtbot.waitSignal(later.trained, timeout=PATIENCE_MS):
        later.stop()
    later.close()
    assert not path.exists()


def test_of_one_that_is_dropped_nothing_is_left(
    trainer: Trainer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kept"
    under_way(trainer, path, qtbot)
    trainer.cancel()
    assert not path.exists()


def test_where_its_process_ends_it_can_go_on(
    trainer: Trainer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kept"
    under_way(trainer, path, qtbot)
    for child in multiprocessing.active_children():
        child.kill()
    qtbot.waitUntil(lambda: of(trainer).broken_off, timeout=PATIENCE_MS)
    assert "ended unexpectedly" in state_words(of(trainer))
    done = of(trainer).done
    trainer.resume()
    qtbot.waitUntil(lambda: of(trainer).done > done, timeout=PATIENCE_MS)
    trainer.cancel()
