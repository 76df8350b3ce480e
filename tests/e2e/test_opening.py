"""Opening: what is large never holds the window, and of several files none goes in silence."""

import json
import multiprocessing
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from advgui.core.digits.image_file import read_image, write_png
from advgui.core.digits.rendering import render
from advgui.core.formats.safetensors_file import save_network
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.commands.test_bad_input import BAD_IMAGES, BAD_NETWORKS
from tests.commands.watched import png
from tests.e2e.conftest import Start
from tests.e2e.test_bad_input import FIRST_IS_BAD
from tests.e2e.user import LEFT, ONE, SEVEN, User

SIDE = 7000  # 49 megapixels


@pytest.fixture(scope="module")
def poster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An image of a few kilobytes that takes a second to be decoded: a bar on white paper."""
    path = tmp_path_factory.mktemp("poster") / "poster.png"
    row = b"\xff" * 3000 + b"\x00" * 1000 + b"\xff" * 3000
    path.write_bytes(png(SIDE, SIDE, 8, 0, row))
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A digit as the window has it, which is opened as soon as it is dropped."""
    path = tmp_path / "small.png"
    write_png(path, render((np.array(SEVEN),)))
    return path


def children() -> set[int | None]:
    return {child.pid for child in multiprocessing.active_children()}


def once_started(user: User) -> set[int | None]:
    """The processes that there are once the one for attacks is there."""
    user.wait_until(children)
    return children()


def wait_until_told(user: User) -> QToolButton:
    """Until the window says that it is opening something; the button that ends it."""
    cancel = user.find(QToolButton, "opening-cancel")
    user.wait_until(cancel.isVisible)
    return cancel


def test_a_large_image_is_opened_while_one_goes_on(user: User, poster: Path) -> None:
    user.draw(ONE)
    before, others = user.state.drawing, once_started(user)
    height = user.window.status.height()
    user.begin_drop(poster)
    assert user.state.drawing is before
    wait_until_told(user)
    assert user.window.status.height() == height  # nothing moves
    assert user.find(QLabel, "opening-words").text().startswith("Opening poster.png…")
    assert children() - others
    user.draw(SEVEN)
    drawn = user.state.drawing
    assert len(drawn.strokes) == 2
    user.wait_until_open()
    assert np.array_equal(user.state.image, read_image(poster))
    assert not user.find(QWidget, "opening").isVisible()
    assert children() == others
    user.press("Ctrl+Z")
    assert user.state.drawing is drawn  # what was drawn meanwhile is not lost


def test_what_is_small_is_there_at_once_and_nothing_is_told_of_it(user: User, small: Path) -> None:
    user.begin_drop(small)
    assert np.array_equal(user.state.image, read_image(small))
    QTest.qWait(300)
    assert not user.find(QWidget, "opening").isVisible()


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_an_opening_can_be_cancelled(user: User, poster: Path, way: str) -> None:
    user.draw(SEVEN)
    before, others = user.state.drawing, once_started(user)
    user.begin_drop(poster)
    cancel = wait_until_told(user)
    if way == "button":
        QTest.mouseClick(cancel, LEFT)
    else:
        user.press("Esc")
    assert not cancel.isVisible()
    assert user.message() == "The opening was cancelled."
    user.wait_until(lambda: children() <= others)
    assert user.state.drawing is before


def test_no_message_takes_the_room_of_the_button_that_cancels(user: User, poster: Path) -> None:
    user.window.controller.tell("Saved in " + "a/long/way/" * 100)
    user.begin_drop(poster)
    cancel = wait_until_told(user)
    QTest.qWait(50)
    place = cancel.rect().translated(cancel.mapTo(user.window, cancel.rect().topLeft()))
    assert user.window.rect().contains(place)


def test_esc_stops_the_opening_first_and_then_the_attack(user: User, poster: Path) -> None:
    user.make_it_long()
    user.draw(SEVEN)
    user.click_bar(user.other())
    user.wait_until_running()
    user.begin_drop(poster)
    wait_until_told(user)
    user.press("Esc")
    assert user.running()
    user.press("Esc")
    user.wait_until_finished()


def test_another_file_takes_the_place_of_the_one_that_is_being_opened(
    user: User, poster: Path, small: Path
) -> None:
    others = once_started(user)
    user.begin_drop(poster)
    user.wait_until(lambda: children() - others)
    user.begin_drop(small)
    shown = user.state.drawing
    assert np.array_equal(user.state.image, read_image(small))
    user.wait_until(lambda: children() <= others)
    assert user.state.drawing is shown


def test_the_window_can_be_closed_meanwhile(user: User, poster: Path) -> None:
    user.begin_drop(poster)
    wait_until_told(user)
    assert user.window.close()
    user.wait_until(lambda: not children())


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc how far a process is")
def test_a_process_that_dies_over_a_file_is_told(user: User, poster: Path) -> None:
    others = once_started(user)
    user.begin_drop(poster)
    user.wait_until(lambda: children() - others)
    (reader,) = (c for c in multiprocessing.active_children() if c.pid not in others)
    user.wait_until(lambda: "_imaging" in Path(f"/proc/{reader.pid}/maps").read_text())
    reader.kill()
    user.wait_until_open()
    assert "ended unexpectedly" in user.error()
    user.drop(poster)
    assert np.array_equal(user.state.image, read_image(poster))


def test_a_large_image_that_is_pasted_is_read_beside_the_window(user: User) -> None:
    image = QImage(3000, 3000, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.fillRect(1350, 500, 300, 2000, QColor(0, 0, 0))
    painter.end()
    QGuiApplication.clipboard().setImage(image)
    others = once_started(user)
    user.press("Ctrl+V")
    assert user.state.drawing.empty
    user.wait_until(lambda: children() - others)
    user.wait_until_open()
    assert user.state.image.sum() > 10_000
    assert user.state.image[6:22, 14].min() > 200


# Several at once


def changed(name: str) -> Network:
    """A network that is none of those on offer."""
    network = load_shipped("report")
    *layers, last = network.layers
    other = last.with_weights({**last.weights, "bias": last.weights["bias"] + len(name)})
    return replace(network, name=name, layers=(*layers, other))


@pytest.fixture
def several(tmp_path: Path) -> tuple[Path, ...]:
    """Two networks, and three drawings, of which the first cannot be read."""
    for name in ("first", "second2"):
        save_network(changed(name), tmp_path / f"{name}.safetensors")
    (tmp_path / "bad.png").write_text("no image")
    write_png(tmp_path / "seven.png", render((np.array(SEVEN),)))
    (tmp_path / "one.strokes").write_text(json.dumps({"strokes": [ONE]}))
    names = ("bad.png", "first.safetensors", "seven.png", "one.strokes", "second2.safetensors")
    return tuple(tmp_path / name for name in names)


def all_are_dealt_with(user: User, several: tuple[Path, ...]) -> None:
    """Networks are on offer, one drawing is open, and a sentence tells of each other file."""
    assert user.error() == "bad.png: not a PNG or JPEG image."
    assert np.array_equal(user.state.image, read_image(several[2]))
    assert user.message() == "one.strokes was left, as the sheet holds one drawing: seven.png."
    user.select("network", "first")
    user.select("network", "second2")


def test_of_several_files_that_are_dropped_none_goes_in_silence(
    user: User, several: tuple[Path, ...]
) -> None:
    user.drop(*several)
    all_are_dealt_with(user, several)


def test_nor_of_several_on_the_command_line(start: Start, several: tuple[Path, ...]) -> None:
    with start(*several) as user:
        all_are_dealt_with(user, several)


def test_nor_of_several_that_are_pasted(user: User, several: tuple[Path, ...]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in several])
    QGuiApplication.clipboard().setMimeData(data)
    user.press("Ctrl+V")
    user.wait_until_open()
    all_are_dealt_with(user, several)


def test_a_large_image_and_a_network_are_both_opened(
    user: User, poster: Path, several: tuple[Path, ...]
) -> None:
    user.drop(poster, several[1], several[2])
    assert np.array_equal(user.state.image, read_image(poster))
    assert user.state.network.name == "first"
    assert user.message() == "seven.png was left, as the sheet holds one drawing: poster.png."


# At the start

Make = Callable[[Path], object]


def _written(text: str) -> Make:
    return lambda path: path.write_text(text, "utf-8")


BAD: dict[str, tuple[str, Make]] = {
    **{f"image: {name}": ("digit.png", make) for name, (make, _) in BAD_IMAGES.items()},
    **{f"network: {name}": ("bad.safetensors", make) for name, (make, _) in BAD_NETWORKS.items()},
    **{f"strokes: {text}": ("digit.strokes", _written(text)) for text in FIRST_IS_BAD},
    "a queue": ("digit.png", lambda path: os.mkfifo(path)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_never_keeps_the_window_from_opening(
    start: Start, tmp_path: Path, name: str
) -> None:
    called, make = BAD[name]
    if name == "a queue" and not hasattr(os, "mkfifo"):
        pytest.skip("this system has no such files")
    make(tmp_path / called)
    with start(tmp_path / called) as user:
        assert called in user.error()
        user.draw(SEVEN)
        assert user.words("bars-note") == f"Reads the drawing as {user.reads()}."
