"""What was drawn is on disk soon, and comes back to whoever opens the next window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from pytestqt.qtbot import QtBot

from advgui.core.errors import BadInput
from advgui.lab.attack.state import LabState
from advgui.lab.attack.transitions import drawn, history_restored, new_seed
from advgui.lab.drawing.model import Drawing, with_stroke
from advgui.lab.sessions.kept_folder import Snapshot
from advgui.ui.session.autosave import Autosave
from tests.lab.sessions.sessions import busy
from tests.lab.states import fresh
from tests.ui.drawing.gestures import LINE


class Window:
    """One whose drawing is kept; ``saved`` tells of which state the choices were saved."""

    def __init__(self) -> None:
        self.state = fresh(seed=None)
        self.saved: list[LabState] = []
        self.in_file = False
        self.autosave = Autosave(self._snapshot, self._save_choices)
        self._open = True

    def _snapshot(self) -> Snapshot:
        return Snapshot(self.state, in_file=self.in_file)

    def _save_choices(self) -> Callable[[], None]:
        state = self.state
        return lambda: self.saved.append(state)

    def go(self, new: LabState) -> None:
        old, self.state = self.state, new
        self.autosave.note(old, new)

    def draw(self) -> None:
        self.go(drawn(self.state, with_stroke(self.state.drawing, LINE)))

    def end(self, *, keep: bool) -> None:
        if self._open:
            self._open = False
            self.autosave.end(keep=keep)


Open = Callable[[], Window]


@pytest.fixture
def another(qapp: object) -> Iterator[Open]:
    """Opens one more window."""
    windows: list[Window] = []

    def make() -> Window:
        windows.append(Window())
        return windows[-1]

    yield make
    for one in windows:
        one.end(keep=False)


@pytest.fixture
def window(another: Open) -> Window:
    return another()


def kept() -> list[Path]:
    """The files of drawings on disk."""
    folder = platformdirs.user_state_path("advgui", appauthor=False) / "drawings"
    return sorted(folder.glob("*.json"))


def same(one: Drawing | None, other: Drawing) -> bool:
    assert one is not None
    strokes = [stroke.tolist() for stroke in one.strokes]
    return strokes == [stroke.tolist() for stroke in other.strokes] and one.pen == other.pen


def test_a_drawing_is_on_disk_soon_after_it_has_changed(window: Window, qtbot: QtBot) -> None:
    assert kept() == []
    window.draw()
    qtbot.waitUntil(lambda: len(kept()) == 1)


def test_a_drawing_that_was_left_comes_back_in_the_next_window(
    window: Window, another: Open
) -> None:
    window.draw()
    window.end(keep=True)
    assert same(another().autosave.recovered(), window.state.drawing)


def test_a_drawing_whose_window_was_closed_comes_back_with_what_undo_brings_back(
    window: Window, another: Open
) -> None:
    window.draw()
    window.draw()
    window.end(keep=False)
    later = another().autosave
    assert same(later.recovered(), window.state.drawing)
    session = later.recovered_session()
    assert session is not None
    assert session.only_drawn
    assert len(session.history.past) == len(window.state.history.past)


def test_of_a_closed_window_nothing_comes_back_that_is_in_a_file(
    window: Window, another: Open
) -> None:
    window.draw()
    window.in_file = True
    window.end(keep=False)
    assert kept() == []
    later = another().autosave
    assert later.recovered() is None
    assert later.recovered_session() is None


def test_runs_of_a_closed_window_do_not_come_back(window: Window, another: Open) -> None:
    window.go(busy())
    window.end(keep=False)
    session = another().autosave.recovered_session()
    assert session is not None
    assert session.only_drawn
    assert not session.history.present.empty


def test_two_windows_have_a_drawing_each(window: Window, another: Open, qtbot: QtBot) -> None:
    second = another()
    window.draw()
    second.draw()
    second.draw()
    qtbot.waitUntil(lambda: len(kept()) == 2)
    assert another().autosave.recovered() is None


def test_what_is_chosen_is_saved_once_for_several_changes(window: Window, qtbot: QtBot) -> None:
    for _ in range(5):
        window.go(new_seed(window.state))
    qtbot.waitUntil(lambda: bool(window.saved))
    assert [one.seed for one in window.saved] == [window.state.seed]


def test_what_only_is_looked_at_is_not_saved(window: Window, qtbot: QtBot) -> None:
    window.go(replace(window.state, ticket=7))
    qtbot.wait(400)
    assert window.saved == []
    assert kept() == []


def test_at_the_end_of_a_session_the_drawing_is_kept_unless_its_user_goes_on(
    window: Window, another: Open
) -> None:
    window.draw()
    window.autosave.session_ends()
    window.end(keep=False)
    second = another()
    assert same(second.autosave.recovered(), window.state.drawing)
    second.draw()
    second.autosave.session_ends()
    second.draw()
    second.end(keep=False)
    assert same(another().autosave.recovered(), second.state.drawing)


def test_a_damaged_drawing_is_told_once_and_set_aside(window: Window, another: Open) -> None:
    window.draw()
    window.end(keep=True)
    (path,) = kept()
    path.write_text("{")
    second = another()
    with pytest.raises(BadInput, match=path.name):
        second.autosave.recovered()
    assert second.autosave.recovered() is None
    assert path.with_suffix(".damaged").read_text() == "{"


def test_where_nothing_can_be_kept_the_log_says_so(
    another: Open, caplog: pytest.LogCaptureFixture
) -> None:
    folder = platformdirs.user_state_path("advgui", appauthor=False)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    window = another()
    assert "no drawing can be kept there" in caplog.text
    window.draw()
    window.end(keep=True)
    assert window.autosave.recovered() is None


def test_drawings_of_other_windows_are_taken_over_once_they_are_written_here(
    window: Window, another: Open
) -> None:
    older = another()
    window.draw()
    window.draw()
    older.draw()
    for one in (window, older):
        one.end(keep=True)
    later = another()
    found = later.autosave.drawings_left()
    assert [len(one.present.strokes) for one in found] in ([1], [2])
    assert found[0].past
    assert another().autosave.drawings_left() == []  # nobody else has it meanwhile
    later.go(history_restored(later.state, found[0]))
    later.autosave.take_over()
    later.end(keep=True)
    third = another().autosave
    assert third.drawings_left() == []
    left = third.recovered()
    assert left is not None
    assert same(left, found[0].present)


def test_the_drawing_of_a_window_that_has_more_stays_there(window: Window, another: Open) -> None:
    other = another()
    window.draw()
    other.go(busy())
    for one in (other, window):
        one.end(keep=True)
    later = another().autosave
    assert later.recovered() is not None
    assert later.drawings_left() == []
    session = another().autosave.recovered_session()
    assert session is not None
    assert not session.only_drawn
