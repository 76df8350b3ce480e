"""An attack that begins at a step of another one, and stays near the same original."""

import pytest

from advgui.core.attacks import ATTACKS
from advgui.lab.attack.forking import continued, forked, why_not_forked
from advgui.lab.attack.going_back import WAIT
from advgui.lab.attack.requests import aimed, next_request
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    drawn,
    lane_selected,
    parameter_set,
    step_shown,
)
from tests.lab.states import drawing, ended, fresh, other_digit, same, shown


def every_digit() -> LabState:
    """A run toward every digit, of which step 5 of the third goal is looked at."""
    state = ended(aimed(fresh(), "every"))
    return step_shown(lane_selected(state, shown(state).goals[2]), 5)


def test_a_fork_begins_at_the_step_and_the_goal_that_are_looked_at() -> None:
    state = every_digit()
    run = shown(state)
    after = forked(state, 1)
    request = next_request(state, after)
    assert request is not None
    assert request.problem.starts is not None
    assert same(request.problem.starts[0], run.recording[5][2])
    assert same(request.problem.originals[0], run.original)
    assert request.problem.goals.tolist() == [run.goals[2]]
    assert after.message.words.endswith("It begins at step 5 of run 1.")
    outcome = shown(ended(after)).outcomes[0]
    assert outcome.start is not None
    assert same(outcome.start, run.recording[5][2])
    assert [kept.number for kept in ended(after).runs] == [1, 2]


def test_a_fork_of_the_run_that_is_shown_takes_the_attack_that_is_chosen_now() -> None:
    state = parameter_set(attack_chosen(every_digit(), "pgd"), "steps", 5)
    request = shown(forked(state, 1)).request
    assert request.attack == state.attack


def test_a_fork_of_another_run_takes_all_that_it_was_asked_from() -> None:
    state = attack_chosen(drawn(every_digit(), drawing(2)), "pgd")
    state = ended(aimed(state, other_digit(state)))
    after = forked(state, 1, lane=4)
    request, first = shown(after).request, state.runs.kept[0].run
    assert request.attack == first.request.attack
    assert same(after.image, first.original)
    assert request.problem.starts is not None
    assert same(request.problem.starts[0], first.recording[5][4])


def test_going_on_begins_at_the_last_step_of_all_goals() -> None:
    state = every_digit()
    run = shown(state)
    request = shown(continued(state, 1)).request
    assert request.problem.starts is not None
    assert same(request.problem.starts, run.recording[run.step])
    assert request.problem.goals.tolist() == list(run.goals)
    away = ended(aimed(fresh(), "away"))
    assert shown(continued(away, 1)).form == "untargeted"


def test_what_is_found_by_going_on_is_never_farther_than_before() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    before = shown(state).outcomes[0]
    after = shown(ended(forked(state, 1))).outcomes[0]
    assert before.fooled
    assert after.fooled
    assert after.l2 <= before.l2 * (1 + 1e-5)


@pytest.mark.parametrize("name", ["square", "jsma"])
def test_one_that_begins_by_itself_alone_says_so_and_what_to_do(name: str) -> None:
    assert not ATTACKS[name].begins_elsewhere
    state = attack_chosen(every_digit(), name)
    after = forked(state, 1)
    assert after.run is state.run
    assert "begins by itself alone" in after.message.words
    assert after.message.words == why_not_forked(state, 1) == continued(state, 1).message.words


def test_no_attack_begins_while_another_one_is_made_nor_from_a_run_that_is_gone() -> None:
    state = aimed(drawn(every_digit(), drawing(2)), "every")
    assert forked(state, 1).message.words == WAIT
    assert forked(state, 7).message.kind == "error"
