"""What the tiles, the strip and the bars show of a run is what the run made, at every step."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.images import binarise
from advgui.core.nn.network import Reading
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import (
    attack_chosen,
    aware_set,
    defence_chosen,
    drawn,
    lane_selected,
    parameter_set,
    step_shown,
)
from advgui.lab.attack.view import (
    earlier_goals,
    goal_marks,
    judged,
    lanes,
    outcome_shown,
    strip_images,
    tile_marks,
    view,
)
from advgui.lab.runs.shown_run import adversarial_images
from advgui.lab.worker.messages import AttackProgress, Failed
from tests.lab.states import STEPS, drawing, ended, fresh, other_digit, reports, same, shown


@pytest.mark.parametrize("attack", ["ddn", "penalty"])
def test_every_step_of_an_ended_run_can_be_looked_at(attack: str) -> None:
    state = parameter_set(attack_chosen(fresh(), attack), "steps", STEPS)
    state = ended(aimed(state, "every"), cuts=[0, 3, 4])
    run = shown(state)
    assert run.walkable
    assert len(run.recording) == STEPS + 1
    for step in range(STEPS + 1):
        for lane, goal in enumerate(run.goals):
            state = step_shown(lane_selected(state, goal), step)
            seen = view(shown(state), 0.3)
            assert (seen.step, seen.goal) == (step, goal)
            assert same(seen.adversarial, run.recording[step][lane])
            assert same(seen.original, run.original)
            assert same(seen.thresholded, binarise(seen.adversarial, 0.3))
            assert np.array_equal(seen.original + seen.difference, seen.adversarial)
            read = run.network.read
            assert seen.readings.before == read(seen.original)
            assert seen.readings.after == read(seen.adversarial)
            assert seen.readings.thresholded == read(seen.thresholded)
            assert seen.fooled == (read(seen.adversarial).label == goal)
            raw = np.linalg.norm(seen.difference.astype(np.float64) / 255)
            assert seen.l2 == pytest.approx(raw, abs=1e-4)
            assert seen.outside == run.recording.outside(step)[lane]


def test_after_the_end_the_best_step_is_shown_as_it_was_judged() -> None:
    state = ended(aimed(parameter_set(fresh(), "steps", 60), "every"))
    run = shown(state)
    assert any(outcome.best_step not in (0, 60) for outcome in run.outcomes)
    for lane, outcome in enumerate(run.outcomes):
        seen = view(shown(lane_selected(state, run.goals[lane])), 0.5)
        assert same(seen.adversarial, outcome.adversarial)
        assert seen.step == outcome.best_step
        assert seen.fooled == outcome.fooled
        assert seen.readings.after == outcome.after
        assert seen.l2 == pytest.approx(outcome.l2)


def test_while_it_runs_the_newest_step_is_shown() -> None:
    state = aimed(fresh(), other_digit(fresh()))
    assert same(view(shown(state), 0.5).adversarial, state.image)
    first, second, _ = reports(shown(state).request, cuts=[2, 6])
    assert isinstance(second, AttackProgress)
    state = reported(reported(state, first), second)
    seen = view(shown(state), 0.5)
    assert seen.step == 6
    assert same(seen.adversarial, second.recording[-1 + len(second.recording)][0])
    assert seen.raw_reached == (second.recording.labels(-1 + len(second.recording))[0] == seen.goal)


def test_the_goals_are_marked_from_running_to_fooled_or_failed() -> None:
    state = aimed(fresh(), "every")
    own = shown(state).before.label
    assert [d for d, mark in enumerate(goal_marks(shown(state))) if mark == "already"] == [own]
    assert set(goal_marks(shown(state))) == {"already", "running"}
    run = shown(ended(state))
    marks = goal_marks(run)
    for outcome in run.outcomes:
        assert outcome.goal is not None
        assert marks[outcome.goal] == ("fooled" if outcome.fooled else "failed")
    assert marks[own] == "already"


def test_the_strip_shows_every_goal_and_the_original_for_the_digit_that_is_read() -> None:
    run = shown(ended(aimed(fresh(), "every")))
    strip = strip_images(run)
    assert strip is not None
    assert same(strip[run.before.label], run.original)
    for outcome in run.outcomes:
        assert outcome.goal is not None
        assert same(strip[outcome.goal], outcome.adversarial)


def test_a_run_toward_one_digit_leaves_the_others_idle() -> None:
    state = fresh()
    goal = other_digit(state)
    run = shown(ended(aimed(state, goal)))
    marks = goal_marks(run)
    assert [d for d in range(10) if marks[d] == "idle"] == [
        d for d in range(10) if d not in (goal, run.before.label)
    ]


def test_a_run_toward_one_digit_keeps_what_earlier_ones_on_the_drawing_have_come_to() -> None:
    every = ended(aimed(fresh(), "every"))
    goal = other_digit(every)
    state = ended(aimed(parameter_set(every, "steps", 3), goal))
    earlier, run = earlier_goals(state), shown(state)
    assert set(earlier) == set(range(10)) - {goal, run.before.label}
    strip, marks = strip_images(run, earlier), goal_marks(run, earlier)
    before = strip_images(shown(every))
    assert strip is not None
    assert before is not None
    assert all(same(strip[other], before[other]) for other in earlier)
    assert [marks[other] for other in earlier] == [
        goal_marks(shown(every))[other] for other in earlier
    ]
    assert not earlier_goals(drawn(state, drawing(2)))
    assert not earlier_goals(defence_chosen(state, "threshold"))


def test_an_untargeted_run_has_no_goals() -> None:
    run = shown(ended(aimed(fresh(), "away")))
    assert run.goal is None
    assert strip_images(run) is None
    assert set(goal_marks(run)) == {"idle"}
    seen = view(run, 0.5)
    assert seen.fooled == (seen.readings.after.label != seen.readings.before.label)


def test_a_failed_run_shows_what_it_came_to() -> None:
    state = aimed(fresh(), other_digit(fresh()))
    state = reported(state, Failed(state.ticket, "It broke."))
    assert "failed" in goal_marks(shown(state))
    assert same(view(shown(state), 0.5).adversarial, state.image)
    assert state.message.words == "It broke."


@pytest.mark.parametrize(
    ("goal", "before", "after", "verdict"),
    [
        (3, 7, 3, "fooled"),
        (3, 7, 7, "not fooled"),
        (3, 7, 5, "wrong class"),
        (3, 3, 3, "already"),
        (None, 7, 5, "fooled"),
        (None, 7, 7, "not fooled"),
    ],
)
def test_verdicts(goal: int | None, before: int, after: int, verdict: str) -> None:
    assert judged(goal, Reading(before, ()), Reading(after, ())) == verdict


def test_the_tiles_are_marked_by_the_verdict() -> None:
    state = ended(aimed(fresh(), "every"))
    for goal in shown(state).goals:
        seen = view(shown(lane_selected(state, goal)), 0.5)
        labels = [reading.label for reading in seen.readings]
        assert tile_marks(seen)[2] == ("fooled" if labels[1] == goal else "failed")
        restored = labels[1] != labels[0] == labels[2]
        assert (tile_marks(seen)[3] == "restored") == restored


def test_the_outcome_that_is_saved_is_that_of_the_step_that_is_looked_at() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    run = shown(step_shown(state, 2))
    seen = view(run, 0.5)
    outcome = outcome_shown(run, seen)
    assert same(outcome.adversarial, run.recording[2][0])
    assert (outcome.best_step, outcome.fooled) == (2, seen.fooled)
    assert outcome.after == run.network.read(outcome.adversarial)
    assert outcome.l2 == pytest.approx(np.linalg.norm(seen.difference / 255))
    first = shown(step_shown(state, 0))
    start = outcome_shown(first, view(first, 0.5))
    assert (start.fooled, start.sure) == (False, False)
    running = shown(aimed(fresh(), other_digit(fresh())))
    with pytest.raises(ValueError, match="not ended"):
        outcome_shown(running, view(running, 0.5))


def test_at_an_earlier_step_each_lane_tells_what_its_image_did_there() -> None:
    state = step_shown(ended(aimed(fresh(), "every")), 1)
    run = shown(state)
    assert len(lanes(run)) == len(run.goals) == 9
    for lane, goal, image in zip(lanes(run), run.goals, run.recording[1], strict=True):
        assert lane.fooled == (run.network.read(image).label == goal)
        change = (image.astype(float) - run.original) / 255
        assert lane.distance == pytest.approx(np.linalg.norm(change))


@pytest.mark.parametrize(("attack", "order"), [("greedy", 0), ("pgd", np.inf), ("ddn", 2)])
def test_each_lane_tells_how_far_it_is_changed_in_the_norm_of_its_attack(
    attack: str, order: float
) -> None:
    state = ended(aimed(attack_chosen(fresh(), attack), "every"))
    for one in (state, step_shown(state, 1)):
        run = shown(one)
        for lane, image in zip(lanes(run), adversarial_images(run), strict=True):
            change = (image.astype(float) - run.original).ravel() / 255
            assert lane.distance == pytest.approx(np.linalg.norm(change, order))


def test_while_steps_follow_one_another_no_tile_is_marked_by_a_verdict() -> None:
    running = shown(aimed(fresh(), other_digit(fresh())))
    assert tile_marks(view(running, 0.5)) == ("prediction", "none", "running", "none")


def test_what_one_made_who_knew_of_no_defence_is_read_behind_it_as_well() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    run = shown(ended(aimed(state, other_digit(state)), cuts=[3]))
    for step in (0, STEPS, None):
        looked_at = replace(run, shown=step)
        seen = view(looked_at, 0.5)
        assert seen.readings.after == run.network.read(seen.adversarial)
        assert seen.seen == seen.through == state.network.read(seen.adversarial)
        outcome = outcome_shown(looked_at, seen)
        assert (outcome.through, outcome.aware) == (seen.through, False)
    aware = shown(ended(aimed(aware_set(state, True), other_digit(state))))
    assert view(aware, 0.5).through is None
    assert view(aware, 0.5).seen == state.network.read(view(aware, 0.5).adversarial)
