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


def test_ctrl_q_asks_once_before_a_trained_network_is_lost(pupil: User) -> None:
    train_quickly(pupil)
    leave(pupil)
    assert not click_the_windows_own_button(pupil)
    assert questions(pupil) == ["“Mine” has not been saved."]
    pupil.click("stay")
    assert stays(pupil)
    assert pupil.state.network.name == "Mine"


def test_the_windows_own_button_asks_and_escape_stays(pupil: User) -> None:
    train_quickly(pupil)
    assert not click_the_windows_own_button(pupil)
    pupil.dialog(QDialog, "closing")
    assert len(questions(pupil)) == 1
    pupil.press("Esc")
    assert stays(pupil)


def test_it_can_be_left_without_saving(pupil: User, tmp_path: Path) -> None:
    train_quickly(pupil)
    before = sorted(tmp_path.rglob("*"))
    leave(pupil)
    pupil.click("end")
    assert not pupil.window.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


def test_it_is_saved_by_the_keyboard_and_the_window_closes(pupil: User, tmp_path: Path) -> None:
    train_quickly(pupil)
    network, path = pupil.state.network, tmp_path / "mine.safetensors"
    leave(pupil)
    pupil.press("Return")
    pupil.answer("save-network", path)
    pupil.wait_until(lambda: not pupil.window.isVisible())
    assert is_file_of(path, network)


def test_the_answers_are_walked_through_by_tab(pupil: User) -> None:
    train_quickly(pupil)
    leave(pupil)
    walked = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        walked.append(focus.objectName())
        pupil.press("Tab")
    assert walked[0] == "save"
    assert set(walked) == {"save", "end", "stay"}


def test_all_are_named_and_saved_one_after_the_other(pupil: User, tmp_path: Path) -> None:
    train_quickly(pupil)
    first = pupil.state.network
    pupil.type_number("train-seed", 1)
    train_again(pupil)
    second = pupil.state.network
    assert second.card.title == "Mine 2"
    assert leave(pupil) == "“Mine” and “Mine 2” have not been saved."
    pupil.click("save")
    pupil.answer("save-network", tmp_path / "one.safetensors")
    assert pupil.window.isVisible()
    pupil.answer("save-network", tmp_path / "two.safetensors")
    pupil.wait_until(lambda: not pupil.window.isVisible())
    assert is_file_of(tmp_path / "one.safetensors", first)
    assert is_file_of(tmp_path / "two.safetensors", second)


def test_whoever_gives_up_saving_stays(pupil: User) -> None:
    train_quickly(pupil)
    leave(pupil)
    pupil.click("save")
    pupil.find(QFileDialog, "save-network").reject()
    assert stays(pupil)
    assert leave(pupil)


@pytest.mark.parametrize("by", ["page", "menu"])
def test_nothing_is_asked_about_what_was_saved(pupil: User, tmp_path: Path, by: str) -> None:
    train_quickly(pupil)
    if by == "page":
        pupil.select("network", "report")
        pupil.click("train-save")
    else:
        pupil.choose_action("save-network")
    pupil.answer("save-network", tmp_path / "mine.safetensors")
    pupil.press("Ctrl+Q")
    assert not pupil.window.isVisible()


def test_nothing_is_asked_where_nothing_was_trained(user: User) -> None:
    user.draw(SEVEN)
    user.press("Ctrl+Q")
    assert not user.window.isVisible()


def test_a_program_that_closes_the_window_is_not_asked(pupil: User) -> None:
    train_quickly(pupil)
    train_for_long(pupil)
    pupil.window.close()
    assert not pupil.window.isVisible()


# While a network is being trained


def test_leaving_a_training_asks_and_one_can_stay(pupil: User) -> None:
    name_it(pupil, "Long")
    train_for_long(pupil)
    leave(pupil)
    assert not click_the_windows_own_button(pupil)
    assert questions(pupil) == ["“Long” is still being trained; closing the window ends that."]
    pupil.press("Return")
    assert stays(pupil)
    before = pupil.words("train-state")
    pupil.wait_until(lambda: pupil.words("train-state") != before)


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_ended_with_the_window(pupil: User, held: bool, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    train_for_long(pupil)
    if held:
        pupil.click("train-pause")
    leave(pupil)
    pupil.click("end")
    assert not pupil.window.isVisible()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("held", [True, False])
def test_a_training_can_be_stopped_and_saved_with_the_window(
    pupil: User, held: bool, tmp_path: Path
) -> None:
    train_for_long(pupil)
    if held:
        pupil.click("train-pause")
    leave(pupil)
    pupil.click("save")
    pupil.wait_until(lambda: pupil.window.findChild(QFileDialog, "save-network"))
    path = tmp_path / "early.safetensors"
    pupil.answer("save-network", path)
    pupil.wait_until(lambda: not pupil.window.isVisible())
    assert "stopped after" in load_network(path).card.training


def train_again(user: User) -> None:
    """The same again, with another seed."""
    known = user.state.network
    user.click("train-start")
    user.wait_until(lambda: user.state.network is not known)
