"""A training in the worker's loop, over a pipe within this process."""

from collections.abc import Sequence

import numpy as np
import pytest

from advgui.core.nn.network import Network
from advgui.core.training.data import Folders
from advgui.core.training.loop import TrainingStep
from advgui.core.training.pipeline import run_plan
from advgui.lab.worker.channel import Channel
from advgui.lab.worker.messages import (
    AttackFinished,
    CancelRun,
    Close,
    Command,
    Failed,
    PauseRun,
    ResumeRun,
    Steering,
    StopRun,
    TrainingFinished,
    TrainingProgress,
)
from advgui.lab.worker.training_session import TrainingSession
from tests.fake_datasets import write_folders
from tests.generators import finished
from tests.lab.requests import request
from tests.lab.trainings import LONG, asked, is_training, plan
from tests.lab.worker.served import Message, served, until


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


def ended(message: Message) -> bool:
    return isinstance(message, TrainingFinished | AttackFinished | Failed)


def alone(folders: Folders, epochs: int = 2) -> tuple[list[TrainingStep], Network]:
    """The same training without a worker."""
    moments, network = finished(run_plan(plan(epochs), folders))
    return [moment for moment in moments if isinstance(moment, TrainingStep)], network


def same_weights(one: Network, other: Network) -> bool:
    layers = zip(one.layers, other.layers, strict=True)
    return all(
        np.array_equal(array, theirs.weights[name])
        for ours, theirs in layers
        for name, array in ours.weights.items()
    )


def test_a_training_ends_as_it_does_without_a_worker(folders: Folders) -> None:
    progress, network = alone(folders)
    with served() as client:
        client.send(asked(1, folders))
        messages = until(client, ended)
    last = messages[-1]
    assert isinstance(last, TrainingFinished)
    assert same_weights(last.network, network)
    assert last.network.card.mnist == network.card.mnist
    parts = [m.points for m in messages if isinstance(m, TrainingProgress | TrainingFinished)]
    losses = np.concatenate([part.loss for part in parts])
    np.testing.assert_allclose(losses, [p.loss for p in progress], rtol=1e-6)
    epochs = np.concatenate([part.epochs for part in parts])
    np.testing.assert_allclose(epochs, [2 * p.done for p in progress], rtol=1e-6)


def test_progress_tells_of_every_stage_in_its_order(folders: Folders) -> None:
    with served() as client:
        client.send(asked(1, folders, epochs=60))
        messages = until(client, ended)
    told = [m for m in messages if isinstance(m, TrainingProgress)]
    stages = [m.stage for m in told]
    assert stages == sorted(stages, key=["loading", "training", "measuring"].index)
    assert stages[0] == "loading"
    seconds = [m.seconds for m in told]
    assert seconds == sorted(seconds)


def test_a_paused_training_waits_and_ends_as_any_other(folders: Folders) -> None:
    _, network = alone(folders, epochs=40)
    with served() as client:
        client.send(asked(1, folders, epochs=40))
        until(client, is_training)
        client.send(PauseRun(1))
        client.send(PauseRun(1))
        client.send(ResumeRun(7))  # of another one: it goes on waiting
        client.send(ResumeRun(1))
        last = until(client, ended)[-1]
    assert isinstance(last, TrainingFinished)
    assert same_weights(last.network, network)


class Script(Channel[Command]):
    """Plays the window: hands out commands at one tick each, and tells when it was waited for."""

    def __init__(self, *commands: Command | None, waited_for: Sequence[Command]) -> None:
        self._commands = list(commands)
        self._waited_for = list(waited_for)
        self.sent: list[object] = []

    def take(self) -> Command | None:
        return self._commands.pop(0) if self._commands else None

    def receive(self) -> Command:
        self.sent.append("waited")
        return self._waited_for.pop(0)

    def send(self, message: object) -> None:
        self.sent.append(message)


def test_a_paused_training_computes_nothing_until_it_is_resumed(folders: Folders) -> None:
    others = (PauseRun(1), StopRun(7), ResumeRun(7))
    script = Script(None, PauseRun(1), waited_for=(*others, ResumeRun(1)))
    assert TrainingSession(script, asked(1, folders), sleep_s=0).drive() is None
    first = script.sent.index("waited")
    assert script.sent[first : first + 4] == ["waited"] * 4
    assert isinstance(script.sent[-1], TrainingFinished)


@pytest.mark.parametrize("command", [CancelRun(), Close()])
def test_a_paused_training_can_be_ended(folders: Folders, command: Command) -> None:
    script = Script(PauseRun(1), waited_for=[command])
    assert TrainingSession(script, asked(1, folders), sleep_s=0).drive() is command
    assert script.sent[-1] == "waited"


@pytest.mark.parametrize("paused", [True, False])
def test_a_training_that_is_stopped_gives_what_it_has_learned(
    folders: Folders, paused: bool
) -> None:
    with served() as client:
        client.send(asked(1, folders, LONG))
        until(client, is_training)
        if paused:
            client.send(PauseRun(1))
        client.send(StopRun(1))
        last = until(client, ended)[-1]
    assert isinstance(last, TrainingFinished)
    assert last.network.card.mnist is not None
    assert "stopped after" in last.network.card.training


@pytest.mark.parametrize("paused", [True, False])
def test_a_newer_request_takes_the_place_of_a_training(folders: Folders, paused: bool) -> None:
    with served() as client:
        client.send(asked(1, folders, LONG))
        until(client, is_training)
        if paused:
            client.send(PauseRun(1))
        client.send(asked(2, folders))
        last = until(client, ended)[-1]
    assert isinstance(last, TrainingFinished)
    assert last.ticket == 2


def test_an_attack_can_be_asked_for_after_a_training(folders: Folders) -> None:
    with served() as client:
        client.send(asked(1, folders, LONG))
        until(client, is_training)
        client.send(request(2))
        assert isinstance(until(client, ended)[-1], AttackFinished)


@pytest.mark.parametrize("paused", [True, False])
def test_a_cancelled_training_reports_nothing_more(folders: Folders, paused: bool) -> None:
    with served() as client:
        client.send(asked(1, folders, LONG))
        until(client, is_training)
        if paused:
            client.send(PauseRun(1))
        client.send(CancelRun())
        client.send(asked(2, folders))
        messages = until(client, ended)
    assert isinstance(messages[-1], TrainingFinished)
    assert messages[-1].ticket == 2


@pytest.mark.parametrize("command", [PauseRun(4), ResumeRun(4), StopRun(4), ResumeRun(1)])
def test_what_steers_another_training_is_ignored(folders: Folders, command: Steering) -> None:
    with served() as client:
        client.send(asked(1, folders, epochs=30))
        client.send(command)
        assert isinstance(until(client, ended)[-1], TrainingFinished)
        client.send(command)  # nothing runs any more
        client.send(asked(2, folders))
        assert isinstance(until(client, ended)[-1], TrainingFinished)


def test_damaged_data_fail_with_their_own_sentence(folders: Folders) -> None:
    nowhere = Folders(folders.mnist / "nowhere")
    with served() as client:
        client.send(asked(3, nowhere))
        failed = until(client, ended)[-1]
    assert isinstance(failed, Failed)
    assert "train-images-idx3-ubyte" in failed.sentence


def test_an_unforeseen_error_is_named_and_logged(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("advgui.lab.worker.training_session.run_plan", broken)
    with served() as client:
        client.send(asked(5, folders))
        failed = until(client, ended)[-1]
    assert failed == Failed(5, "The training ended with an unexpected error (MemoryError).")
    assert caplog.records[0].exc_info
