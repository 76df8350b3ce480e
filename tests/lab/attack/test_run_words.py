"""What the cards of runs say."""

from dataclasses import replace

from advgui.lab.attack.requests import aimed
from advgui.lab.attack.run_words import lane_card, network_words, run_card
from advgui.lab.attack.transitions import attack_chosen, defence_chosen
from tests.lab.states import ended, fresh, other_digit, same, shown


def test_a_card_tells_attack_goal_verdict_and_network() -> None:
    state = ended(aimed(fresh(), other_digit(fresh())))
    kept, outcome = state.runs.kept[0], shown(state).outcomes[0]
    card = run_card(kept)
    assert card.title == "Smallest change (DDN)"
    assert card.aim == f"{outcome.before.label} toward {outcome.goal}"
    assert card.verdict == f"fooled, L2 {outcome.l2:.2f}"
    assert card.network == "small"
    assert same(card.image, outcome.adversarial)
    assert card.spoken == (
        f"Run 1: Smallest change (DDN), {card.aim}, {card.verdict}, against small."
    )


def test_the_card_of_every_digit_counts_and_unfolds_into_its_goals() -> None:
    kept = ended(aimed(fresh(), "every")).runs.kept[0]
    hits = sum(outcome.fooled for outcome in kept.run.outcomes)
    assert run_card(kept).verdict == f"fooled toward {hits} of 9"
    assert run_card(kept).aim.endswith("toward every other digit")
    for lane, outcome in enumerate(kept.run.outcomes):
        card = lane_card(kept, lane)
        assert (card.lane, card.fooled) == (lane, outcome.fooled)
        assert card.title == f"{outcome.before.label} toward {outcome.goal}"
        assert f"read as {outcome.after.label} by" in card.aim


def test_what_did_not_fool_is_told_apart_from_what_could_not_move() -> None:
    state = ended(aimed(attack_chosen(fresh(), "pgd"), other_digit(fresh())))
    kept = state.runs.kept[0]
    outcome = replace(kept.run.outcomes[0], fooled=False, stuck=None)
    missed = replace(kept, run=replace(kept.run, outcomes=(outcome,)))
    assert run_card(missed).verdict == "not fooled"
    stuck = replace(outcome, stuck="no slope")
    still = replace(kept, run=replace(kept.run, outcomes=(stuck,)))
    assert run_card(still).verdict == "could not move"


def test_the_defences_of_a_network_and_who_knew_of_them_are_told() -> None:
    network = defence_chosen(fresh(), "threshold").network
    assert network_words(network) == "small behind Binary threshold"
    assert network_words(network, aware=False).startswith("small, unaware of “")
