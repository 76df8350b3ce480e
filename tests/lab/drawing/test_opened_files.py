"""What is to be opened: what is quick, and what becomes of several things."""

import os
from pathlib import Path

import numpy as np
import pytest

from advgui.core.digits.image import write_png
from advgui.core.formats.safetensors_file import save_network
from advgui.core.zoo import load_shipped
from advgui.lab.drawing.opened_files import Batch, Pixels, Wanted, wanted
from tests.commands.watched import png


def batch(*names: str) -> Batch:
    return Batch.of(wanted(Path(name)) for name in names)


def test_all_networks_are_opened_and_the_first_drawing_that_can_be() -> None:
    first = batch("bad.png", "a.onnx", "b.png", "c.json", "d.safetensors")
    after = first.refused("bad.png: damaged.").opened().opened()
    assert [thing.name for thing in after.left] == ["d.safetensors"]
    assert after.wrong == ("bad.png: damaged.",)
    assert after.words == "c.json was left, as the sheet holds one drawing: b.png."


def test_of_one_thing_there_is_nothing_to_say() -> None:
    assert batch("a.png").opened().words == ""
    assert batch("a.onnx", "b.onnx").opened().opened().words == ""


@pytest.mark.parametrize(
    ("count", "words"),
    [(2, "1.png and 2.png were"), (3, "1.png, 2.png and 3.png were"), (9, "3.png and 6 more were")],
)
def test_those_that_are_left_are_named_briefly(count: int, words: str) -> None:
    left = batch(*(f"{number}.png" for number in range(count + 1))).opened().words
    assert f"{words} left" in left


def test_a_few_bytes_may_ask_for_much(tmp_path: Path) -> None:
    small, large, network = (tmp_path / name for name in ("s.png", "l.png", "n.safetensors"))
    write_png(small, np.zeros((28, 28), np.uint8))
    large.write_bytes(png(2000, 2000, 8, 0, b"\xff" * 2000))
    assert large.stat().st_size < 2**16
    save_network(load_shipped("report"), network)
    quick = {path.name: wanted(path).quick for path in (small, large, network)}
    assert quick == {"s.png": True, "l.png": False, "n.safetensors": True}
    many = np.zeros((3000, 3000), np.uint8)
    assert not Wanted("drawing", Pixels(many, many)).quick


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "queue.onnx")
    for path in (tmp_path, tmp_path / "missing.onnx", tmp_path / "queue.onnx"):
        assert wanted(path).quick
