"""A drawing that is kept is the very same one."""

from pathlib import Path

import numpy as np
import pytest

from advgui.core.errors import StrokeFileError
from advgui.lab.drawing.gallery import read_gallery
from advgui.lab.drawing.model import Drawing, from_image, with_stroke
from advgui.lab.drawing.recovery import keep_drawing, kept_drawing
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
