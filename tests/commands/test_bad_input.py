"""Every bad input ends in one sentence that names the thing, and changes nothing."""

import json
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from advgui.core.resources import resource
from tests.commands.conftest import Run

Refused = Callable[..., str]


def _text(path: Path) -> None:
    path.write_text("This is no image.\n", encoding="utf-8")


def _one_pixel(path: Path) -> None:
    Image.new("L", (1, 1), 255).save(path)


def _huge(path: Path) -> None:
    """A PNG that says that it is 20,000 x 20,000, with very little in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(20_001 * 200))
    start = b"\x89PNG\r\n\x1a\n"
    path.write_bytes(start + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def _blank(path: Path) -> None:
    Image.new("L", (100, 100), 255).save(path)


def _cut_short(path: Path) -> None:
    Image.effect_noise((200, 200), 90).save(path)
    path.write_bytes(path.read_bytes()[:5000])


def _folder(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    assert not path.exists()


BAD_IMAGES = {
    "a text": (_text, "not a PNG or JPEG"),
    "one pixel": (_one_pixel, "too small"),
    "400 megapixels": (_huge, "too large"),
    "blank": (_blank, "empty"),
    "cut short": (_cut_short, "cut short"),
    "a folder": (_folder, "a folder"),
    "missing": (_nothing, "cannot be read"),
}


@pytest.mark.parametrize("name", BAD_IMAGES)
def test_a_bad_image_is_told(refused: Refused, tmp_path: Path, name: str) -> None:
    make, told = BAD_IMAGES[name]
    path, out = tmp_path / "digit.png", tmp_path / "out"
    make(path)
    for arguments in (("attack", path, "--goal", 3, "--out", out), ("recognise", path)):
        sentence = refused(*arguments)
        assert "digit.png" in sentence
        assert told in sentence
    assert not out.exists()


BAD_STROKES = {
    "": "not JSON",
    "[]": 'not an object with "strokes"',
    '{"strokes": []}': "without strokes",
    '{"strokes": [[[0, 0], [1]]]}': "a point",
    '{"strokes": [[[0, NaN]]]}': "NaN",
    '{"strokes": [[[0, 0]]], "label": 10}': "the label 10",
    '{"strokes": [[[0, 0]]]}\n{"strokes": 3}': "line 2",
}


@pytest.mark.parametrize("text", BAD_STROKES)
def test_a_bad_strokes_file_is_told(refused: Refused, tmp_path: Path, text: str) -> None:
    path = tmp_path / "digit.jsonl"
    path.write_text(text, encoding="utf-8")
    for arguments in (("attack", path, "--goal", 3), ("recognise", path)):
        sentence = refused(*arguments)
        assert "digit.jsonl" in sentence
        assert BAD_STROKES[text] in sentence


def _changed_network(path: Path, change: Callable[[dict[str, np.ndarray]], None]) -> None:
    """The report's network with other weights."""
    shipped = resource("networks/report.safetensors")
    tensors = load_file(shipped)
    with safe_open(shipped, framework="numpy") as file:
        metadata = file.metadata()
    change(tensors)
    save_file(tensors, path, metadata=metadata)


def _truncated(path: Path) -> None:
    content = resource("networks/report.safetensors").read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _wrong_shapes(path: Path) -> None:
    def change(tensors: dict[str, np.ndarray]) -> None:
        name = next(name for name, array in tensors.items() if array.shape == (784, 20))
        tensors[name] = np.zeros((783, 20), np.float32)

    _changed_network(path, change)


def _not_finite(path: Path) -> None:
    def change(tensors: dict[str, np.ndarray]) -> None:
        next(iter(tensors.values())).flat[0] = np.nan

    _changed_network(path, change)


def _not_ours(path: Path) -> None:
    save_file({"weights": np.zeros(3, np.float32)}, path)


BAD_NETWORKS = {
    "truncated": (_truncated, "not a complete safetensors file"),
    "wrong shapes": (_wrong_shapes, "shapes of its weights do not fit"),
    "not finite": (_not_finite, "not finite"),
    "of something else": (_not_ours, "not a network of advgui"),
    "a text": (_text, "not a complete safetensors file"),
    "a folder": (_folder, "a folder"),
    "missing": (_nothing, "cannot be read"),
}


@pytest.mark.parametrize("name", BAD_NETWORKS)
def test_a_bad_network_is_told(refused: Refused, tmp_path: Path, image: Path, name: str) -> None:
    make, told = BAD_NETWORKS[name]
    path, out = tmp_path / "bad.safetensors", tmp_path / "out"
    make(path)
    for arguments in (("attack", image, "--goal", 3, "--out", out), ("recognise", image)):
        sentence = refused(*arguments, "--network", path)
        assert "bad.safetensors" in sentence
        assert told in sentence
    assert not out.exists()


def test_a_file_where_the_output_folder_should_be_is_told(
    refused: Refused, image: Path, tmp_path: Path
) -> None:
    below_a_file = image / "out"
    for out in (image, below_a_file):
        before = image.read_bytes()
        arguments = ("attack", image, "--goal", 3, "--network", "report", "--out", out)
        assert f"{image}: not a folder." in refused(*arguments)
        assert image.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [image.name]


def test_a_folder_that_may_not_be_written_in_is_told(
    refused: Refused, image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    if os.access(out, os.W_OK):
        pytest.skip("whoever runs this, root or a user of Windows, writes into any folder")
    arguments = ("attack", image, "--goal", 3, "--network", "report", "--out", out)
    assert str(out) in refused(*arguments)
    assert list(out.iterdir()) == []


def test_an_outcome_that_stands_there_survives_one_that_cannot_be_saved(
    run: Run, refused: Refused, image: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("attack", image, "--network", "report", "--out", out)
    run(*arguments, "--goal", 3)
    (out / "thresholded.png").unlink()
    (out / "thresholded.png").mkdir()
    refused(*arguments, "--goal", 4)
    assert json.loads((out / "outcome.json").read_text("utf-8"))["goal"] == 3
    assert len(list(out.iterdir())) == 5
