"""While a window is open its session is kept; only what has changed is written again."""

from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.errors import SessionFileError
from advgui.lab.attack.requests import aimed
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import opened, threshold_set, undone
from advgui.lab.preferences import Preferences
from advgui.lab.runs.kept_run import thinned
from advgui.lab.runs.runs import without
from advgui.lab.sessions.kept_folder import WORKS, KeptFolder, Snapshot
from advgui.lab.sessions.session import Session
from advgui.lab.sessions.stored_networks import StoredNetwork
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, busy, drawn, plain, session
from tests.lab.states import reports

OWN = StoredNetwork(network(3), unsaved=True)


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    return KeptFolder(tmp_path / "1.session")


def kept(folder: KeptFolder, state: LabState) -> dict[str, int]:
    """When each file was written, once that state is kept."""
    folder.keep(Snapshot(state, (OWN,), {"page": "train"}))
    files = [path for path in folder.folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder.folder).as_posix(): path.stat().st_mtime_ns for path in files}


def given_back(folder: KeptFolder) -> Session:
    """As another process finds it."""
    found = KeptFolder(folder.folder).read()
    assert found is not None
    return found


def test_all_of_it_comes_back(folder: KeptFolder) -> None:
    state = busy()
    kept(folder, state)
    found = given_back(folder)
    assert plain(found) == plain(replace(session(state, [OWN.network]), places={"page": "train"}))


def test_a_run_and_a_network_are_written_once(folder: KeptFolder) -> None:
    state = busy()
    before = kept(folder, state)
    after = kept(folder, threshold_set(undone(state), 0.7))
    written = {name for name in after if after[name] != before.get(name)}
    assert written == {"session.json", "drawing.json"}


def test_one_more_run_is_one_more_file(folder: KeptFolder) -> None:
    state = after_run(drawn(), steps=5)
    before = kept(folder, state)
    after = kept(folder, after_run(state, "fgsm", "away"))
    assert {name for name in after if after[name] != before.get(name)} == {
        "runs/2.zip",
        "session.json",
    }


def test_what_was_deleted_goes_and_what_was_thinned_is_written_again(folder: KeptFolder) -> None:
    state = busy()
    before = kept(folder, state)
    last = state.runs.kept[1:]
    runs = replace(without(state.runs, [1]), kept=(thinned(last[0]), *last[1:]))
    after = kept(folder, replace(state, runs=runs))
    assert "runs/1.zip" not in after
    assert after["runs/2.zip"] != before["runs/2.zip"]
    assert after["runs/3.zip"] == before["runs/3.zip"]
    assert [one.number for one in given_back(folder).runs] == [2, 3]


def test_of_an_empty_window_nothing_is_kept(folder: KeptFolder) -> None:
    kept(folder, busy())
    empty = opened(network(), Preferences())
    folder.keep(Snapshot(empty))
    assert not folder.folder.exists()
    assert folder.read() is None


def test_works_under_way_stay_beside_whatever_else_is_kept(folder: KeptFolder) -> None:
    empty = opened(network(), Preferences())
    folder.folder.mkdir()
    for name in WORKS:
        folder.work(name).write_bytes(b"on its way")
    for state in (busy(), empty):
        folder.keep(Snapshot(state, under_way=frozenset({"training", "fit"})))
        assert [name for name in sorted(WORKS) if folder.work(name).exists()] == ["fit", "training"]
    assert folder.read() is None
    folder.keep(Snapshot(busy(), under_way=frozenset({"fit"})))
    assert [name for name in WORKS if folder.work(name).exists()] == ["fit"]
    assert folder.read() is not None
    folder.clear()
    assert not folder.folder.exists()


def test_works_outlive_a_session_that_is_damaged(folder: KeptFolder) -> None:
    kept(folder, busy())
    for name in ("training", "poisoning"):
        folder.work(name).write_bytes(b"on its way")
    folder.set_aside()
    assert all(folder.work(name).exists() for name in ("training", "poisoning"))
    assert folder.read() is None


def running(state: LabState, cuts: tuple[int, ...]) -> LabState:
    """A window whose attack has told of some steps, and is not at its end."""
    state = aimed(state, 3)
    assert state.run is not None
    *progress, _ = reports(state.run.request, cuts)
    for report in progress:
        run = state.run
        state = replace(state, run=replace(run, recording=run.recording + report.recording))  # type: ignore[union-attr]
    return state


def test_a_run_that_was_being_made_comes_back_with_its_steps(folder: KeptFolder) -> None:
    state = drawn()
    for cuts in ((), (4,), (4, 9), (4, 9, 15)):
        kept(folder, running(state, cuts))
    assert len(list(folder.folder.glob("running/*.safetensors"))) == 3
    found = given_back(folder)
    (one,) = found.runs
    assert len(one.run.recording) == 16
    assert one.run.phase == "stopped"
    assert one.run.outcomes[0].steps == 15
    assert found.looked_at == one.number == 1


def test_a_run_that_has_ended_meanwhile_is_there_once(folder: KeptFolder) -> None:
    state = drawn()
    kept(folder, running(state, (4, 9)))
    aside = {path: path.read_bytes() for path in folder.folder.glob("running/*")}
    ended = after_run(state, "ddn", 3)
    files = kept(folder, ended)
    assert not [name for name in files if name.startswith("running/")]
    for path, content in aside.items():  # as if it had been killed just before
        path.write_bytes(content)
    assert len(given_back(folder).runs) == 1


def test_a_run_before_its_first_step_leaves_no_run(folder: KeptFolder) -> None:
    kept(folder, running(drawn(), ()))
    assert len(given_back(folder).runs) == 0


def test_what_is_damaged_is_told_and_can_be_set_aside(folder: KeptFolder) -> None:
    kept(folder, busy())
    (folder.folder / "runs/2.zip").write_bytes(b"PK")
    with pytest.raises(SessionFileError, match=r"1\.session: run 2: .*lacks runs/2\.json"):
        folder.read()
    folder.set_aside()
    assert folder.read() is None
    assert (folder.folder.with_suffix(".damaged") / "session.json").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "1.session").write_text("in the way")
    with pytest.raises(SessionFileError, match="cannot be written"):
        KeptFolder(tmp_path / "1.session").keep(Snapshot(busy()))
