"""The same runner with trainings: in a real child process, and in a thread in its place."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from advgui.core.training.data import Folders
from advgui.lab.worker.messages import AttackReport, TrainingProgress, TrainingReport
from advgui.lab.worker.runner import Runner
from tests.fake_datasets import write_folders
from tests.lab.requests import Endless, Inbox, request
from tests.lab.trainings import LONG, TrainInbox, asked, is_training

TrainRunner = Runner[TrainingReport]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return write_folders(tmp_path_factory.mktemp("data"))


@pytest.fixture
def inbox() -> TrainInbox:
    return TrainInbox()


@pytest.fixture(params=["process", "thread"])
def runner(request: pytest.FixtureRequest, inbox: TrainInbox) -> Iterator[TrainRunner]:
    made = TrainRunner(inbox, process=request.param == "process")
    yield made
    made.close()


def test_a_training_reports_progress_and_its_network(
    runner: TrainRunner, inbox: TrainInbox, folders: Folders
) -> None:
    runner.submit(asked(1, folders))
    trained = inbox.trained(1)
    assert inbox.reports[-1] is trained
    assert isinstance(inbox.reports[0], TrainingProgress)
    assert trained.network.name == "mine"
    assert trained.network.card.mnist is not None


def test_a_paused_training_goes_on_where_it_was(
    runner: TrainRunner, inbox: TrainInbox, folders: Folders
) -> None:
    runner.submit(asked(1, folders, LONG))
    reached = inbox.training(1).done
    runner.pause(1)
    runner.resume(1)
    assert inbox.training(1, beyond=reached).done > reached


def test_a_cancelled_training_is_never_heard_of_again(
    runner: TrainRunner, inbox: TrainInbox, folders: Folders
) -> None:
    runner.submit(asked(1, folders, LONG))
    inbox.training(1)
    runner.pause(1)
    runner.cancel()
    heard = sum(report.ticket == 1 for report in inbox.reports)
    runner.submit(asked(2, folders))
    inbox.trained(2)
    assert sum(report.ticket == 1 for report in inbox.reports) <= heard + 1


def test_an_attack_and_a_training_are_made_at_once(inbox: TrainInbox, folders: Folders) -> None:
    attacks = Inbox()
    attacker, trainer = Runner[AttackReport](attacks), TrainRunner(inbox)
    attacker.submit(request(1, Endless()))
    trainer.submit(asked(1, folders, LONG))
    reached = inbox.training(1).done
    step = attacks.progress(1).step
    inbox.training(1, beyond=reached)
    assert len(multiprocessing.active_children()) == 2
    attacker.stop(1)
    assert attacks.finished(1).outcomes[0].steps > step
    trainer.close()
    attacker.close()


def test_a_killed_child_fails_its_training_and_the_next_one_starts_another(
    inbox: TrainInbox, folders: Folders
) -> None:
    runner = TrainRunner(inbox)
    runner.submit(asked(1, folders, LONG))
    inbox.training(1)
    (child,) = multiprocessing.active_children()
    child.kill()
    assert inbox.failed(1).sentence == (
        "The process that made the training has ended unexpectedly; "
        "the next training starts a new one."
    )
    runner.submit(asked(2, folders))
    assert inbox.trained(2).network.card.mnist
    runner.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such thing")
def test_a_modest_runner_stands_back_for_others(inbox: TrainInbox, folders: Folders) -> None:
    priorities = [os.getpriority(os.PRIO_PROCESS, 0)]
    for modest in (False, True):
        runner = TrainRunner(inbox, modest=modest)
        runner.submit(asked(len(priorities), folders, LONG))
        inbox.training(len(priorities))
        (child,) = multiprocessing.active_children()
        assert child.pid is not None
        priorities.append(os.getpriority(os.PRIO_PROCESS, child.pid))
        runner.close()
    assert priorities == sorted(set(priorities))


@pytest.mark.parametrize("moment", ["loading", "training", "paused", "ended"])
def test_close_at_any_moment_leaves_no_thread_and_no_process(
    runner: TrainRunner, inbox: TrainInbox, folders: Folders, moment: str
) -> None:
    threads = set(threading.enumerate())
    runner.submit(asked(1, folders, 2 if moment == "ended" else LONG))
    match moment:
        case "loading":
            inbox.wait(lambda report: report.ticket == 1)
        case "training":
            inbox.training(1)
        case "paused":
            inbox.training(1)
            runner.pause(1)
        case "ended":
            inbox.trained(1)
    runner.close()
    assert set(threading.enumerate()) == threads
    assert not multiprocessing.active_children()


def test_what_the_data_lack_is_told_across_the_pipe(inbox: TrainInbox, folders: Folders) -> None:
    runner = TrainRunner(inbox)
    runner.submit(asked(1, replace(folders, mnist=folders.mnist / "nowhere")))
    assert "train-images-idx3-ubyte" in inbox.failed(1).sentence
    runner.close()
    assert not any(is_training(report) for report in inbox.reports)
