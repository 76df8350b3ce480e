"""Whoever has no mouse answers every dialog: Tab goes to a button, Enter presses it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.e2e.conftest import Start
from tests.e2e.user import SEVEN, User
from tests.fake_datasets import write_folders

Ask = Callable[[User], None]


@pytest.fixture
def user(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """A user with data to train on, who trains nothing any more in the end."""
    write_folders(tmp_path / "data")
    monkeypatch.setenv("ADVGUI_DATA", str(tmp_path / "data"))
    with start() as one:
        yield one
        one.end_training()


def train_and_quit(user: User) -> None:
    user.choose_action("page-train")
    user.select("architecture", "softmax")
    user.type_number("epochs", 10_000)
    user.click("train-start")
    user.wait_until(lambda: user.words("train-state").startswith("Epoch"))
    user.choose_action("quit")


def attack_and_save(user: User) -> None:
    user.make_it_quick()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_finished()
    user.choose_action("save")


def open_rubbish(user: User) -> None:
    Path("rubbish.png").write_bytes(b"rubbish")
    user.open(Path("rubbish.png").absolute())
    user.wait_until(lambda: isinstance(user.window.findChild(QDialog, "error"), QDialog))


ASKED: dict[str, tuple[Ask, int]] = {
    "about": (lambda user: user.choose_action("about"), 1),
    "error": (open_rubbish, 1),
    "closing": (train_and_quit, 3),
    "save-folder": (attack_and_save, 3),
    "save-network": (lambda user: user.choose_action("save-network"), 2),
    "open-drawing": (lambda user: user.choose_action("open"), 1),
}


def shown(user: User, name: str) -> QDialog:
    user.wait_until(lambda: user.find(QDialog, name).isActiveWindow())
    return user.find(QDialog, name)


def buttons(dialog: QDialog) -> list[QPushButton]:
    return [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]


def walk_to(button: QPushButton) -> None:
    """Press Tab until the button has the focus."""
    for _ in range(40):
        if button.hasFocus():
            return
        QTest.keyClick(QApplication.focusWidget() or button, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {button.text()}")


@pytest.mark.parametrize(("name", "number"), [(n, i) for n in ASKED for i in range(ASKED[n][1])])
def test_enter_presses_the_button_that_has_the_focus(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    monkeypatch.chdir(tmp_path)
    ASKED[name][0](user)
    answers = buttons(shown(user, name))
    pressed: list[int] = []
    for index, button in enumerate(answers):
        button.clicked.connect(lambda _=False, index=index: pressed.append(index))
    walk_to(answers[number])
    QTest.keyClick(answers[number], Qt.Key.Key_Return)
    assert pressed == [number]


@pytest.mark.parametrize("name", ASKED)
def test_escape_leaves_a_dialog(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ASKED[name][0](user)
    dialog = shown(user, name)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert user.window.isVisible()
    assert not any(d.isVisible() for d in user.window.findChildren(QDialog, name))


def test_a_training_goes_on_where_nothing_but_enter_is_pressed(user: User) -> None:
    train_and_quit(user)
    dialog = shown(user, "closing")
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)
    assert user.window.isVisible()
    assert user.words("train-state").startswith("Epoch")
