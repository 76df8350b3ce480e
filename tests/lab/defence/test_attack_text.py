"""One sentence tells what an attack came to on both networks."""

from dataclasses import replace

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.transitions import aware_set, defence_chosen, drawn
from advgui.lab.defence.attack_text import NOT_ATTACKED, attack_words
from tests.lab.states import drawing, ended, fresh, other_digit, shown


def test_it_says_what_is_lacking() -> None:
    assert "draw a digit first" in attack_words(fresh(None))
    assert attack_words(fresh()) == NOT_ATTACKED


def test_while_an_attack_is_made_it_says_where() -> None:
    plain = fresh()
    assert "with no defence" in attack_words(aimed(plain, other_digit(plain)))
    state = defence_chosen(plain, "threshold")
    assert "through “Binary threshold”" in attack_words(aimed(state, other_digit(state)))
    around = aware_set(state, False)
    assert "on the network alone" in attack_words(aimed(around, other_digit(around)))


def test_one_that_knows_the_defence_is_told_behind_it_and_alone() -> None:
    state = defence_chosen(fresh(), "threshold")
    done = ended(aimed(state, other_digit(state)))
    outcome = shown(done).outcome
    assert outcome is not None
    words = attack_words(done)
    assert words.startswith("Through “Binary threshold”, L2 ")
    assert f"behind the defence fooled, reads {outcome.after.label} ·" in words
    assert "; alone " in words


def test_one_that_does_not_know_it_too() -> None:
    state = aware_set(defence_chosen(fresh(), "threshold"), False)
    done = ended(aimed(state, other_digit(state)))
    outcome = shown(done).outcome
    assert outcome is not None
    assert outcome.through is not None
    words = attack_words(done)
    assert words.startswith("On the network alone, L2 ")
    assert f"reads {outcome.through.label} ·" in words.partition(";")[0]
    assert f"alone fooled, reads {outcome.after.label} ·" in words


def test_where_there_is_no_defence_one_network_is_told() -> None:
    state = fresh()
    words = attack_words(ended(aimed(state, other_digit(state))))
    assert words.startswith("With no defence, L2 ")
    assert "alone" not in words


def test_an_attack_that_could_not_move_is_no_robustness() -> None:
    state = fresh()
    done = ended(aimed(state, other_digit(state)))
    run = shown(done)
    outcomes = tuple(replace(one, fooled=False, stuck="no slope") for one in run.outcomes)
    words = attack_words(replace(done, run=replace(run, outcomes=outcomes)))
    assert "could not move, which is no robustness" in words


def test_an_attack_on_an_earlier_drawing_says_so() -> None:
    state = fresh()
    done = ended(aimed(state, other_digit(state)))
    words = attack_words(drawn(done, drawing(5)))
    assert words.endswith("The attack shown was made on an earlier drawing.")
    assert words.startswith("With no defence")
