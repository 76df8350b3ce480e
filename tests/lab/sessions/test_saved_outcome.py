"""A saved outcome opens as a run, of which all is read anew that can be."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advgui.core.digits.image_file import write_png
from advgui.core.errors import ImageFileError
from advgui.lab.attack.outcome_file import save_outcome
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import aware_set, defence_chosen
from advgui.lab.attack.view import view
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.sessions.saved_outcome import (
    STEPS_UNKNOWN,
    opened_words,
    outcome_run,
    read_outcome,
    unknown_network,
)
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, drawn

READER = network()


def saved(state: LabState, folder: Path) -> KeptRun:
    kept = state.runs.kept[-1]
    save_outcome(folder, kept.run.outcomes[0], kept.run.request.network, 0.5)
    return kept


def changed(folder: Path, **values: object) -> Path:
    path = folder / "outcome.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))
    return path


STATES = {
    "targeted": lambda: after_run(drawn(READER), "ddn", 3, steps=12),
    "untargeted": lambda: after_run(drawn(READER), "fgsm", "away"),
    "survives": lambda: after_run(drawn(READER), "expectation", "away", steps=5, budget=6.0),
    "strokes": lambda: after_run(drawn(READER), "pen", 3, queries=60),
    "unaware": lambda: after_run(
        aware_set(defence_chosen(drawn(READER), "threshold"), aware=False), "fgsm", "away"
    ),
}


@pytest.mark.parametrize("name", STATES)
def test_what_was_found_is_found_again(name: str, tmp_path: Path) -> None:
    kept = saved(STATES[name](), tmp_path / "out")
    found = read_outcome(tmp_path / "out/outcome.json")
    run = outcome_run(found, READER, ticket=9)
    ours, theirs = kept.run.outcomes[0], run.outcomes[0]
    assert ours.survival == theirs.survival
    for field in ("fooled", "already", "before", "after", "l2", "linf", "through", "goal", "norm"):
        assert getattr(ours, field) == getattr(theirs, field), field
    assert (theirs.adversarial == ours.adversarial).all()
    assert (theirs.ink is None) == (ours.ink is None)
    assert run.request.attack == kept.run.request.attack
    assert run.ticket == 9
    assert view(run, 0.5).fooled == ours.fooled
    assert opened_words(found, run) == f"outcome.json is open as a run. {STEPS_UNKNOWN}"


def test_a_verdict_that_another_network_gives_is_not_believed(tmp_path: Path) -> None:
    told = saved(STATES["untargeted"](), tmp_path / "out").run.outcomes[0].after.label
    found = read_outcome(tmp_path / "out/outcome.json")
    run = outcome_run(found, network(5), ticket=1)
    after = run.outcomes[0].after.label
    assert after != told
    words = f"It says that {told} was read, and the network small reads {after}"
    assert words in opened_words(found, run)


def test_the_file_may_say_what_it_likes(tmp_path: Path) -> None:
    saved(STATES["targeted"](), tmp_path / "out")
    write_png(tmp_path / "out/adversarial.png", np.full((28, 28), 9, np.uint8))
    run = outcome_run(read_outcome(tmp_path / "out/outcome.json"), READER, ticket=1)
    assert not run.outcomes[0].fooled


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"attack": "gone"}, "There is no attack 'gone'"),
        ({"parameters": {"steps": 0}}, "steps is a whole number"),
        ({"goal": 12}, "goal is 12, no whole number from 0 to 9"),
        ({"seed": "x"}, 'seed is "x"'),
        ({"network": None}, "network is null, no text"),
        ({"defences": [{"name": "gone"}]}, "the unknown defence"),
        ({"fooled": "yes"}, "neither true nor false"),
    ],
)
def test_what_is_wrong_with_one_is_told(values: dict[str, Any], words: str, tmp_path: Path) -> None:
    saved(STATES["targeted"](), tmp_path / "out")
    with pytest.raises(ImageFileError, match=f"outcome.json: .*{words}"):
        read_outcome(changed(tmp_path / "out", **values))


@pytest.mark.parametrize("name", ["original.png", "adversarial.png"])
def test_an_image_that_is_missing_or_another_is_told(name: str, tmp_path: Path) -> None:
    saved(STATES["targeted"](), tmp_path / "out")
    write_png(tmp_path / "out" / name, np.zeros((30, 28), np.uint8))
    with pytest.raises(ImageFileError, match=f"{name}: no 8-bit gray image of 28 x 28 pixels"):
        read_outcome(tmp_path / "out/outcome.json")
    (tmp_path / "out" / name).unlink()
    with pytest.raises(ImageFileError, match=f"{name}: cannot be read"):
        read_outcome(tmp_path / "out/outcome.json")


def test_a_file_that_is_no_outcome_is_named_rather_than_images_beside_it(tmp_path: Path) -> None:
    write_png(tmp_path / "seven.png", np.zeros((28, 28), np.uint8))
    with pytest.raises(ImageFileError, match=r"^seven\.png: "):
        read_outcome(tmp_path / "seven.png")


def test_a_network_that_is_not_there_is_named(tmp_path: Path) -> None:
    saved(STATES["targeted"](), tmp_path / "out")
    found = read_outcome(tmp_path / "out/outcome.json")
    assert "its network “small” is not on offer here" in str(unknown_network(found))
