"""Ink that is painted piece by piece, against ink that is painted at once."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from advgui.core.digits.rendering import PEN, Stroke, Strokes
from advgui.ui.drawing.inklayer import InkLayer, Sheet
from advgui.ui.drawing.inkpaint import pen_share
from advgui.ui.drawing.stroking import StrokeBuilder
from advgui.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.ui.qimages import numbers, rgb

SIDE = 200.0
LINE = np.array([[0.25, 0.5], [0.75, 0.5]])
BOTH_SCALES = pytest.mark.parametrize("ratio", [1.0, 2.0])


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> None:
    """Pixmaps need a QApplication."""


def sheet(ratio: float = 1.0, colours: Tokens = LIGHT, pen: float = PEN) -> Sheet:
    return Sheet(SIDE, ratio, pen_share(pen) * SIDE, colours)


def covered(layer: InkLayer) -> NDArray[np.float64]:
    """How much of each pixel (side, side) is ink, 0 to 1."""
    paper, ink = numbers(layer.sheet.colours.paper), numbers(layer.sheet.colours.ink)
    shown = rgb(layer.pixmap.toImage()).astype(np.float64)
    share: NDArray[np.float64] = ((shown - paper) / (ink - paper)).mean(axis=-1)
    return share


def hook(count: int = 40) -> Stroke:
    angles = np.linspace(0.0, 4.0, count)
    return np.column_stack([0.5 + 0.3 * np.cos(angles), 0.5 + 0.2 * np.sin(angles)])


def drawn_live(stroke: Stroke, ratio: float) -> InkLayer:
    """A layer that got the stroke point by point, and its tail at the end."""
    layer = InkLayer(sheet(ratio), None, ())
    builder = StrokeBuilder(pressure=stroke.shape[1] == 3)
    for point in stroke.tolist():
        builder.add(*point)
        layer.add(builder.newest(4))
    layer.add_tail(builder.newest(3))
    return layer


@BOTH_SCALES
def test_ink_lies_where_the_pen_went_and_nowhere_else(ratio: float) -> None:
    line = np.array([[0.25, 0.5], [0.75, 0.5]])
    shown = covered(InkLayer(sheet(ratio), None, (line,)))
    assert shown.shape == (round(SIDE * ratio),) * 2
    centres = (np.arange(len(shown)) + 0.5) / len(shown)
    x, y = np.meshgrid(centres, centres)
    distance = np.hypot(x - np.clip(x, 0.25, 0.75), y - 0.5)
    radius, pixel = pen_share(PEN) / 2, 1 / len(shown)
    assert (shown[distance < radius - pixel] > 0.99).all()
    assert (shown[distance > radius + pixel] < 0.01).all()


@BOTH_SCALES
@pytest.mark.parametrize("count", [1, 2, 3, 4, 40])
@pytest.mark.parametrize("pressure", [False, True])
def test_ink_looks_the_same_while_it_is_drawn_and_afterwards(
    ratio: float, count: int, pressure: bool
) -> None:
    stroke = hook(count)
    if pressure:
        stroke = np.column_stack([stroke, np.linspace(0.1, 1.0, count)])
    builder = StrokeBuilder(pressure=pressure)
    for point in stroke.tolist():
        builder.add(*point)
    live = covered(drawn_live(stroke, ratio))
    still = covered(InkLayer(sheet(ratio), None, (builder.stroke(),)))
    assert live.sum() == pytest.approx(still.sum(), rel=0.02)
    assert ((live > 0.99) != (still > 0.99)).mean() < 0.02
    assert not ((live > 0.6) & (still < 0.1)).any()
    assert not ((still > 0.6) & (live < 0.1)).any()


@BOTH_SCALES
def test_a_movement_touches_nothing_outside_what_it_tells(ratio: float) -> None:
    layer, builder = InkLayer(sheet(ratio), None, ()), StrokeBuilder(pressure=False)
    for x, y in hook().tolist():
        before = covered(layer)
        builder.add(x, y)
        touched = layer.add(builder.newest(4))
        rows, columns = np.nonzero(np.abs(covered(layer) - before) > 0.001)
        if len(rows):
            assert columns.min() / ratio >= touched.left()
            assert (columns.max() + 1) / ratio <= touched.right()
            assert rows.min() / ratio >= touched.top()
            assert (rows.max() + 1) / ratio <= touched.bottom()


def test_a_stroke_that_is_being_drawn_survives_a_new_sheet() -> None:
    stroke = hook()
    begun = InkLayer(sheet(), None, ())
    begun.add_begun(stroke)
    begun.add_tail(stroke[-3:])
    whole = covered(InkLayer(sheet(), None, (stroke,)))
    assert covered(begun).sum() == pytest.approx(whole.sum(), rel=0.02)


def test_a_tap_is_a_round_dot_as_wide_as_the_pen() -> None:
    shown = covered(InkLayer(sheet(), None, (np.array([[0.5, 0.5]]),)))
    width = pen_share(PEN) * SIDE
    assert shown.sum() == pytest.approx(np.pi * width**2 / 4, rel=0.03)


def test_a_wider_pen_and_more_pressure_make_more_ink() -> None:
    line = np.array([[0.2, 0.5], [0.8, 0.5]])
    inks = [covered(InkLayer(sheet(pen=pen), None, (line,))).sum() for pen in (0.06, 0.12)]
    assert inks[1] == pytest.approx(2 * inks[0], rel=0.1)
    pressed = [
        covered(InkLayer(sheet(), None, (np.column_stack([line, [p, p]]),))).sum()
        for p in (0.0, 0.5, 1.0)
    ]
    assert pressed[1] == pytest.approx(inks[1], rel=0.01)
    assert pressed[0] == pytest.approx(inks[0], rel=0.05)
    assert pressed[2] > 1.4 * pressed[1]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@BOTH_SCALES
def test_an_opened_image_lies_under_the_ink_pixel_by_pixel(colours: Tokens, ratio: float) -> None:
    base = np.zeros((28, 28), np.uint8)
    base[3, 5] = 255
    base[20, 20] = 90
    spec = Sheet(280.0, ratio, 20.0, colours)
    shown = covered(InkLayer(spec, base, ()))
    cell = round(10 * ratio)
    np.testing.assert_allclose(shown, np.kron(base / 255, np.ones((cell, cell))), atol=0.01)
    strokes: Strokes = (np.array([[0.75, 0.2]]),)
    over = covered(InkLayer(spec, base, strokes))
    assert over[round(56 * ratio), round(210 * ratio)] == pytest.approx(1.0)


def arc(count: int, start: float, *, pressure: bool = False) -> Stroke:
    angles = np.linspace(start, start + 2.0, count)
    stroke = np.column_stack([0.5 + 0.3 * np.cos(angles), 0.5 + 0.35 * np.sin(angles)])
    return np.column_stack([stroke, np.linspace(0, 1, count)]) if pressure else stroke


FIVE = tuple(arc(count, start) for start, count in enumerate((4, 30, 90, 1, 2)))
CHANGES = {
    "one more": (FIVE[:3], FIVE),
    "one less": (FIVE, FIVE[:-1]),
    "one less in the middle": (FIVE, (*FIVE[:2], *FIVE[3:])),
    "one cut in two": (FIVE, (*FIVE[:2], FIVE[2][:40].copy(), FIVE[2][44:].copy(), *FIVE[3:])),
    "all gone": (FIVE, ()),
    "with pressure": (FIVE, (arc(50, 2, pressure=True), *FIVE)),
}


@BOTH_SCALES
@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_looks_as_if_all_were_painted_anew(ratio: float, name: str) -> None:
    old, new = CHANGES[name]
    base = np.random.default_rng(0).integers(0, 99, (28, 28), dtype=np.uint8)
    layer = InkLayer(sheet(ratio), base, old)
    assert layer.show(new)
    anew = covered(InkLayer(sheet(ratio), base, new))
    # Where two parts of a stroke meet, its smooth edge is painted twice.
    np.testing.assert_allclose(covered(layer), anew, atol=0.3)
    assert (np.abs(covered(layer) - anew) > 0.02).sum() < 30


def test_very_much_ink_is_painted_bit_by_bit_and_is_all_there_in_the_end() -> None:
    much = (*(arc(20, number / 9) for number in range(400)), LINE)
    layer = InkLayer(sheet(), None, much[:-1])
    first, begun = covered(layer).sum(), layer.unfinished
    assert begun
    assert layer.show(much)
    turns = 0
    while layer.unfinished:
        layer.go_on()
        turns += 1
    shown = covered(layer)
    assert turns > 10
    assert shown.sum() > first
    places = np.concatenate([stroke[5:-5] for stroke in much[:-1]] + [LINE]) * SIDE
    assert (shown[places[:, 1].astype(int), places[:, 0].astype(int)] > 0.99).all()
