"""A user without MNIST gets it in the window, and never without having been asked."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from advgui.core.datasets.catalogue import MNIST, PEN_DIGITS
from advgui.core.datasets.download import lacking
from advgui.core.datasets.folders import cache_folder
from advgui.ui.training.data_dialog import DataDialog
from tests.e2e.conftest import Start
from tests.e2e.user import User
from tests.fake_server import Mirror, corrupt, serve, stall


@pytest.fixture
def own_server(
    mnist: Path, pendigits: Path, mirror: Mirror, monkeypatch: pytest.MonkeyPatch
) -> Mirror:
    """A mirror with the real files, which the program is told of; there is no data yet."""
    for folder in (mnist, pendigits):
        for path in folder.glob("*.gz"):
            mirror.files[f"/{folder.name}/{path.name}"] = path.read_bytes()
    monkeypatch.setenv("ADVGUI_MIRRORS", mirror.address)
    return mirror


@pytest.fixture
def train_user(own_server: Mirror, start: Start) -> Iterator[User]:
    """A user who has come to the Train page."""
    with start() as user:
        user.choose_action("page-train")
        yield user


def dialog(user: User) -> DataDialog | None:
    """The question, if it is asked."""
    found = user.window.findChild(DataDialog, "data")
    return found if found is not None and found.isVisible() else None


def is_gone(user: User) -> bool:
    """Whether the question is over, and its dialog no more."""
    return user.window.findChild(DataDialog, "data") is None


def says(user: User, name: str) -> str:
    label = user.find(QLabel, name)
    return label.text() if label.isVisible() else ""


def may_train(user: User) -> bool:
    return user.find(QPushButton, "train-start").isEnabled()


def test_nothing_is_downloaded_or_asked_before_the_user_wants_it(
    train_user: User, own_server: Mirror
) -> None:
    assert dialog(train_user) is None
    assert not may_train(train_user)
    assert "MNIST is not on this computer" in says(train_user, "data-card-words")
    QTest.qWait(200)
    train_user.click("data-get")
    assert dialog(train_user) is not None
    assert "11.6 MB to download" in says(train_user, "data-offer")
    train_user.click("data-cancel")
    assert own_server.asked == []
    assert not cache_folder(MNIST).exists()


def test_mnist_is_downloaded_and_there_the_next_time(own_server: Mirror, start: Start) -> None:
    with start() as user:
        user.choose_action("page-train")
        user.click("data-get")
        user.click("data-download")
        user.wait_until(lambda: is_gone(user))
        assert "MNIST is not" not in says(user, "data-card-words")
    assert not lacking(MNIST, cache_folder(MNIST))
    assert len(own_server.asked) == len(MNIST.files)
    with start() as user:
        user.choose_action("page-train")
        user.select("architecture", "report")
        assert may_train(user)
    assert len(own_server.asked) == len(MNIST.files)


def test_who_wants_pen_strokes_is_asked_for_them_too(train_user: User, own_server: Mirror) -> None:
    train_user.select("architecture", "convolutional")
    for dataset in (MNIST, PEN_DIGITS):
        if dataset is PEN_DIGITS:
            assert may_train(train_user)  # without them
            train_user.find(QCheckBox, "pen").click()
            assert not may_train(train_user)
        assert dataset.first_words in says(train_user, "data-card-words")
        train_user.click("data-get")
        train_user.click("data-download")
        train_user.wait_until(lambda: is_gone(train_user))
    assert may_train(train_user)
    assert not lacking(PEN_DIGITS, cache_folder(PEN_DIGITS))


def test_after_a_failure_it_can_be_tried_again(train_user: User, own_server: Mirror) -> None:
    own_server.usual = corrupt
    train_user.click("data-get")
    train_user.click("data-download")
    train_user.wait_until(lambda: says(train_user, "data-error"))
    assert "sent something else than the file" in says(train_user, "data-error")
    own_server.usual = serve
    train_user.click("data-download")
    train_user.wait_until(lambda: is_gone(train_user))
    assert not lacking(MNIST, cache_folder(MNIST))


def test_a_folder_of_ones_own_will_do(train_user: User, own_server: Mirror, mnist: Path) -> None:
    train_user.click("data-get")
    train_user.click("data-folder")
    line = train_user.find(QFileDialog, "data-choose").findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(mnist))
    QTest.keySequence(line, "Return")
    train_user.wait_until(lambda: is_gone(train_user))
    train_user.select("architecture", "report")
    assert may_train(train_user)
    assert own_server.asked == []


def test_the_window_closes_in_the_middle_of_a_download(
    train_user: User, own_server: Mirror
) -> None:
    own_server.usual = stall(1_000_000)
    train_user.click("data-get")
    train_user.click("data-download")
    train_user.wait_until(own_server.stalling.is_set)
    train_user.window.close()
    assert not train_user.window.isVisible()
    assert dialog(train_user) is None
    waiting = [one for one in threading.enumerate() if one.name == "download mnist"]
    assert [one.daemon for one in waiting] == [True]
    assert not cache_folder(MNIST).exists()


def test_every_button_of_the_question_can_be_seen(train_user: User) -> None:
    train_user.click("data-get")
    asked = dialog(train_user)
    assert asked is not None
    for name in ("data-download", "data-folder", "data-cancel"):
        button = train_user.find(QWidget, name)
        assert asked.rect().contains(button.rect().translated(button.mapTo(asked, QPoint())))
    train_user.wait_until(asked.isActiveWindow)
    train_user.press("Esc")
    assert dialog(train_user) is None
