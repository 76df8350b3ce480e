"""What work has taken is noted, without pauses, and told before the next begins."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from advgui.lab.attack.choices import attack_work
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.pace import UNKNOWN, Work
from advgui.lab.worker import jobs
from advgui.lab.worker.messages import JobFinished, JobProgress
from advgui.ui.session import stopwatch as module
from advgui.ui.session.job import JobLane
from advgui.ui.session.settings import Settings
from advgui.ui.session.stopwatch import Stopwatch
from tests.lab.states import ended, fresh, shown
from tests.lab.worker.test_jobs import Count

WORK = Work("counting", 10)


@pytest.fixture
def watch(qapp: QApplication) -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Have so many seconds pass: nobody waits."""
    now = [100.0]
    monkeypatch.setattr(module, "perf_counter", lambda: now[0])

    def some(seconds: float) -> None:
        now[0] += seconds

    return some


def work(state: LabState) -> Work:
    run = shown(state)
    return attack_work(run.request.attack, run.network, run.form, run.lanes)


def test_an_attack_that_came_to_its_end_tells_how_long_the_next_takes(watch: Stopwatch) -> None:
    begun = aimed(fresh(), "every")
    assert watch.words(work(begun)) == UNKNOWN
    done = ended(begun)
    watch.note_run(begun, done)
    assert watch.seconds(work(begun)) == pytest.approx(max(o.seconds for o in shown(done).outcomes))
    assert watch.words(work(begun)) == "About 1\xa0s on this machine"


def test_one_that_was_stopped_or_follows_the_pen_tells_nothing(watch: Stopwatch) -> None:
    begun = aimed(fresh(), "every")
    watch.note_run(begun, ended(begun, stop_at=3))
    watch.note_run(ended(begun), ended(begun))
    live = replace(begun, run=replace(shown(begun), live=True))
    watch.note_run(live, ended(live))
    assert watch.seconds(work(begun)) is None


@pytest.fixture
def lane(qapp: QApplication, watch: Stopwatch) -> Iterator[JobLane[Count, int]]:
    made = JobLane[Count, int]()
    watch.time(made, lambda _: WORK, lambda value: value > 0)
    yield made
    made.close()


def test_a_job_is_timed_from_its_first_step_and_without_pauses(
    lane: JobLane[Count, int], watch: Stopwatch, passes: Callable[[float], None]
) -> None:
    go = lane._go
    go(jobs.started(lane.state, Count(10)))
    ticket = lane.state.ticket
    for told, seconds in ((0, 50.0), (0, 50.0), (1, 50.0), (4, 3.0)):
        passes(seconds)
        go(jobs.reported(lane.state, JobProgress(ticket, told)))
    passes(1.0)
    go(jobs.paused(lane.state))
    passes(1000.0)
    go(jobs.resumed(lane.state))
    passes(2.0)
    go(jobs.reported(lane.state, JobFinished(ticket, 10, stopped=False)))
    assert watch.seconds(WORK) == pytest.approx(6.0)
    assert watch.seconds(Work("counting", 20)) == pytest.approx(12.0)


def test_a_job_that_was_ended_early_tells_nothing(
    lane: JobLane[Count, int], watch: Stopwatch, passes: Callable[[float], None]
) -> None:
    lane._go(jobs.started(lane.state, Count(10)))
    lane._go(jobs.reported(lane.state, JobProgress(lane.state.ticket, 1)))
    passes(5.0)
    lane._go(jobs.reported(lane.state, JobFinished(lane.state.ticket, 4, stopped=True)))
    assert watch.seconds(WORK) is None


def test_it_is_known_again_at_the_next_start(watch: Stopwatch) -> None:
    settings = Settings()
    watch.remember_in(settings)
    watch.note(WORK, 5.0)
    settings.save(QByteArray(), {})
    again = Stopwatch()
    again.remember_in(Settings())
    assert again.seconds(WORK) == pytest.approx(5.0)
    assert again.words(WORK) == "About 5\xa0s on this machine"
