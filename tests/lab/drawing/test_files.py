from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.digits.image import write_png
from advgui.core.digits.reading import read_digits
from advgui.core.digits.rendering import render
from advgui.core.digits.strokes import Drawn, write_strokes
from advgui.core.errors import ImageFileError, StrokeFileError
from advgui.lab.drawing.files import FILLED, open_drawing, placed, save_drawing
from advgui.lab.drawing.gallery import read_gallery
from advgui.lab.drawing.model import Drawing

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


@pytest.mark.parametrize("pen", [0.04, 0.12, 0.37])
def test_a_saved_drawing_is_the_same_one_when_it_is_opened(tmp_path: Path, pen: float) -> None:
    path = tmp_path / "corner.strokes"
    for digit in read_gallery():
        small = tuple(stroke * 0.3 for stroke in digit.strokes)
        saved = Drawing(small, pen=pen)
        save_drawing(path, saved)
        again = open_drawing(path, pen=0.2)
        assert again.pen == pen
        assert all(map(np.array_equal, again.strokes, saved.strokes))
        np.testing.assert_array_equal(again.image(), saved.image())
        np.testing.assert_array_equal(next(read_digits(path)).image(), saved.image())


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
