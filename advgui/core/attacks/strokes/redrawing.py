"""Changes of strokes as numbers: how control points move, and one more stroke of the pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from advgui.core.attacks.steps import Content, Rows
from advgui.core.digits.bending import Bending
from advgui.core.digits.ink import Ink, stroke_length
from advgui.core.digits.rendering import Floats, Stroke
from advgui.core.images import SIZE, Array, Bytes, squares, to_floats

#: Numbers of the added stroke: its start, and from there to its middle handle and its end.
ADDED: Final = 6
#: Points of the added stroke.
_POINTS: Final = 9
#: What is kept back of a budget, so that no rounding takes a stroke beyond it.
_SAFE: Final = 1.0 - 1e-9


@dataclass(frozen=True, eq=False)
class Redrawing:
    """One digit's ink, and how far a change of it may go.

    A change is an array (m,) in units of the digit's size, m >= ``numbers``: six of the
    added stroke, which is there where its length is not 0, then x and y of every control
    point's move. ``bend`` is how far such a point may go, as a share of the size, and ``added``
    how long the stroke may be, as a share of the length of all ink.
    """

    ink: Ink
    bend: float
    added: float

    @cached_property
    def bending(self) -> Bending:
        """The strokes with their control points."""
        return Bending(self.ink)

    @property
    def numbers(self) -> int:
        """How many numbers a change has."""
        return ADDED + 2 * self.bending.count

    @cached_property
    def longest(self) -> float:
        """How long the added stroke may be, in the strokes' unit."""
        return self.added * self.ink.length

    def within(self, changes: Floats) -> Floats:
        """The changes (k, m), each brought inside its budgets."""
        held = changes.copy()
        moves = held[:, ADDED:].reshape(len(held), -1, 2)
        far = np.hypot(moves[..., 0], moves[..., 1])[..., None]
        moves *= np.minimum(1.0, _SAFE * self.bend / np.maximum(far, 1e-12))
        lengths = np.array([stroke_length(self._curve(change)) for change in held])
        allowed = np.minimum(1.0, _SAFE * self.longest / np.maximum(lengths, 1e-12))
        held[:, 2:ADDED] *= allowed[:, None]
        return held

    def changed(self, change: Floats) -> Ink:
        """The ink that a change makes; the ink itself where there is none."""
        if not change.any():
            return self.ink
        moves = change[ADDED : self.numbers].reshape(-1, 2) * self.ink.size
        strokes = self.bending.bent(moves)
        if change[2:ADDED].any():
            strokes = (*strokes, self._pressed(self._curve(change)))
        bounds = self._bounds
        if bounds is not None:
            for stroke in strokes:
                stroke[:, :2] = np.clip(stroke[:, :2], *bounds)
        return Ink(strokes, self.ink.pen, self.ink.least)

    def strokes_at(self, places: Floats) -> Floats:
        """Changes (k, numbers) by a stroke alone, as long as it may be, anywhere about.

        ``places`` (k, 4), in [0, 1], say where it starts, which way it goes and how bowed.
        """
        changes = np.zeros((len(places), self.numbers))
        low, high = self.ink.corners
        changes[:, :2] = places[:, :2] * (high - low) / self.ink.size
        turns, bows = 2.0 * np.pi * places[:, 2], places[:, 3, None] - 0.5
        along = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        across = along[:, ::-1] * [1.0, -1.0]
        length = self.longest / self.ink.size
        changes[:, 2:4] = length * (along / 2.0 + across * bows)
        changes[:, 4:6] = length * along
        return self.within(changes)

    def smoothed(self, noise: Floats) -> Floats:
        """Noise (k, numbers) of which neighbours along a stroke have most in common."""
        smooth = noise.copy()
        moves = noise[:, ADDED:].reshape(len(noise), -1, 2)
        smooth[:, ADDED:] = (self.bending.smoothing @ moves).reshape(len(noise), -1)
        return smooth

    @cached_property
    def _bounds(self) -> tuple[float, float] | None:
        """The sheet, of what is drawn on it."""
        points = [stroke[:, :2] for stroke in self.ink.strokes]
        on_it = self.ink.least > 0 and all(((p >= 0.0) & (p <= 1.0)).all() for p in points)
        return (0.0, 1.0) if on_it else None

    def _curve(self, change: Floats) -> Stroke:
        """The added stroke: a quadratic Bezier curve."""
        share = np.linspace(0.0, 1.0, _POINTS)[:, None]
        start, middle, end = change[:2], change[2:4], change[4:6]
        way = 2.0 * share * (1.0 - share) * middle + share * share * end
        points: Stroke = self.ink.corners[0] + self.ink.size * (start + way)
        return points

    def _pressed(self, stroke: Stroke) -> Stroke:
        """The stroke as wide as the pen, where others tell their pressure."""
        if not any(one.shape[1] == 3 for one in self.ink.strokes):
            return stroke
        return np.concatenate([stroke, np.full((len(stroke), 1), 0.5)], axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class StrokeEncoding:
    """Images written as what was done to the strokes of each, (n, m)."""

    redrawings: tuple[Redrawing, ...]
    originals: Bytes
    valid: bool = True

    def images(self, content: Content, rows: Rows = slice(None)) -> Array:
        """The images (..., n, 28, 28): drawn anew, to 8 bits."""
        some = self.of(rows)
        flat = content.reshape(-1, len(some), content.shape[-1])
        drawn = [one.changed(c).image() for part in flat for one, c in zip(some, part, strict=True)]
        return to_floats(np.stack(drawn)).reshape(*content.shape[:-1], SIZE, SIZE)

    def squares(self, content: Content, rows: Rows | int = slice(None)) -> Array:
        """The squared L2 distance (..., n) of each image to its original."""
        if isinstance(rows, int):
            apart = self.squares(content[..., None, :], np.array([rows]))
            return apart[..., 0]
        return squares(self.images(content, rows) - to_floats(self.originals[rows]))

    def ink(self, content: Content, row: int) -> Ink:
        """What one image, written as (m,), is drawn with."""
        return self.redrawings[row].changed(content)

    def of(self, rows: Rows) -> Sequence[Redrawing]:
        """Of some of the images."""
        if isinstance(rows, slice):
            return self.redrawings[rows]
        return [self.redrawings[row] for row in rows]
