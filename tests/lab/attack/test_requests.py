"""What a user aims at becomes the request for a run, with all that is on the screen."""

from dataclasses import replace

import numpy as np

from advgui.core.defences.defended import bare_of
from advgui.lab.attack.phrases import NO_REGION, NOTHING_TO_ATTACK, made_words
from advgui.lab.attack.requests import aimed, default_goal, goal_chosen, next_request, stop_asked
from advgui.lab.attack.state import Aim
from advgui.lab.attack.transitions import (
    attack_chosen,
    aware_set,
    confidence_set,
    defence_chosen,
    drawn,
    lane_selected,
    live_set,
    network_chosen,
    new_seed,
    parameter_set,
    previewed,
    region_painted,
)
from tests.lab.requests import image, network
from tests.lab.states import drawing, ended, fresh, other_digit, same, shown


def test_an_attack_is_asked_for_with_all_that_is_on_the_screen() -> None:
    before = new_seed(fresh())
    after = aimed(before, other_digit(before))
    request = next_request(before, after)
    assert request is not None
    assert same(request.problem.originals[0], before.image)
    assert request.problem.goals.tolist() == [other_digit(before)]
    assert request.problem.form == "targeted"
    assert request.network is before.network
    assert request.attack == before.attack
    assert request.seed == before.seed == fresh().seed + 1
    assert request.ticket == after.ticket == before.ticket + 1
    assert after.message.kind == "busy"
    assert next_request(after, after) is None


def test_an_empty_canvas_cannot_be_attacked() -> None:
    before = fresh(None)
    aims: list[Aim] = [3, "every", "away"]
    for aim in aims:
        after = aimed(before, aim)
        assert next_request(before, after) is None
        assert after.message.words == NOTHING_TO_ATTACK


def test_a_goal_that_the_drawing_has_already_is_told_at_once() -> None:
    before = fresh()
    assert before.reading
    after = aimed(before, before.reading.label)
    assert next_request(before, after) is None
    assert "already reads" in after.message.words


def test_toward_every_digit_has_a_lane_for_each_other_digit() -> None:
    state = aimed(fresh(), "every")
    run = shown(state)
    assert sorted((*run.goals, run.before.label)) == list(range(10))
    assert run.request.problem.originals.shape == (9, 28, 28)


def test_away_is_away_from_the_digit_that_is_read() -> None:
    state = aimed(fresh(), "away")
    problem = shown(state).request.problem
    assert problem.form == "untargeted"
    assert problem.goals.tolist() == [shown(state).before.label]


def test_an_attack_without_untargeted_form_says_so() -> None:
    before = attack_chosen(fresh(), "penalty")
    after = aimed(before, "away")
    assert next_request(before, after) is None
    assert "needs a goal" in after.message.words


def test_a_new_run_keeps_the_goal_that_is_looked_at() -> None:
    state = ended(aimed(fresh(), "every"))
    goal = shown(state).goals[5]
    again = aimed(lane_selected(state, goal), "every")
    assert shown(again).goal == goal


def test_live_follows_the_drawing_at_the_end_of_each_run() -> None:
    state = live_set(aimed(fresh(1), "every"), True)
    changed = previewed(state, drawing(2))
    assert next_request(state, changed) is None
    after = ended(changed)
    request = next_request(changed, after)
    assert request is not None
    assert same(request.problem.originals[0], image(2))
    done = ended(after)
    assert not done.running
    assert next_request(after, done) is None


def test_live_begins_again_at_once_where_nothing_runs() -> None:
    state = live_set(ended(aimed(fresh(1), "every")), True)
    assert next_request(state, previewed(state, drawing(2))) is not None
    assert next_request(state, network_chosen(state, network(9))) is not None
    assert next_request(state, parameter_set(state, "steps", 5)) is not None
    assert next_request(state, new_seed(state)) is not None
    assert next_request(state, drawn(state, drawing(None))) is None
    assert next_request(state, drawn(state, drawing(1))) is None


def test_without_live_nothing_begins_by_itself() -> None:
    state = ended(aimed(fresh(1), "every"))
    for after in (previewed(state, drawing(2)), parameter_set(state, "steps", 5)):
        assert next_request(state, after) is None


def test_live_waits_for_a_goal() -> None:
    state = live_set(fresh(1), True)
    assert next_request(state, previewed(state, drawing(2))) is None


def test_stop_ends_live_too() -> None:
    state = stop_asked(live_set(aimed(fresh(), "every"), True))
    assert state.running
    assert not state.live
    assert not ended(drawn(state, drawing(2))).running


def test_a_digit_that_was_attacked_already_is_shown_again_and_not_made_again() -> None:
    state = ended(aimed(fresh(), "every"))
    goal = shown(state).goals[5]
    again = goal_chosen(state, goal)
    assert next_request(state, again) is None
    assert (shown(again).goal, again.aim) == (goal, goal)
    assert again.message.words == made_words(goal)
    anew = goal_chosen(new_seed(state), goal)
    assert next_request(state, anew) is not None
    assert shown(anew).goals == (goal,)


def test_a_digit_of_a_run_that_goes_on_is_looked_at_without_another_word() -> None:
    state = aimed(fresh(), "every")
    goal = shown(state).goals[3]
    looked = goal_chosen(state, goal)
    assert shown(looked).goal == goal
    assert looked.message == state.message
    assert next_request(state, looked) is None


def test_with_live_on_what_follows_the_pen_stays_as_it_is() -> None:
    state = live_set(ended(aimed(fresh(), "every")), True)
    assert goal_chosen(state, shown(state).goals[2]).aim == "every"


def test_a_run_toward_one_digit_that_was_stopped_is_made_again() -> None:
    before = fresh()
    goal = other_digit(before)
    run = shown(aimed(before, goal))
    stopped = replace(ended(aimed(before, goal)), run=replace(run, phase="stopped"))
    assert next_request(stopped, goal_chosen(stopped, goal)) is not None


def test_the_digit_that_is_offered_is_the_one_that_a_user_would_take() -> None:
    assert default_goal(fresh(None)) == 0
    state = fresh()
    assert state.reading is not None
    others = dict(enumerate(state.reading.confidences))
    others.pop(state.reading.label)
    assert default_goal(state) == max(others, key=others.__getitem__)
    attacked = aimed(state, other_digit(state))
    assert default_goal(attacked) == other_digit(state)
    assert default_goal(replace(attacked, run=None)) == other_digit(state)
    lane = shown(aimed(state, "every")).goals[6]
    assert default_goal(lane_selected(aimed(state, "every"), lane)) == lane


def test_the_confidence_is_asked_of_an_attack_that_reaches_for_one() -> None:
    state = confidence_set(fresh(), 2.5)
    run = shown(aimed(state, other_digit(state)))
    assert run.request.problem.confidence == 2.5
    other = attack_chosen(state, "penalty")
    assert shown(aimed(other, other_digit(other))).request.problem.confidence == 0


def test_another_confidence_makes_another_run() -> None:
    state = fresh()
    goal = other_digit(state)
    made = ended(aimed(state, goal))
    assert shown(goal_chosen(made, goal)).ticket == shown(made).ticket
    surer = confidence_set(made, 1.0)
    assert shown(goal_chosen(surer, goal)).ticket == shown(made).ticket + 1


def test_an_attack_goes_through_the_defence_unless_the_attacker_is_not_aware_of_it() -> None:
    state = defence_chosen(fresh(), "threshold")
    through = aimed(state, other_digit(state))
    assert shown(through).request.aware
    assert shown(through).network is through.network
    assert shown(through).before == through.reading
    assert "through “Binary threshold”" in through.message.words
    around = aware_set(state, False)
    alone = aimed(around, "away")
    assert not shown(alone).request.aware
    assert shown(alone).network is bare_of(state.network)
    assert shown(alone).before == state.alone
    assert shown(alone).away == bare_of(state.network).read(state.image).label
    assert "unaware of “Binary threshold”" in alone.message.words
    assert shown(aimed(aware_set(fresh(), False), "away")).request.aware  # there is nothing to know


def test_a_run_that_was_made_the_other_way_is_made_again() -> None:
    state = defence_chosen(fresh(), "threshold")
    goal = other_digit(state)
    done = ended(aimed(state, goal))
    assert goal_chosen(done, goal).run is not None
    assert next_request(done, goal_chosen(done, goal)) is None
    assert next_request(done, goal_chosen(aware_set(done, False), goal)) is not None


def test_what_is_read_without_the_defence_is_no_goal_of_who_does_not_know_of_it() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    assert state.alone is not None
    assert aimed(state, state.alone.label).run is None
    assert default_goal(state) != state.alone.label


def test_an_attack_on_a_painted_region_is_asked_for_with_it_and_not_without_any() -> None:
    before = parameter_set(attack_chosen(fresh(), "masked"), "mask", "painted")
    refused = aimed(before, other_digit(before))
    assert next_request(before, refused) is None
    assert refused.message.words == NO_REGION
    region = np.zeros((28, 28), bool)
    region[9:12, 4:24] = True
    painted = region_painted(before, region)
    request = next_request(painted, aimed(painted, other_digit(painted)))
    assert request is not None
    assert request.problem.region is region
    other = attack_chosen(painted, "ddn")
    request = next_request(other, aimed(other, other_digit(other)))
    assert request is not None
    assert request.problem.region is None


def test_another_region_is_another_attack() -> None:
    region = np.zeros((28, 28), bool)
    region[9:12, 4:24] = True
    chosen = parameter_set(attack_chosen(fresh(), "masked"), "mask", "painted")
    state = live_set(region_painted(chosen, region), True)
    done = ended(aimed(state, other_digit(state)))
    again = region_painted(done, ~region)
    assert again.ticket == done.ticket + 1
    assert region_painted(done, region.copy()).ticket == done.ticket
