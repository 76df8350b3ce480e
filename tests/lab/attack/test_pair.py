"""What two runs come to beside each other."""

from dataclasses import replace

import numpy as np

from advgui.lab.attack.curves import measured
from advgui.lab.attack.pair import (
    NEITHER,
    OTHER_DRAWINGS,
    OTHER_NETWORKS,
    Side,
    best_place,
    pair_curves,
    rows,
    sentence,
    sides,
)
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import attack_chosen, drawn, network_chosen, parameter_set
from advgui.lab.runs.kept_run import KeptRun, thinned
from tests.lab.requests import network
from tests.lab.states import drawing, ended, fresh, other_digit


def pair(state: LabState) -> tuple[KeptRun, KeptRun]:
    """The last two runs."""
    return state.runs.kept[-2], state.runs.kept[-1]


def one_and_every() -> LabState:
    """Toward one digit, then with fewer steps toward every one."""
    state = ended(aimed(fresh(), other_digit(fresh())))
    return ended(aimed(parameter_set(state, "steps", 4), "every"))


def with_fooled(side: Side, fooled: bool) -> Side:
    outcomes = tuple(replace(one, fooled=fooled) for one in side.kept.run.outcomes)
    return replace(side, kept=replace(side.kept, run=replace(side.kept.run, outcomes=outcomes)))


def test_of_several_goals_the_one_is_compared_that_the_other_run_has() -> None:
    kept = pair(one_and_every())
    for one, other in (sides(*kept), tuple(reversed(sides(*reversed(kept))))):
        assert one.outcome.goal == other.outcome.goal == other_digit(fresh())


def test_the_sentence_tells_which_is_nearer() -> None:
    one, other = sides(*pair(one_and_every()))
    assert one.outcome.fooled
    assert other.outcome.fooled
    near, far = sorted((one, other), key=lambda side: side.outcome.l2)
    told = f"{near.name} stays nearer to the drawing: "
    assert sentence(one, other).startswith(told)
    assert f"L2 {far.outcome.l2:.2f}" in sentence(one, other)


def test_it_says_when_one_or_none_fools() -> None:
    one, other = sides(*pair(one_and_every()))
    missed = with_fooled(other, False)
    assert sentence(one, missed) == "Run 1 fools its network, and run 2 does not."
    assert sentence(missed, one) == "Run 1 fools its network, and run 2 does not."
    assert sentence(with_fooled(one, False), missed) == NEITHER


def test_it_does_not_compare_what_cannot_be_compared() -> None:
    first = ended(aimed(fresh(), other_digit(fresh())))
    moved = drawn(first, drawing(2))
    one, other = sides(*pair(ended(aimed(moved, other_digit(moved)))))
    assert sentence(with_fooled(one, True), with_fooled(other, True)) == OTHER_DRAWINGS
    swapped = network_chosen(first, network(9, "softmax"))
    one, other = sides(*pair(ended(aimed(swapped, other_digit(swapped)))))
    assert sentence(with_fooled(one, True), with_fooled(other, True)) == OTHER_NETWORKS
    budget = ended(aimed(attack_chosen(first, "pgd"), other_digit(first)))
    one, other = sides(*pair(budget))
    told = sentence(with_fooled(one, True), with_fooled(other, True))
    assert told.endswith("but the two keep different norms small.")


def test_the_table_has_a_line_for_each_figure_of_both() -> None:
    one, other = sides(*pair(one_and_every()))
    table = {name: (left, right) for name, left, right in rows(one, other)}
    assert table["L2"] == (f"{one.outcome.l2:.3f}", f"{other.outcome.l2:.3f}")
    assert table["Queries"] == (f"{one.outcome.queries:,}", f"{other.outcome.queries:,}")
    assert table["Network"] == ("small", "small")


def test_the_table_tells_the_effort_and_in_which_parameters_two_of_one_attack_differ() -> None:
    one, other = sides(*pair(one_and_every()))
    table = {name: (left, right) for name, left, right in rows(one, other)}
    steps = [str(side.outcome.parameters["steps"]) for side in (one, other)]
    assert table["Steps"] == tuple(steps)
    assert "Adapt" not in table
    changed = parameter_set(one_and_every(), "adapt", 0.2)
    one, other = sides(*pair(ended(aimed(changed, other_digit(changed)))))
    told = {name: right for name, _, right in rows(one, other)}
    assert told["Adapt"] == "0.2"


def test_the_line_of_the_chart_begins_at_the_best_step_of_the_first() -> None:
    one, _ = sides(*pair(one_and_every()))
    assert best_place(one, "steps") == one.outcome.best_step
    at = best_place(one, "queries")
    assert at == one.curves.places[one.outcome.best_step]


def test_the_table_tells_the_budget_and_where_there_was_none() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    one, other = sides(*pair(ended(aimed(attack_chosen(state, "pgd"), other_digit(state)))))
    budget = next(line for line in rows(one, other) if line[0] == "Budget")
    assert budget[1] == "none"
    assert budget[2].startswith("L∞ 0.")


def test_curves_lie_over_each_other_at_their_own_steps_also_of_a_thinned_run() -> None:
    kept, many = pair(one_and_every())
    one, other = sides(thinned(thinned(kept)), many)
    curves = pair_curves(one, other)
    whole = measured(kept.run, kept.run.recording.pieces)
    for side, goals, distances in zip((one, other), curves.goals, curves.distances, strict=True):
        there = np.flatnonzero(~np.isnan(goals))
        np.testing.assert_array_equal(curves.places[there], side.kept.run.recording.held)
        np.testing.assert_array_equal(np.isnan(goals), np.isnan(distances))
    held = one.kept.run.recording.held
    found = curves.goals[0][~np.isnan(curves.goals[0])]
    np.testing.assert_allclose(found, whole.goal[held], atol=1e-6)
