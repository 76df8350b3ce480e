"""Whoever leaves is asked before a network that was trained here is lost, and can save it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from advgui.core.formats.safetensors_file import load_network
from advgui.core.nn.network import Network
from tests.e2e.train_page import name_it, train_for_long, train_quickly
from tests.e2e.user import SEVEN, User


def leave(user: User) -> str:
    """Press Ctrl+Q, where something is asked: what."""
    user.press("Ctrl+Q")
    return user.dialog(QDialog, "closing").accessibleDescription()


def questions(user: User) -> list[str]:
    """What is asked now."""
    asked = user.window.findChildren(QDialog, "closing")
    return [dialog.accessibleDescription() for dialog in asked if dialog.isVisible()]


class Clicked(QCloseEvent):
    """What comes where the cross in the title bar is clicked, which no test can."""

    def spontaneous(self) -> bool:
        return True


def click_the_windows_own_button(user: User) -> bool:
    """Whether it closes the window."""
    event = Clicked()
    QApplication.sendEvent(user.window, event)
    return event.isAccepted()


def stays(user: User) -> bool:
    """Whether the window is there, and asks nothing."""
    return user.window.isVisible() and not questions(user)


def is_file_of(path: Path, network: Network) -> bool:
    """Whether what was saved is the very network."""
    saved = load_network(path)
    return saved.card == network.card and all(
        (ours == theirs).all()
        for one, other in zip(network.layers, saved.layers, strict=True)
        for ours, theirs in zip(one.weights.values(), other.weights.values(), strict=True)
    )


def test_ctrl_q_asks_once_before_a_trained_network_is_lost(train_user: User) -> None:
    train_quickly(train_user)
    leave(train_user)
    assert not click_the_windows_own_button(train_user)
    assert questions(train_user) == ["“Mine” is kept in this window alone, and in no file yet."]
    train_user.click("stay")
    assert stays(train_user)
    assert train_user.state.network.name == "Mine"


def test_the_windows_own_button_asks_and_escape_stays(train_user: User) -> None:
    train_quickly(train_user)
    assert not click_the_windows_own_button(train_user)
    train_user.dialog(QDialog, "closing")
    assert len(questions(train_user)) == 1
    train_user.press("Esc")
    assert stays(train_user)


def test_it_can_be_left_without_saving(train_user: User, tmp_path: Path) -> None:
    train_quickly(train_user)
    before = sorted(tmp_path.rglob("*"))
    leave(train_user)
    train_user.click("end")
    assert not train_user.window.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


def test_it_is_saved_by_the_keyboard_and_the_window_closes(
    train_user: User, tmp_path: Path
) -> None:
    train_quickly(train_user)
    network, path = train_user.state.network, tmp_path / "mine.safetensors"
    leave(train_user)
    train_user.press("Return")
    train_user.answer("save-network", path)
    train_user.wait_until(lambda: not train_user.window.isVisible())
    assert is_file_of(path, network)


def test_the_answers_are_walked_through_by_tab(train_user: User) -> None:
    train_quickly(train_user)
    leave(train_user)
    walked = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        walked.append(focus.objectName())
        train_user.press("Tab")
    assert walked[0] == "save"
    assert set(walked) == {"save", "end", "stay"}


def test_all_are_named_and_saved_one_after_the_other(train_user: User, tmp_path: Path) -> None:
    train_quickly(train_user)
    first = train_user.state.network
    train_user.type_number("train-seed", 1)
    train_again(train_user)
    second = train_user.state.network
    assert second.card.title == "Mine 2"
    assert (
        leave(train_user)
        == "“Mine” and “Mine 2” are kept in this window alone, and in no file yet."
    )
    train_user.click("save")
    train_user.answer("save-network", tmp_path / "one.safetensors")
    assert train_user.window.isVisible()
    train_user.answer("save-network", tmp_path / "two.safetensors")
    train_user.wait_until(lambda: not train_user.window.isVisible())
    assert is_file_of(tmp_path / "one.safetensors", first)
    assert is_file_of(tmp_path / "two.safetensors", second)


def test_whoever_gives_up_saving_stays(train_user: User) -> None:
    train_quickly(train_user)
    leave(train_user)
    train_user.click("save")
    train_user.find(QFileDialog, "save-network").reject()
    assert stays(train_user)
    assert leave(train_user)


@pytest.mark.parametrize("by", ["page", "menu"])
def test_nothing_is_asked_about_what_was_saved(train_user: User, tmp_path: Path, by: str) -> None:
    train_quickly(train_user)
    if by == "page":
        train_user.select("network", "report")
        train_user.click("train-save")
    else:
        train_user.choose_action("save-network")
    train_user.answer("save-network", tmp_path / "mine.safetensors")
    train_user.press("Ctrl+Q")
    assert not train_user.window.isVisible()


def test_nothing_is_asked_where_nothing_was_trained(user: User) -> None:
    user.draw(SEVEN)
    user.press("Ctrl+Q")
    assert not user.window.isVisible()


def test_a_program_that_closes_the_window_is_not_asked(train_user: User) -> None:
    train_quickly(train_user)
    train_for_long(train_user)
    train_user.window.close()
    assert not train_user.window.isVisible()


# While a network is being trained


def test_leaving_a_training_asks_and_one_can_stay(train_user: User) -> None:
    name_it(train_user, "Long")
    train_for_long(train_user)
    leave(train_user)
    assert not click_the_windows_own_button(train_user)
    (question,) = questions(train_user)  # that depends on whether it is written down yet
    assert question.startswith("“Long” is still being trained; ")
    train_user.press("Return")
    assert stays(train_user)
    before = train_user.words("train-state")
    train_user.wait_until(lambda: train_user.words("train-state") != before)


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_ended_with_the_window(
    train_user: User, held: bool, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    train_for_long(train_user)
    if held:
        train_user.click("train-pause")
    leave(train_user)
    train_user.click("end")
    assert not train_user.window.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_stopped_and_saved_with_the_window(
    train_user: User, held: bool, tmp_path: Path
) -> None:
    train_for_long(train_user)
    if held:
        train_user.click("train-pause")
    leave(train_user)
    train_user.click("save")
    train_user.wait_until(lambda: train_user.window.findChild(QFileDialog, "save-network"))
    path = tmp_path / "early.safetensors"
    train_user.answer("save-network", path)
    train_user.wait_until(lambda: not train_user.window.isVisible())
    assert "stopped after" in load_network(path).card.training


def train_again(user: User) -> None:
    """The same again, with another seed."""
    known = user.state.network
    user.click("train-start")
    user.wait_until(lambda: user.state.network is not known)
