"""A run comes back with everything that was asked and found."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.lab.attack.forking import forked
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import aware_set, defence_chosen, region_painted
from advgui.lab.runs.kept_run import KeptRun, thinned
from advgui.lab.sessions.members import ZipMembers, zip_bytes
from advgui.lab.sessions.stored_networks import Behind, StoredNetwork, content_hash
from advgui.lab.sessions.stored_run import read_run, run_parts
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, at_noon, drawn, plain
from tests.lab.states import ended

READER = network()


def read(parts: Mapping[str, bytes], number: int = 1) -> KeptRun:
    behind = Behind({content_hash(READER): StoredNetwork(READER)})
    return read_run(number, ZipMembers(zip_bytes(parts.items())), behind)


def made(state: LabState) -> KeptRun:
    return at_noon(state.runs.kept[-1])


def ddn() -> KeptRun:
    return made(after_run(drawn(READER), steps=8))


def around() -> KeptRun:
    """A run on the network alone, in spite of its defence."""
    state = aware_set(defence_chosen(drawn(READER), "threshold"), aware=False)
    return made(after_run(state, "fgsm", "away"))


def in_region() -> KeptRun:
    region = np.zeros((28, 28), bool)
    region[10:20] = True
    state = region_painted(drawn(READER), region)
    return made(after_run(state, "masked", mask="painted", steps=5))


def survived() -> KeptRun:
    """One that tells how much of what fools survives."""
    kept = made(after_run(drawn(READER), "expectation", "away", steps=5, budget=6.0, rotation=0.0))
    assert kept.run.outcomes[0].survival is not None
    return kept


def forked_run() -> KeptRun:
    """One that began at a step of another."""
    return replace(made(ended(forked(after_run(drawn(READER), steps=8), 1, 3))), number=1)


def stopped() -> KeptRun:
    kept = ddn()
    run = replace(kept.run, phase="stopped", live=True, drawing=None)
    return replace(kept, run=run, made=None, threshold=0.25)


@pytest.mark.parametrize("make", [ddn, around, in_region, survived, forked_run, stopped])
def test_a_run_comes_back(make: Callable[[], KeptRun]) -> None:
    kept = make()
    assert plain(read(dict(run_parts(kept)))) == plain(kept)


def test_of_an_attack_on_strokes_these_come_back() -> None:
    kept = made(after_run(drawn(READER), "pen", 3, queries=40))
    found = read(dict(run_parts(kept)))
    assert plain(found) == plain(kept)
    outcome = found.run.outcomes[0]
    assert outcome.ink is not None
    assert (outcome.ink.image() == outcome.adversarial).all()


def test_of_a_run_that_was_thinned_the_steps_that_are_left_come_back() -> None:
    kept = thinned(ddn())
    found = read(dict(run_parts(kept)))
    assert plain(found) == plain(kept)
    assert found.thinned
    assert plain(thinned(found)) == plain(thinned(kept))


def test_a_run_behind_random_defences_comes_back() -> None:
    behind = defended(READER, [make_defence("noise"), make_defence("threshold")])
    kept = made(after_run(drawn(behind), "fgsm", "away"))
    assert plain(read(dict(run_parts(kept)))) == plain(kept)


def test_what_tells_of_a_run_is_written_last() -> None:
    assert [name for name, _ in run_parts(ddn())][-1] == "runs/1.json"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"attack": "gone"}, "run 1: There is no attack 'gone'"),
        ({"parameters": {"steps": -1}}, "steps is a whole number from"),
        ({"goals": [12]}, "its goals are .12., no digits"),
        ({"goals": []}, "its goals are .., no digits"),
        ({"goals": [1]}, "its steps have logits of another shape"),
        ({"form": "both"}, 'form is "both", none of targeted, untargeted'),
        ({"before": {"label": 3, "confidences": [1]}}, "no ten confidences"),
        ({"before": {"label": 3, "confidences": [10**400] * 10}}, "no ten confidences"),
        ({"phase": "running"}, 'phase is "running"'),
        ({"made": "yesterday"}, "it was made at .yesterday., no time"),
        ({"seed": 2**40}, "seed is 1099511627776, no whole number"),
        ({"network": {"sha256": "x"}}, "is not in the session"),
        ({"network": {"sha256": content_hash(READER), "defences": [1]}}, "one of its defences"),
        ({"region": ["#"]}, "its region is no picture"),
        ({"starts": ["00"]}, "it has not an image for each goal"),
        ({"drawing": {"strokes": [[1]], "pen": 0.1}}, "a point that is not"),
        ({"drawing": {"strokes": [], "image": "0", "pen": 0.1}}, "drawn on is damaged"),
        ({"outcomes": []}, "no 8-bit gray image of 28 x 28 pixels"),
        ({"outcomes": None}, "outcomes is null, no list"),
        ({"threshold": None}, "threshold is null, no number"),
    ],
)
def test_what_is_wrong_with_a_run_is_told(changes: dict[str, Any], words: str) -> None:
    parts = dict(run_parts(ddn()))
    told = {**json.loads(parts["runs/1.json"]), **changes}
    with pytest.raises(ValueError, match=f"^run 1: .*{words.removeprefix('run 1: ')}"):
        read({**parts, "runs/1.json": json.dumps(told).encode()})
