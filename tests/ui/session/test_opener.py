"""What is small is there at once; what is not is read beside the window, one after the other."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from advgui.core.digits.image_file import write_png
from advgui.core.formats.safetensors_file import save_network
from advgui.core.nn.network import Network
from advgui.lab.drawing.model import Drawing
from advgui.lab.opened_files import Batch, Wanted, wanted
from advgui.ui.session.opener import Opener
from tests.lab.requests import image, network
from tests.lab.states import same

PATIENCE_MS = 120_000


class Heard:
    """What an opener tells."""

    def __init__(self, opener: Opener) -> None:
        self.found: list[tuple[str, Drawing | Network]] = []
        self.ended: list[Batch] = []
        self.words: list[str] = []
        opener.opened.connect(lambda what, found: self.found.append((what.name, found)))
        opener.ended.connect(self.ended.append)
        opener.changed.connect(lambda: self.words.append(opener.words))


@pytest.fixture
def opener(qtbot: QtBot) -> Iterator[Opener]:
    parent = QObject()
    made = Opener(parent)
    yield made
    made.cancel()


@pytest.fixture
def heard(opener: Opener) -> Heard:
    return Heard(opener)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.png"
    write_png(path, image())
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An image of a megapixel: a black bar on white paper."""
    pixels = np.full((1000, 1000), 255, np.uint8)
    pixels[200:800, 450:550] = np.random.default_rng(1).integers(0, 90, (600, 100))
    path = tmp_path / "large.png"
    Image.fromarray(pixels).save(path)
    return path


def test_a_small_image_is_there_at_once(opener: Opener, heard: Heard, small: Path) -> None:
    opener.open(Batch.of([wanted(small)]))
    assert not opener.busy
    ((name, found),) = heard.found
    assert name == "small.png"
    assert isinstance(found, Drawing)
    assert found.base is not None
    assert same(found.base, image())
    assert len(heard.ended) == 1
    assert heard.words == []


def test_a_large_image_is_read_beside_the_window(
    opener: Opener, heard: Heard, large: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opener.ended, timeout=PATIENCE_MS):
        opener.open(Batch.of([wanted(large)]))
        busy = opener.busy
    assert busy
    assert [name for name, _ in heard.found] == ["large.png"]
    assert isinstance(heard.found[0][1], Drawing)
    assert not opener.busy
    assert opener.words == ""
    # Of what is quick nothing is said; of what is not, how long it takes, until it is there.
    assert heard.words[-1:] in ([], [""])
    assert all(words.startswith("Opening large.png…") for words in heard.words[:-1])


def test_all_of_several_are_opened_or_told(
    opener: Opener, heard: Heard, large: Path, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    net, missing = tmp_path / "net.safetensors", tmp_path / "missing.onnx"
    save_network(network(), net)
    with qtbot.waitSignal(opener.ended, timeout=PATIENCE_MS):
        opener.open(Batch.of(map(wanted, (net, large, small, missing))))
    assert [name for name, _ in heard.found] == ["net.safetensors", "large.png"]
    (batch,) = heard.ended
    assert batch.passed == ("small.png",)
    (sentence,) = batch.wrong
    assert "missing.onnx" in sentence


def test_a_damaged_file_is_told_in_a_sentence(opener: Opener, heard: Heard, tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    path.write_bytes(b"nothing")
    opener.open(Batch.of([Wanted("network", path)]))
    assert heard.found == []
    assert "net.safetensors" in heard.ended[0].wrong[0]


def test_what_is_cancelled_is_never_heard_of(
    opener: Opener, heard: Heard, large: Path, qtbot: QtBot
) -> None:
    opener.open(Batch.of([wanted(large)]))
    opener.cancel()
    assert not opener.busy
    qtbot.wait(300)
    assert (heard.found, heard.ended) == ([], [])


def test_other_wishes_take_the_place_of_what_is_being_opened(
    opener: Opener, heard: Heard, large: Path, small: Path, qtbot: QtBot
) -> None:
    opener.open(Batch.of([wanted(large)]))
    opener.open(Batch.of([wanted(small)]))
    qtbot.wait(300)
    assert [name for name, _ in heard.found] == ["small.png"]
    assert len(heard.ended) == 1
