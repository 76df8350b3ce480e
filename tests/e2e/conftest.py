"""Starts the program as its users do, through ``main``, and puts a user in front of it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advgui.__main__ import main
from advgui.ui.window.window import MainWindow
from tests.e2e.user import User
from tests.fake_datasets import write_folders

Start = Callable[..., AbstractContextManager[User]]
Inside = Callable[[Callable[[User], None]], None]


def close(window: MainWindow) -> None:
    """Close a window and all that is in it."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_window() -> MainWindow:
    """The window that is open, the only one."""
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    return window


@pytest.fixture
def start(
    qtbot: QtBot, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Opens a window by ``main`` with some arguments, and closes it in the end.

    The event loop of ``main`` ends as soon as it begins: the test turns its own, in which
    an error in a slot fails it.
    """
    kept: list[MainWindow] = []

    def end_at_once(*_: object) -> int:
        kept.append(open_window())
        return 0

    @contextmanager
    def opened(*arguments: str | Path) -> Iterator[User]:
        assert main([str(argument) for argument in arguments]) == 0
        window = kept.pop()
        try:
            qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
            user = User(window, qtbot)
            QApplication.processEvents()
            user.wait_until_open()
            yield user
        finally:
            close(window)

    with monkeypatch.context() as patch:
        patch.setattr(QApplication, "exec", end_at_once)
        yield opened


@pytest.fixture
def user(start: Start) -> Iterator[User]:
    """A user in front of a window that was started for the first time."""
    with start() as one:
        yield one


@pytest.fixture
def inside(qtbot: QtBot, application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Inside:
    """Has a user do something in place of the event loop, while ``main`` is at work."""

    def run(act: Callable[[User], None]) -> None:
        def exec_(*_: object) -> int:
            window = open_window()
            try:
                act(User(window, qtbot))
            finally:
                close(window)
            return 0

        with monkeypatch.context() as patch:
            patch.setattr(QApplication, "exec", exec_)
            assert main([]) == 0

    return run


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with tiny data sets, which the program is told of."""
    folder = tmp_path / "data"
    write_folders(folder)
    monkeypatch.setenv("ADVGUI_DATA", str(folder))
    return folder


@pytest.fixture
def train_user(data: Path, start: Start) -> Iterator[User]:
    """A user who has come to the Train page."""
    with start() as user:
        user.choose_action("page-train")
        user.find(QWidget, "train-page")
        yield user
        user.end_training()
