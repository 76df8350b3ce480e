"""The chain of defences: each of them set, moved and removed."""

from advgui.core.defences import make_defence
from advgui.core.limits import CHAIN
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import (
    defence_added,
    defences_set,
    drawn,
    threshold_set,
    undone,
)
from advgui.lab.defence.chain import chain_tip, chain_words, moved, parameter_set, removed
from advgui.lab.drawing.model import Drawing
from tests.lab.states import fresh


def chained(*names: str) -> LabState:
    """A digit read behind these."""
    return defences_set(fresh(), [make_defence(name) for name in names])


def names(state: LabState) -> list[str]:
    return [defence.name for defence in state.defences]


def test_one_more_comes_last_and_the_drawing_is_read_behind_all() -> None:
    state = defence_added(defence_added(fresh(), "median"), "bit-depth")
    assert names(state) == ["median", "bit-depth"]
    assert state.reading == state.network.read(state.image)
    assert names(fresh()) == []


def test_one_is_removed_and_moved() -> None:
    state = chained("median", "bit-depth", "threshold")
    assert names(removed(state, 1)) == ["median", "threshold"]
    assert names(moved(state, 0, 1)) == ["bit-depth", "median", "threshold"]
    assert names(moved(state, 2, -2)) == ["threshold", "median", "bit-depth"]
    assert names(moved(state, 0, -1)) == names(moved(state, 2, 1)) == names(state)


def test_a_place_that_there_is_not_changes_nothing() -> None:
    state = chained("median")
    for same in (removed(state, 3), moved(state, 3, 1), parameter_set(state, 3, "window", 2)):
        assert same.defences == state.defences


def test_a_parameter_is_set_where_it_fits_and_else_refused_in_a_sentence() -> None:
    state = parameter_set(chained("threshold", "median"), 1, "window", 5)
    assert state.defences[1] == make_defence("median", {"window": 5})
    for name, value in (("window", 9), ("sigma", 1)):
        refused = parameter_set(state, 1, name, value)
        assert refused.defences == state.defences
        assert refused.message.kind == "error"


def test_there_is_one_threshold_in_the_window() -> None:
    state = parameter_set(chained("median", "threshold"), 1, "threshold", 0.25)
    assert state.threshold == 0.25
    again = threshold_set(state, 0.75)
    assert again.defences[1] == make_defence("threshold", {"threshold": 0.75})
    assert parameter_set(again, 1, "width", 0.5).threshold == 0.75


def test_what_is_undone_is_the_drawing_and_not_the_chain() -> None:
    state = drawn(chained("median", "shift"), Drawing())
    assert names(undone(state)) == ["median", "shift"]


def test_a_chain_has_an_end() -> None:
    full = chained(*["median"] * CHAIN)
    more = defence_added(full, "median")
    assert more.defences == full.defences
    assert more.message.words == f"A network stands behind {CHAIN} defences at most."


def test_it_is_told_how_many_there_are_and_how_each_is_set() -> None:
    defences = chained("median", "threshold").defences
    assert chain_words(defences) == "2: Median smoothing, Binary threshold"
    tip = chain_tip(defences).splitlines()
    assert tip[0] == "Median smoothing"
    assert tip[2] == "Window 3"
    assert chain_tip(()) == ""


def test_equal_ones_in_a_row_are_counted_and_told_once() -> None:
    defences = chained(*["threshold"] * 6).defences
    assert chain_words(defences) == "6\u00a0\N{MULTIPLICATION SIGN}\u00a0Binary threshold"
    assert len(chain_tip(defences).splitlines()) == 3
