"""What was learned once is in the session, as it was worn; older sessions have none."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact, make_fitted_attack
from advgui.core.errors import SessionFileError
from advgui.core.limits import SESSION_ARTEFACTS
from advgui.lab.sessions.kept_folder import KeptFolder, Snapshot
from advgui.lab.sessions.members import HEAD, ZipMembers, write_zip
from advgui.lab.sessions.session_file import load_session, save_session
from advgui.lab.sessions.stored_artefacts import StoredArtefact, stored
from tests.fake_fits import patch
from tests.lab.sessions.sessions import drawn, session


def universal(seed: int = 0) -> Artefact:
    levels = np.random.default_rng(seed).integers(-10, 11, (28, 28))
    change = (levels / 255).astype(np.float32)
    attack = make_fitted_attack("universal")
    (name,) = attack.shapes()
    return Artefact(attack, {name: change}, None, "report", seed)


WORN = (
    StoredArtefact(universal(), unsaved=True),
    StoredArtefact(patch(), worn=True, place=(3, 12)),
)


def same(found: Sequence[StoredArtefact], expected: Sequence[StoredArtefact]) -> bool:
    return [
        (
            one.unsaved,
            one.worn,
            one.place,
            one.artefact.method,
            one.artefact.goal,
            one.artefact.card,
        )
        for one in found
    ] == [
        (
            one.unsaved,
            one.worn,
            one.place,
            one.artefact.method,
            one.artefact.goal,
            one.artefact.card,
        )
        for one in expected
    ] and all(
        np.array_equal(one.artefact.arrays[name], other.artefact.arrays[name])
        for one, other in zip(found, expected, strict=True)
        for name in other.artefact.arrays
    )


def saved(path: Path, artefacts: Sequence[StoredArtefact] = WORN) -> Path:
    save_session(replace(session(drawn()), artefacts=tuple(artefacts)), path)
    return path


def test_they_are_there_again_as_they_were_worn(tmp_path: Path) -> None:
    assert same(load_session(saved(tmp_path / "mine.advgui")).artefacts, WORN)


def test_they_are_kept_while_the_window_is_open(tmp_path: Path) -> None:
    folder = KeptFolder(tmp_path / "1.session")
    folder.keep(Snapshot(drawn(), made=WORN))
    found = KeptFolder(tmp_path / "1.session").read()
    assert found is not None
    assert same(found.artefacts, WORN)
    assert not found.only_drawn
    assert found.words.endswith("and 1 artefact")
    before = {path: path.stat().st_mtime_ns for path in folder.folder.glob("artefacts/*")}
    folder.keep(Snapshot(drawn(), made=(*WORN, StoredArtefact(universal(1)))))
    after = {path: path.stat().st_mtime_ns for path in folder.folder.glob("artefacts/*")}
    assert len(after) == 3
    assert before.items() <= after.items()  # each is written once


def test_a_session_without_any_is_one_that_older_versions_open(tmp_path: Path) -> None:
    for artefacts, written in (((), "advgui session 1"), (WORN, "advgui session 2")):
        path = saved(tmp_path / "mine.advgui", artefacts)
        head = json.loads(ZipMembers(path.read_bytes()).packed(HEAD).unpacked())
        assert head["format"] == written
        assert ("artefacts" in head) == bool(artefacts)
        assert same(load_session(path).artefacts, artefacts)


def test_damage_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path / "mine.advgui")
    members = ZipMembers(path.read_bytes())
    parts = {name: members.packed(name).unpacked() for name in members.names}
    (key, *_) = [name for name in parts if name.startswith("artefacts/")]
    wrongs = {
        "is not the one that was saved": {**parts, key: _altered(parts[key])},
        f"lacks {key}": {name: content for name, content in parts.items() if name != key},
        "no row and column": {**parts, HEAD: parts[HEAD].replace(b"12]", b"28]")},
    }
    for words, wrong in wrongs.items():
        write_zip(path, wrong.items())
        with pytest.raises(SessionFileError, match=f"^mine.advgui: .*{words}") as told:
            load_session(path)
        assert "\n" not in str(told.value)


def _altered(content: bytes) -> bytes:
    """The last pixel but a level away."""
    last = np.frombuffer(content[-4:], np.float32) * 255
    other = last - np.sign(last + 0.5)
    changed: bytes = content[:-4] + (other / 255).astype(np.float32).tobytes()
    return changed


def test_of_very_many_the_newest_are_stored() -> None:
    many = [StoredArtefact(universal(seed)) for seed in range(SESSION_ARTEFACTS + 3)]
    told, parts = stored(many)
    assert len(told) == len(parts) == SESSION_ARTEFACTS
    assert told[-1]["sha256"] == stored(many[-1:])[0][0]["sha256"]
