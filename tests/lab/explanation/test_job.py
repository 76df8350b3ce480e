"""What is explained is the run that is shown, as it was attacked, once it has ended."""

from advgui.core.generators import drive
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import aware_set, defence_chosen, lane_selected
from advgui.lab.explanation.job import wanted
from tests.lab.states import ended, fresh, other_digit, same, shown


def test_there_is_nothing_to_explain_before_an_attack_has_ended() -> None:
    state = fresh()
    assert wanted(state) is None
    running = aimed(state, other_digit(state))
    assert wanted(running) is None
    job = wanted(ended(running))
    assert job is not None
    assert job.asks_as(wanted(ended(running)))


def test_it_is_the_goal_that_is_looked_at() -> None:
    state = ended(aimed(fresh(), "every"))
    run = shown(state)
    other = next(goal for goal in run.goals if goal != run.goal)
    first, second = wanted(state), wanted(lane_selected(state, other))
    assert first is not None
    assert second is not None
    assert second.goal == other
    assert not second.asks_as(first)
    assert same(second.adversarial, run.outcomes[run.goals.index(other)].adversarial)


def test_an_unaware_attack_is_explained_on_the_network_alone() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    job = wanted(ended(aimed(state, other_digit(state))))
    assert job is not None
    assert not job.aware
    assert job.network is shown(ended(aimed(state, other_digit(state)))).network


def test_its_steps_come_to_an_explanation() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    job = wanted(state)
    assert job is not None
    found = drive(job.steps())
    assert found.complete
    assert found.goal == shown(state).goal
