"""What came of a poisoned training is in a session, and the same once it is opened."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.errors import SessionFileError
from advgui.lab.sessions.kept_folder import KeptFolder, Snapshot
from advgui.lab.sessions.members import ZipMembers, zip_bytes
from advgui.lab.sessions.session_file import load_session, save_session, session_parts
from advgui.lab.sessions.stored_networks import content_hash
from advgui.lab.sessions.stored_poisonings import StoredPoisoning, stored
from tests.fake_poisoning import outcome, retrained
from tests.lab.sessions.sessions import drawn, session


def poisoning(*, unsaved: bool = True) -> StoredPoisoning:
    return StoredPoisoning(retrained(), (outcome().end,), unsaved=unsaved)


def same(one: StoredPoisoning, other: StoredPoisoning) -> bool:
    pairs = zip(one.outcome.networks, other.outcome.networks, strict=True)
    networks = all(content_hash(a) == content_hash(b) for a, b in pairs)
    return networks and (one.looks, one.unsaved) == (other.looks, other.unsaved)


def test_it_is_in_a_file_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "mine.advgui"
    save_session(replace(session(drawn()), poisonings=(poisoning(),)), path)
    (found,) = load_session(path).poisonings
    assert same(found, poisoning())
    assert found.outcome.end == retrained().end


def test_sessions_without_any_are_as_older_versions_read_them() -> None:
    for made, written in (((), "advgui session 1"), ((poisoning(),), "advgui session 3")):
        (_, head), *_ = session_parts(replace(session(drawn()), poisonings=made))
        assert json.loads(head)["format"] == written
        assert ("poisonings" in json.loads(head)) == bool(made)


def test_while_a_window_is_open_it_is_written_once(tmp_path: Path) -> None:
    folder = KeptFolder(tmp_path / "1.session")
    for _ in range(2):
        folder.keep(Snapshot(drawn(), made=(poisoning(),)))
        files = {path: path.stat().st_mtime_ns for path in folder.folder.glob("poisonings/*")}
    folder.keep(Snapshot(drawn(), made=(poisoning(unsaved=False),)))
    assert {p: p.stat().st_mtime_ns for p in folder.folder.glob("poisonings/*")} == files
    found = KeptFolder(folder.folder).read()
    assert found is not None
    (one,) = found.poisonings
    assert same(one, poisoning(unsaved=False))


def test_what_is_in_no_file_is_more_than_a_drawing_and_is_named() -> None:
    made = replace(session(drawn()), poisonings=(poisoning(),))
    assert not made.only_drawn
    assert made.words == "a drawing and 1 poisoned network"
    assert replace(made, poisonings=(poisoning(unsaved=False),)).only_drawn


def test_of_one_that_is_known_nothing_is_written_again() -> None:
    told, parts = stored([poisoning()])
    assert len(parts) == 1
    assert stored([poisoning()], {told[0]["sha256"]})[1] == []


def test_another_one_in_its_place_and_damage_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.advgui"
    save_session(replace(session(drawn()), poisonings=(poisoning(),)), path)
    members = ZipMembers(path.read_bytes())
    parts = {name: members.packed(name).unpacked() for name in members.names}
    (key,) = [name for name in parts if name.startswith("poisonings/")]
    _, other = stored([StoredPoisoning(outcome())])
    for content, why in ((other[0][1], "not those that were saved"), (b"{}", "are damaged")):
        path.write_bytes(zip_bytes({**parts, key: content}.items()))
        with pytest.raises(SessionFileError, match=why):
            load_session(path)
