"""Any job is done in a worker: its states are told, it is paused, stopped, dropped, and fails."""

from collections.abc import Generator
from dataclasses import dataclass
from time import sleep
from typing import ClassVar

from advgui.core.errors import BadInput
from advgui.core.generators import Stop
from advgui.lab.worker.jobs import JobState, cancelled, paused, reported, resumed, started
from advgui.lab.worker.messages import (
    CancelRun,
    Failed,
    JobFinished,
    JobProgress,
    JobRequest,
    PauseRun,
    ResumeRun,
    Silent,
    StopRun,
)
from tests.lab.worker.served import Message, served, until


@dataclass(frozen=True)
class Count:
    """Counts; what is counted so far is its state."""

    kind: ClassVar[str] = "count"
    end: int
    broken_at: int = -1

    def steps(self) -> Generator[int, None, int]:
        number = 0
        try:
            while number < self.end:
                number += 1
                if number == self.broken_at:
                    raise BadInput("There is no such number.")
                sleep(0.001)
                yield number
        except Stop:
            return number
        return number


State = JobState[Count, int]


def is_last(message: Message) -> bool:
    return isinstance(message, JobFinished | Failed)


def begun() -> State:
    return started(JobState[Count, int](), Count(3))


def test_its_states_grow_and_its_last_one_is_told() -> None:
    with served() as client:
        client.send(JobRequest(1, Count(200)))
        told = until(client, is_last)
    numbers = [one.state for one in told if isinstance(one, JobProgress | JobFinished)]
    assert numbers == sorted(numbers)
    assert len(numbers) > 2
    assert isinstance(told[-1], JobFinished)
    assert (told[-1].state, told[-1].stopped) == (200, False)


def test_it_is_stopped_with_what_it_has() -> None:
    with served() as client:
        client.send(JobRequest(1, Count(10**9)))
        until(client, lambda m: isinstance(m, JobProgress))
        client.send(StopRun(1))
        last = until(client, is_last)[-1]
    assert isinstance(last, JobFinished)
    assert last.stopped
    assert 0 < last.state < 10**9


def test_while_it_is_paused_nothing_is_done() -> None:
    with served() as client:
        client.send(JobRequest(1, Count(10**9)))
        until(client, lambda m: isinstance(m, JobProgress))
        client.send(PauseRun(1))
        sleep(0.15)
        client.send(ResumeRun(1))
        client.send(StopRun(1))
        last = until(client, is_last)[-1]
    assert isinstance(last, JobFinished)
    assert last.state < 10**9


def test_a_newer_one_takes_its_place_and_one_that_is_dropped_tells_nothing() -> None:
    with served() as client:
        client.send(JobRequest(1, Count(10**9)))
        client.send(JobRequest(2, Count(10**9)))
        client.send(CancelRun())
        client.send(JobRequest(3, Count(2)))
        told = until(client, is_last)
    assert isinstance(told[-1], JobFinished)
    assert told[-1].ticket == 3


def test_what_is_wrong_with_it_is_told_in_a_sentence() -> None:
    with served() as client:
        client.send(JobRequest(1, Count(9, broken_at=4)))
        last = until(client, is_last)[-1]
    assert isinstance(last, Failed)
    assert last.sentence == "There is no such number."


def test_its_kind_is_how_it_is_called() -> None:
    assert JobRequest(1, Count(2)).kind == "count"


def test_a_page_follows_it_to_its_end() -> None:
    state = begun()
    assert (state.busy, state.value) == (True, None)
    grown = reported(reported(state, JobProgress(1, 1)), Silent(1))
    assert (grown.value, grown.silent) == (1, True)
    done = reported(grown, JobFinished(1, 3, stopped=False))
    assert (done.phase, done.value, done.busy, done.silent) == ("finished", 3, False, False)
    assert reported(done, JobProgress(1, 9)) is done


def test_a_page_follows_its_pause_and_its_stop() -> None:
    waits = paused(begun())
    assert (waits.paused, waits.busy) == (True, True)
    assert paused(waits) is waits
    goes_on = resumed(waits)
    assert goes_on.phase == "running"
    assert resumed(goes_on) is goes_on
    assert reported(waits, JobFinished(1, 2, stopped=True)).phase == "stopped"


def test_one_that_is_cancelled_keeps_nothing_and_a_finished_one_stays() -> None:
    grown = reported(begun(), JobProgress(1, 1))
    assert (cancelled(grown).phase, cancelled(grown).value) == ("cancelled", None)
    done = reported(grown, JobFinished(1, 3, stopped=False))
    assert cancelled(done) is done


def test_reports_about_an_earlier_one_change_nothing() -> None:
    again = started(begun(), Count(5))
    assert reported(again, JobProgress(1, 1)) is again


def test_why_it_failed_is_kept_with_what_it_had() -> None:
    failed = reported(reported(begun(), JobProgress(1, 1)), Failed(1, "No."))
    assert (failed.phase, failed.sentence, failed.value) == ("failed", "No.", 1)
    assert reported(begun(), Failed(1, "Early.", stopped=True)).phase == "stopped"
