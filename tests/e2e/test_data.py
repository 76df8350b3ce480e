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
def pupil(own_server: Mirror, start: Start) -> Iterator[User]:
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
    pupil: User, own_server: Mirror
) -> None:
    assert dialog(pupil) is None
    assert not may_train(pupil)
    assert "MNIST is not on this computer" in says(pupil, "data-card-words")
    QTest.qWait(200)
    pupil.click("data-get")
    assert dialog(pupil) is not None
    assert "11.6 MB to download" in says(pupil, "data-offer")
    pupil.click("data-cancel")
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


def test_who_wants_pen_strokes_is_asked_for_them_too(pupil: User, own_server: Mirror) -> None:
    pupil.select("architecture", "convolutional")
    for dataset in (MNIST, PEN_DIGITS):
        if dataset is PEN_DIGITS:
            assert may_train(pupil)  # without them
            pupil.find(QCheckBox, "pen").click()
            assert not may_train(pupil)
        assert dataset.first_words in says(pupil, "data-card-words")
        pupil.click("data-get")
        pupil.click("data-download")
        pupil.wait_until(lambda: is_gone(pupil))
    assert may_train(pupil)
    assert not lacking(PEN_DIGITS, cache_folder(PEN_DIGITS))


def test_after_a_failure_it_can_be_tried_again(pupil: User, own_server: Mirror) -> None:
    own_server.usual = corrupt
    pupil.click("data-get")
    pupil.click("data-download")
    pupil.wait_until(lambda: says(pupil, "data-error"))
    assert "sent something else than the file" in says(pupil, "data-error")
    own_server.usual = serve
    pupil.click("data-download")
    pupil.wait_until(lambda: is_gone(pupil))
    assert not lacking(MNIST, cache_folder(MNIST))


def test_a_folder_of_ones_own_will_do(pupil: User, own_server: Mirror, mnist: Path) -> None:
    pupil.click("data-get")
    pupil.click("data-folder")
    line = pupil.find(QFileDialog, "data-choose").findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(mnist))
    QTest.keySequence(line, "Return")
    pupil.wait_until(lambda: is_gone(pupil))
    pupil.select("architecture", "report")
    assert may_train(pupil)
    assert own_server.asked == []


def test_the_window_closes_in_the_middle_of_a_download(pupil: User, own_server: Mirror) -> None:
    own_server.usual = stall(1_000_000)
    pupil.click("data-get")
    pupil.click("data-download")
    pupil.wait_until(own_server.stalling.is_set)
    pupil.window.close()
    assert not pupil.window.isVisible()
    assert dialog(pupil) is None
    waiting = [one for one in threading.enumerate() if one.name == "download mnist"]
    assert [one.daemon for one in waiting] == [True]
    assert not cache_folder(MNIST).exists()


def test_every_button_of_the_question_can_be_seen(pupil: User) -> None:
    pupil.click("data-get")
    asked = dialog(pupil)
    assert asked is not None
    for name in ("data-download", "data-folder", "data-cancel"):
        button = pupil.find(QWidget, name)
        assert asked.rect().contains(button.rect().translated(button.mapTo(asked, QPoint())))
    pupil.wait_until(asked.isActiveWindow)
    pupil.press("Esc")
    assert dialog(pupil) is None
