"""What is dropped of a run to save room, and what never is."""

from copy import deepcopy
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.lab.attack.curves import Gauge
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import attack_chosen, lane_selected, parameter_set, step_shown
from advgui.lab.attack.view import view
from advgui.lab.runs.kept_run import KeptRun, kept_run, shared, size_of, thinned
from advgui.lab.runs.shown_run import adversarial_images
from tests.lab.states import ended, fresh, shown


@cache
def ended_run(attack: str = "ddn") -> LabState:
    """A run toward nine goals, reported in several pieces."""
    state = parameter_set(attack_chosen(fresh(), attack), "steps", 60)
    return ended(aimed(state, "every"), cuts=[3, 17, 18, 40])


def thinned_times(kept: KeptRun, times: int) -> KeptRun:
    for _ in range(times):
        kept = thinned(kept)
    return kept


@given(times=some.integers(0, 8), looked_at=some.integers(0, 60))
def test_thinning_never_drops_an_outcome_nor_a_step_of_note(times: int, looked_at: int) -> None:
    state = step_shown(ended_run(), looked_at)
    whole = shown(state)
    run = thinned_times(kept_run(1, whole), times).run
    held = run.recording.held.tolist()
    best = [outcome.best_step for outcome in whole.outcomes]
    assert run.outcomes is whole.outcomes
    assert {0, whole.step, looked_at, *best} <= set(held)
    assert held == sorted(set(held))
    for step in held:
        np.testing.assert_array_equal(run.recording[step], whole.recording[step])
        np.testing.assert_array_equal(run.recording.outside(step), whole.recording.outside(step))


def test_a_step_that_was_dropped_is_never_shown_as_another_one() -> None:
    run = thinned_times(kept_run(1, shown(ended_run())), 2).run
    dropped = sorted(set(range(run.step)) - set(run.recording.held.tolist()))
    assert dropped
    with pytest.raises(IndexError):
        run.recording[dropped[0]]
    state = step_shown(replace(ended_run(), run=run), dropped[0])
    assert shown(state).looked_at in run.recording.held
    assert abs(shown(state).looked_at - dropped[0]) <= 4
    assert run.step == shown(ended_run()).step


def test_what_is_shown_of_a_thinned_run_is_what_was_shown_before() -> None:
    state = ended_run()
    thin = replace(state, run=thinned_times(kept_run(1, shown(state)), 9).run)
    for goal in shown(state).goals:
        before, after = (view(shown(lane_selected(one, goal)), 0.5) for one in (state, thin))
        assert (before.verdict, before.l2, before.step) == (after.verdict, after.l2, after.step)
        np.testing.assert_array_equal(before.adversarial, after.adversarial)
    np.testing.assert_array_equal(adversarial_images(shown(state)), adversarial_images(shown(thin)))


def test_curves_of_a_thinned_run_stand_at_the_steps_that_are_left() -> None:
    whole = shown(ended_run())
    run = thinned_times(kept_run(1, whole), 2).run
    gauge = Gauge()
    before, after = gauge.curves(whole), gauge.curves(run)
    np.testing.assert_array_equal(after.places, run.recording.held)
    np.testing.assert_allclose(after.distance, before.distance[run.recording.held])


def test_thinning_comes_to_an_end_and_takes_less_and_less_room() -> None:
    kept = kept_run(1, shown(ended_run()))
    sizes = [kept.size]
    while (thinner := thinned(kept)) is not kept:
        kept = thinner
        sizes.append(kept.size)
    assert sizes == sorted(sizes, reverse=True)
    assert len(kept.run.recording.held) <= 2 + len(kept.run.outcomes)
    assert kept.thinned


def test_reports_that_bring_equal_encodings_are_kept_with_one() -> None:
    recording = shown(ended_run("penalty")).recording
    apart = replace(recording, pieces=tuple(map(deepcopy, recording.pieces)))
    assert size_of(apart) > size_of(shared(apart))
    assert size_of(shared(apart)) == size_of(shared(recording))
    for step in (0, 17, 60):
        np.testing.assert_array_equal(shared(apart)[step], recording[step])
