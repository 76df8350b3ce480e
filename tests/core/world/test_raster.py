"""The page in dots is what a viewer makes of its PDF."""

import numpy as np
import pytest

from advgui.core.world.pdf import pdf_bytes
from advgui.core.world.raster import rasterised
from advgui.core.world.shapes import Box, Disc, Line, Page
from tests.core.world.test_pdf import drawn
from tests.sheets import page


def test_marks_images_and_wedge_lie_where_a_viewer_of_the_pdf_draws_them() -> None:
    wordless = Page(
        page().width, page().height, "", tuple(s for s in page().shapes if not isinstance(s, Line))
    )
    ours, theirs = rasterised(wordless, 150).astype(int), drawn(pdf_bytes(wordless), 150)
    height, width = (min(sides) for sides in zip(ours.shape, theirs.shape, strict=True))
    apart = np.abs(ours[:height, :width] - theirs[:height, :width])
    assert apart.mean() < 1
    assert np.mean(apart > 60) < 0.004  # half a dot at an edge


@pytest.mark.parametrize("dpi", [72, 150, 301])
def test_a_shape_has_its_area_whatever_the_dots(dpi: int) -> None:
    shapes = (Disc(10.03, 10.02, 4.0), Box(20.01, 3.02, 6.5, 5.5))
    ink = (255 - rasterised(Page(40, 20, "", shapes), dpi).astype(float)).sum() / 255
    assert ink * (25.4 / dpi) ** 2 == pytest.approx(np.pi * 16 + 6.5 * 5.5, rel=0.01)


def test_words_are_written_where_their_line_stands() -> None:
    gray = rasterised(Page(40, 20, "", (Line(5, 10, 4, "Hello", bold=True),)), 200)
    rows, columns = (np.flatnonzero((gray < 128).any(axis=axis)) * 25.4 / 200 for axis in (1, 0))
    assert 6 < rows.min() < 8 < rows.max() < 10.2
    assert 4.8 < columns.min() < 6 < columns.max() < 17
