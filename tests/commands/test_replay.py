"""``advgui replay`` runs a session again, and its exit code says whether all is the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.formats.safetensors_file import save_network
from advgui.core.zoo import load_shipped
from advgui.lab.attack.outcome_file import save_outcome
from advgui.lab.attack.state import LabState
from advgui.lab.sessions.session_file import save_session
from tests.commands.conftest import Run
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, busy, drawn, session

Refused = Callable[..., str]


@pytest.fixture
def state() -> LabState:
    return busy()


def saved(state: LabState, folder: Path) -> Path:
    path = folder / "mine.advgui"
    save_session(session(state), path)
    return path


def test_every_outcome_is_the_same(run: Run, state: LabState, tmp_path: Path) -> None:
    ran = run("replay", saved(state, tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "Every outcome of 3 runs is the same, byte for byte."
    assert ran.out.startswith("1. Smallest change (DDN) toward 0, 1, ")


def test_one_that_is_not_is_told_by_the_exit_code(
    run: Run, state: LabState, tmp_path: Path
) -> None:
    first = state.runs.kept[0]
    outcomes = [replace(o, adversarial=np.zeros((28, 28), np.uint8)) for o in first.run.outcomes]
    wrong = replace(first, run=replace(first.run, outcomes=tuple(outcomes)))
    runs = replace(state.runs, kept=(wrong, *state.runs.kept[1:]))
    ran = run("replay", saved(replace(state, runs=runs), tmp_path), "--json")
    assert ran.code == 1
    assert not ran.json["same"]
    assert [one["same"] for one in ran.json["runs"]] == [False, True, True]
    assert ran.json["runs"][0]["outcomes_same"] == [False] * 9


def test_a_session_without_runs_says_so(run: Run, tmp_path: Path) -> None:
    ran = run("replay", saved(drawn(), tmp_path))
    assert (ran.code, ran.out) == (0, "There are no runs in it.\n")


def test_an_outcome_is_run_again_on_the_network_of_its_name(run: Run, tmp_path: Path) -> None:
    kept = after_run(drawn(load_shipped("softmax")), "ddn", 3, steps=9).runs.kept[0].run
    save_outcome(tmp_path / "out", kept.outcomes[0], kept.request.network, 0.5)
    assert run("replay", tmp_path / "out/outcome.json").code == 0


def test_of_another_network_an_outcome_needs_the_file(
    run: Run, refused: Refused, tmp_path: Path
) -> None:
    kept = after_run(drawn(), "ddn", 3, steps=9).runs.kept[0].run
    save_outcome(tmp_path / "out", kept.outcomes[0], kept.request.network, 0.5)
    path = tmp_path / "out/outcome.json"
    assert "There is no network 'small'" in refused("replay", path)
    save_network(network(), tmp_path / "small.safetensors")
    assert run("replay", path, "--network", tmp_path / "small.safetensors").code == 0


def test_a_damaged_session_is_refused_in_a_sentence(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "mine.advgui"
    path.write_bytes(b"PK")
    assert "mine.advgui: not a complete session." in refused("replay", path)
