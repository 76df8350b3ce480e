"""The steps of a run, one by one and in blocks of many."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks.oracle import Counts
from advgui.core.digits.ink import Ink
from advgui.core.images import LABELS, PIXELS, Array, Bytes, squares, to_floats

Content = NDArray[Any]
Rows = slice | NDArray[np.integer[Any]]

# Steps are judged together, because many images at once cost little more than one; not too
# many, because what leaves the processor's cache has to be fetched again.
_NUMBERS_AT_ONCE: Final = 128 * PIXELS
_STEPS_AT_ONCE: Final = 512


#: The logits of a step of an attack that does not see any: they are read for it.
UNREAD: Final[Array] = np.empty((0, LABELS), np.float32)


class Encoding(Protocol):
    """A way to write the images of a run in fewer numbers than they have pixels.

    ``rows`` says of which of the run's n images the content is, and ``valid`` whether what it
    makes are exact 8-bit images.
    """

    @property
    def valid(self) -> bool:
        """Whether the images are exact 8-bit ones."""
        ...

    def images(self, content: Content, rows: Rows = ...) -> Array:
        """The images (..., n, 28, 28) of what was written, (..., n, *)."""
        ...

    def squares(self, content: Content, rows: Rows | int = ...) -> Array:
        """The squared L2 distance (..., n) of each image to its original."""
        ...

    def ink(self, content: Content, row: int) -> Ink | None:
        """The strokes that one image, written as (m,), is drawn with; None where it is not."""
        ...


class Step(NamedTuple):
    """One yielded state of a run: the batch as the network was shown it, and its logits.

    ``content`` is the batch (n, 28, 28): uint8 where it is of valid images, else real numbers,
    which may leave [0, 1] where the attack is unconstrained. Where there is an ``encoding``,
    it is what that makes the batch of. Step 0 is the start, before any update. ``known``
    (n,) are the squared L2 distances to the originals, from an attack that has them at hand.
    ``queries`` (n,) is how often each image has gone forward so far, which the base fills in
    where queries are the work of an attack. ``drawn`` (n, 28, 28) are the valid images of what is
    encoded, from an attack that has them at hand: to make them anew can take long.
    """

    number: int
    content: Content
    logits: Array = UNREAD
    encoding: Encoding | None = None
    known: Array | None = None
    queries: Counts | None = None
    drawn: Bytes | None = None

    @property
    def done(self) -> int:
        """How much of the work is done: steps, or the most queries for any image."""
        return self.number if self.queries is None else int(self.queries.max())

    @property
    def images(self) -> Array:
        """The batch as real numbers, (n, 28, 28)."""
        return _decoded(self)

    @property
    def valid(self) -> bool:
        """Whether these are exact 8-bit images."""
        return _valid(self.encoding, self.content)


class Block(NamedTuple):
    """k steps, one after the other, for arithmetic on all at once; ``first`` is a number.

    ``content``, ``known``, ``queries`` and ``drawn`` are those of the steps, (k, n, *) and (k, n),
    and ``logits`` are (k, n, 10). ``originals`` are real numbers, (n, 28, 28).
    """

    first: int
    content: Content
    logits: Array
    originals: Array
    encoding: Encoding | None = None
    known: Array | None = None
    queries: Counts | None = None
    drawn: Bytes | None = None

    @property
    def last(self) -> int:
        """The number of the last step."""
        return self.first + len(self.content) - 1

    @property
    def images(self) -> Array:
        """The images (k, n, 28, 28) as real numbers."""
        return _decoded(self)

    @property
    def valid(self) -> bool:
        """Whether these are exact 8-bit images."""
        return _valid(self.encoding, self.content)

    @property
    def squares(self) -> Array:
        """The squared L2 distance (k, n) of each image to its original."""
        if self.known is not None:
            return self.known
        if self.encoding is not None and self.drawn is None:
            return self.encoding.squares(self.content)
        return squares(self.images - self.originals)

    def picked(self, steps: NDArray[np.integer[Any]], rows: NDArray[np.integer[Any]]) -> Array:
        """Some rows' images (j, 28, 28), each at a step of its own."""
        if self.encoding is not None and self.drawn is None:
            return self.encoding.images(self.content[steps, rows], rows)
        return _as_floats((self.content if self.drawn is None else self.drawn)[steps, rows])

    def since(self, number: int) -> "Block":
        """The steps from that number on, which one of them has."""
        some = slice(number - self.first, None)
        return self._replace(
            first=number,
            content=self.content[some],
            logits=self.logits[some],
            known=None if self.known is None else self.known[some],
            queries=None if self.queries is None else self.queries[some],
            drawn=None if self.drawn is None else self.drawn[some],
        )


def steps_at_once(step: Step) -> int:
    """How many steps like this one make a block."""
    return max(1, min(_STEPS_AT_ONCE, _NUMBERS_AT_ONCE // step.content.size))


def block_of(steps: Sequence[Step], originals: Array) -> Block:
    """One block of some steps, at least one, that came one after the other."""
    first, known = steps[0], [step.known for step in steps if step.known is not None]
    queries = [step.queries for step in steps if step.queries is not None]
    drawn = [step.drawn for step in steps if step.drawn is not None]
    return Block(
        first.number,
        _joined([step.content for step in steps]),
        _joined([step.logits for step in steps]),
        originals,
        first.encoding,
        _joined(known) if known else None,
        _joined(queries) if queries else None,
        _joined(drawn) if drawn else None,
    )


def _decoded(some: Step | Block) -> Array:
    """The images of one step or more, as real numbers."""
    if some.encoding is not None and some.drawn is None:
        return some.encoding.images(some.content)
    return _as_floats(some.content if some.drawn is None else some.drawn)


def _as_floats(images: Content) -> Array:
    return to_floats(images) if images.dtype == np.uint8 else images


def _valid(encoding: Encoding | None, content: Content) -> bool:
    return content.dtype == np.uint8 if encoding is None else encoding.valid


def _joined(arrays: Sequence[Content]) -> Content:
    """(k, ...) out of k arrays, by far less work for each than ``np.stack``."""
    return np.concatenate(arrays).reshape(-1, *arrays[0].shape)
