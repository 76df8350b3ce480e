"""A drawing and what can be done to it: each change makes a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from advgui.core.digits.ink import Ink
from advgui.core.digits.ink_map import InkMap
from advgui.core.digits.rendering import BOX, LEAST, PEN, Stroke, Strokes, render_in_place
from advgui.core.images import SIZE, Bytes
from advgui.core.limits import POINTS, STROKES

_Number = TypeVar("_Number", np.float64, np.uint8)

#: Strokes, and points of all of them, up to which an image is made as exactly as can be.
_ORDINARY: Final = 32, 4096

#: The map of the last drawing of more strokes than that, in the thread that has the lock.
_latest, _one_at_a_time = [InkMap()], Lock()


@dataclass(frozen=True, slots=True, eq=False)
class MnistDigit:
    """One of MNIST's test digits: its number, its true label and its image (28, 28)."""

    index: int
    label: int
    image: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Strokes in canvas units, x right and y down from 0 to 1, on plain paper or an image.

    ``base`` is the image (28, 28) that was opened, if one was; ``pen`` is the pen's width
    as ``rendering.render`` takes it. ``mnist`` is the test digit that it began as, if it did.
    """

    strokes: Strokes = ()
    base: Bytes | None = None
    pen: float = PEN
    mnist: MnistDigit | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is drawn, not even an image to draw on."""
        return not self.strokes and self.base is None

    @property
    def known(self) -> MnistDigit | None:
        """The test digit that it still is: whose true label is known."""
        same = self.mnist is not None and not self.strokes and self.base is self.mnist.image
        return self.mnist if same else None

    @property
    def ink(self) -> Ink | None:
        """What an attack on strokes changes; None where there is an image, or too much of it."""
        return self._ink if self.base is None and self._ink.changeable else None

    @property
    def _ink(self) -> Ink:
        return Ink(self.strokes, self.pen, LEAST)

    def image(self) -> Bytes:
        """The valid image (28, 28) of it, the only thing that a network sees.

        On plain paper the digit is fitted as MNIST's are, and a dot stays one; on an image
        strokes stay where they were drawn, and the lighter of both counts. Of more strokes
        than a digit ever has, only those that were not in the last such drawing cost anything.
        """
        if not _is_ordinary(self.strokes):
            return _mapped(self)
        if self.base is None:
            return self._ink.image()
        placed = tuple(_scaled(stroke, SIZE) for stroke in self.strokes)
        return np.maximum(self.base, render_in_place(placed, self.pen * BOX))


def counted(drawing: Drawing) -> InkMap | None:
    """What makes the image of very many strokes cost little, for another process to ``adopt``."""
    if _is_ordinary(drawing.strokes):
        return None
    with _one_at_a_time:
        ink = _latest[0]
        ink.show(drawing.strokes)
        return ink


def adopt(ink: InkMap) -> None:
    """Know the strokes that were counted, of the drawing that came with it."""
    with _one_at_a_time:
        _latest[0] = ink


def with_stroke(drawing: Drawing, stroke: Stroke) -> Drawing:
    """The drawing with a stroke (m, 2) or (m, 3) more; one without points adds nothing."""
    if len(stroke) == 0:
        return drawing
    return replace(drawing, strokes=(*drawing.strokes, kept(stroke)))


def same_drawing(one: Drawing, other: Drawing) -> bool:
    """Whether two drawings are equal, point for point."""
    return (
        one.pen == other.pen
        and np.array_equal(np.asarray(one.base), np.asarray(other.base))
        and len(one.strokes) == len(other.strokes)
        and all(map(np.array_equal, one.strokes, other.strokes))
    )


def cleared(drawing: Drawing) -> Drawing:
    """Plain paper and the same pen."""
    return drawing if drawing.empty else replace(drawing, strokes=(), base=None)


def fits_a_file(drawing: Drawing) -> bool:
    """Whether it is no larger than what a strokes file may hold, and so can be opened again."""
    return len(drawing.strokes) <= STROKES and sum(map(len, drawing.strokes)) <= POINTS


def from_image(image: Bytes, pen: float = PEN) -> Drawing:
    """An image (28, 28) to draw on."""
    return Drawing(base=kept(image), pen=pen)


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


def together(newest: History, others: Iterable[History]) -> History:
    """The newest drawing, before which undo shows the others, one after the other; none is lost."""
    past, present = newest.past, newest.present
    for other in others:
        if present.empty:
            past, present = (*past, *other.past), other.present
        else:
            past = (*past, present, *other.past, other.present)
    return History(past, present)


def kept(array: NDArray[_Number]) -> NDArray[_Number]:
    """A copy that nobody can write to."""
    copy = array.copy()
    copy.setflags(write=False)
    return copy


def _is_ordinary(strokes: Strokes) -> bool:
    most, points = _ORDINARY
    return len(strokes) <= most and sum(map(len, strokes)) <= points


def _mapped(drawing: Drawing) -> Bytes:
    """The image of any number of strokes, by a map of what they pass."""
    with _one_at_a_time:
        ink = _latest[0]
        ink.show(drawing.strokes)
        if drawing.base is None:
            return ink.render(drawing.pen)
        return np.maximum(drawing.base, ink.render_in_place(drawing.pen * BOX))


def _scaled(stroke: Stroke, factor: float) -> Stroke:
    """The stroke with x and y times ``factor``; the pressure stays."""
    scaled = np.array(stroke, np.float64)
    scaled[:, :2] *= factor
    return scaled
