"""Everything that can be done on the Train page is a step from one frozen state to the next."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.architectures import ARCHITECTURES
from advgui.core.catalogue import MNIST, PEN_DIGITS
from advgui.core.plan import checked
from advgui.lab import teaching
from advgui.lab.messages import Failed, Trained
from advgui.lab.teaching import OFFERED, Teaching
from advgui.lab.training import NO_POINTS
from tests.lab.made import network

HERE = Path("here")


def fresh() -> Teaching:
    return teaching.opened(mnist=HERE, pen=HERE, seed=5)


def running() -> Teaching:
    return teaching.begun(fresh())


def test_what_is_offered_can_be_trained_in_every_way_of_being_chosen() -> None:
    for name in OFFERED:
        state = teaching.architecture_chosen(fresh(), name)
        for activation in OFFERED[name].activations:
            chosen = teaching.activation_chosen(state, activation)
            checked(chosen.plan)
            assert chosen.plan.activation == activation
        assert state.plan.seed == 5


def test_no_two_entries_are_the_same_but_for_their_activation() -> None:
    offered = {(a.layout, a.output, a.recipe.loss, a.count) for a in OFFERED.values()}
    every = {(a.layout, a.output, a.recipe.loss, a.count) for a in ARCHITECTURES.values()}
    assert offered == every
    assert len(offered) == len(OFFERED)


def test_what_is_set_is_what_is_trained() -> None:
    state = teaching.architecture_chosen(fresh(), "dense")
    for name, value in (("share", 0.3), ("pen", False), ("epochs", 7)):
        state = teaching.parameter_set(state, name, value)
    state = teaching.seed_set(teaching.named(state, "  My \n own "), 9)
    begun = teaching.begun(state)
    assert begun.training is not None
    plan = begun.training.request.plan
    assert (plan.share, plan.pen, plan.epochs, plan.seed) == (0.3, False, 7, 9)
    assert plan.name == plan.title == "My own"


def test_a_name_is_made_up_where_none_is_given() -> None:
    begun = running()
    assert begun.training is not None
    assert begun.training.request.plan.title == "My report network"


@given(st.sampled_from(list(OFFERED)), st.booleans())
def test_the_quick_recipe_brings_its_own_amount_and_takes_it_back(name: str, quick: bool) -> None:
    state = teaching.architecture_chosen(fresh(), name)
    state = teaching.parameter_set(state, "quick", quick)
    plan, design = state.plan, state.plan.design
    recipe = design.quick if plan.quick and design.quick is not None else design.recipe
    assert plan.recipe == replace(recipe, rate=plan.recipe.rate)
    assert plan.quick == (quick and design.quick is not None)
    rows = teaching.parameters(plan)
    assert {row.name: row.default for row in rows} == teaching.values(plan) | (
        {} if design.quick is None else {"quick": True}
    )


@pytest.mark.parametrize(
    ("name", "value"), [("epochs", 0), ("share", 2.0), ("pen", "perhaps"), ("nothing", 1)]
)
def test_a_value_that_cannot_be_changes_nothing(name: str, value: object) -> None:
    state = fresh()
    assert teaching.parameter_set(state, name, value) is state


CHANGES: dict[str, Callable[[Teaching], Teaching]] = {
    "architecture": lambda s: teaching.architecture_chosen(s, "dense"),
    "activation": lambda s: teaching.activation_chosen(s, "tanh"),
    "parameter": lambda s: teaching.parameter_set(s, "epochs", 3),
    "seed": lambda s: teaching.seed_set(s, 8),
    "name": lambda s: teaching.named(s, "Another"),
    "training": teaching.begun,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_while_a_network_is_trained_nothing_else_can_be_chosen(
    change: Callable[[Teaching], Teaching],
) -> None:
    for busy in (running(), teaching.paused(running())):
        assert change(busy) is busy
    free = teaching.cancelled(running())
    assert change(free) is not free


def test_pause_resume_and_cancel_do_something_only_where_they_can() -> None:
    state = fresh()
    for act in (teaching.paused, teaching.resumed, teaching.cancelled):
        assert act(state) is state
    state = running()
    assert teaching.resumed(state) is state
    held = teaching.paused(state)
    assert held.busy
    assert teaching.paused(held) is held
    again = teaching.resumed(held)
    assert again.training is not None
    assert again.training.phase == "running"
    dropped = teaching.cancelled(held)
    assert not dropped.busy
    assert teaching.cancelled(dropped) is dropped


def test_every_training_has_a_ticket_of_its_own() -> None:
    state, tickets = fresh(), []
    for _ in range(3):
        state = teaching.begun(state)
        tickets.append(state.ticket)
        state = teaching.cancelled(state)
    assert len(set(tickets)) == 3


def test_late_reports_on_a_dropped_training_are_dropped() -> None:
    dropped = teaching.cancelled(running())
    late = teaching.reported(dropped, Trained(dropped.ticket, network(), NO_POINTS))
    assert late.training is dropped.training
    again = teaching.begun(dropped)
    after = teaching.reported(again, Failed(dropped.ticket, "Late."))
    assert after.training is again.training


def test_without_a_training_no_report_means_anything() -> None:
    state = fresh()
    assert teaching.reported(state, Failed(1, "What?")) is state


@pytest.mark.parametrize(
    ("mnist", "pen", "wanted", "lacking"),
    [
        (None, None, False, MNIST),
        (None, HERE, True, MNIST),
        (HERE, None, False, None),
        (HERE, None, True, PEN_DIGITS),
        (HERE, HERE, True, None),
    ],
)
def test_what_is_lacking_has_to_be_there_first(
    mnist: Path | None, pen: Path | None, wanted: bool, lacking: object
) -> None:
    state = teaching.located(fresh(), mnist=mnist, pen=pen)
    state = teaching.parameter_set(state, "pen", wanted)
    assert state.lacking is lacking
    assert (teaching.begun(state) is state) == (lacking is not None)
