"""Going back to a run that is kept, and what else can be done with one."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from advgui.lab.attack.going_back import (
    FIRST,
    LAST,
    NOTHING_KEPT,
    WAIT,
    back,
    deleted,
    deletion_accepted,
    pair,
    pinned,
    sent_to_sheet,
    stepped,
    undone_deletion,
)
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import abandoned, aimed, next_request
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    aware_set,
    confidence_set,
    defence_chosen,
    drawn,
    lane_selected,
    live_set,
    network_chosen,
    parameter_set,
    previewed,
    seed_set,
    step_shown,
    threshold_set,
    undone,
)
from advgui.lab.attack.view import view
from tests.lab.requests import image, network
from tests.lab.states import drawing, ended, fresh, other_digit, reports, same, shown


def changed(state: LabState) -> LabState:
    """All that can be set is another one, and another run is shown."""
    state = network_chosen(drawn(state, drawing(5)), network(9, "softmax"))
    state = parameter_set(attack_chosen(seed_set(state, 77), "pgd"), "budget", 0.3)
    state = threshold_set(confidence_set(defence_chosen(state, "threshold"), 3.0), 0.3)
    return ended(aimed(aware_set(state, False), other_digit(state)))


def first_run(lane: int = 4, step: int | None = 3) -> LabState:
    """A run toward every digit, of which one goal and one step are looked at."""
    state = ended(aimed(threshold_set(confidence_set(fresh(), 1.5), 0.4), "every"))
    return step_shown(lane_selected(state, shown(state).goals[lane]), step)


@settings(max_examples=12)
@given(lane=some.integers(0, 8), step=some.one_of(some.none(), some.integers(0, 12)))
def test_back_brings_all_of_a_run_as_it_stood(lane: int, step: int | None) -> None:
    before = first_run(lane, step)
    after = back(changed(before), 1)
    for name in ("image", "reading", "attack", "seed", "threshold", "confidence", "aim"):
        one, other = getattr(before, name), getattr(after, name)
        assert np.array_equal(one, other) if name == "image" else one == other, name
    assert after.network is before.network
    assert same(after.drawing.image(), before.image)
    assert (shown(after).selected, shown(after).shown) == (lane, step)
    one, other = view(shown(before), before.threshold), view(shown(after), after.threshold)
    assert (one.verdict, one.l2, one.seen) == (other.verdict, other.l2, other.seen)
    assert same(one.adversarial, other.adversarial)
    assert not after.outdated
    assert next_request(before, after) is None


def test_one_goal_of_a_run_is_shown_without_another_attack() -> None:
    state = changed(first_run())
    after = back(state, 1, lane=7)
    assert shown(after).goal == shown(after).goals[7]
    assert after.ticket == state.ticket
    assert next_request(state, after) is None


def test_the_drawing_that_was_there_comes_back_by_undo_and_the_other_run_stays() -> None:
    state = changed(first_run())
    after = back(state, 1)
    assert same(undone(after).image, state.image)
    again = back(after, 2)
    assert shown(again).request is shown(state).request
    assert again.network is state.network
    assert again.aware is False
    assert [kept.number for kept in again.runs] == [1, 2]
    assert back(again, 99).message.kind == "error"


def test_back_to_a_run_of_the_same_drawing_leaves_nothing_to_be_undone() -> None:
    state = ended(aimed(attack_chosen(ended(aimed(fresh(), "every")), "pgd"), "every"))
    after = back(state, 1)
    assert len(after.history.past) == len(state.history.past)
    assert after.message.words == "Everything stands as it stood for run 1."


def test_undo_is_promised_where_another_drawing_comes_back() -> None:
    after = back(changed(first_run()), 1)
    assert after.message.words == (
        "Everything stands as it stood for run 1; undo brings your drawing back."
    )


def test_two_that_are_chosen_are_compared_else_the_pinned_ones() -> None:
    state = ended(changed(first_run()))
    state = pinned(ended(aimed(state, "away")), 3, 1)
    assert [kept.number for kept in pair(state, {2, 1})] == [1, 2]
    assert [kept.number for kept in pair(state, {2})] == [3, 1]
    assert [kept.number for kept in pair(state, {1, 2, 3})] == [3, 1]
    assert pair(pinned(state, 1, 3), {2}) == ()


def test_a_run_is_compared_in_the_goal_that_is_looked_at() -> None:
    state = ended(changed(ended(aimed(fresh(), "every"))))
    one, other = pair(lane_selected(back(state, 1), 4), {1, 2})
    assert (one.run.selected, other.number) == (4, 2)


def test_what_was_drawn_while_the_attack_ran_is_not_what_it_is_kept_with() -> None:
    running = aimed(previewed(fresh(), drawing(3)), other_digit(previewed(fresh(), drawing(3))))
    asked = running.image
    state = drawn(running, drawing(6))
    for report in reports(shown(running).request):
        state = reported(state, report, datetime(2026, 1, 1, tzinfo=UTC))
    after = back(state, 1)
    assert same(after.image, asked)
    assert same(after.drawing.image(), asked)
    assert state.runs.kept[0].made == datetime(2026, 1, 1, tzinfo=UTC)


def test_an_attack_that_is_made_is_not_left_by_itself() -> None:
    state = aimed(changed(first_run()), "every")
    assert back(state, 1).message.words == WAIT
    assert back(state, 1).run is state.run


def test_one_that_follows_the_pen_gives_way_and_is_given_up() -> None:
    state = previewed(live_set(first_run(), True), drawing(2))
    assert state.running
    after = back(state, 1)
    assert not after.live
    assert not after.running
    assert abandoned(state, after)
    assert not abandoned(after, state)


@pytest.mark.parametrize("step", [None, 0, 4])
def test_the_image_that_a_run_shows_is_sent_to_the_sheet_and_undone(step: int | None) -> None:
    state = first_run(2, step)
    expected = view(shown(state), 0.5).adversarial
    sent = sent_to_sheet(state, 1)
    assert same(sent.image, expected)
    assert same(undone(sent).image, state.image)
    assert same(sent_to_sheet(changed(state), 1).image, expected)
    assert sent_to_sheet(state, 9).message.kind == "error"


def test_a_run_that_is_deleted_is_gone_until_that_is_undone() -> None:
    state = pinned(changed(first_run()), 2)
    gone = deleted(state, {2})
    assert gone.run is None
    assert gone.message.words == "Run 2 is deleted."
    assert back(gone, 2).message.kind == "error"
    there = undone_deletion(gone)
    assert [kept.number for kept in there.runs.pinned] == [2]
    assert shown(back(there, 2)).request is shown(state).request
    assert undone_deletion(deletion_accepted(gone)).runs.kept == gone.runs.kept
    assert deleted(state, {1}).run is state.run
    assert deleted(state, {9}) is state


def test_after_a_restart_of_live_the_last_run_stays() -> None:
    state = previewed(live_set(ended(aimed(fresh(), other_digit(fresh()))), True), drawing(2))
    state = ended(replace(state, live=True))
    numbers = [kept.number for kept in live_set(state, False).runs]
    later = ended(previewed(live_set(live_set(state, False), True), drawing(5)))
    assert [kept.number for kept in later.runs][: len(numbers)] == numbers
    assert len(later.runs) == len(numbers) + 1
    assert same(later.runs.kept[1].run.original, image(2))


def test_one_goes_from_run_to_run_and_no_farther_than_there_are() -> None:
    state = changed(changed(first_run()))
    tickets = [kept.run.ticket for kept in state.runs]
    middle = stepped(state, -1)
    assert shown(middle).ticket == tickets[1]
    assert shown(stepped(middle, 1)).ticket == tickets[2]
    assert shown(stepped(middle, -1)).ticket == tickets[0]
    assert stepped(state, 1).message.words == LAST
    assert stepped(stepped(middle, -1), -1).message.words == FIRST
    assert stepped(fresh(), -1).message.words == NOTHING_KEPT
    assert shown(stepped(replace(state, run=None), -1)).ticket == tickets[2]
