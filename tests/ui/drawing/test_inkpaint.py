"""Ink is where the pen was, as wide as the pen, and the same however it is painted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from advgui.core.digits.rendering import PEN, Stroke, Strokes
from advgui.ui.drawing.inkpaint import (
    bounds,
    paint_piece,
    paint_strokes,
    parts,
    pen_share,
    pressed,
    settled,
    settled_points,
    tail,
)
from tests.ui.qimages import rgb

SIDE, WIDTH = 200.0, 12.0

pytestmark = pytest.mark.usefixtures("qapp")


def blank() -> QImage:
    image = QImage(round(SIDE), round(SIDE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def ink(strokes: Strokes) -> NDArray[np.float64]:
    """How much ink is where, 0 to 1, (SIDE, SIDE)."""
    image = blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_strokes(painter, strokes, side=SIDE, width=WIDTH, colour=QColor("black"))
    painter.end()
    return 1 - rgb(image)[..., 0] / 255


def wave(points: int) -> Stroke:
    along = np.linspace(0.15, 0.85, points)
    return np.stack([along, 0.5 + 0.2 * np.sin(9 * along)], axis=1)


strokes = st.lists(st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9)), min_size=1, max_size=8).map(
    np.array
)


def test_a_straight_line_is_as_wide_as_the_pen() -> None:
    line = ink((np.array([[0.2, 0.5], [0.8, 0.5]]),))
    across = line[:, 100].sum()
    assert across == pytest.approx(WIDTH, abs=0.2)
    along = line[100].sum()
    assert along == pytest.approx(0.6 * SIDE + WIDTH, abs=1.0)


def test_a_tap_is_a_round_dot_and_no_points_are_no_ink() -> None:
    dot = ink((np.array([[0.5, 0.5]]),))
    assert dot.sum() == pytest.approx(np.pi * (WIDTH / 2) ** 2, rel=0.05)
    assert not ink((np.zeros((0, 2)),)).any()


def test_who_presses_harder_gets_more_ink() -> None:
    def line(pressure: float) -> Stroke:
        return np.array([[0.2, 0.5, pressure], [0.5, 0.5, pressure], [0.8, 0.5, pressure]])

    usual = ink((line(0.5),)).sum()
    assert ink((line(0.1),)).sum() < usual < ink((line(1.0),)).sum()
    assert pressed(line(0.5)) == pressed(wave(5)) == 1.0


@given(strokes)
def test_all_ink_is_within_its_bounds(stroke: Stroke) -> None:
    painted = ink((stroke,))
    area = bounds(stroke, SIDE, WIDTH).toAlignedRect()
    inside = np.zeros_like(painted, bool)
    inside[max(area.top(), 0) : area.bottom() + 1, max(area.left(), 0) : area.right() + 1] = True
    assert painted.any()
    assert not painted[~inside].any()


@pytest.mark.parametrize("points", [1, 2, 3, 64, 65, 66, 67, 300])
def test_the_parts_of_a_long_stroke_leave_no_gap(points: int) -> None:
    stroke = wave(points)
    found = list(parts((stroke,)))
    assert found[0].first
    assert found[-1].last
    assert [part.first for part in found[1:]] == [False] * (len(found) - 1)
    assert len(np.unique(np.concatenate([part.points for part in found]), axis=0)) == points
    columns = np.flatnonzero(ink((stroke,)).any(axis=0))
    assert (np.diff(columns) == 1).all()


@pytest.mark.parametrize("points", [1, 2, 3, 9])
def test_what_is_settled_and_the_tail_together_are_the_stroke(points: int) -> None:
    """As it is painted while the pen moves; at its joints ink lies on ink."""
    stroke, image = wave(points), blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path in (*(settled(some, SIDE) for some in settled_points(stroke)), tail(stroke, SIDE)):
        paint_piece(painter, path, WIDTH, QColor("black"))
    painter.end()
    assert np.abs((1 - rgb(image)[..., 0] / 255) - ink((stroke,))).max() < 0.5


def test_a_pen_twice_as_wide_is_twice_as_wide_on_the_sheet() -> None:
    assert pen_share(2 * PEN) == pytest.approx(2 * pen_share(PEN))
