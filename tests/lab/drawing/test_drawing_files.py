"""A drawing that is saved or kept is the very same one."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.errors import StrokeFileError
from advgui.core.opening import read_digits
from advgui.lab.drawing.drawing_files import keep_drawing, kept_drawing, save_drawing
from advgui.lab.drawing.model import Drawing, from_image, with_stroke
from advgui.lab.opened_files import open_drawing
from tests.lab.requests import image

STYLUS = np.array([[0.1, -0.2, 0.5], [0.7, 1 / 3, 1.0]])


@pytest.mark.parametrize(
    "drawing",
    [
        Drawing(read_gallery()[3].strokes, pen=0.2),
        with_stroke(Drawing(pen=0.05), STYLUS),
        from_image(image(3), pen=0.3),
        with_stroke(from_image(image(3)), STYLUS),
    ],
    ids=["strokes", "stylus", "image", "both"],
)
def test_what_is_kept_is_just_as_it_was(tmp_path: Path, drawing: Drawing) -> None:
    path = tmp_path / "1.json"
    keep_drawing(path, drawing)
    again = kept_drawing(path)
    assert again.pen == drawing.pen
    assert again.image().tobytes() == drawing.image().tobytes()
    assert [s.tolist() for s in again.strokes] == [s.tolist() for s in drawing.strokes]


def test_of_an_empty_drawing_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "1.json"
    keep_drawing(path, from_image(image(3)))
    keep_drawing(path, Drawing())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        *("", "null", "[]", "{}", '{"strokes": []}', '{"strokes": [], "image": "00"}'),
        *(
            '{"strokes": [[[0, "a"]]]}',
            '{"strokes": [], "image": 3}',
            '{"strokes": [], "image": "x"}',
        ),
    ],
)
def test_what_is_no_drawing_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "1.json"
    path.write_text(content)
    with pytest.raises(StrokeFileError, match=r"1\.json: "):
        kept_drawing(path)


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
