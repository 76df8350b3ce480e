"""Every step of a run, kept in the pieces in which it came, ready to be looked at."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advgui.core.attacks import Block, Encoding, Step, block_of
from advgui.core.attacks.oracle import Counts as Queries
from advgui.core.digits.ink import Ink
from advgui.core.images import Array, Bytes, Labels, outside, quantise, to_floats

Counts = NDArray[np.intp]


class RecordedBlock(Protocol):
    """Some steps, one after the other."""

    @property
    def logits(self) -> Array:
        """What the network made of each raw image, (k, n, 10)."""
        ...

    @property
    def queries(self) -> Queries | None:
        """How often each image had gone forward, (k, n); None where that is not counted."""
        ...

    def __len__(self) -> int:
        """How many."""
        ...

    def images(self, step: int) -> Bytes:
        """The valid images (n, 28, 28) of one of them."""
        ...

    def outside(self, step: int) -> Counts:
        """How many pixels (n,) of each raw image behind them left [0, 1]."""
        ...

    def squares(self, lane: int) -> Array:
        """The squared L2 distance (k,) of one lane's raw images to its original."""
        ...

    def ink(self, step: int, lane: int) -> Ink | None:
        """The strokes that an image is drawn with; None where it is of none."""
        ...

    def block(self, first: int, originals: Array) -> Block:
        """The valid images of all of them to be judged anew, as they were read before.

        ``first`` is the number of the first one, ``originals`` (n, 28, 28) those of the run.
        """
        ...

    def picked(self, steps: Counts) -> "RecordedBlock":
        """Some of them, by where they stand here, in arrays of their own."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ImageBlock:
    """Steps as valid images, uint8 (k, n, 28, 28).

    ``lost`` (k, n) counts the pixels of the raw images that had left [0, 1]; ``apart``
    (k, n) holds the squares of their distances.
    """

    pixels: Bytes
    logits: Array
    lost: Counts
    apart: Array
    queries: Queries | None = None

    def __len__(self) -> int:
        """The number of steps k."""
        return len(self.pixels)

    def images(self, step: int) -> Bytes:
        """As they were made."""
        images: Bytes = self.pixels[step]
        return images

    def outside(self, step: int) -> Counts:
        """As it was counted."""
        counts: Counts = self.lost[step]
        return counts

    def squares(self, lane: int) -> Array:
        """As they were measured."""
        apart: Array = self.apart[:, lane]
        return apart

    def ink(self, step: int, lane: int) -> None:
        """They are of none."""

    def block(self, first: int, originals: Array) -> Block:
        """As they are."""
        return Block(first, self.pixels, self.logits, originals, known=self.apart)

    def picked(self, steps: Counts) -> "ImageBlock":
        """As they are."""
        queries = None if self.queries is None else self.queries[steps]
        return ImageBlock(
            self.pixels[steps], self.logits[steps], self.lost[steps], self.apart[steps], queries
        )


@dataclass(frozen=True, slots=True, eq=False)
class EncodedBlock:
    """Steps as their content (k, n, m), which takes a tenth of the images that it stands for.

    ``drawn`` are these, where the attack had them at hand, so that a window need not make them.
    """

    content: Array
    logits: Array
    encoding: Encoding
    queries: Queries | None = None
    drawn: ImageBlock | None = None

    def __len__(self) -> int:
        """The number of steps k."""
        return len(self.content)

    def images(self, step: int) -> Bytes:
        """Bit for bit those that the run was judged by, made when they are first asked for."""
        if self.drawn is not None:
            return self.drawn.images(step)
        return quantise(_made(self, step))

    def outside(self, step: int) -> Counts:
        """Counted now; of valid images there is none."""
        if self.encoding.valid:
            return np.zeros(self.content.shape[1], np.intp)
        return outside(_made(self, step))

    def squares(self, lane: int) -> Array:
        """Measured now, or as they were."""
        if self.drawn is not None:
            return self.drawn.squares(lane)
        return self.encoding.squares(self.content[:, lane], lane)

    def ink(self, step: int, lane: int) -> Ink | None:
        """Made now."""
        return self.encoding.ink(self.content[step, lane], lane)

    def block(self, first: int, originals: Array) -> Block:
        """Made now, or as they are where they are made of what is valid."""
        if self.encoding.valid:
            return Block(first, self.content, self.logits, originals, self.encoding)
        pixels, known = self.encoding.images(self.content), self.encoding.squares(self.content)
        return Block(first, quantise(pixels), self.logits, originals, known=known)

    def picked(self, steps: Counts) -> "EncodedBlock":
        """As they are; their images are made anew."""
        queries = None if self.queries is None else self.queries[steps]
        return EncodedBlock(self.content[steps], self.logits[steps], self.encoding, queries)


@lru_cache(maxsize=1)
def _made(block: EncodedBlock, step: int) -> Array:
    """The raw images of the step that was asked for last: whoever shows it asks more than once.

    Those of an attack on strokes are drawn anew, ten in 11 ms.
    """
    return block.encoding.images(block.content[step])


def recorded(block: Block) -> RecordedBlock:
    """The steps of a block in the form that is had for the least."""
    if block.encoding is not None:
        drawn = None if block.drawn is None else _images(block, block.drawn)
        return EncodedBlock(block.content, block.logits, block.encoding, block.queries, drawn)
    return _images(block, block.content if block.valid else None)


def _images(block: Block, valid: Bytes | None) -> ImageBlock:
    """A block's steps as images: as they are where they are valid."""
    if valid is not None:
        pixels, lost = valid, np.zeros(valid.shape[:2], np.intp)
    else:
        pixels, lost = quantise(block.images), outside(block.images)
    return ImageBlock(pixels, block.logits, lost, block.squares, block.queries)


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """The steps so far, step 0 being the start.

    The pieces are never copied, because all steps of a long run can take tens of megabytes.
    ``ends`` tells how many steps there are up to the end of each piece. ``numbers`` are those
    of the steps that are there, of a run that has ended, where some were dropped to save room;
    None where none was.
    """

    pieces: tuple[RecordedBlock, ...] = ()
    ends: tuple[int, ...] = ()
    numbers: Counts | None = None

    @classmethod
    def of(cls, *pieces: RecordedBlock) -> "Recording":
        """A recording of these pieces."""
        some = tuple(piece for piece in pieces if len(piece))
        return cls(some, tuple(np.cumsum([len(piece) for piece in some]).tolist()))

    def __len__(self) -> int:
        """The number of steps that were made, also of those that were dropped since."""
        if self.numbers is not None:
            return int(self.numbers[-1]) + 1
        return self.ends[-1] if self.ends else 0

    @property
    def held(self) -> Counts:
        """The numbers of the steps that are there, (k,), the first and the last among them."""
        return np.arange(len(self)) if self.numbers is None else self.numbers

    def nearest(self, step: int) -> int:
        """The number of the nearest step that is there. Raises IndexError where there is none."""
        if self.numbers is None:
            return min(max(step, 0), len(self) - 1)
        return int(self.numbers[np.abs(self.numbers - step).argmin()])

    def only(self, numbers: Counts) -> "Recording":
        """The steps of these numbers alone, rising, the last one among them; others are dropped."""
        places = np.searchsorted(self.held, numbers)
        firsts = (0, *self.ends[:-1])
        parts = np.split(places, np.searchsorted(places, self.ends[:-1]))
        kept = Recording.of(
            *(
                piece.picked(part - first)
                for piece, part, first in zip(self.pieces, parts, firsts, strict=True)
                if len(part)
            )
        )
        return Recording(kept.pieces, kept.ends, numbers)

    def __getitem__(self, step: int) -> Bytes:
        """The valid images (n, 28, 28) of one step. Raises IndexError where there is none."""
        piece, number = self._find(step)
        return piece.images(number)

    @property
    def queries(self) -> int | None:
        """The most for any image by the newest step; None where that is not counted."""
        counted = self.pieces[-1].queries if self.pieces else None
        return None if counted is None else int(counted[-1].max())

    def blocks(self, originals: Array) -> Iterator[Block]:
        """All steps so far, to be judged anew."""
        for piece, end in zip(self.pieces, self.ends, strict=True):
            yield piece.block(end - len(piece), originals)

    def outside(self, step: int) -> Counts:
        """How many pixels (n,) of one step's raw images left [0, 1]; IndexError as above."""
        piece, number = self._find(step)
        return piece.outside(number)

    def ink(self, step: int, lane: int) -> Ink | None:
        """What one lane's image of a step is drawn with, if it is; IndexError as above."""
        piece, number = self._find(step)
        return piece.ink(number, lane)

    def labels(self, step: int) -> Labels:
        """What one step's raw images are read as, (n,); IndexError as above."""
        piece, number = self._find(step)
        labels: Labels = piece.logits[number].argmax(axis=-1)
        return labels

    def __add__(self, more: "Recording") -> "Recording":
        """This recording, of which no step was dropped, and the steps after it."""
        steps = len(self)
        return Recording(
            self.pieces + more.pieces, self.ends + tuple(steps + end for end in more.ends)
        )

    def _find(self, step: int) -> tuple[RecordedBlock, int]:
        place = self._place(step)
        number = bisect_right(self.ends, place)
        return self.pieces[number], place - (self.ends[number - 1] if number else 0)

    def _place(self, step: int) -> int:
        """Where a step stands among those that are there."""
        if not 0 <= step < len(self):
            raise IndexError(step)
        if self.numbers is None:
            return step
        place = int(np.searchsorted(self.numbers, step))
        if self.numbers[place] != step:
            raise IndexError(step)
        return place


class Recorder:
    """Keeps every step of one run.

    Steps come twice: as they are made, and later in the blocks in which they were judged.
    A block costs nothing to record; but the first step of a large network's block would be
    old before the block is full, so ``settle`` records what waits for it.
    """

    def __init__(self, originals: Bytes) -> None:
        """``originals`` (n, 28, 28) are those of the run."""
        self._originals = to_floats(originals)
        self._waiting: list[Step] = []
        self._pieces: list[RecordedBlock] = []
        self.step = -1
        """The number of the newest recorded step; -1 before the first."""

    def add(self, *steps: Step) -> None:
        """Take the next steps."""
        self._waiting += steps

    def judged(self, block: Block) -> None:
        """Take the next block, of whose steps some may be recorded already."""
        if self.step < block.last:
            self._record(block.since(self.step + 1))

    def settle(self) -> None:
        """Record the steps that wait, unless a whole block has come since the last `take`."""
        if self._waiting:
            del self._waiting[: max(0, self.step + 1 - self._waiting[0].number)]
        if self._waiting and not self._pieces:
            self._record(block_of(self._waiting, self._originals))
            self._waiting.clear()

    def take(self) -> Recording:
        """What was recorded since the last call."""
        pieces, self._pieces = self._pieces, []
        return Recording.of(*pieces)

    def _record(self, block: Block) -> None:
        self._pieces.append(recorded(block))
        self.step = block.last
