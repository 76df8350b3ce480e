"""A training is written down while it goes on, and what it came to when it is gone on with."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.training.data import Folders
from advgui.core.training.training_file import load_training
from advgui.lab.worker import keeper
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import (
    CancelRun,
    Close,
    Command,
    PauseRun,
    Points,
    ResumeRun,
    TrainingFinished,
    TrainingProgress,
    TrainingRequest,
)
from advgui.lab.worker.training_session import TrainingSession
from tests.fake_datasets import write_folders
from tests.lab.trainings import asked

EPOCHS = 12


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "KEEP_S", 0.0)
    monkeypatch.setattr(keeper, "RESTS", 0)


class Window(Channel[Command]):
    """Hands out a command once that many reports of learning have come."""

    def __init__(self, command: Command | None = None, then: Command | None = None) -> None:
        self._command, self._then = command, then
        self.points: list[Points] = []
        self.ended: TrainingFinished | None = None
        self.when: Callable[[], bool] = lambda: sum(map(len, self.points)) > 5

    def take(self) -> Command | None:
        if self._command is None or not self.when():
            return None
        command, self._command = self._command, None
        return command

    def receive(self) -> Command:
        assert self._then is not None
        return self._then

    def send(self, message: object) -> None:
        if isinstance(message, TrainingProgress | TrainingFinished):
            self.points.append(message.points)
        if isinstance(message, TrainingFinished):
            self.ended = message


def trained(request: TrainingRequest, window: Window) -> Window:
    session = TrainingSession(window, request, sleep_s=0)
    session.report_interval_s = 0.0  # type: ignore[misc]
    session.drive()
    return window


def kept(folders: Folders, path: Path, **changes: object) -> TrainingRequest:
    return replace(asked(1, folders, EPOCHS), kept=path, **changes)  # type: ignore[arg-type]


def accuracies(*windows: Window) -> list[float]:
    return [float(a) for one in windows for points in one.points for a in points.accuracy]


@pytest.mark.usefixtures("often")
def test_a_training_whose_process_ends_goes_on_to_the_same_network(
    folders: Folders, tmp_path: Path
) -> None:
    path = tmp_path / "made" / "kept"
    whole = trained(asked(1, folders, EPOCHS), Window())
    trained(kept(folders, path), Window(Close()))
    before = load_training(path)
    assert 0 < before.done < 1
    after = trained(kept(folders, path, goes_on=True), Window())
    assert whole.ended is not None
    assert after.ended is not None
    for one, other in zip(whole.ended.network.layers, after.ended.network.layers, strict=True):
        assert all(np.array_equal(one.weights[name], other.weights[name]) for name in one.weights)
    former = [float(a) for a in before.curves["accuracy"]]
    assert former + accuracies(after) == accuracies(whole)


@pytest.mark.usefixtures("often")
def test_of_a_training_that_is_not_wanted_any_more_nothing_is_left(
    folders: Folders, tmp_path: Path
) -> None:
    trained(kept(folders, tmp_path / "kept"), Window(CancelRun()))
    assert not (tmp_path / "kept").exists()


def test_one_that_is_held_is_written_down_at_once(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    trained(kept(folders, path), Window(PauseRun(1), Close()))
    assert load_training(path).done > 0
    trained(kept(folders, path, goes_on=True), Window(PauseRun(1), ResumeRun(1)))
    assert len(load_training(path).curves["loss"]) > 5


def test_a_short_training_costs_no_writing(folders: Folders, tmp_path: Path) -> None:
    trained(kept(folders, tmp_path / "kept"), Window())
    assert not (tmp_path / "kept").exists()


@pytest.mark.usefixtures("often")
def test_another_training_does_not_begin_with_what_is_left(
    folders: Folders, tmp_path: Path
) -> None:
    path = tmp_path / "kept"
    trained(kept(folders, path), Window(Close()))
    before = path.read_bytes()
    other = Window(Close())
    other.when = lambda: True
    trained(kept(folders, path), other)
    assert not path.exists() or path.read_bytes() != before


@pytest.mark.usefixtures("often")
def test_where_nothing_can_be_written_the_training_goes_on_and_the_log_says_so_once(
    folders: Folders, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with caplog.at_level(logging.WARNING, "advgui"):
        window = trained(kept(folders, tmp_path / "file" / "kept"), Window())
    assert window.ended is not None
    assert len([one for one in caplog.records if "cannot be kept" in one.getMessage()]) == 1
