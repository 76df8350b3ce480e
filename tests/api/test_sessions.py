"""A session that the window saved is read in Python."""

from pathlib import Path

import pytest

import advgui
from advgui.lab.sessions.session_file import save_session
from tests.lab.sessions.sessions import busy, session


def test_a_session_tells_its_runs_and_their_outcomes(tmp_path: Path) -> None:
    state = busy()
    save_session(session(state), tmp_path / "mine.advgui")
    found = advgui.open_session(tmp_path / "mine.advgui")
    assert (found.image == state.image).all()
    assert found.network.name == state.network.name
    assert [run.number for run in found.runs] == [1, 2, 3]
    kept = state.runs.kept[1].run
    assert found.runs[1].attack == kept.request.attack
    pairs = zip(found.runs[1].outcomes, kept.outcomes, strict=True)
    assert all((one.adversarial == other.adversarial).all() for one, other in pairs)


def test_what_is_wrong_with_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(advgui.BadInput, match=r"none\.advgui"):
        advgui.open_session(tmp_path / "none.advgui")
