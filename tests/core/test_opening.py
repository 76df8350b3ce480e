from pathlib import Path

import numpy as np
import pytest

from advgui.core.digits.image_file import write_png
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.errors import ImageFileError, NetworkFileError, StrokeFileError
from advgui.core.opening import kind_of, read_digits, read_network

ONE = (np.array([[0.0, 0.0], [1.0, 9.0]]),)
TWO = (np.array([[0.0, 0.0], [5.0, 5.0], [0.0, 9.0]]),)


def test_strokes_come_in_their_order_with_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    write_strokes(path, [Drawn(ONE, 1), Drawn(TWO)])
    first, second = read_digits(path)
    assert (first.label, second.label) == (1, None)
    assert np.array_equal(first.image(), render(ONE))
    assert np.array_equal(second.image(), render(TWO))
    assert np.array_equal(first.strokes[0], ONE[0])


def test_an_image_is_one_digit_without_strokes(tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    write_png(path, render(ONE))
    (digit,) = read_digits(path)
    assert (digit.strokes, digit.label) == ((), None)
    assert np.array_equal(digit.image(), render(ONE))


def test_strokes_are_drawn_with_the_pen_that_they_tell(tmp_path: Path) -> None:
    path = tmp_path / "wide.strokes"
    write_strokes(path, [Drawn(ONE, pen=0.3)])
    assert np.array_equal(next(read_digits(path)).image(), render(ONE, 0.3))


@pytest.mark.parametrize("name", ["drawing", "drawing.txt", "drawing.png"])
def test_strokes_are_known_by_what_they_begin_with(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_strokes(path, [Drawn(ONE)])
    path.write_bytes(b"\xef\xbb\xbf\n " + path.read_bytes())
    assert np.array_equal(next(read_digits(path)).image(), render(ONE))


@pytest.mark.parametrize("name", ["drawing.json", "DRAWING.JSONL", "drawing.ndjson", "a.strokes"])
def test_a_file_called_strokes_is_told_as_strokes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG")
    with pytest.raises(StrokeFileError, match=name):
        list(read_digits(tmp_path / name))


def test_anything_else_is_told_as_an_image(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"[]")
    for path in (tmp_path / "text", tmp_path, tmp_path / "missing"):
        with pytest.raises(ImageFileError, match=path.name):
            list(read_digits(path))


@pytest.mark.parametrize("name", ["mine.safetensors", "MINE.ONNX"])
def test_a_network_is_told_where_a_digit_is_wanted(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImageFileError, match=f"{name}: cannot be read"):
        list(read_digits(tmp_path / name))
    (tmp_path / name).write_bytes(b"weights")
    with pytest.raises(ImageFileError) as caught:
        list(read_digits(tmp_path / name))
    assert str(caught.value) == f"{name}: by its name a network, where a digit is wanted."


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.onnx", "network"), ("a.JSONL", "strokes"), ("a.png", "image"), ("missing", "image")],
)
def test_what_a_file_holds_is_told_by_its_name(tmp_path: Path, name: str, kind: str) -> None:
    assert kind_of(tmp_path / name) == kind


@pytest.mark.parametrize("name", ["digit.png", "digit.strokes", "digit"])
def test_a_digit_is_told_where_a_network_is_wanted(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "digit.png":
        write_png(path, render(ONE))
    else:
        write_strokes(path, [Drawn(ONE)])
    with pytest.raises(NetworkFileError) as caught:
        read_network(path)
    assert str(caught.value) == f"{name}: a digit, where a network is wanted."
