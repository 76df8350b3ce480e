"""Opened, a session is as it was; a damaged one is told in a sentence."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advgui.core.attacks import ATTACKS
from advgui.core.errors import SessionFileError
from advgui.core.language import LANGUAGE_VARIABLE
from advgui.lab.attack.state import Aim, LabState
from advgui.lab.attack.transitions import confidence_set, defence_chosen, seed_set, threshold_set
from advgui.lab.runs.kept_run import KeptRun
from advgui.lab.runs.runs import pin_turned
from advgui.lab.sessions.members import zip_bytes
from advgui.lab.sessions.replay import replayed
from advgui.lab.sessions.session import Session, session_of
from advgui.lab.sessions.session_file import load_session, save_session, session_parts
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, at_noon, busy, drawn, plain, session

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def state() -> LabState:
    found = busy()
    kept = tuple(map(at_noon, found.runs.kept))
    runs = pin_turned(replace(found.runs, kept=kept), 2)
    return replace(found, runs=runs, region=np.eye(28, dtype=bool))


@pytest.fixture(scope="module")
def parts(state: LabState) -> Mapping[str, bytes]:
    return dict(session_parts(session(state, [network(3)])))


Open = Callable[[Mapping[str, bytes]], Session]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens a file of some parts."""

    def open_(some: Mapping[str, bytes]) -> Session:
        path = tmp_path / "mine.advgui"
        path.write_bytes(zip_bytes(some.items()))
        return load_session(path)

    return open_


def test_opened_a_session_is_as_it_was(state: LabState, tmp_path: Path) -> None:
    saved, path = session(state, [network(3)]), tmp_path / "mine.advgui"
    save_session(saved, path)
    assert plain(load_session(path)) == plain(saved)


_GERMAN = """
import sys
from dataclasses import replace
from pathlib import Path

from advgui.core.language import language
from advgui.lab.attack.phrases import COULD_NOT_MOVE
from advgui.lab.sessions.session_file import save_session
from tests.lab.sessions.sessions import after_run, at_noon, drawn, session

state = after_run(drawn(), steps=12)
kept = tuple(map(at_noon, state.runs.kept))
save_session(session(replace(state, runs=replace(state.runs, kept=kept))), Path(sys.argv[1]))
print(language(), COULD_NOT_MOVE)
"""


def test_a_session_made_in_german_opens_in_english_and_comes_to_the_same_bytes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "meine.advgui"
    made = subprocess.run(
        [sys.executable, "-c", _GERMAN, str(path)],
        env={**os.environ, LANGUAGE_VARIABLE: "de", "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.strip() == "de ohne Fortschritt"
    here = after_run(drawn(), steps=12)
    kept = tuple(map(at_noon, here.runs.kept))
    saved, found = session(replace(here, runs=replace(here.runs, kept=kept))), load_session(path)
    assert plain(_timeless(found)) == plain(_timeless(saved))
    (run,) = found.runs
    assert replayed(run).words == "The same bytes, for every goal."


def _timeless(found: Session) -> Session:
    """Without how long it took, which is no two times the same."""
    return replace(found, runs=replace(found.runs, kept=tuple(map(_untimed, found.runs))))


def _untimed(kept: KeptRun) -> KeptRun:
    outcomes = tuple(replace(one, seconds=0.0) for one in kept.run.outcomes)
    return replace(kept, run=replace(kept.run, outcomes=outcomes))


def test_a_session_is_a_plain_zip_that_others_can_look_into(
    state: LabState, tmp_path: Path
) -> None:
    path = tmp_path / "mine.advgui"
    save_session(session(state), path)
    with zipfile.ZipFile(path) as found:
        assert found.testzip() is None
        assert {Path(name).suffix for name in found.namelist()} == {".json", ".png", ".safetensors"}


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(sorted(ATTACKS)),
    seed=st.integers(0, 2**31 - 1),
    threshold=st.floats(0, 1),
    confidence=st.floats(0, 50),
    defence=st.sampled_from(["none", "threshold", "noise", "median"]),
    aware=st.booleans(),
    aim=st.sampled_from(["every", "away", 3, None]),
    page=st.text(max_size=20),
)
def test_whatever_is_chosen_comes_back(
    tmp_path: Path, name: str, seed: int, defence: str, aim: Aim | None, page: str, **other: Any
) -> None:
    chosen = seed_set(replace(drawn(), attack_name=name, aim=aim, aware=other["aware"]), seed)
    chosen = confidence_set(threshold_set(chosen, other["threshold"]), other["confidence"])
    chosen = defence_chosen(chosen, None if defence == "none" else defence)
    saved = session_of(chosen, (), {"page": page})
    save_session(saved, tmp_path / "mine.advgui")
    assert plain(load_session(tmp_path / "mine.advgui")) == plain(saved)


def test_without_any_of_its_parts_it_is_told_which(
    parts: Mapping[str, bytes], opened: Open
) -> None:
    for missing in parts:
        left = {name: content for name, content in parts.items() if name != missing}
        steps = missing.startswith("runs/") and missing.endswith(".safetensors")
        if steps:  # as of a run that had none
            assert [len(kept.run.recording) == 0 for kept in opened(left).runs].count(True) == 1
            continue
        with pytest.raises(SessionFileError, match=f"mine.advgui: .*lacks {missing}"):
            opened(left)


def test_with_any_part_cut_or_changed_nothing_is_opened(
    parts: Mapping[str, bytes], opened: Open
) -> None:
    for name, content in parts.items():
        for damaged in (content[: len(content) // 2], b"\xff" + content[1:]):
            with pytest.raises(SessionFileError, match=r"^mine\.advgui: .*\.$"):
                opened({**parts, name: damaged})


@pytest.mark.parametrize(
    ("format_", "words"),
    [("advgui session 4", "of a newer advgui than this"), ("x", "no session of advgui")],
)
def test_what_a_newer_version_wrote_is_refused(
    parts: Mapping[str, bytes], opened: Open, format_: str, words: str
) -> None:
    head = json.loads(parts["session.json"])
    with pytest.raises(SessionFileError, match=words):
        opened({**parts, "session.json": json.dumps({**head, "format": format_}).encode()})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"runs": [[9, 0, None]]}, "run 9: not a complete session: it lacks runs/9.json"),
        ({"runs": [[1, 99, None]]}, "run 1: it has no goal number 99"),
        ({"runs": [[2, 0, None], [1, 0, None]]}, "its runs are not in their order"),
        ({"runs": ["1"]}, 'runs has "1", which tells of none'),
        ({"latest": 1}, "latest is 1, no whole number from 3"),
        ({"network": {"sha256": "0" * 64}}, "its network .* is not in the session"),
        ({"networks": []}, "is not in the session"),
        ({"aware": 1}, "aware is 1, neither true nor false"),
        ({"region": ["#"]}, "its region is no picture"),
        ({"aim": "up"}, 'aim is "up", no whole number from 0 to 9'),
        ({"places": {"page": 3}}, "places: page is 3, no text"),
    ],
)
def test_what_is_wrong_with_a_head_is_told(
    parts: Mapping[str, bytes], opened: Open, changes: dict[str, Any], words: str
) -> None:
    head = json.loads(parts["session.json"])
    with pytest.raises(SessionFileError, match=words):
        opened({**parts, "session.json": json.dumps({**head, **changes}).encode()})


def test_a_setting_that_is_not_usable_is_as_at_first(
    parts: Mapping[str, bytes], opened: Open
) -> None:
    head = json.loads(parts["session.json"])
    head["settings"] |= {"seed": "x", "attack": "gone", "theme": "dark"}
    chosen = opened({**parts, "session.json": json.dumps(head).encode()}).chosen
    assert (chosen.seed, chosen.attack, chosen.theme) == (0, "ddn", "system")


def test_a_step_that_was_looked_at_is_looked_at_again(state: LabState, tmp_path: Path) -> None:
    run = state.run
    assert run is not None
    looking = replace(state, run=replace(run, shown=0))
    save_session(session(looking), tmp_path / "mine.advgui")
    found = load_session(tmp_path / "mine.advgui")
    assert found.looked_at == 3
    assert found.runs.kept[-1].run.shown == 0


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SessionFileError, match=r"none\.advgui: cannot be read"):
        load_session(tmp_path / "none.advgui")
