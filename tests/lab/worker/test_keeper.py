"""Work is written down now and then, for no more than a hundredth of the processor's time."""

import logging
from pathlib import Path

import pytest

from advgui.core.errors import WorkFileError
from advgui.core.resuming.checkpoints import Checkpoint, Remembered
from advgui.lab.worker import keeper
from advgui.lab.worker.keeper import KEEP_S, Keeper


class Part:
    """One that knows a number."""

    def remembered(self) -> Remembered:
        return Remembered({"number": 3})

    def resume(self, known: Remembered) -> None:
        pass


class Clock:
    """A time that is set by a test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = self.spent = 0.0
        monkeypatch.setattr(keeper, "perf_counter", lambda: self.now)
        monkeypatch.setattr(keeper, "process_time", lambda: self.spent)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def following(place: Path) -> Keeper:
    made = Keeper(place)
    made.checkpoints.follow("part", Part())
    return made


def test_it_is_written_when_it_is_due_and_rarely_where_that_costs_much(
    clock: Clock, tmp_path: Path
) -> None:
    made, written = following(tmp_path / "work"), list[float]()

    def write(checkpoint: Checkpoint, place: Path) -> None:
        assert place == tmp_path / "work"
        assert checkpoint["part"].values == {"number": 3}
        written.append(clock.now)
        clock.spent += 0.1  # of which a hundredth is to be ten seconds

    for clock.now in (0, KEEP_S / 2, KEEP_S, 2 * KEEP_S, 9, 12):
        made.look(write)
    assert written == [KEEP_S, 12]


def test_what_is_not_followed_yet_is_not_written(clock: Clock, tmp_path: Path) -> None:
    made = Keeper(tmp_path / "work")
    made.keep(lambda checkpoint, place: pytest.fail("there is nothing to go on with"))


def test_what_was_there_goes_unless_it_is_gone_on_with(tmp_path: Path) -> None:
    place = tmp_path / "work"
    place.write_bytes(b"former")
    Keeper(place, {"part": Remembered()})
    assert place.exists()
    Keeper(place)
    assert not place.exists()


def test_what_is_in_the_way_is_told_once_and_the_work_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = following(tmp_path / "work")

    def write(checkpoint: Checkpoint, place: Path) -> None:
        raise WorkFileError("The disk is full.")

    with caplog.at_level(logging.WARNING, "advgui"):
        for _ in range(3):
            made.keep(write)
    assert made.off
    assert [one.getMessage() for one in caplog.records if "cannot be kept" in one.getMessage()]
    assert len(caplog.records) == 1
