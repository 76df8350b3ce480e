"""The sentence about who made a run names attack, parameters and network, old or new."""

from advgui.core.attacks import ATTACKS
from advgui.core.attacks.budget.pgd import PGD
from advgui.lab.attack.provenance import outdated_provenance, provenance, setting_words
from advgui.lab.attack.requests import again, aimed
from advgui.lab.attack.transitions import (
    confidence_set,
    defence_chosen,
    drawn,
    network_chosen,
    parameter_set,
    seed_set,
)
from tests.lab.requests import network
from tests.lab.states import drawing, ended, fresh, other_digit, same, shown


def test_it_names_attack_parameters_and_network() -> None:
    state = seed_set(confidence_set(parameter_set(fresh(), "adapt", 0.2), 1.5), 7)
    run = shown(ended(aimed(state, other_digit(state))))
    assert provenance(run) == (
        "Made by “Smallest change (DDN)” (steps 12, adapt 0.2, confidence 1.5, seed 7) on “small”."
    )


def test_a_budget_is_told_in_its_norm_and_what_is_at_its_default_is_left_out() -> None:
    assert setting_words(PGD()) == "budget L∞ 0.1, steps 40"
    assert setting_words(PGD(restarts=3)) == "budget L∞ 0.1, steps 40, tries 3, 122 steps in all"


def test_what_has_changed_since_is_told() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    run = shown(state)
    for changed, words in (
        (drawn(state, drawing(2)), "Of an earlier drawing"),
        (network_chosen(state, network(2)), "Of another network"),
        (defence_chosen(state, "threshold"), "Of another defence"),
    ):
        assert words in outdated_provenance(changed, run)


def test_steps_that_are_made_several_times_over_are_told_in_all() -> None:
    assert setting_words(ATTACKS["cw"]()) == "steps 300, 1,799 steps in all"
    assert setting_words(ATTACKS["ddn"]()) == "steps 100"


def test_a_network_is_named_with_its_defences() -> None:
    state = defence_chosen(fresh(), "threshold")
    run = shown(ended(aimed(state, other_digit(state))))
    assert "on “small” behind “" in provenance(run)


def test_an_attack_is_made_again_as_it_was_on_what_there_is_now() -> None:
    state = ended(aimed(seed_set(fresh(), 3), "every"))
    run = shown(state)
    changed = seed_set(parameter_set(drawn(state, drawing(2)), "steps", 40), 9)
    new = again(changed)
    assert shown(new).request.attack == run.request.attack
    assert shown(new).request.seed == new.seed == 3
    assert same(shown(new).original, new.image)
    assert new.aim == "every"
    assert new.attack == run.request.attack
    assert again(fresh()).run is None
