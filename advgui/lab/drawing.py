"""A drawing and what can be done to it: each change makes a new one."""

from dataclasses import dataclass, replace
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from advgui.core.images import SIZE, Bytes
from advgui.core.ink import BOX, PEN, Stroke, Strokes, render, render_in_place

Floats = NDArray[np.float64]
_Number = TypeVar("_Number", np.float64, np.uint8)

_STEPS: Final = 8  # per radius of the eraser: how finely strokes are cut


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Strokes in canvas units, x right and y down from 0 to 1, on plain paper or an image.

    ``base`` is the image (28, 28) that was opened, if one was; ``pen`` is the pen's width
    as ``ink.render`` takes it.
    """

    strokes: Strokes = ()
    base: Bytes | None = None
    pen: float = PEN

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn, not even an image to draw on."""
        return not self.strokes and self.base is None

    def image(self) -> Bytes:
        """The valid image (28, 28) of it, the only thing that a network sees.

        On plain paper the digit is fitted as MNIST's are; on an image strokes stay where
        they were drawn, and the lighter of both counts.
        """
        if self.base is None:
            return render(self.strokes, self.pen)
        placed = tuple(_scaled(stroke, SIZE) for stroke in self.strokes)
        return np.maximum(self.base, render_in_place(placed, self.pen * BOX))


def with_stroke(drawing: Drawing, stroke: Stroke) -> Drawing:
    """The drawing with a stroke (m, 2) or (m, 3) more; one without points adds nothing."""
    if len(stroke) == 0:
        return drawing
    return replace(drawing, strokes=(*drawing.strokes, _kept(stroke)))


def erased(drawing: Drawing, path: Stroke, radius: float) -> Drawing:
    """The drawing without the ink that a round eraser touched along a path (m, 2).

    A stroke it crosses becomes two. Pixels of an opened image whose middles it touched
    turn black. The same drawing where it touched nothing.
    """
    if len(path) == 0:
        return drawing
    # The end of a line is as round as the pen: cut so that nothing of it is touched.
    reach = radius + drawing.pen * BOX / SIZE / 2.0
    strokes: list[Stroke] = []
    for stroke in drawing.strokes:
        strokes.extend(_outside(stroke, path[:, :2], reach))
    base = _wiped(drawing.base, path[:, :2], radius)
    same = len(strokes) == len(drawing.strokes) and base is drawing.base
    if same and all(a is b for a, b in zip(strokes, drawing.strokes, strict=True)):
        return drawing
    return replace(drawing, strokes=tuple(strokes), base=base)


def cleared(drawing: Drawing) -> Drawing:
    """Plain paper and the same pen."""
    return drawing if drawing.empty else replace(drawing, strokes=(), base=None)


def from_image(image: Bytes, pen: float = PEN) -> Drawing:
    """An image (28, 28) to draw on."""
    return Drawing(base=_kept(image), pen=pen)


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """A drawing with those before it and those that were undone, newest last and first."""

    past: tuple[Drawing, ...] = ()
    present: Drawing = Drawing()
    future: tuple[Drawing, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is a drawing before this one."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether a drawing was undone since the last change."""
        return bool(self.future)

    def record(self, drawing: Drawing) -> "History":
        """A change: what was undone is gone. The same drawing is no change."""
        if drawing is self.present:
            return self
        return History((*self.past, self.present), drawing)

    def amend(self, drawing: Drawing) -> "History":
        """The present drawing exchanged for another one, which undo does not notice."""
        return replace(self, present=drawing)

    def undo(self) -> "History":
        """One change back; the same where there is none."""
        if not self.past:
            return self
        return History(self.past[:-1], self.past[-1], (self.present, *self.future))

    def redo(self) -> "History":
        """One change forward again; the same where there is none."""
        if not self.future:
            return self
        return History((*self.past, self.present), self.future[0], self.future[1:])


def _kept(array: NDArray[_Number]) -> NDArray[_Number]:
    """A copy that nobody can write to."""
    copy = array.copy()
    copy.setflags(write=False)
    return copy


def _outside(stroke: Stroke, path: Floats, reach: float) -> tuple[Stroke, ...]:
    """The parts of a stroke further than ``reach`` from a path; itself where all is."""
    fine = _refined(stroke, reach / _STEPS)
    away = _distances(fine[:, :2], path) > reach
    if away.all():
        return (stroke,)
    edges = np.flatnonzero(np.diff(away)) + 1
    parts = zip(np.split(fine, edges), np.split(away, edges), strict=True)
    return tuple(_kept(part) for part, left in parts if left[0])


def _refined(stroke: Stroke, step: float) -> Stroke:
    """The same stroke with points at most ``step`` apart."""
    if len(stroke) < 2:
        return stroke
    lengths = np.hypot(*np.diff(stroke[:, :2], axis=0).T)
    counts = np.maximum(np.ceil(lengths / step).astype(np.intp), 1)
    ends = np.concatenate(([0], np.cumsum(counts)))
    at = np.arange(ends[-1] + 1)
    return np.stack([np.interp(at, ends, column) for column in stroke.T], axis=1)


def _distances(points: Floats, path: Floats) -> Floats:
    """How far points (k, 2) are from a path (m, 2) of straight pieces: (k,)."""
    starts = path[:-1] if len(path) > 1 else path
    vectors = path[1:] - starts if len(path) > 1 else np.zeros((1, 2))
    squares = np.maximum((vectors**2).sum(axis=1), 1e-300)
    from_start = points[:, None] - starts
    along = np.clip((from_start * vectors).sum(axis=2) / squares, 0.0, 1.0)
    away = from_start - along[:, :, None] * vectors
    nearest: Floats = np.sqrt((away**2).sum(axis=2)).min(axis=1)
    return nearest


def _wiped(base: Bytes | None, path: Floats, radius: float) -> Bytes | None:
    """The image with the pixels black that the eraser touched; itself where none was lit."""
    if base is None:
        return None
    y, x = (np.indices((SIZE, SIZE)).reshape(2, -1) + 0.5) / SIZE
    touched = (_distances(np.stack([x, y], axis=1), path) <= radius).reshape(SIZE, SIZE)
    if not base[touched].any():
        return base
    return _kept(np.where(touched, np.uint8(0), base))


def _scaled(stroke: Stroke, factor: float) -> Stroke:
    """The stroke with x and y times ``factor``; the pressure stays."""
    scaled = np.array(stroke, np.float64)
    scaled[:, :2] *= factor
    return scaled
