"""A session becomes a state in which all stands as it stood."""

from dataclasses import replace
from pathlib import Path

import pytest

from advgui.core.nn.network import Network
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import defence_chosen, opened
from advgui.lab.networks.library import Library
from advgui.lab.preferences import Preferences
from advgui.lab.runs.runs import without
from advgui.lab.sessions.session import house_in, restored
from advgui.lab.sessions.session_file import load_session, save_session
from tests.lab.requests import network
from tests.lab.sessions.sessions import after_run, busy, drawn, session


def another_window() -> LabState:
    """One that was opened just now, in which runs were made."""
    return replace(opened(Library().load("softmax"), Preferences()), ticket=70)


def reopened(state: LabState, tmp_path: Path, library: Library) -> LabState:
    """The same in another window, by way of a file."""
    path = tmp_path / "mine.advgui"
    save_session(session(state, [network(3)]), path)
    return restored(load_session(path), another_window(), house_in(library))


def test_the_run_that_was_shown_is_shown_and_fits(tmp_path: Path) -> None:
    state = busy()
    found = reopened(state, tmp_path, Library())
    assert found.run is not None
    assert found.run.request.attack == state.attack
    assert found.outdated_words == state.outdated_words == ""
    assert found.run is found.runs.kept[-1].run
    assert (found.image == state.image).all()
    assert found.reading == state.reading


def test_undo_goes_back_as_before(tmp_path: Path) -> None:
    found = reopened(drawn(), tmp_path, Library())
    assert len(found.history.undo().present.strokes) == 1


def test_networks_of_a_session_are_on_offer_again_and_unsaved_ones_unsaved(tmp_path: Path) -> None:
    library = Library()
    reopened(busy(), tmp_path, library)
    reopened(busy(), tmp_path, library)
    assert [one.name for one in library.unsaved] == ["small"]
    assert library.names[-2:] == ("small", "small 2")


def test_runs_are_of_the_very_networks_on_offer(tmp_path: Path) -> None:
    library = Library()
    found = reopened(busy(), tmp_path, library)
    assert found.network is library.load("softmax")
    assert found.runs.kept[0].run.request.network in map(library.load, library.names[-2:])


def test_a_run_behind_a_defence_is_of_the_network_that_stands_behind_it(tmp_path: Path) -> None:
    state = after_run(defence_chosen(drawn(), "threshold"), "fgsm", "away")
    found = reopened(state, tmp_path, Library())
    assert found.defences == state.defences
    assert found.run is not None
    assert found.run.request.network is found.network


def test_tickets_go_on_so_that_late_reports_are_dropped(tmp_path: Path) -> None:
    assert reopened(busy(), tmp_path, Library()).ticket == 70
    many = replace(busy(), ticket=900)
    assert reopened(after_run(many, "fgsm"), tmp_path, Library()).ticket == 901


def test_what_was_deleted_is_not_kept(tmp_path: Path) -> None:
    state = busy()
    found = reopened(replace(state, runs=without(state.runs, [1])), tmp_path, Library())
    assert [kept.number for kept in found.runs] == [2, 3]
    assert found.runs.deleted == ()
    assert found.runs.latest == 3


@pytest.mark.parametrize(
    ("state", "unsaved", "words"),
    [
        (busy(), [network(3)], "a drawing, 3 runs and 1 network"),
        (drawn(), [], "a drawing"),
        (another_window(), [network(3)], "1 network"),
        (another_window(), [], "nothing"),
    ],
    ids=["all", "drawing", "network", "nothing"],
)
def test_it_says_what_it_holds(state: LabState, unsaved: list[Network], words: str) -> None:
    found = session(state, unsaved)
    assert found.words == words
    assert found.empty == (words == "nothing")
