"""The attacks by name: found, described, and called by former names too."""

import pytest

from advgui.core.attacks import (
    ATTACKS,
    DEFAULT,
    FORMER_NAMES,
    attack_class,
    current_name,
    make_attack,
)
from advgui.core.errors import ParameterError
from advgui.core.parameters import parameter_table


@pytest.mark.parametrize("name", ATTACKS)
def test_every_parameter_is_described_and_its_default_is_within_its_limits(name: str) -> None:
    attack = ATTACKS[name]
    assert all((attack.title, attack.summary, attack.source))
    for row in parameter_table(ATTACKS[name]):
        assert row.title
        assert row.help.endswith(".")
        assert row.check(row.default) == row.default


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_of_the_family_whose_folder_it_is_in(name: str) -> None:
    attack = ATTACKS[name]
    assert attack().family == attack.__module__.split(".")[3]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_says_which_parameter_is_its_effort_and_which_its_budget(name: str) -> None:
    attack = ATTACKS[name]()
    roles = [row.role for row in parameter_table(attack) if row.role]
    assert len(roles) == len(set(roles))
    assert "budget" in roles or attack.limit() is None
    named = {row.name for row in parameter_table(attack)} & {"steps", "queries"}
    assert ("effort" in roles) == bool(named), 'say role="effort" of its steps or queries'


def test_the_default_is_the_first() -> None:
    assert next(iter(ATTACKS)) == DEFAULT


@pytest.mark.parametrize(("former", "name"), [("lab", "ddn"), ("report", "penalty")])
def test_a_former_name_means_the_present_one(former: str, name: str) -> None:
    assert FORMER_NAMES[former] == current_name(former) == current_name(name) == name
    assert attack_class(former) is ATTACKS[name]
    assert make_attack(former, {"steps": 7}) == make_attack(name, {"steps": 7})
    assert former not in ATTACKS


def test_an_unknown_name_or_parameter_is_told_in_a_sentence() -> None:
    with pytest.raises(
        ParameterError, match=f"There is no attack 'magic'; there are {', '.join(ATTACKS)}"
    ):
        make_attack("magic")
    with pytest.raises(ParameterError, match="there is no parameter wand"):
        make_attack("ddn", {"wand": 1})
