from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted import make_fitted_attack
from advgui.core.errors import BadInput, SessionFileError
from advgui.core.resuming.checkpoints import Checkpoints
from advgui.lab.attack.state import LabState
from advgui.lab.drawing.drawing_files import keep_drawing
from advgui.lab.drawing.model import Drawing
from advgui.lab.fitted.fitting import FitArtefact, Learning
from advgui.lab.sessions.kept_folder import KeptFolder, Snapshot
from advgui.ui.pages import Page
from advgui.ui.pages.one_for_all import OneForAll
from advgui.ui.session.controller import Controller
from advgui.ui.session.settings import NoSettings, Settings
from advgui.ui.theme.mode import Theme
from advgui.ui.theme.zoom import Zoom
from advgui.ui.window.restoring import Restoring
from tests.fake_fits import report
from tests.lab.sessions.sessions import busy
from tests.lab.states import fresh
from tests.mean_sign import gallery
from tests.ui.drawing.gestures import LINE
from tests.ui.window.made_sessions import made_sessions

PLACE = QByteArray(b"a place")


Make = Callable[[Controller, Settings], Restoring]


@pytest.fixture
def restoring(qapp: QApplication, zoom: Zoom, keep: Callable[[QWidget], QWidget]) -> Make:
    """What a window of its own would keep, and give back."""
    return lambda controller, settings: _restoring(keep(QWidget()), controller, zoom, settings)


def _restoring(
    window: QWidget,
    controller: Controller,
    zoom: Zoom,
    settings: Settings,
    page: Page | None = None,
) -> Restoring:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, "dark")
    theme.setParent(controller)
    sessions, _ = made_sessions(window, controller, page=page)
    return Restoring(controller, sessions, settings, theme, zoom, lambda: PLACE)


def test_what_is_chosen_and_where_the_window_is_are_there_the_next_time(
    controller: Controller, restoring: Make, zoom: Zoom
) -> None:
    one = restoring(controller, Settings())
    one.begin()
    controller.set_seed(4711)
    zoom.set_percent(125)
    one.end(keep=False)
    found = Settings()
    assert found.geometry() == PLACE
    assert found.values()["theme"] == "dark"
    assert str(found.values()["zoom"]) == "125"
    assert str(found.values()["seed"]) == "4711"


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("opens", [(), ("a.png",), ("a.png", "mine.advgui")])
def test_the_drawing_comes_back_unless_a_session_is_opened_in_its_place(
    controller: Controller, restoring: Make, kept: bool, opens: tuple[str, ...]
) -> None:
    one = restoring(controller, Settings())
    one.begin()
    drawn = controller.state.image
    one.end(keep=kept)
    later = Controller(fresh(seed=None))
    again = restoring(later, Settings())
    try:
        again.begin(opens)
        back = "mine.advgui" not in opens
        assert (later.state.image == drawn).all() == back
        assert later.state.drawing.empty != back
    finally:
        again.end(keep=False)
        later.close()
    third = Controller(fresh(seed=None))
    at_last = restoring(third, Settings())
    at_last.begin()
    assert (third.state.image == drawn).all()
    at_last.end(keep=False)
    third.close()


def test_nobodys_settings_are_not_touched(
    controller: Controller, restoring: Make, zoom: Zoom
) -> None:
    one = restoring(controller, NoSettings())
    one.begin()
    controller.set_seed(4711)
    zoom.set_percent(125)
    one.end(keep=True)
    assert Settings().geometry().isEmpty()
    assert not Settings().values()


def left_with_runs(controller: Controller, restoring: Make) -> LabState:
    """A window that was ended abruptly after some runs."""
    one = restoring(controller, Settings())
    one.begin()
    controller.go(busy())
    one.end(keep=True)
    return controller.state


def answer(name: str) -> None:
    """Press a button of the question that is asked at the start."""
    (dialog,) = asked()
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


@pytest.fixture
def later(qapp: object) -> Iterator[Controller]:
    made = Controller(fresh(seed=None))
    yield made
    made.close()


def test_runs_come_back_once_their_user_says_so(
    controller: Controller, restoring: Make, later: Controller
) -> None:
    before = left_with_runs(controller, restoring)
    again = restoring(later, Settings())
    again.begin()
    assert len(later.state.runs) == 0
    answer("give-back")
    assert [kept.number for kept in later.state.runs] == [1, 2, 3]
    assert later.state.run is not None
    assert (later.state.image == before.image).all()
    again.end(keep=False)


def test_a_window_that_starts_again_has_all_of_it_unasked(
    controller: Controller, restoring: Make, later: Controller
) -> None:
    one = restoring(controller, Settings())
    one.begin()
    controller.go(busy())
    one.keep_all()
    one.end(keep=True)
    second = restoring(later, Settings())
    second.begin(give_back=True)
    assert not asked()
    assert [kept.number for kept in later.state.runs] == [1, 2, 3]
    assert (later.state.image == controller.state.image).all()
    second.end(keep=False)


def test_a_window_that_starts_again_with_a_drawing_alone_says_that_all_is_back(
    controller: Controller, restoring: Make, later: Controller
) -> None:
    one = restoring(controller, Settings())
    one.begin()
    one.keep_all()
    one.end(keep=True)
    second = restoring(later, Settings())
    second.begin(give_back=True)
    assert later.state.message.words == "All is back as it was: a drawing."
    assert (later.state.image == controller.state.image).all()
    second.end(keep=False)


def test_what_cannot_be_kept_is_told_before_anything_is_closed(
    controller: Controller, restoring: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match="Nothing can be kept"):
        restoring(controller, NoSettings()).keep_all()

    def full(folder: KeptFolder, snapshot: Snapshot) -> None:
        raise SessionFileError("session.json: cannot be written (No space left on device).")

    one = restoring(controller, Settings())
    one.begin()
    monkeypatch.setattr(KeptFolder, "keep", full)
    with pytest.raises(BadInput, match="No space left"):
        one.keep_all()
    one.end(keep=False)


def test_what_is_let_go_is_gone(
    controller: Controller, restoring: Make, later: Controller, qtbot: QtBot
) -> None:
    left_with_runs(controller, restoring)
    again = restoring(later, Settings())
    again.begin()
    answer("anew")
    assert len(later.state.runs) == 0
    again.end(keep=True)
    third = restoring(later, Settings())
    third.begin()
    assert not asked()
    third.end(keep=False)


@pytest.mark.parametrize("how", ["later", "escape", "closed"])
def test_what_is_left_for_later_is_asked_again(
    how: str, controller: Controller, restoring: Make, later: Controller, qtbot: QtBot
) -> None:
    left_with_runs(controller, restoring)
    again = restoring(later, Settings())
    again.begin()
    if how != "closed":
        answer("later") if how == "later" else asked()[0].reject()  # type: ignore[attr-defined]
        qtbot.wait(10)
        later.set_seed(4711)  # what is made now is kept beside it
    again.end(keep=False)
    for dialog in asked():
        dialog.close()
    third = restoring(later, Settings())
    third.begin()
    answer("anew")
    third.end(keep=False)


def asked() -> list[QWidget]:
    """The questions that are open."""
    widgets = QApplication.topLevelWidgets()
    return [one for one in widgets if one.objectName() == "recovering" and one.isVisible()]


def test_drawings_of_several_windows_come_back_on_one_sheet(
    controller: Controller, restoring: Make, later: Controller
) -> None:
    second = Controller(fresh(seed=None))
    second.draw_strokes((LINE,))
    windows = [restoring(one, Settings()) for one in (controller, second)]
    for one in windows:
        one.begin()
    second.draw_strokes((LINE, LINE[::-1]))
    drawn = [controller.state.image, second.state.image]
    for one in windows:
        one.end(keep=True)
    second.close()
    again = restoring(later, Settings())
    again.begin()
    assert "2 windows have left a drawing each" in str(later.state.message)
    seen = [later.state.image]
    while later.state.history.can_undo:
        later.undo()
        seen.append(later.state.image)
    assert all(any((one == image).all() for one in seen) for image in drawn)
    again.end(keep=True)
    third = Controller(fresh(seed=None))
    at_last = restoring(third, Settings())
    at_last.begin()
    assert "2 windows" not in str(third.state.message)
    at_last.end(keep=False)
    third.close()


def test_work_under_way_stays_while_drawings_of_others_are_taken_over(
    controller: Controller,
    later: Controller,
    zoom: Zoom,
    tmp_path: Path,
    keep: Callable[[QWidget], QWidget],
) -> None:
    folder = platformdirs.user_state_path("advgui", appauthor=False) / "drawings"
    place = folder / "1.session/fit.safetensors"
    place.parent.mkdir(parents=True)
    for name in ("1", "2"):
        keep_drawing(folder / f"{name}.json", Drawing(strokes=(LINE,)))
    patch = make_fitted_attack("patch", {"images": 24})
    known = Checkpoints()
    fit = next(patch.run(report(), gallery(), goal=3, checkpoints=known))
    FitArtefact(patch, report(), 3, 0, tmp_path).keep(Learning(9, fit), known.now(), place)
    page = OneForAll()
    again = _restoring(keep(QWidget()), later, zoom, Settings(), page)
    again.begin()
    assert "2 windows have left a drawing each" in str(later.state.message)
    assert "“Patch” was still being fitted" in str(later.state.message)
    assert page.goes_on
    again.end(keep=True)
    assert place.exists()
    assert not (folder / "2.json").exists()
