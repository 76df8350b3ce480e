"""Drawings in, outcomes out: by menu, by the command line, by dropping, by pasting."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QAction, QFileOpenEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox

from advgui.core.digits.image_file import read_image, write_png
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from advgui.lab.attack.outcome_file import IMAGES, perturbation_image
from tests.e2e.conftest import Inside, Start
from tests.e2e.user import ONE, SEVEN, User

STROKES = (np.array(SEVEN) * 300 - 40,)  # any unit, any place


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A seven, dark on light paper, of no size that a network knows."""
    path = tmp_path / "seven.png"
    digit = Image.fromarray(render(STROKES)).resize((90, 90))
    paper = Image.new("L", (200, 160), 240)
    paper.paste(Image.eval(digit, lambda ink: 240 - ink * 200 // 255), (70, 30))
    paper.save(path)
    return path


@pytest.fixture
def strokes(tmp_path: Path) -> Path:
    """A seven as strokes."""
    path = tmp_path / "seven.json"
    write_strokes(path, [Drawn(STROKES)])
    return path


def shows(user: User, image: Bytes) -> bool:
    """Whether the drawing is this image, and is shown and read as it."""
    read = user.state.network.read(image)
    return (
        np.array_equal(user.state.image, image)
        and np.array_equal(user.image("original"), image)
        and user.words("bars-note") == f"Reads the drawing as {read.label}."
    )


def test_an_image_is_opened_by_the_menu(user: User, photo: Path) -> None:
    user.draw(ONE)
    before = user.state.image
    user.open(photo)
    assert shows(user, read_image(photo))
    user.press("Ctrl+Z")
    assert shows(user, before)


def test_strokes_are_opened_by_the_menu_and_can_be_erased(user: User, strokes: Path) -> None:
    user.open(strokes)
    assert len(user.state.drawing.strokes) == 1
    assert user.state.network.read(render(STROKES)).label == user.reads()
    user.click("eraser")
    user.draw(((0.2, 0.5), (0.5, 0.5), (0.8, 0.5)))
    assert len(user.state.drawing.strokes) == 2


def test_a_file_can_be_named_on_the_command_line(start: Start, photo: Path, strokes: Path) -> None:
    with start(photo) as user:
        assert shows(user, read_image(photo))
    with start(strokes) as user:
        assert len(user.state.drawing.strokes) == 1


def save_drawing(user: User, path: Path) -> None:
    user.choose_action("save-drawing")
    user.answer("save-drawing", path)


def test_a_file_clicked_on_a_mac_is_opened_at_the_start_and_in_a_window_that_is_open(
    inside: Inside, application: QApplication, photo: Path, strokes: Path
) -> None:
    def clicked(path: Path) -> None:
        assert QApplication.sendEvent(application, QFileOpenEvent(str(path)))

    def act(user: User) -> None:
        user.wait_until(lambda: shows(user, read_image(photo)))
        clicked(strokes)
        user.wait_until(lambda: shows(user, render(STROKES)))

    clicked(photo)
    inside(act)


def test_a_saved_drawing_can_be_opened_dropped_and_named(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "mine.strokes"
    with start() as user:
        user.draw(((0.1, 0.1), (0.2, 0.3), (0.15, 0.5)))
        user.drag_slider("pen-width", 0.8)
        image, pen = user.state.image, user.state.drawing.pen
        save_drawing(user, path)
        assert user.message() == f"Saved as {path}."
        for again in (user.open, user.drop):
            user.press("Ctrl+N")
            user.drag_slider("pen-width", 0.2)
            again(path)
            assert shows(user, image)
            assert user.state.drawing.pen == pen
    with start(path) as user:
        assert shows(user, image)


def test_a_drawing_that_cannot_be_written_is_told_and_kept(user: User, tmp_path: Path) -> None:
    user.draw(SEVEN)
    image = user.state.image
    assert user.window.workspace is not None
    user.window.workspace.files.save_drawing(tmp_path / "nowhere" / "mine.strokes")
    user.wait_until_saved()
    assert "mine.strokes: cannot be written" in user.error()
    assert shows(user, image)


def test_a_picture_is_no_drawing_to_be_saved(user: User, photo: Path) -> None:
    save = user.find(QAction, "save-drawing")
    assert not save.isEnabled()
    user.drop(photo)
    user.draw(ONE)
    assert not save.isEnabled()
    user.press("Ctrl+N")
    user.draw(SEVEN)
    assert save.isEnabled()


def test_a_file_can_be_dropped(user: User, photo: Path) -> None:
    user.drop(photo)
    assert shows(user, read_image(photo))


def test_an_image_can_be_dropped_and_pasted(user: User, photo: Path) -> None:
    image = QImage(str(photo))
    user.drop(image)
    dropped = user.state.image
    assert shows(user, read_image(photo))
    user.press("Ctrl+N")
    QGuiApplication.clipboard().setImage(image)
    user.press("Ctrl+V")
    assert shows(user, dropped)


def test_one_can_draw_on_an_opened_image(user: User, photo: Path) -> None:
    user.drop(photo)
    image = user.state.image
    user.draw(ONE)
    assert (user.state.image >= image).all()
    assert (user.state.image > image).any()
    user.press("Ctrl+Z")
    assert shows(user, image)


def test_an_image_of_28_pixels_is_taken_as_it_is(user: User, tmp_path: Path) -> None:
    path, exact = tmp_path / "exact.png", render(STROKES)
    write_png(path, exact)
    user.drop(path)
    assert shows(user, exact)


@pytest.fixture
def after(user: User) -> User:
    """A user who has attacked a digit, with a threshold of their own."""
    user.make_it_quick()
    user.draw(SEVEN)
    user.drag_slider("threshold", 0.35)
    user.click_bar(user.other())
    user.wait_until_finished()
    return user


def saved_is_shown(user: User, folder: Path) -> None:
    """What was saved is bit for bit what the tiles show, and reads as they say."""
    names = ("original", "adversarial", "thresholded")
    images = {name: np.asarray(Image.open(folder / f"{name}.png")) for name in names}
    outcome = json.loads((folder / "outcome.json").read_text("utf-8"))
    for name, image in images.items():
        assert np.array_equal(image, user.image(name))
        assert np.array_equal(read_image(folder / f"{name}.png"), image)
    change = perturbation_image(images["original"], images["adversarial"])
    assert np.array_equal(np.asarray(Image.open(folder / "perturbation.png")), change)
    labels = {name: user.run.network.read(image).label for name, image in images.items()}
    assert outcome["label_before"] == labels["original"]
    assert outcome["label_after"] == labels["adversarial"]
    assert outcome["label_thresholded"] == labels["thresholded"]
    assert outcome["best_step"] == user.step
    assert outcome["fooled"] == (labels["adversarial"] == outcome["goal"])
    assert outcome["fooled"] == user.words("verdict").startswith("Fooled")


def test_what_is_saved_is_what_is_shown_and_judged(after: User, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    after.save_in(folder)
    assert {path.name for path in folder.iterdir()} == {*IMAGES, "outcome.json"}
    saved_is_shown(after, folder)
    assert after.message() == f"Saved in {folder}."


@pytest.mark.parametrize("step", [0, 1, 9])
def test_a_step_chosen_by_hand_is_saved_as_it_is_shown(
    after: User, tmp_path: Path, step: int
) -> None:
    after.click("step-first")
    for _ in range(step):
        after.click("step-next")
    after.save_in(tmp_path)
    saved_is_shown(after, tmp_path)


def test_one_of_every_digit_is_saved_as_it_is_shown(after: User, tmp_path: Path) -> None:
    after.click("attack-every")
    after.wait_until_finished()
    after.click_cell("goal-strip", after.run.goals[4])
    after.save_in(tmp_path)
    saved_is_shown(after, tmp_path)


def test_a_saved_image_opens_as_the_very_same(after: User, tmp_path: Path) -> None:
    after.save_in(tmp_path)
    shown = after.image("adversarial")
    after.drop(tmp_path / "adversarial.png")
    assert np.array_equal(after.state.image, shown)


def test_nothing_is_offered_to_be_saved_before_a_run_has_ended(user: User) -> None:
    save = user.find(QAction, "save")
    assert not save.isEnabled()
    user.make_it_long()
    user.draw(SEVEN)
    user.press(str(user.other()))
    user.wait_until_running()
    assert not save.isEnabled()
    user.press("Esc")
    user.wait_until_finished()
    assert save.isEnabled()


def test_a_network_is_opened_and_stays_in_the_list(user: User, tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    save_network(replace(load_shipped("report"), name="mine"), path)
    box = user.find(QComboBox, "network")
    before = box.count()
    user.draw(SEVEN)
    user.open_network(path)
    assert user.state.network.name == box.currentData()
    assert box.count() == before + 1
    read = user.state.network.read(user.state.image)
    assert user.words("bars-note") == f"Reads the drawing as {read.label}."
    user.select("network", "convolutional")
    user.select("network", "mine")


def changed(name: str) -> Network:
    """The report's network with other biases, so that it is none of those on offer."""
    network = load_shipped("report")
    *layers, last = network.layers
    other = last.with_weights({**last.weights, "bias": last.weights["bias"] + 1})
    return replace(network, name=name, layers=(*layers, other))


def test_a_network_is_opened_by_the_command_line(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    save_network(changed("mine"), path)
    with start(path) as user:
        assert user.state.network.name == "mine"
        assert user.state.drawing.empty


@pytest.mark.parametrize("ending", ["safetensors", "onnx"])
def test_a_network_that_is_dropped_is_chosen(user: User, tmp_path: Path, ending: str) -> None:
    if ending == "onnx":
        pytest.importorskip("onnx", reason="the package onnx is not installed")
    path = tmp_path / f"mine.{ending}"
    save_network(changed("mine"), path)
    user.draw(SEVEN)
    drawn = user.state.drawing
    user.drop(path)
    assert user.state.network.name == user.chosen("network") == "mine"
    assert user.state.drawing is drawn
    read = user.state.network.read(user.state.image)
    assert user.words("bars-note") == f"Reads the drawing as {read.label}."


def test_the_network_in_use_is_exported_for_other_programs(user: User, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="the package onnx is not installed")
    path = tmp_path / "exported.onnx"
    user.select("network", "report")
    user.choose_action("save-network")
    user.answer("save-network", path)
    assert user.message() == f"Saved as {path}."
    user.draw(SEVEN)
    before = user.reads()
    user.open_network(path)
    assert user.reads() == before


def test_a_copy_of_a_network_stands_in_the_list_by_its_files_name(
    user: User, tmp_path: Path
) -> None:
    path = tmp_path / "copied.safetensors"
    save_network(load_shipped("report"), path)
    user.select("network", "report")
    user.open_network(path)
    box = user.find(QComboBox, "network")
    assert box.currentText() == f"copied ({load_shipped('report').card.title})"
    assert user.state.network.name == "copied"
