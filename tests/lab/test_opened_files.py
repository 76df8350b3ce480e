"""What is to be opened: what is quick, what becomes of several things, and of one drawing."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.image_file import write_png
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes_file import Drawn, write_strokes
from advgui.core.errors import ImageFileError, StrokeFileError
from advgui.core.formats.safetensors_file import save_network
from advgui.core.zoo import load_shipped
from advgui.lab.opened_files import (
    FILLED,
    Batch,
    Pixels,
    Wanted,
    open_drawing,
    placed,
    wanted,
)
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


# One drawing

HOOK = np.array([[100.0, 40.0], [180.0, 40.0], [150.0, 220.0]])


@given(
    scale=st.floats(1e-3, 1e3),
    shift=st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)),
)
def test_strokes_fill_the_middle_whatever_their_unit_and_place(
    scale: float, shift: tuple[float, float]
) -> None:
    (stroke,) = placed((HOOK * scale + shift,))
    low, high = stroke.min(axis=0), stroke.max(axis=0)
    np.testing.assert_allclose((low + high) / 2, 0.5, atol=1e-6)
    assert (high - low).max() == pytest.approx(FILLED, abs=1e-6)


def test_placing_keeps_the_shape_the_pressure_and_the_order() -> None:
    pressed = np.hstack([HOOK, [[0.1], [0.2], [0.9]]])
    first, second = placed((pressed, np.empty((0, 2)), HOOK + 10))
    np.testing.assert_array_equal(first[:, 2], [0.1, 0.2, 0.9])
    np.testing.assert_allclose(np.diff(first[:, :2], axis=0), np.diff(second, axis=0))


def test_a_tap_is_a_dot_in_the_middle() -> None:
    (dot,) = placed((np.array([[7.0, -3.0]]),))
    np.testing.assert_array_equal(dot, [[0.5, 0.5]])
    assert placed(()) == ()


def test_an_opened_stroke_reads_as_the_same_digit(tmp_path: Path) -> None:
    path = tmp_path / "seven.json"
    write_strokes(path, [Drawn((HOOK,)), Drawn((HOOK[::-1],))])
    drawing = open_drawing(path)
    assert len(drawing.strokes) == 1  # the first of the file
    assert drawing.base is None
    wrong = np.abs(drawing.image().astype(int) - render((HOOK,)))
    assert wrong.max() <= 1


def test_strokes_in_another_unit_are_placed_whatever_their_pen(tmp_path: Path) -> None:
    path = tmp_path / "seven.json"
    write_strokes(path, [Drawn((HOOK,), pen=0.3)])
    drawing = open_drawing(path)
    assert drawing.pen == 0.3
    np.testing.assert_array_equal(drawing.strokes[0], placed((HOOK,))[0])


def test_an_opened_image_is_the_paper_to_draw_on(tmp_path: Path) -> None:
    path, image = tmp_path / "seven.png", render((HOOK,))
    write_png(path, image)
    drawing = open_drawing(path, pen=0.2)
    assert drawing.strokes == ()
    assert drawing.pen == 0.2
    np.testing.assert_array_equal(drawing.image(), image)


@pytest.mark.parametrize(
    ("name", "error"), [("x.png", ImageFileError), ("x.json", StrokeFileError)]
)
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str, error: type[Exception]) -> None:
    (tmp_path / name).write_text("neither", encoding="utf-8")
    with pytest.raises(error, match=name):
        open_drawing(tmp_path / name)
