"""What came of a poisoned training is written as plain values and arrays, and is the same again."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from advgui.core.attacks.poisoning import Trigger, make_poisoning
from advgui.core.errors import BadInput
from advgui.core.images import to_floats
from advgui.core.nn.network import Network
from advgui.core.training.poison_file import (
    looks_of,
    looks_told,
    outcome_of,
    outcome_parts,
    trial_of,
    trial_told,
)
from advgui.core.training.poisoned import Look, PoisonOutcome
from tests.fake_poisoning import CHOICE, outcome, retrained


def again(made: PoisonOutcome) -> PoisonOutcome:
    told, arrays = outcome_parts(made)
    return outcome_of(json.loads(json.dumps(told)), arrays)


def logits(network: Network) -> bytes:
    images = np.random.default_rng(0).integers(0, 256, (5, 28, 28)).astype(np.uint8)
    return network.logits(to_floats(images)).tobytes()


@pytest.mark.parametrize("name", ["back-door", "label-flips", "clean-label"])
def test_a_trial_is_the_same_again(name: str) -> None:
    attack = make_poisoning(name, {"rate": 0.07})
    if name == "back-door":
        attack = replace(attack, trigger=Trigger.from_pixels([[255, -1], [3, 0]]), row=2)  # type: ignore[call-arg]
    trial = replace(CHOICE.trial, attack=attack, goal=4)
    assert trial_of(json.loads(json.dumps(trial_told(trial)))) == trial


@pytest.mark.parametrize("made", [outcome, retrained])
def test_an_outcome_is_the_same_again(made: Callable[[], PoisonOutcome]) -> None:
    same_again(made())


def same_again(made: PoisonOutcome) -> None:
    found = again(made)
    assert [logits(n) for n in (found.twin, *found.networks)] == [
        logits(n) for n in (made.twin, *made.networks)
    ]
    assert [n.card for n in found.networks] == [n.card for n in made.networks]
    assert (found.trial, found.end, found.catches) == (made.trial, made.end, made.catches)
    for one, other in zip(found.catches, made.catches, strict=True):
        assert (one.flags == other.flags).all()
    assert {at: one.label for at, one in found.shown.items()} == {
        at: one.label for at, one in made.shown.items()
    }
    assert all((found.shown[at].image == one.image).all() for at, one in made.shown.items())
    plain = (made.digits, made.changed, made.victims, made.done)
    assert (found.digits, found.changed, found.victims, found.done) == plain


def test_looks_are_the_same_again() -> None:
    looks = (Look(0.5, 0.1, 0.2, None, None), Look(1.0, 0.3, 0.4, 0.5, 0.6))
    assert looks_of(json.loads(json.dumps(looks_told(looks)))) == looks


def negative(told: dict[str, Any]) -> None:
    told["changed"] = -1


def no_share(told: dict[str, Any]) -> None:
    told["end"][1] = 1.5


def no_attack(told: dict[str, Any]) -> None:
    told["trial"]["attack"]["name"] = "none"


def no_goal(told: dict[str, Any]) -> None:
    told["trial"]["goal"] = 10


def miscounted(told: dict[str, Any]) -> None:
    told["catches"][0]["caught"] += 1


@pytest.mark.parametrize("damage", [negative, no_share, no_attack, no_goal, miscounted])
def test_what_is_damaged_is_refused(damage: Callable[[dict[str, Any]], None]) -> None:
    told, arrays = outcome_parts(outcome())
    plain = json.loads(json.dumps(told))
    damage(plain)
    with pytest.raises((BadInput, ValueError)):
        outcome_of(plain, arrays)
