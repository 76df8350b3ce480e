"""A user is asked, sees the download go, can end it at any moment, and is told what failed."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advgui.core.datasets.catalogue import Dataset
from advgui.core.datasets.folders import cache_folder, find_data
from advgui.lab.training.data_download import megabytes
from advgui.ui.training.data_dialog import DataDialog, ask_data
from tests.fake_server import TINY, Mirror, corrupt, described, silent, stall

PATIENCE_MS = 20_000  # a busy machine may take so long


class Asked:
    """A dialog, and a user in front of it."""

    def __init__(self, window: QWidget, dataset: Dataset, qtbot: QtBot) -> None:
        self.got: list[Path] = []
        self.window = window
        self._qtbot = qtbot
        dialog = ask_data(window, dataset, self.got.append)
        assert isinstance(dialog, DataDialog)
        self.dialog: DataDialog = dialog
        self.results: list[int] = []
        dialog.finished.connect(self.results.append)
        qtbot.waitExposed(dialog)

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, f"data-{name}")
        assert isinstance(found, QPushButton)
        return found

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def says(self, name: str) -> str:
        found = self.dialog.findChild(QLabel, f"data-{name}")
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def share(self) -> float:
        bar = self.dialog.findChild(QProgressBar, "data-progress")
        assert isinstance(bar, QProgressBar)
        return bar.value() / bar.maximum()

    def until(self, holds: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def choose(self, folder: Path) -> None:
        self.click("folder")
        chooser = self.dialog.findChild(QFileDialog, "data-choose")
        assert isinstance(chooser, QFileDialog)
        line = chooser.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(folder))
        QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def tiny() -> Dataset:
    return described(TINY)


@pytest.fixture
def own_server(mirror: Mirror, tiny: Dataset, monkeypatch: pytest.MonkeyPatch) -> Mirror:
    mirror.holds(tiny, TINY)
    monkeypatch.setenv("ADVGUI_MIRRORS", mirror.address)
    return mirror


@pytest.fixture
def window(
    own_server: Mirror, qtbot: QtBot, keep: Callable[[QWidget], QWidget], qapp: QApplication
) -> Iterator[QWidget]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, True)
    made = keep(QWidget())
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QCoreApplication.setAttribute(attribute, False)


@pytest.fixture
def asked(window: QWidget, tiny: Dataset, qtbot: QtBot) -> Asked:
    return Asked(window, tiny, qtbot)


def downloads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "download mnist"]


def test_it_is_asked_first_and_nothing_is_sent(asked: Asked, own_server: Mirror) -> None:
    assert asked.says("title") == "Download MNIST?"
    assert "500 digits" in asked.says("offer")
    assert own_server.address.removeprefix("http://") in asked.says("source")
    assert (asked.says("line"), asked.says("error")) == ("", "")
    QTest.qWait(100)
    assert (own_server.asked, downloads()) == ([], [])
    assert asked.button("download").toolTip() == ""
    asked.click("cancel")
    assert (asked.results, asked.got) == ([QDialog.DialogCode.Rejected], [])
    assert own_server.asked == []


def test_a_click_downloads_and_the_folder_is_given(
    asked: Asked, own_server: Mirror, tiny: Dataset
) -> None:
    asked.click("download")
    asked.until(lambda: asked.got)
    assert asked.got == [cache_folder(tiny)] == [find_data(tiny)]
    assert asked.results == [QDialog.DialogCode.Accepted]
    assert {path.name: path.read_bytes() for path in asked.got[0].iterdir()} == TINY


def test_enter_downloads(asked: Asked) -> None:
    QTest.keyClick(asked.dialog, Qt.Key.Key_Return)
    asked.until(lambda: asked.got)


def test_what_comes_is_shown_while_it_comes(
    asked: Asked, own_server: Mirror, tiny: Dataset
) -> None:
    own_server.usual = stall(100_000)
    asked.click("download")
    asked.until(lambda: asked.share() > 0.2)
    asked.until(lambda: asked.says("line").startswith(f"0.1 of {megabytes(tiny.packed)}"))
    assert asked.says("title") == "Downloading MNIST"
    assert asked.says("source") == ""
    assert not asked.button("download").isEnabled()
    assert not asked.button("folder").isEnabled()
    for name in ("download", "folder"):
        assert asked.button(name).toolTip() == "The data is being downloaded"
    bar = asked.dialog.findChild(QProgressBar, "data-progress")
    assert isinstance(bar, QProgressBar)
    assert bar.accessibleDescription() == asked.says("line")
    asked.click("cancel")
    assert not cache_folder(tiny).exists()


def _by_button(asked: Asked) -> None:
    asked.click("cancel")


def _by_key(asked: Asked) -> None:
    QTest.keyClick(asked.dialog, Qt.Key.Key_Escape)


def _by_the_frame(asked: Asked) -> None:
    asked.dialog.close()


def _with_the_window(asked: Asked) -> None:
    asked.window.close()


@pytest.mark.parametrize("answer", [silent, stall(100_000)])
@pytest.mark.parametrize("end", [_by_button, _by_key, _by_the_frame, _with_the_window])
def test_it_ends_at_any_moment_though_the_server_is_silent(
    asked: Asked,
    own_server: Mirror,
    tiny: Dataset,
    answer: Callable[..., None],
    end: Callable[[Asked], None],
) -> None:
    own_server.usual = answer
    asked.click("download")
    asked.until(own_server.stalling.is_set)
    run = asked.dialog._run
    assert run is not None
    end(asked)
    assert next(run, None) is None  # from then on, nothing is written
    assert len(downloads()) == 1  # the thread waits for the server, and nobody for the thread
    assert asked.got == []
    assert not cache_folder(tiny).exists()


def test_what_went_wrong_is_told_and_can_be_tried_again(
    asked: Asked, own_server: Mirror, qtbot: QtBot
) -> None:
    own_server.usual = corrupt
    asked.click("download")
    asked.until(lambda: asked.says("error"))
    host = own_server.address.removeprefix("http://")
    assert f"MNIST cannot be downloaded ({host} sent something else" in asked.says("error")
    assert asked.says("line") == ""
    assert asked.dialog.isVisible()
    assert asked.button("download").text() == "Try again"
    own_server.usual = type(own_server).usual
    asked.click("download")
    asked.until(lambda: asked.got)


def test_a_folder_can_be_chosen_and_is_remembered(
    asked: Asked, own_server: Mirror, tiny: Dataset, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, content in TINY.items():
        (folder / name).write_bytes(content)
    asked.choose(folder)
    asked.until(lambda: asked.got)
    assert asked.got == [folder] == [find_data(tiny)]
    assert own_server.asked == []


def test_a_folder_that_does_not_hold_it_is_refused(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "train-images-idx3-ubyte").write_bytes(b"")
    asked.choose(tmp_path)
    asked.until(lambda: asked.says("error"))
    assert "train-labels-idx1-ubyte is not there" in asked.says("error")
    assert asked.button("download").text() == "Download"
    asked.click("cancel")
    assert asked.got == []


def test_a_mirror_that_is_no_address_is_told(
    window: QWidget, tiny: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVGUI_MIRRORS", "own_server")
    dialog = ask_data(window, tiny, lambda _: None)
    assert "ADVGUI_MIRRORS: own_server is no http" in dialog.accessibleDescription()
    dialog.close()


def test_everything_has_a_name_and_can_be_reached_by_keyboard(asked: Asked) -> None:
    for name in ("download", "folder", "cancel"):
        button = asked.button(name)
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    bar = asked.dialog.findChild(QProgressBar, "data-progress")
    assert isinstance(bar, QProgressBar)
    assert bar.accessibleName() == "Download"
    asked.click("cancel")


def test_the_dialog_does_not_move_its_buttons_while_it_downloads(
    asked: Asked, own_server: Mirror
) -> None:
    own_server.usual = stall(100_000)
    before = asked.dialog.size()
    asked.click("download")
    asked.until(lambda: asked.share() > 0.2)
    assert asked.dialog.size() == before
    asked.click("cancel")
