"""When attacks begin, and that no verdict is ever attached to the wrong drawing."""

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from advgui.lab.attack.phrases import NOTHING_TO_ATTACK, OTHER_DRAWING, OTHER_NETWORK
from advgui.lab.attack.runs import (
    aimed,
    cancelled,
    is_abandoned,
    next_request,
    reported,
    stop_asked,
)
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    drawn,
    lane_selected,
    live_set,
    network_chosen,
    new_seed,
    parameter_set,
    previewed,
    redone,
    step_shown,
    undone,
)
from advgui.lab.attack.view import goal_marks, strip_images, view
from advgui.lab.worker.messages import AttackReport, AttackRequest, Failed
from tests.lab.requests import image, network
from tests.lab.states import drawing, ended, fresh, other_digit, reports, same, shown


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


def test_the_end_is_told() -> None:
    state = ended(aimed(fresh(), "every"), cuts=[2])
    assert shown(state).phase == "finished"
    assert "digits" in state.message.words
    assert not state.running


def test_a_late_report_changes_nothing() -> None:
    first = aimed(fresh(), other_digit(fresh()))
    late = reports(shown(first).request, cuts=[1])
    second = aimed(first, "every")
    for report in (*late, Failed(first.ticket, "Too late.")):
        assert reported(second, report) is second
        assert reported(fresh(), report).run is None
    done = ended(second)
    for report in reports(shown(second).request, cuts=[1]):
        assert reported(done, report) is done


def test_a_drawing_changed_during_a_run_leaves_the_run_with_its_original() -> None:
    state = drawn(aimed(fresh(1), other_digit(fresh(1))), drawing(2))
    assert state.outdated
    state = ended(state)
    seen = view(shown(state), 0.5)
    assert state.outdated_words == OTHER_DRAWING
    assert same(seen.original, image(1))
    assert seen.readings.before == network().read(image(1))
    assert not undone(state).outdated


def test_a_network_changed_during_a_run_does_not_judge_it() -> None:
    state = aimed(fresh(), other_digit(fresh()))
    state = ended(network_chosen(state, network(9)))
    seen = view(shown(state), 0.5)
    assert state.outdated_words == OTHER_NETWORK
    assert seen.readings.after == network().read(seen.adversarial)


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


def test_a_run_that_broke_is_not_begun_again_by_live() -> None:
    state = live_set(aimed(fresh(), "every"), True)
    after = reported(state, Failed(state.ticket, "It broke."))
    assert next_request(state, after) is None
    assert shown(after).phase == "failed"


def test_a_cancelled_run_is_gone() -> None:
    state = aimed(fresh(), "every")
    after = cancelled(state)
    assert after.run is None
    assert is_abandoned(state, after)
    assert not is_abandoned(after, after)
    assert cancelled(after) is after
    for report in reports(shown(state).request):
        assert reported(after, report) is after


Event = Callable[[LabState], LabState]

NETWORKS = {seed: network(seed) for seed in (8, 9)}
AIMS: list[Aim] = [*range(10), "every", "away"]

events: some.SearchStrategy[Event] = some.one_of(
    some.integers(1, 3).map(lambda seed: lambda state: drawn(state, drawing(seed))),
    some.integers(1, 3).map(lambda seed: lambda state: previewed(state, drawing(seed))),
    some.just(lambda state: drawn(state, drawing(None))),
    some.sampled_from([undone, redone, stop_asked, cancelled, new_seed]),
    some.booleans().map(lambda live: lambda state: live_set(state, live)),
    some.integers(8, 9).map(lambda seed: lambda state: network_chosen(state, NETWORKS[seed])),
    some.sampled_from(["ddn", "penalty"]).map(
        lambda name: lambda state: parameter_set(attack_chosen(state, name), "steps", 3)
    ),
    some.sampled_from(AIMS).map(lambda aim: lambda state: aimed(state, aim)),
    some.integers(0, 9).map(lambda goal: lambda state: lane_selected(state, goal)),
    some.integers(-1, 5).map(lambda step: lambda state: step_shown(state, step)),
)


class Played:
    """A runner whose reports come when the test lets them, on time or late."""

    def __init__(self) -> None:
        self.state = fresh(None)
        self.waiting: list[AttackReport] = []
        self.asked: list[AttackRequest] = []

    def happen(self, event: Event) -> None:
        before, self.state = self.state, event(self.state)
        request = next_request(before, self.state)
        if request is not None:
            self.asked.append(request)
            self.waiting += reports(request, cuts=[1])

    def deliver(self) -> None:
        if self.waiting:
            report = self.waiting.pop(0)
            self.happen(lambda state: reported(state, report))

    def check(self) -> None:
        state = self.state
        assert (state.reading is None) == (not state.image.any())
        assert state.reading in (None, state.network.read(state.image))
        assert state.ticket == len(self.asked)
        if state.run is None:
            return
        run, asked = state.run, self.asked[state.run.ticket - 1]
        assert run.request is asked
        seen = view(run, state.threshold)
        assert same(seen.original, asked.problem.originals[0])
        assert seen.readings.before == asked.network.read(seen.original)
        assert seen.readings.after == asked.network.read(seen.adversarial)
        assert len(goal_marks(run)) == 10
        strip = strip_images(run)
        assert strip is None or (run.goal is not None and same(strip[run.goal], seen.adversarial))
        expected = same(run.original, state.image) and asked.network is state.network
        assert state.outdated != expected


@settings(max_examples=60)
@given(some.lists(events | some.none(), max_size=25))
def test_no_order_of_events_attaches_a_verdict_to_the_wrong_drawing(
    order: list[Event | None],
) -> None:
    played = Played()
    for event in order:
        if event is None:
            played.deliver()
        else:
            played.happen(event)
        played.check()
    tickets = [request.ticket for request in played.asked]
    assert tickets == list(range(1, len(tickets) + 1))
    for request in played.asked:
        label = request.network.read(request.problem.originals[0]).label
        assert request.problem.originals.any()
        assert (request.problem.form == "untargeted") == (label in request.problem.goals)
        assert np.unique(request.problem.goals).size == request.problem.goals.size
