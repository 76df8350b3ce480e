"""Which runs are kept, and how many bytes they take."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.lab.attack.requests import aimed
from advgui.lab.runs import runs as runs_module
from advgui.lab.runs.kept_run import KeptRun, thinned
from advgui.lab.runs.runs import (
    Runs,
    looked,
    pin_turned,
    sealed,
    undeleted,
    with_run,
    within_room,
    without,
)
from advgui.lab.runs.shown_run import ShownRun
from tests.lab.states import ended, fresh, other_digit, shown


@cache
def one() -> ShownRun:
    return shown(ended(aimed(fresh(), other_digit(fresh()))))


def run(ticket: int = 1, *, live: bool = False) -> ShownRun:
    """The same run as of another ticket."""
    return replace(one(), request=replace(one().request, ticket=ticket), live=live)


def several(count: int) -> Runs:
    runs = Runs()
    for ticket in range(1, count + 1):
        runs = with_run(runs, run(ticket))
    return runs


def numbers(runs: Runs) -> list[int]:
    return [kept.number for kept in runs]


def test_a_run_is_kept_with_its_number_and_when_it_was_made() -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    runs = with_run(several(2), run(3), made=now, threshold=0.25)
    kept = runs.kept[-1]
    assert (kept.number, kept.made, kept.threshold) == (3, now, 0.25)
    assert runs.of(run(3)) is kept


def test_a_run_without_an_outcome_or_without_a_step_is_not_kept() -> None:
    assert len(with_run(Runs(), replace(one(), outcomes=()))) == 0
    assert len(with_run(Runs(), replace(one(), phase="failed", outcomes=()))) == 0
    nothing = type(one().recording)()
    assert len(with_run(Runs(), replace(one(), recording=nothing))) == 0


def test_of_the_runs_that_follow_the_pen_the_last_one_is_kept() -> None:
    runs = with_run(several(2), run(3, live=True))
    assert numbers(with_run(runs, run(4, live=True))) == [1, 2, 3]
    assert numbers(with_run(runs, run(4))) == [1, 2, 3, 4]
    assert numbers(with_run(sealed(runs), run(4, live=True))) == [1, 2, 3, 4]
    assert numbers(with_run(pin_turned(runs, 3), run(4, live=True))) == [1, 2, 3, 4]


@given(gone=some.sets(some.integers(1, 6)))
def test_what_was_deleted_comes_back_in_its_place_and_pinned(gone: set[int]) -> None:
    runs = pin_turned(pin_turned(several(5), 2), 4)
    less = without(runs, gone)
    assert numbers(less) == [number for number in range(1, 6) if number not in gone]
    assert not {kept.number for kept in less.pinned} & gone
    back = undeleted(less)
    assert numbers(back) == [1, 2, 3, 4, 5]
    assert back.pins == (2, 4)
    assert numbers(with_run(less, run(9)))[-1] == 6


def test_two_are_pinned_at_most_and_the_third_takes_the_place_of_the_first() -> None:
    runs = pin_turned(pin_turned(pin_turned(several(3), 1), 2), 3)
    assert runs.pins == (2, 3)
    assert pin_turned(runs, 2).pins == (3,)
    assert pin_turned(runs, 99) is runs


def test_a_run_is_left_as_it_was_looked_at() -> None:
    runs = looked(several(2), replace(run(1), shown=3))
    assert runs.kept[0].run.shown == 3
    assert runs.kept[1].run.shown is None
    assert looked(runs, replace(run(1), shown=3)) is runs
    assert looked(runs, run(77)) is runs


@given(runs=some.integers(2, 12), share=some.floats(0.0, 1.0))
def test_beyond_its_room_the_oldest_runs_lose_steps_first_and_none_its_outcome(
    runs: int, share: float
) -> None:
    whole = several(runs)
    room = int(share * whole.size)
    less = within_room(whole, room)
    held = [len(kept.run.recording.held) for kept in less]
    assert held == sorted(held)
    assert all(kept.run.outcomes == one().outcomes for kept in less)
    least = within_room(whole, 0)
    assert less.size <= max(room, least.size)
    assert all(len(kept.run.recording.held) <= 3 for kept in least)
    assert held[-1] == len(one().recording) or max(held[:-1]) <= 3


def test_what_can_be_had_back_counts_and_is_thinned_first() -> None:
    whole = without(several(4), {4})
    less = within_room(whole, whole.size - 1)
    assert less.deleted[0].thinned
    assert not any(kept.thinned for kept in less)


def test_where_only_deleted_runs_are_left_they_are_thinned() -> None:
    whole = without(several(3), {1, 2, 3})
    assert within_room(whole, 0).size < whole.size
    assert not within_room(whole, 0).kept


def test_a_run_that_has_nothing_to_lose_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bare, tries = within_room(several(30), 0), list[int]()

    def counted(kept: KeptRun) -> KeptRun:
        tries.append(kept.number)
        return thinned(kept)

    monkeypatch.setattr(runs_module, "thinned", counted)
    runs = with_run(with_run(bare, run(40)), run(41))
    within_room(runs, 0)
    assert all(tries.count(number) == 1 for number in range(1, 31))
