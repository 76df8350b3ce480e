"""Any job is done in a worker: its states are told, it is paused, stopped, dropped, and fails."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import ClassVar

from advgui.core.disk.writing import write_bytes
from advgui.core.errors import BadInput, WorkFileError
from advgui.core.generators import Stop
from advgui.core.resuming.checkpoints import Checkpoint, Checkpoints, Remembered
from advgui.lab.worker.jobs import (
    JobState,
    KeptJob,
    cancelled,
    ended,
    gone_on,
    left,
    paused,
    reported,
    resumed,
    started,
)
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


@dataclass(frozen=True)
class Lasting(Count):
    """Counts on from where it was kept, which is in a file."""

    title: ClassVar[str] = "Counting"

    def lasting_steps(
        self, checkpoints: Checkpoints, former: int | None = None
    ) -> Generator[int, None, int]:
        at = At()
        checkpoints.follow("at", at)
        while at.number < self.end:
            at.number += 1
            sleep(0.001)
            yield at.number
        return at.number

    def keep(self, state: int, checkpoint: Checkpoint, place: Path) -> None:
        assert checkpoint["at"].values == {"number": state}
        write_bytes(place, str(state).encode(), WorkFileError)

    def kept(self, place: Path) -> KeptJob["Lasting", int]:
        number = int(place.read_text())
        return KeptJob(self, number, {"at": Remembered({"number": number})})


class At:
    """Where it is."""

    number = 0

    def remembered(self) -> Remembered:
        return Remembered({"number": self.number})

    def resume(self, known: Remembered) -> None:
        self.number = known.values["number"]


def test_one_that_lasts_is_written_down_and_goes_on_from_there(tmp_path: Path) -> None:
    place = tmp_path / "work"
    with served() as client:
        client.send(JobRequest(1, Lasting(10**9), place))
        until(client, lambda m: isinstance(m, JobProgress) and m.state > 5)
        client.send(PauseRun(1))
        while not place.exists():
            sleep(0.01)
        counted = int(place.read_text())
        assert counted > 5
        client.send(JobRequest(2, Lasting(counted + 3), place, goes_on=True))
        told = until(client, is_last)
    assert isinstance(told[-1], JobFinished)
    numbers = [one.state for one in told if isinstance(one, JobProgress) and one.ticket == 2]
    assert min([*numbers, told[-1].state]) >= counted
    assert told[-1].state == counted + 3


def test_of_one_that_is_dropped_nothing_is_left(tmp_path: Path) -> None:
    place = tmp_path / "work"
    with served() as client:
        client.send(JobRequest(1, Lasting(10**9), place))
        until(client, lambda m: isinstance(m, JobProgress))
        client.send(PauseRun(1))
        client.send(CancelRun())
        client.send(JobRequest(2, Count(1)))
        until(client, is_last)
    assert not place.exists()


def test_one_that_was_broken_off_waits_until_it_is_gone_on_with() -> None:
    kept = KeptJob(Count(9), 4, {})
    waits = left(JobState[Count, int](), kept, Path("kept"), "Its process has ended.")
    assert (waits.phase, waits.value, waits.sentence) == ("paused", 4, "Its process has ended.")
    assert waits.busy
    assert not waits.working
    assert resumed(waits) is waits
    goes_on = gone_on(waits, Count(9))
    assert (goes_on.phase, goes_on.value, goes_on.sentence) == ("running", 4, "")
    assert goes_on.working
    assert not goes_on.whole
    assert goes_on.ticket > waits.ticket
    assert not cancelled(waits).broken_off


def test_one_that_an_earlier_window_has_done_is_shown_unless_another_is_under_way() -> None:
    done = ended(JobState[Count, int](), Count(3), 3)
    assert (done.phase, done.value, done.whole) == ("finished", 3, False)
    running = begun()
    assert ended(running, Count(3), 3) is running
