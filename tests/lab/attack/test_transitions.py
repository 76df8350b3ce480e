"""The events of the window, one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from advgui.core.attacks import make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import bare_of, defended
from advgui.core.limits import STROKES
from advgui.lab.attack.phrases import NOTHING_DRAWN, READY, SHEET_IS_FULL
from advgui.lab.attack.requests import aimed, next_request
from advgui.lab.attack.transitions import (
    attack_chosen,
    aware_set,
    bracket_norm_set,
    confidence_set,
    defence_added,
    defence_chosen,
    drawn,
    lane_selected,
    map_budget_set,
    moved,
    network_chosen,
    new_seed,
    opened,
    parameter_set,
    parameters_reset,
    pen_set,
    previewed,
    redone,
    refused,
    region_painted,
    remembered,
    rested,
    seed_set,
    step_shown,
    threshold_set,
    told,
    undone,
)
from advgui.lab.drawing.model import Drawing
from advgui.lab.preferences import LARGEST_SEED, Preferences, preferences, stored
from tests.lab.requests import image, network
from tests.lab.states import STEPS, drawing, ended, fresh, other_digit, same, shown


def test_an_empty_canvas_has_no_reading_and_asks_for_a_digit() -> None:
    state = fresh(None)
    assert state.reading is None
    assert not state.image.any()
    assert state.message.words == NOTHING_DRAWN


def test_the_reading_is_of_the_image_that_is_seen() -> None:
    state = drawn(fresh(None), drawing(2))
    assert same(state.image, image(2))
    assert state.reading == network().read(image(2))
    assert state.message.words == READY


def test_a_stroke_is_read_while_it_is_drawn_but_not_recorded() -> None:
    state = previewed(fresh(1), drawing(2))
    assert same(state.image, image(2))
    assert same(state.drawing.image(), image(1))
    assert previewed(state, drawing(2)) is state


def test_undo_and_redo_bring_image_and_reading_back() -> None:
    state = drawn(drawn(fresh(1), drawing(2)), drawing(3))
    back = undone(undone(state))
    assert same(back.image, image(1))
    assert back.reading == network().read(image(1))
    assert same(redone(redone(back)).image, image(3))
    assert same(undone(back).image, image(1))


def test_clearing_the_canvas_takes_the_reading_away() -> None:
    state = drawn(fresh(1), drawing(None))
    assert state.reading is None
    assert undone(state).reading is not None


def test_another_network_reads_the_same_drawing() -> None:
    other = network(9, "softmax")
    state = network_chosen(fresh(), other)
    assert state.reading == other.read(state.image)


def test_each_attack_keeps_its_own_parameters() -> None:
    state = parameter_set(fresh(), "steps", 33)
    state = parameter_set(attack_chosen(state, "penalty"), "steps", 44)
    assert state.attack == make_attack("penalty", {"steps": 44})
    assert attack_chosen(state, "ddn").attack == make_attack("ddn", {"steps": 33})
    assert attack_chosen(state, "lab").attack_name == "ddn"  # what it was called before
    assert parameters_reset(state).attack == make_attack("penalty")
    assert parameters_reset(state).attacks["ddn"] == make_attack("ddn", {"steps": 33})


@pytest.mark.parametrize(("name", "value"), [("steps", 0), ("steps", "many"), ("colour", 3)])
def test_a_bad_parameter_is_refused_in_words(name: str, value: object) -> None:
    state = parameter_set(fresh(), name, value)
    assert state.attack == fresh().attack
    assert state.message.kind == "error"
    assert name in state.message.words


def test_an_unknown_attack_is_refused_in_words() -> None:
    state = attack_chosen(fresh(), "magic")
    assert state.attack_name == fresh().attack_name
    assert "magic" in state.message.words


@given(some.integers())
def test_a_seed_is_always_one_that_can_be_saved(seed: int) -> None:
    assert 0 <= seed_set(fresh(), seed).seed <= LARGEST_SEED


def test_a_new_seed_is_another_one() -> None:
    assert new_seed(seed_set(fresh(), 7)).seed == 8
    assert new_seed(seed_set(fresh(), LARGEST_SEED)).seed == 0


@given(some.floats(allow_nan=False))
def test_the_threshold_stays_in_its_range(threshold: float) -> None:
    assert 0 <= threshold_set(fresh(), threshold).threshold <= 1


def test_steps_can_be_looked_at_after_the_end_only() -> None:
    state = aimed(fresh(), other_digit(fresh()))
    assert step_shown(state, 3) is state
    state = ended(state)
    assert shown(step_shown(state, 3)).looked_at == 3
    assert shown(step_shown(state, -5)).looked_at == 0
    assert shown(step_shown(state, 10_000)).looked_at == STEPS
    best = shown(step_shown(step_shown(state, 3), None))
    assert best.outcome
    assert best.looked_at == best.outcome.best_step
    assert step_shown(fresh(), 3).run is None


def test_a_digit_without_a_lane_cannot_be_selected() -> None:
    state = ended(aimed(fresh(), "every"))
    for goal in shown(state).goals:
        assert shown(lane_selected(state, goal)).goal == goal
    assert lane_selected(state, shown(state).before.label) is state
    assert lane_selected(fresh(), 3).run is None


def test_a_restart_brings_the_choices_back() -> None:
    state = threshold_set(new_seed(parameter_set(fresh(), "steps", 77)), 0.25)
    state = map_budget_set(bracket_norm_set(state, "l2"), 0.25)
    chosen = remembered(attack_chosen(state, "penalty"), Preferences(theme="dark", pen=0.2))
    assert (chosen.theme, chosen.pen, chosen.network) == ("dark", 0.2, "small")
    again = opened(network(), preferences(stored(chosen)))
    assert again.attacks == state.attacks
    assert (again.attack_name, again.seed, again.threshold) == ("penalty", 1, 0.25)
    assert (again.bracket_norm, again.map_budget) == ("l2", 0.25)
    assert again.defences == ()
    assert again.reading is None


def test_a_message_changes_nothing_else() -> None:
    state = aimed(fresh(), other_digit(fresh()))
    for after in (refused(state, "No."), told(state, "Saved.")):
        assert after.run is state.run
        assert next_request(state, after) is None
    assert refused(state, "No.").message.kind == "error"


def test_dragging_the_pens_width_is_one_change() -> None:
    before = fresh()
    state = before
    for pen in (0.13, 0.14, 0.15):
        state = pen_set(state, pen)
    assert state.drawing.pen == 0.15
    assert undone(state).drawing is before.drawing
    assert not undone(state).history.can_undo or before.history.can_undo


def test_the_width_of_the_pen_on_an_empty_sheet_is_nothing_to_undo() -> None:
    state = pen_set(opened(network(), Preferences()), 0.2)
    assert state.drawing.pen == 0.2
    assert not state.history.can_undo


def test_more_ink_than_a_file_can_hold_is_refused_and_what_was_drawn_stays() -> None:
    state = fresh(None)
    full = Drawing(strokes=(np.zeros((1, 2)),) * (STROKES + 1))
    after = drawn(state, full)
    assert after.drawing is state.drawing
    assert (after.message.kind, after.message.words) == ("error", SHEET_IS_FULL)


def test_a_verdict_that_would_not_stay_to_be_read_is_not_marked() -> None:
    state = ended(aimed(fresh(), "every"))
    assert shown(state).judged
    assert not shown(moved(state)).judged
    assert shown(rested(moved(state))).judged
    assert rested(state) is state
    assert moved(fresh()).run is None


def test_the_confidence_is_one_for_all_attacks_until_it_is_set_back() -> None:
    state = attack_chosen(confidence_set(fresh(), "2.5"), "cw")
    assert state.confidence == state.wanted_confidence == 2.5
    assert attack_chosen(state, "penalty").wanted_confidence == 0
    assert parameters_reset(state).confidence == 0
    refused = confidence_set(state, -1)
    assert refused.confidence == 2.5
    assert refused.message.kind == "error"


def test_the_network_stands_behind_the_defence_that_is_chosen() -> None:
    bare = fresh()
    state = defence_chosen(bare, "threshold")
    assert state.defences == (make_defence("threshold"),)
    assert state.reading == state.network.read(state.image)
    assert state.alone == bare.reading
    assert state.network.name == bare.network.name
    assert defence_chosen(state, "threshold").network is state.network
    back = defence_chosen(state, None)
    assert back.network is bare.network
    assert (back.reading, back.alone) == (bare.reading, None)
    assert "no defence 'wall'" in defence_chosen(state, "wall").message.words


def test_another_network_stands_behind_the_same_defence_and_is_remembered_without_it() -> None:
    state = defence_chosen(fresh(), "threshold")
    other = network(seed=2)
    assert bare_of(network_chosen(state, other).network) is other
    assert network_chosen(state, other).defences == state.defences
    assert network_chosen(state, bare_of(state.network)).network is state.network
    assert remembered(state, Preferences()).network == state.network.name


def test_a_chain_is_there_again_after_a_restart_with_its_threshold() -> None:
    state = defence_chosen(fresh(), "median")
    state = threshold_set(defence_added(state, "threshold"), 0.25)
    again = opened(network(), preferences(stored(remembered(state, Preferences()))))
    assert again.defences == state.defences
    assert again.threshold == 0.25
    assert [one.name for one in again.defences] == ["median", "threshold"]


def test_a_network_that_was_saved_with_defences_brings_them_and_the_next_keeps_them() -> None:
    chain = [make_defence("median"), make_defence("threshold", {"threshold": 0.3})]
    state = network_chosen(defence_chosen(fresh(), "shift"), defended(network(seed=2), chain))
    assert state.defences == tuple(chain)
    assert state.threshold == 0.3
    assert state.reading == defended(network(seed=2), chain).read(state.image)
    assert network_chosen(state, network()).defences == tuple(chain)


def test_there_is_one_threshold_for_the_tile_and_the_defence() -> None:
    state = threshold_set(defence_chosen(threshold_set(fresh(), 0.3), "threshold"), 0.8)
    assert state.defences == (make_defence("threshold", {"threshold": 0.8}),)
    assert state.reading == state.network.read(state.image)
    assert threshold_set(state, 0.8).network is state.network
    assert threshold_set(fresh(), 0.8).defences == ()


def test_it_is_told_that_the_next_attack_will_go_through_the_defence_or_not() -> None:
    state = defence_chosen(fresh(), "threshold")
    for aware, how in ((False, "is made unaware of"), (True, "goes through")):
        state = aware_set(state, aware)
        assert state.message.words == f"The next attack {how} “Binary threshold”."
    assert aware_set(fresh(), False).message == fresh().message


def test_a_painted_region_is_there_again_after_a_restart() -> None:
    region = np.zeros((28, 28), bool)
    region[4:9, 10:] = True
    kept = stored(remembered(region_painted(fresh(), region), Preferences()))
    np.testing.assert_array_equal(opened(network(), preferences(kept)).region, region)
    nothing = stored(remembered(region_painted(fresh(), None), preferences(kept)))
    assert opened(network(), preferences(nothing)).region is None
