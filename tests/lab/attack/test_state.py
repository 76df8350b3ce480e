"""Whatever happens in whatever order, what is shown belongs to the drawing that it names."""

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from advgui.lab.attack.phrases import OTHER_DEFENCE, OTHER_DRAWING, OTHER_NETWORK
from advgui.lab.attack.reports import reported
from advgui.lab.attack.requests import aimed, next_request, stop_asked
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.transitions import (
    attack_chosen,
    aware_set,
    defence_chosen,
    drawn,
    lane_selected,
    live_set,
    network_chosen,
    new_seed,
    parameter_set,
    previewed,
    redone,
    step_shown,
    threshold_set,
    undone,
)
from advgui.lab.attack.view import goal_marks, strip_images, view
from advgui.lab.worker.messages import AttackReport, AttackRequest
from tests.lab.requests import image, network
from tests.lab.states import drawing, ended, fresh, other_digit, reports, same, shown


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


Event = Callable[[LabState], LabState]

NETWORKS = {seed: network(seed) for seed in (8, 9)}
AIMS: list[Aim] = [*range(10), "every", "away"]

events: some.SearchStrategy[Event] = some.one_of(
    some.integers(1, 3).map(lambda seed: lambda state: drawn(state, drawing(seed))),
    some.integers(1, 3).map(lambda seed: lambda state: previewed(state, drawing(seed))),
    some.just(lambda state: drawn(state, drawing(None))),
    some.sampled_from([undone, redone, stop_asked, new_seed]),
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


def test_a_run_is_about_the_defence_that_it_was_made_behind() -> None:
    state = fresh()
    done = ended(aimed(defence_chosen(state, "threshold"), other_digit(state)))
    assert not done.outdated
    assert defence_chosen(done, None).outdated_words == OTHER_DEFENCE
    assert threshold_set(done, 0.9).outdated_words == OTHER_DEFENCE
    assert network_chosen(done, network(2)).outdated_words == OTHER_NETWORK
    alone = ended(aimed(aware_set(defence_chosen(state, "threshold"), False), "away"))
    assert not alone.outdated
    assert defence_chosen(alone, None).outdated_words == OTHER_DEFENCE
