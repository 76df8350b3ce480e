"""What is asked before a window closes, whatever page is at work; see e2e/test_leaving.py, too."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget

from advgui.core.errors import BadInput
from advgui.lab.networks.library import Library
from advgui.ui.pages import Host, Page, Work
from advgui.ui.session.controller import Controller
from advgui.ui.window.closing import Closing
from advgui.ui.window.file_actions import Files
from advgui.ui.window.page_stack import Pages
from advgui.ui.window.sessions import Sessions
from tests.lab.requests import network
from tests.lab.sessions.sessions import busy
from tests.lab.states import fresh

LEFT = Qt.MouseButton.LeftButton


class Busy(Page):
    """A page whose work is told by a test."""

    name, title, order = "busy", "Busy", 1

    def __init__(self) -> None:
        self.doing: Work | None = None
        self.left: list[str] = []

    def make(self, host: Host) -> QWidget:
        return QLabel()

    @property
    def work(self) -> Work | None:
        return self.doing

    @property
    def unsaved(self) -> list[str]:
        return self.left

    def save_unsaved(self, then: Callable[[], None]) -> None:
        self.left.pop(0)
        then()

    def keep_work(self, then: Callable[[], None]) -> None:
        self.doing = None
        then()

    def drop_work(self) -> None:
        self.doing = None


class Window:
    """A window with one page, and nothing unsaved yet."""

    def __init__(self, window: QWidget, controller: Controller) -> None:
        self.window, self.page, self.library = window, Busy(), Library()
        self.controller = controller
        self.pages = pages = Pages([self.page], QLabel(), window)
        pages.tabs.setParent(window)
        files = Files(controller, window)
        self.sessions = Sessions(window, controller, self.library, pages, files)
        self.left_to_go_on = False
        self.closing = Closing(window, self.library, pages, files, self.sessions, self._end)

    def _end(self) -> None:
        self.left_to_go_on = True
        self.window.close()

    def asked(self) -> QDialog:
        found = self.window.findChild(QDialog, "closing")
        assert isinstance(found, QDialog)
        return found

    def offered(self) -> list[str]:
        return [button.objectName() for button in self.asked().findChildren(QPushButton)]

    def words(self, name: str) -> str:
        button = self.asked().findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button.text().replace("&", "")

    def press(self, name: str) -> None:
        button = self.asked().findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, LEFT)


@pytest.fixture
def window(qapp: QApplication, keep: Callable[[QWidget], QWidget]) -> Iterator[Window]:
    controller = Controller(fresh())
    made = Window(keep(QWidget()), controller)
    made.window.show()
    yield made
    controller.close()


def test_a_window_in_which_nothing_would_be_lost_may_close(window: Window) -> None:
    assert window.closing.may_close()
    assert window.window.findChild(QDialog, "closing") is None


@pytest.mark.parametrize(
    ("worth_keeping", "answers"), [(False, {"end", "stay"}), (True, {"save", "end", "stay"})]
)
def test_work_on_any_page_is_asked_about(
    window: Window, worth_keeping: bool, answers: set[str]
) -> None:
    window.page.doing = Work("Long", worth_keeping)
    assert not window.closing.may_close()
    assert "“Long” is still being trained" in window.asked().accessibleDescription()
    assert set(window.offered()) == answers
    window.press("stay")
    assert window.window.isVisible()


def test_work_can_be_ended_and_kept_and_the_window_closes(window: Window) -> None:
    window.page.doing = Work("Long", worth_keeping=True)
    window.closing.may_close()
    window.press("save")
    assert not window.page.work
    assert not window.window.isVisible()


def test_work_that_is_written_down_can_go_on_the_next_time(window: Window) -> None:
    window.page.doing = Work("Long", worth_keeping=True, kept=True)
    assert not window.closing.may_close()
    assert set(window.offered()) == {"save", "later", "end", "stay"}
    window.press("later")
    assert window.left_to_go_on
    assert window.page.work is not None
    assert not window.window.isVisible()


def test_work_that_could_not_go_on_keeps_a_window_from_starting_again(window: Window) -> None:
    window.closing.require_nothing_lost()
    window.page.doing = Work("Long", worth_keeping=True)
    with pytest.raises(BadInput, match="“Long” is still being made"):
        window.closing.require_nothing_lost()
    window.page.doing = Work("Long", worth_keeping=True, kept=True)
    window.closing.require_nothing_lost()


def test_works_of_several_pages_are_asked_about_at_once(window: Window) -> None:
    window.page.doing = Work("Long", worth_keeping=True, kept=True)
    other = Busy()
    other.doing = Work("Patch", worth_keeping=True, kept=True, fitted=True)
    window.pages.pages = (window.page, other)
    assert not window.closing.may_close()
    words = window.asked().accessibleDescription()
    assert "“Long” is still being trained; it can go on the next time." in words
    assert "“Patch” is still being fitted; it can go on the next time." in words
    window.press("save")
    assert (window.page.work, other.work) == (None, None)


def test_work_of_a_window_that_is_closed_without_saving_is_let_go(window: Window) -> None:
    window.page.doing = Work("Long", worth_keeping=True, kept=True)
    assert not window.closing.may_close()
    window.press("end")
    assert window.page.work is None
    assert not window.left_to_go_on


def test_what_is_not_saved_is_named_and_can_be(window: Window) -> None:
    window.library.add(network(), trained=True)
    assert not window.closing.may_close()
    assert (
        "“small” is kept in this window alone, and in no file yet"
        in window.asked().accessibleDescription()
    )
    window.press("save")
    dialog = window.window.findChild(QFileDialog, "save-network")
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert window.window.isVisible()


def test_a_window_can_be_closed_without_saving(window: Window) -> None:
    window.library.add(network(), trained=True)
    window.closing.may_close()
    window.press("end")
    assert not window.window.isVisible()


def test_what_was_made_on_a_page_is_named_and_saved_one_after_the_other(window: Window) -> None:
    window.page.left = ["A patch", "Another"]
    assert not window.closing.may_close()
    assert (
        "“A patch” and “Another” are kept in this window alone, and in no file yet"
        in window.asked().accessibleDescription()
    )
    window.press("save")
    assert window.page.left == []
    assert not window.window.isVisible()


def test_runs_that_are_in_no_file_are_asked_about_and_saved_in_a_session(window: Window) -> None:
    window.controller.go(busy())
    assert not window.closing.may_close()
    assert window.asked().accessibleDescription() == "3 runs are in no file yet."
    assert window.offered() == ["save", "end", "stay"]
    assert window.words("save") == "Save…"
    window.press("save")
    dialog = window.window.findChild(QFileDialog, "save-session")
    assert isinstance(dialog, QFileDialog)
    dialog.close()


def test_saving_that_asks_for_no_file_has_no_dots(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sessions, "asks", False)
    window.page.left = ["A patch"]  # which the session holds, too
    window.controller.go(busy())
    window.closing.may_close()
    assert window.words("save") == "Save"
    window.press("stay")
