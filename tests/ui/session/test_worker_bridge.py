"""A window that is slow sees fewer states of a run, and every one of its steps."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from advgui.lab.worker.messages import (
    AnyReport,
    AttackProgress,
    Failed,
    Points,
    ProofProgress,
    TrainingProgress,
)
from advgui.lab.worker.recording import ImageBlock, Recording
from advgui.ui.session import worker_bridge
from advgui.ui.session.worker_bridge import Background, Mailbox
from tests.lab.defence.brackets import bracket

REST_MS = 30
Some = TypeVar("Some")


def progress(ticket: int, step: int) -> AttackProgress:
    """A report on the one step of that number."""
    images, none = np.full((1, 2, 28, 28), step, np.uint8), np.zeros((1, 2), np.intp)
    recording = Recording.of(
        ImageBlock(images, np.zeros((1, 2, 10), np.float32), none, none.astype(np.float32))
    )
    return AttackProgress(ticket, step, recording)


@given(looks=st.sets(st.integers(0, 19)))
def test_no_step_is_lost_however_seldom_the_box_is_looked_into(looks: set[int]) -> None:
    box = Mailbox(lambda: None)
    taken: list[AnyReport] = []
    seen: list[int] = []
    for step in range(20):
        box.put(progress(1, step))
        if step in looks:
            taken += box.take()
    taken += box.take()
    for report in taken:
        assert isinstance(report, AttackProgress)
        seen += [int(report.recording[number][0, 0, 0]) for number in range(len(report.recording))]
        assert report.step == seen[-1]
    assert seen == list(range(20))
    assert len(taken) <= len(looks) + 1


def test_it_wakes_once_until_it_is_emptied() -> None:
    calls: list[None] = []
    box = Mailbox(lambda: calls.append(None))
    for step in range(5):
        box.put(progress(1, step))
    assert len(calls) == 1
    assert len(box.take()) == 1
    assert box.take() == []
    box.put(progress(1, 5))
    assert len(calls) == 2


def test_the_end_of_a_run_comes_after_its_progress() -> None:
    box = Mailbox(lambda: None)
    box.put(progress(1, 0))
    box.put(progress(1, 1))
    box.put(Failed(1, "It broke."))
    first, last = box.take()
    assert isinstance(first, AttackProgress)
    assert first.step == 1
    assert last == Failed(1, "It broke.")


def test_a_newer_run_makes_older_reports_stale() -> None:
    box = Mailbox(lambda: None)
    box.put(progress(1, 7))
    box.put(progress(2, 0))
    (only,) = box.take()
    assert (only.ticket, getattr(only, "step", None)) == (2, 0)


def points(*losses: float) -> Points:
    values = np.array(losses, np.float32)
    return Points(*[values] * 7)


def test_reports_on_a_training_that_wait_for_a_slow_window_lose_no_point() -> None:
    box = Mailbox(lambda: None)
    for number in range(5):
        losses = points(float(number), float(number) + 0.5)
        box.put(TrainingProgress(1, "training", number / 10, 1.0, losses))
    box.put(Failed(1, "It broke."))
    first, last = box.take()
    assert isinstance(first, TrainingProgress)
    assert first.done == 0.4
    assert first.points.loss.tolist() == [n / 2 for n in range(10)]
    assert isinstance(last, Failed)


def test_of_brackets_that_wait_the_closest_is_enough() -> None:
    box = Mailbox(lambda: None)
    for proven in (0.01, 0.02, 0.03):
        box.put(ProofProgress(1, bracket(proven)))
    (only,) = box.take()
    assert isinstance(only, ProofProgress)
    assert only.bracket.proven == 0.03


class FakeRunner(Generic[Some]):
    """Reports what a test puts in, and does nothing."""

    def __init__(self, report: Callable[[AnyReport], None], *, modest: bool) -> None:
        self.report, self.modest = report, modest

    def close(self) -> None:
        """There is nothing to end."""


class Heard:
    """A window that hears of a run, and how many steps each of its reports brought."""

    def __init__(self) -> None:
        self.background = Background(interval_ms=REST_MS)
        self.background.reported.connect(self._hear)
        self.steps: list[int] = []
        self.sent = 0
        self.send_while_hearing = 0

    def _hear(self, report: AttackProgress) -> None:
        self.steps.append(len(report.recording))
        if self.send_while_hearing:
            self.send_while_hearing -= 1
            self.send(1)

    def send(self, count: int) -> None:
        """So many reports of one step each."""
        for _ in range(count):
            self.background.runner.report(progress(1, self.sent))  # type: ignore[attr-defined]
            self.sent += 1


@pytest.fixture
def heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    monkeypatch.setattr(worker_bridge, "Runner", FakeRunner)
    made = Heard()
    yield made
    made.background.close()


def test_the_first_report_is_told_at_once_and_more_of_them_after_a_rest(
    heard: Heard, qtbot: QtBot
) -> None:
    heard.send(1)
    qtbot.waitUntil(lambda: heard.steps == [1])
    heard.send(5)
    qtbot.waitUntil(lambda: sum(heard.steps) == 6)
    assert heard.steps == [1, 5]


def test_reports_that_come_while_one_is_shown_wait_for_their_turn(
    heard: Heard, qtbot: QtBot
) -> None:
    heard.send_while_hearing = 3
    heard.send(1)
    qtbot.waitUntil(lambda: sum(heard.steps) == 4)
    assert heard.steps == [1, 1, 1, 1]


def test_a_report_after_a_long_silence_is_told(heard: Heard, qtbot: QtBot) -> None:
    for _ in range(3):
        heard.send(1)
        qtbot.waitUntil(lambda: len(heard.steps) == heard.sent)
        qtbot.wait(2 * REST_MS)
    assert heard.steps == [1, 1, 1]


def test_nothing_is_told_after_the_end(heard: Heard, qtbot: QtBot) -> None:
    heard.send(1)
    qtbot.waitUntil(lambda: heard.steps == [1])
    heard.send(2)
    heard.background.close()
    qtbot.wait(3 * REST_MS)
    assert heard.steps == [1]
