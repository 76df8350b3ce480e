"""The window can be closed at any moment, and leaves nothing behind (see tests/leaks.py)."""

import gc
import weakref

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advgui.__main__ import main
from advgui.ui.session.autosave import DELAY_MS
from tests.e2e.conftest import Inside, Start, close, open_window
from tests.e2e.fitting import attack
from tests.e2e.user import SEVEN, User


def test_the_program_ends_with_its_window(application: QApplication, qtbot: QtBot) -> None:
    kept = []

    def quit_it() -> None:
        kept.append(open_window())
        qtbot.waitUntil(kept[0].isActiveWindow)
        QTest.keySequence(kept[0], "Ctrl+Q")

    QTimer.singleShot(0, application, quit_it)
    assert main([]) == 0
    assert not kept[0].isVisible()
    close(kept[0])


def test_nothing_holds_it_or_what_was_made_in_it_afterwards(start: Start) -> None:
    with start() as user:
        window = user.window
        attack(user)
        for page in window.pages.pages:
            window.pages.choose(page.name)
            QApplication.processEvents()
        held = [window, window.controller, user.state.image, *window.pages.pages]
        left = [weakref.ref(one) for one in held]
        del user, window, page, held
    gc.collect()
    assert [one() for one in left if one() is not None] == []


def test_right_after_it_was_shown(inside: Inside) -> None:
    inside(lambda user: ended(user))


def test_during_an_attack(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.click("attack-every")
    user.wait_until_running()
    ended(user)


def test_before_an_attack_has_begun(user: User) -> None:
    user.draw(SEVEN)
    user.press(str(user.other()))
    ended(user)


def test_while_a_stop_is_on_its_way(user: User) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_running()
    user.press("Esc")
    ended(user)


def test_while_a_digit_is_being_written(user: User) -> None:
    user.click_cell("gallery", 5)
    assert user.canvas.replaying
    ended(user)
    assert not user.canvas.replaying


def test_while_the_pen_is_down(user: User) -> None:
    user.pen_down(SEVEN)
    ended(user)


def test_a_pen_that_is_lifted_after_the_end_is_no_error(user: User) -> None:
    user.pen_down(SEVEN)
    ended(user)
    user.pen_up(SEVEN)
    QTest.qWait(2 * DELAY_MS)


def test_while_a_run_is_played(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_finished()
    user.click("step-first")
    user.click("step-play")
    ended(user)


def test_while_a_dialog_is_open(user: User) -> None:
    user.choose_action("about")
    user.choose_action("open")
    ended(user)


def ended(user: User) -> None:
    """The window closes at once, as its user wants it."""
    assert user.window.close()
    assert not user.window.isVisible()
