import pytest

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.attacks.base import FAMILIES
from advgui.core.attacks.objective import DISTANCES
from advgui.core.attacks.oracle import SEES
from advgui.core.errors import ParameterError
from advgui.core.parameters import parameter_table
from tests.commands.conftest import Run


def test_attacks_lists_every_parameter_with_its_limits(run: Run) -> None:
    told = run("attacks", "--json").json
    assert told["default"] in ATTACKS
    names = [attack["name"] for attack in told["attacks"]]
    assert sorted(names) == sorted(ATTACKS)
    out = run("attacks").out
    assert names == sorted(names, key=lambda name: out.index(f"\n{name}: ")), "as in the table"
    for attack in told["attacks"]:
        assert attack["source"]
        assert attack["access"] in SEES
        assert attack["norm"] in DISTANCES
        assert attack["family"] in FAMILIES
        assert make_attack(attack["name"]) == make_attack(
            [*attack["former_names"], attack["name"]][0]
        )
        rows = parameter_table(ATTACKS[attack["name"]])
        assert [row["name"] for row in attack["parameters"]] == [row.name for row in rows]
        defaults = {row["name"]: row["default"] for row in attack["parameters"]}
        assert make_attack(attack["name"], defaults).settings == defaults


def test_the_limits_listed_are_those_that_hold(run: Run) -> None:
    for attack in run("attacks", "--json").json["attacks"]:
        for row in attack["parameters"]:
            good = row.get("choices", []) or [row[k] for k in ("minimum", "maximum") if k in row]
            for value in good:
                make_attack(attack["name"], {row["name"]: value})
            if "maximum" in row:
                with pytest.raises(ParameterError):
                    make_attack(attack["name"], {row["name"]: row["maximum"] * 2 + 1})


def test_people_are_told_what_can_be_set(run: Run) -> None:
    told = run("attacks").out
    for name, attack in ATTACKS.items():
        assert f"{name}: {attack.title}" in told
        assert all(former in told for former in attack.former_names)
        assert attack.source in told
        for row in parameter_table(attack):
            assert row.help in told


def test_attacks_are_told_family_by_family(run: Run) -> None:
    told = run("attacks").out
    places = [told.index(f"\n\n{title}\n\n") for title in list(FAMILIES.values())[1:]]
    assert told.startswith(f"{FAMILIES['closest']}\n\n")
    assert places == sorted(places)


def test_one_family_or_what_needs_to_see_no_more_is_listed_alone(run: Run) -> None:
    pixels = run("attacks", "--family", "pixels", "--json").json["attacks"]
    assert {attack["norm"] for attack in pixels} == {"l0"}
    blind = run("attacks", "--access", "scores", "--json").json["attacks"]
    assert {attack["name"] for attack in blind} == {
        name for name, attack in ATTACKS.items() if attack.access != "gradients"
    }
    assert (
        "None of the attacks is such."
        in run("attacks", "--family", "closest", "--access", "labels").out
    )
