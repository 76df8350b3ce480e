"""A run that is kept after its end, and how its steps are thinned to save room."""

import pickle
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import numpy as np

from advgui.core.attacks import Encoding
from advgui.lab.drawing.model import Drawing, from_image
from advgui.lab.runs.shown_run import ShownRun
from advgui.lab.worker.recording import EncodedBlock, RecordedBlock, Recording

#: Of so many steps one is left.
FEWER: Final = 4


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class KeptRun:
    """A run with what it was asked from, so that all can stand again as it stood.

    ``number`` is what it is called, from 1; ``made`` is when it ended, with its time zone, None
    where nobody knows. The ``run`` has the request (network with its defences, attack with its
    parameters, problem, seed), the steps, the outcomes, the drawing and where the user looked
    last. ``threshold`` is that of the fourth tile. Of the steps between those of note every
    ``stride``-th one is there. The recording takes ``size`` bytes.
    """

    number: int
    run: ShownRun
    made: datetime | None = None
    threshold: float = 0.5
    stride: int = 1
    size: int = 0

    @property
    def drawing(self) -> Drawing:
        """What the attack was asked from: the strokes, else the image alone."""
        return self.run.drawing or from_image(self.run.original)

    @property
    def thinned(self) -> bool:
        """Whether steps were dropped."""
        return self.run.recording.numbers is not None


def kept_run(
    number: int, run: ShownRun, made: datetime | None = None, threshold: float = 0.5
) -> KeptRun:
    """A run that has ended, to be kept under this number."""
    recording = shared(run.recording)
    packed = replace(run, recording=recording, moving=False)
    return KeptRun(
        number=number, run=packed, made=made, threshold=threshold, size=size_of(recording)
    )


def thinned(kept: KeptRun) -> KeptRun:
    """The same with one of four steps left of those that are of no note; outcomes all stay.

    The first and the last step, the best one of every lane and the one that is looked at stay.
    The same object where no other is left. One of four: what is kept has to be copied, which
    takes the longer the more it is.
    """
    if kept.stride > kept.run.step:
        return kept
    held, notable, stride = kept.run.recording.held, _notable(kept.run), kept.stride
    left = held
    while len(left) == len(held) and stride <= kept.run.step:
        stride *= FEWER
        left = held[(held % stride == 0) | np.isin(held, notable)]
    if len(left) == len(held):
        return kept
    if len(left) <= len(notable):
        stride = kept.run.step + 1  # there is nothing more to be looked for
    recording = kept.run.recording.only(left)
    run = replace(kept.run, recording=recording)
    return replace(kept, run=run, stride=stride, size=size_of(recording))


def _notable(run: ShownRun) -> list[int]:
    """The numbers of the steps that are never dropped, each once."""
    best = [outcome.best_step for outcome in run.outcomes]
    found = {0, run.step, run.looked_at, *best}
    return sorted(step for step in found if step <= run.step)


def shared(recording: Recording) -> Recording:
    """The same steps, with one encoding where every report brought its own, equal one.

    An encoding can be larger than the steps that are written by it. Images that it makes are made
    anew once somebody looks at them.
    """
    first: dict[bytes, Encoding] = {}
    known: dict[int, Encoding] = {}
    pieces: list[RecordedBlock] = []
    for piece in recording.pieces:
        if isinstance(piece, EncodedBlock):
            own = piece.encoding
            if id(own) not in known:
                known[id(own)] = first.setdefault(pickle.dumps(own), own)
            piece = replace(piece, encoding=known[id(own)], drawn=None)
        pieces.append(piece)
    return replace(recording, pieces=tuple(pieces))


def size_of(recording: Recording) -> int:
    """How many bytes the steps take, with the encodings that they are written by."""
    blocks = [piece for piece in recording.pieces if isinstance(piece, EncodedBlock)]
    encodings = {id(block.encoding): block.encoding for block in blocks}
    written = sum(len(pickle.dumps(encoding)) for encoding in encodings.values())
    return written + sum(map(_bytes_of, recording.pieces))


def _bytes_of(piece: RecordedBlock) -> int:
    names = getattr(piece, "__slots__", ())
    values = (getattr(piece, name) for name in names)
    return sum(value.nbytes for value in values if isinstance(value, np.ndarray))
