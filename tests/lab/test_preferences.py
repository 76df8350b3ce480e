"""Whatever a settings file holds, the preferences are usable."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from advgui.core.attacks import ATTACKS, make_attack
from advgui.core.attacks.world.region_file import region_of_text, region_text
from advgui.core.defences import make_defence
from advgui.core.parameters import Value, parameter_table
from advgui.lab.preferences import LARGEST_SEED, THEMES, Preferences, preferences, stored

KEYS = sorted(stored(Preferences()))

rubbish = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.just(10**400)
    | some.floats()
    | some.text(max_size=8)
    | some.binary(max_size=8)
    | some.complex_numbers()
    | some.sampled_from(["true", "nan", "inf", "-1", "1e999", "0.5", "ddn", "dark", "\x00"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner),
    max_leaves=3,
)


@settings(max_examples=50)
@given(some.dictionaries(some.sampled_from(KEYS) | some.text(max_size=20), rubbish, max_size=10))
def test_rubbish_does_no_harm(mapping: dict[str, object]) -> None:
    chosen = preferences(mapping)
    assert chosen.attack in ATTACKS
    assert isinstance(chosen.network, str)
    assert chosen.theme in THEMES
    assert isinstance(chosen.live, bool)
    assert isinstance(chosen.seed, int)
    assert 0 <= chosen.seed <= LARGEST_SEED
    assert 0 <= chosen.threshold <= 1
    assert 0 < chosen.pen < 1
    for name, attack in chosen.attacks.items():
        assert attack == make_attack(name, attack.settings)


@given(some.sampled_from(KEYS), rubbish)
def test_a_bad_value_costs_only_itself(key: str, value: object) -> None:
    good = stored(preferences({"seed": 77, "theme": "dark", "parameters/ddn/steps": 12}))
    spoilt = stored(preferences({**good, key: value}))
    assert {k: v for k, v in spoilt.items() if k != key} == {
        k: v for k, v in good.items() if k != key
    }


@pytest.mark.parametrize("as_text", [False, True])
def test_what_is_stored_comes_back(as_text: bool) -> None:
    chosen = Preferences(
        network="cnn",
        attack="penalty",
        attacks={
            **Preferences().attacks,
            "ddn": make_attack("ddn", {"steps": 12}),
            "penalty": make_attack("penalty", {"start": "drawing", "look_alike": False}),
        },
        threshold=0.25,
        seed=99,
        live=True,
        theme="dark",
        pen=0.1,
        defences=(make_defence("median", {"window": 5}), make_defence("noise", {"sigma": 0.3})),
    )

    def on_disk(value: Value) -> object:
        """An INI file gives every value back as a text."""
        return str(value).lower() if as_text and isinstance(value, bool) else str(value)

    mapping = {key: on_disk(value) if as_text else value for key, value in stored(chosen).items()}
    assert preferences(mapping) == chosen


@pytest.mark.parametrize("chain", [3, "", "[", '[{"name": "wall"}]', '{"name": "median"}'])
def test_a_chain_that_is_not_to_be_made_is_none(chain: object) -> None:
    assert preferences({"defences": chain}).defences == ()


def test_nothing_stored_gives_the_defaults() -> None:
    assert preferences({}) == Preferences()
    assert Preferences().defences == ()
    for name, attack in Preferences().attacks.items():
        assert attack == ATTACKS[name]()


def test_the_defaults_are_in_their_own_ranges() -> None:
    for row in parameter_table(Preferences):
        assert row.check(row.default) == row.default
    assert replace(Preferences(), seed=LARGEST_SEED) == preferences({"seed": LARGEST_SEED})


@pytest.mark.parametrize(("former", "name"), [("lab", "ddn"), ("report", "penalty")])
def test_an_attack_stored_under_its_former_name_comes_back_and_is_stored_under_the_present_one(
    former: str, name: str
) -> None:
    chosen = preferences({"attack": former, f"parameters/{former}/steps": 44})
    assert chosen.attack == name
    assert chosen.attacks[name] == make_attack(name, {"steps": 44})
    again = stored(chosen)
    assert (again["attack"], again[f"parameters/{name}/steps"]) == (name, 44)
    assert not any(key.startswith(f"parameters/{former}/") for key in again)


def test_what_is_stored_under_the_present_name_is_newer_than_under_the_former_one() -> None:
    chosen = preferences({"parameters/ddn/steps": 55, "parameters/lab/steps": 44})
    assert chosen.attacks["ddn"].settings["steps"] == 55


def test_a_painted_region_is_there_again_and_rubbish_is_none() -> None:
    region = np.zeros((28, 28), bool)
    region[3:9, 20:] = True
    kept = preferences(stored(Preferences(region=region_text(region)))).region
    np.testing.assert_array_equal(region_of_text(kept), region)
    for rubbish in ("#", "#/" * 27 + "#", "/".join(["." * 28] * 28), 7):
        assert not preferences({"region": rubbish}).region
