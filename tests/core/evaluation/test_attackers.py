"""Who attacks, and by what."""

import pytest

from advgui.core.attacks import make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.errors import ParameterError
from advgui.core.evaluation.attackers import unaware_of_defences, usual_attacks, within
from advgui.core.zoo import load_shipped


def test_the_usual_attacks_are_of_two_losses_that_fail_in_different_places() -> None:
    for norm in ("linf", "l2", "l1"):
        attacks = usual_attacks(norm)
        assert {attack.norm for attack in attacks} == {norm}
        assert {attack.settings["loss"] for attack in attacks} == {"cross-entropy", "margin"}
    with pytest.raises(ParameterError, match="l0"):
        usual_attacks("l0")


def test_who_is_unaware_attacks_the_network_alone_or_its_twin() -> None:
    network, twin = load_shipped("report"), load_shipped("dense")
    behind = defended(network, [make_defence("threshold")])
    attacks = usual_attacks("linf")
    assert unaware_of_defences(network, attacks) is None
    for given, wanted in ((None, network), (twin, twin)):
        attacker = unaware_of_defences(behind, attacks, given)
        assert attacker is not None
        assert attacker.network is wanted


def test_an_attack_is_given_another_budget_and_keeps_all_else() -> None:
    attack = within(make_attack("pgd", {"steps": 7}), "linf", 0.3)
    assert attack == make_attack("pgd", {"steps": 7, "budget": 0.3})
    assert within(make_attack("ddn"), "l2", 0.3) == make_attack("ddn")
    with pytest.raises(ParameterError, match="has no budget in the norm l2"):
        within(attack, "l2", 0.3)
