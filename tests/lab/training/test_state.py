"""What is on offer to be trained, and what a state of the Train page tells of itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.training.plan import validated_plan
from advgui.lab.training import transitions
from advgui.lab.training.state import OFFERED, TrainingState, parameters, values

HERE = Path("here")


def fresh() -> TrainingState:
    return transitions.opened(mnist=HERE, pen=HERE, seed=5)


def running() -> TrainingState:
    return transitions.begun(fresh())


def test_what_is_offered_can_be_trained_in_every_way_of_being_chosen() -> None:
    for name in OFFERED:
        state = transitions.architecture_chosen(fresh(), name)
        for activation in OFFERED[name].activations:
            chosen = transitions.activation_chosen(state, activation)
            validated_plan(chosen.plan)
            assert chosen.plan.activation == activation
        assert state.plan.seed == 5


def test_no_two_entries_are_the_same_but_for_their_activation() -> None:
    offered = {(a.layout, a.output, a.recipe.loss, a.count) for a in OFFERED.values()}
    every = {(a.layout, a.output, a.recipe.loss, a.count) for a in ARCHITECTURES.values()}
    assert offered == every
    assert len(offered) == len(OFFERED)


def test_a_name_is_made_up_where_none_is_given() -> None:
    begun = running()
    assert begun.training is not None
    assert begun.training.request.plan.title == "My report network"


@given(st.sampled_from(list(OFFERED)), st.booleans())
def test_the_quick_recipe_brings_its_own_amount_and_takes_it_back(name: str, quick: bool) -> None:
    state = transitions.architecture_chosen(fresh(), name)
    state = transitions.parameter_set(state, "quick", quick)
    plan, design = state.plan, state.plan.design
    recipe = design.quick if plan.quick and design.quick is not None else design.recipe
    assert plan.recipe == replace(recipe, rate=plan.recipe.rate)
    assert plan.quick == (quick and design.quick is not None)
    rows = parameters(plan)
    assert {row.name: row.default for row in rows} == values(plan) | (
        {} if design.quick is None else {"quick": True}
    )


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
    state = transitions.located(fresh(), mnist=mnist, pen=pen)
    state = transitions.parameter_set(state, "pen", wanted)
    assert state.lacking is lacking
    assert (transitions.begun(state) is state) == (lacking is not None)


def test_it_is_told_whether_something_else_is_chosen_than_what_was_trained() -> None:
    state = running()
    assert not fresh().differs
    assert not state.differs
    cancelled = transitions.cancelled(state)
    assert transitions.named(cancelled, "Another").differs


def test_the_quick_recipe_says_how_often_either_shows_the_digits() -> None:
    (quick,) = [row for row in parameters(fresh().plan) if row.name == "quick"]
    assert "12 times, else 96 times" in quick.help
