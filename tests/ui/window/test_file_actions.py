"""Drawings, networks and outcomes go to files and come back, and no file goes unasked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advgui.core.attacks.fitted import Artefact
from advgui.core.digits.image_file import write_png
from advgui.core.formats.safetensors_file import save_network
from advgui.core.nn.network import Network
from advgui.core.opening import read_network
from advgui.lab.attack.outcome_file import FILES
from advgui.lab.attack.requests import aimed
from advgui.ui.plotting.export import PlotFile
from advgui.ui.session.controller import Controller
from advgui.ui.window.file_actions import Files
from tests.fake_fits import patch
from tests.lab.requests import image, network
from tests.lab.states import ended, other_digit, same
from tests.ui.drawing.gestures import LINE
from tests.ui.find import click, find
from tests.ui.qimages import rgb


@pytest.fixture
def window(application: QApplication, qtbot: QtBot, keep: Callable[[QWidget], QWidget]) -> QWidget:
    made = keep(QWidget())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def files(controller: Controller, window: QWidget) -> Iterator[Files]:
    made = Files(controller, window)
    yield made
    made.opener.cancel()
    made.saver.close()


def told(controller: Controller) -> str:
    return controller.state.message.words


def refused(window: QWidget) -> str:
    """The sentence of the dialog that tells what cannot be."""
    return find(window, QDialog, "error").accessibleDescription()


def answer(window: QWidget, name: str, path: Path) -> None:
    """Type a path into a file dialog, and press Enter."""
    line = find(find(window, QFileDialog, name), QLineEdit, "fileNameEdit")
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_strokes_that_are_saved_are_opened_as_they_were(
    files: Files, controller: Controller, tmp_path: Path
) -> None:
    controller.draw_strokes((LINE,))
    before, path = controller.state.image, tmp_path / "line.strokes"
    files.save_drawing(path)
    assert files.saver.finish()
    assert told(controller) == f"Saved as {path}."
    controller.clear()
    files.open_file(path)
    assert same(controller.state.image, before)
    assert len(controller.state.drawing.strokes) == 1


def test_what_cannot_be_written_is_told_and_nothing_else(
    files: Files, controller: Controller, window: QWidget, tmp_path: Path
) -> None:
    controller.draw_strokes((LINE,))
    before = told(controller)
    files.save_drawing(tmp_path / "nowhere" / "line.strokes")
    assert not files.saver.finish()
    assert "nowhere" in refused(window)
    assert told(controller) == before


@pytest.mark.parametrize(("button", "kept"), [("keep", True), ("replace", False)])
def test_a_file_that_is_there_is_replaced_only_by_who_says_so(
    files: Files, controller: Controller, window: QWidget, tmp_path: Path, button: str, kept: bool
) -> None:
    controller.draw_strokes((LINE,))
    path = tmp_path / "mine.strokes"
    path.write_text("precious")
    files.ask_drawing_file()
    answer(window, "save-drawing", path)
    assert (
        "mine.strokes is already there"
        in find(window, QDialog, "replacing").accessibleDescription()
    )
    click(window, button)
    files.saver.finish()
    assert (path.read_text() == "precious") == kept


def test_a_network_that_is_saved_is_the_same_one(
    files: Files, controller: Controller, tmp_path: Path, qtbot: QtBot
) -> None:
    path, gone_on = tmp_path / "mine.safetensors", list[str]()
    with qtbot.waitSignal(files.network_saved) as saved:
        files.save_network(controller.state.network, path, lambda: gone_on.append("on"))
    assert saved.args == [controller.state.network, path]
    assert gone_on == ["on"]
    read = read_network(path).read(image())
    assert read == controller.state.network.read(image())


def test_a_network_that_is_opened_is_told(files: Files, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "named as nothing"
    save_network(network(5), path)
    with qtbot.waitSignal(files.network_opened) as opened:
        files.open_network(path)
    assert isinstance(opened.args[0], Network)
    assert opened.args[1] == path
    assert opened.args[0].read(image()) == network(5).read(image())


def test_of_several_files_one_is_drawn_and_the_bad_ones_are_told_together(
    files: Files, controller: Controller, window: QWidget, tmp_path: Path
) -> None:
    write_png(tmp_path / "one.png", image(4))
    write_png(tmp_path / "two.png", image(5))
    files.open_files(tmp_path / name for name in ("lost.onnx", "one.png", "two.png", "gone.onnx"))
    assert same(controller.state.image, image(4))
    assert "two.png was left" in told(controller)
    assert "lost.onnx" in refused(window)
    assert "gone.onnx" in refused(window)


def test_what_is_copied_can_be_pasted(files: Files, controller: Controller) -> None:
    copied = controller.state.image
    files.copy_shown()
    assert told(controller) == "The image is on the clipboard."
    controller.clear()
    files.paste()
    assert same(controller.state.image, copied)


def test_an_empty_clipboard_is_told(files: Files, window: QWidget) -> None:
    QGuiApplication.clipboard().clear()
    files.paste()
    assert refused(window) == "There is no image on the clipboard."


def test_the_outcome_that_is_saved_is_the_one_that_is_shown(
    files: Files, controller: Controller, tmp_path: Path
) -> None:
    files.save_in(tmp_path / "nothing")
    assert not files.saver.busy  # there is no outcome yet
    controller.go(ended(aimed(controller.state, other_digit(controller.state))))
    controller.show_step(3)
    files.save_in(tmp_path / "run")
    assert files.saver.finish()
    assert {path.name for path in (tmp_path / "run").iterdir()} == set(FILES)
    view = controller.view
    assert view is not None
    written = QImage(str(tmp_path / "run" / "adversarial.png"))
    np.testing.assert_array_equal(rgb(written)[..., 0], view.adversarial)


def test_a_plot_goes_to_the_clipboard_or_to_a_file(
    files: Files, controller: Controller, window: QWidget, tmp_path: Path
) -> None:
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    files.export(picture)
    assert rgb(QGuiApplication.clipboard().image()).shape == (20, 30, 3)
    files.export(PlotFile("run.csv", "Table", b"step,goal"))
    answer(window, "save-plot", tmp_path / "mine.csv")
    files.saver.finish()
    assert (tmp_path / "mine.csv").read_bytes() == b"step,goal"
    assert told(controller) == f"Saved as {tmp_path / 'mine.csv'}."


def test_what_was_learned_once_is_saved_and_opened_and_the_work_goes_on(
    files: Files, window: QWidget, tmp_path: Path
) -> None:
    made, path, gone_on = patch(), tmp_path / "mine.safetensors", list[object]()
    files.ask_artefact_file(made, lambda: gone_on.append("saved"))
    answer(window, "save-artefact", path)
    assert files.saver.finish()
    assert gone_on == ["saved"]
    files.ask_artefact(gone_on.append)
    answer(window, "open-artefact", path)
    opened = gone_on[-1]
    assert isinstance(opened, Artefact)
    np.testing.assert_array_equal(opened.arrays["patch"], made.arrays["patch"])
    assert (opened.goal, opened.network) == (made.goal, made.network)


def test_a_file_of_something_else_is_told_and_nothing_is_worn(
    files: Files, window: QWidget, tmp_path: Path
) -> None:
    save_network(network(), tmp_path / "net.safetensors")
    opened = list[object]()
    files.ask_artefact(opened.append)
    answer(window, "open-artefact", tmp_path / "net.safetensors")
    assert "net.safetensors" in refused(window)
    assert opened == []
