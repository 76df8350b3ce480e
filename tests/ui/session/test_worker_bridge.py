"""A window that is slow sees fewer states of a run, and every one of its steps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.lab.worker.messages import AnyReport, AttackProgress, Failed, Points, TrainingProgress
from advgui.lab.worker.recording import ImageBlock, Recording
from advgui.ui.session.worker_bridge import Mailbox


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
    return Points(epochs=values, loss=values, accuracy=values)


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
