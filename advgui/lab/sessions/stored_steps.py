"""The steps of a run as safetensors, which are unpacked when one looks at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

from advgui.core.attacks import Block, Encoding
from advgui.core.attacks.closest.lowrank.patterns import Patterns
from advgui.core.attacks.oracle import Counts as Queries
from advgui.core.attacks.problem import Problem
from advgui.core.attacks.strokes.redrawing import Redrawing, StrokeEncoding
from advgui.core.digits.ink import Ink
from advgui.core.formats.tensor_file import Tensor, read_metadata, read_tensors
from advgui.core.images import LABELS, PIXELS, SIZE, Array, Bytes
from advgui.core.language import tr
from advgui.lab.sessions.members import Packed
from advgui.lab.worker.recording import Counts, EncodedBlock, ImageBlock, RecordedBlock, Recording

#: Runs whose steps stay unpacked: the one that is looked at, and those beside it.
_UNPACKED: Final = 4
_MOST_NUMBERS: Final = 10_000
_TYPES: Final = {"F32": "<f4", "F64": "<f8", "I64": "<i8", "U8": "u1"}
_PATTERNS: Final = tuple(field.name for field in fields(Patterns))

Arrays = Mapping[str, NDArray[Any]]


def steps_bytes(recording: Recording, problem: Problem) -> bytes:
    """All steps of a run in one block; some that were read are given back as they were."""
    pieces = recording.pieces
    if len(pieces) == 1 and isinstance(pieces[0], StoredBlock):
        return pieces[0].packed.unpacked()
    kind, arrays = _encoded(pieces) or _as_images(recording, problem)
    if pieces[0].queries is not None:
        arrays["queries"] = np.concatenate([np.asarray(one.queries, np.int64) for one in pieces])
    arrays["numbers"] = recording.held.astype(np.int64)
    arrays["logits"] = np.concatenate([one.logits for one in pieces]).astype(np.float32)
    whole = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    return save(whole, metadata=kind)


def stored_recording(packed: Packed, problem: Problem) -> Recording:
    """The steps, which are looked through now and dropped again; ValueError if damaged."""
    content = packed.unpacked()
    tensors = read_tensors(content)
    steps = len(_block(content, tensors, problem))
    numbers = _array(tensors, "numbers", "I64", (steps,)).copy()
    if not steps or numbers[0] != 0 or not (np.diff(numbers) > 0).all():
        raise ValueError(tr("its steps are not in their order"))
    whole = numbers[-1] == steps - 1
    return Recording((StoredBlock(packed, problem, steps),), (steps,), None if whole else numbers)


@dataclass(frozen=True, slots=True, eq=False)
class StoredBlock:
    """The steps of a run that are there, which take little room until they are looked at."""

    packed: Packed
    problem: Problem
    steps: int

    def __len__(self) -> int:
        """As they were counted."""
        return self.steps

    @property
    def logits(self) -> Array:
        """As they were."""
        return _unpacked(self).logits

    @property
    def queries(self) -> Queries | None:
        """As they were."""
        return _unpacked(self).queries

    def images(self, step: int) -> Bytes:
        """As they were."""
        return _unpacked(self).images(step)

    def outside(self, step: int) -> Counts:
        """As they were."""
        return _unpacked(self).outside(step)

    def squares(self, lane: int) -> Array:
        """As they were."""
        return _unpacked(self).squares(lane)

    def ink(self, step: int, lane: int) -> Ink | None:
        """As it was."""
        return _unpacked(self).ink(step, lane)

    def block(self, first: int, originals: Array) -> Block:
        """As they were."""
        return _unpacked(self).block(first, originals)

    def picked(self, steps: Counts) -> RecordedBlock:
        """Unpacked for good."""
        return _unpacked(self).picked(steps)


@lru_cache(maxsize=_UNPACKED)
def _unpacked(stored: StoredBlock) -> RecordedBlock:
    content = stored.packed.unpacked()
    return _block(content, read_tensors(content), stored.problem)


def _encoded(
    pieces: Sequence[RecordedBlock],
) -> tuple[dict[str, str], dict[str, NDArray[Any]]] | None:
    """Steps that are told by an encoding, as they are; None where they are not."""
    encoded = [one for one in pieces if isinstance(one, EncodedBlock)]
    if len(encoded) < len(pieces):
        return None
    first = encoded[0].encoding
    if not all(_same(one.encoding, first) for one in encoded[1:]):
        return None
    content = np.concatenate([one.content for one in encoded])
    match first:
        case Patterns():
            held = {name: getattr(first, name) for name in _PATTERNS}
            return {"kind": "patterns"}, {"content": content, **held}
        case StrokeEncoding():
            one = first.redrawings[0]
            limits = {"bend": repr(float(one.bend)), "added": repr(float(one.added))}
            return {"kind": "strokes", **limits}, {"content": content}
    return None


def _same(one: Encoding, other: Encoding) -> bool:
    match one, other:
        case Patterns(), Patterns():
            pairs = ((getattr(one, name), getattr(other, name)) for name in _PATTERNS)
            return all(a is b or np.array_equal(a, b) for a, b in pairs)
        case StrokeEncoding(), StrokeEncoding():
            a, b = one.redrawings[0], other.redrawings[0]
            return (a.bend, a.added) == (b.bend, b.added)
    return False


def _as_images(
    recording: Recording, problem: Problem
) -> tuple[dict[str, str], dict[str, NDArray[Any]]]:
    pieces = [_image_block(one, len(problem.goals)) for one in recording.pieces]
    return {"kind": "images"}, {
        "pixels": np.concatenate([one.pixels for one in pieces]),
        "lost": np.concatenate([one.lost for one in pieces]).astype(np.int64),
        "apart": np.concatenate([one.apart for one in pieces]).astype(np.float32),
    }


def _image_block(piece: RecordedBlock, lanes: int) -> ImageBlock:
    """The same steps as images; most of them are, and step by step would take its time."""
    if isinstance(piece, ImageBlock):
        return piece
    steps = range(len(piece))
    return ImageBlock(
        np.stack([piece.images(step) for step in steps]),
        piece.logits,
        np.stack([piece.outside(step) for step in steps]),
        np.stack([piece.squares(lane) for lane in range(lanes)], axis=1),
    )


def _block(content: bytes, tensors: Mapping[str, Tensor], problem: Problem) -> RecordedBlock:
    """What a part holds; ValueError where it is not of such a run."""
    metadata, lanes = read_metadata(content, len(content)), len(problem.goals)
    logits = _array(tensors, "logits", "F32", (None, lanes, LABELS))
    steps = len(logits)
    counted = "queries" in tensors
    queries = _array(tensors, "queries", "I64", (steps, lanes)) if counted else None
    match metadata.get("kind"):
        case "images":
            pixels = _array(tensors, "pixels", "U8", (steps, lanes, SIZE, SIZE))
            lost = _array(tensors, "lost", "I64", (steps, lanes))
            apart = _array(tensors, "apart", "F32", (steps, lanes))
            return ImageBlock(pixels, logits, lost, apart, queries)
        case "patterns":
            contents = _array(tensors, "content", "F32", (steps, lanes, None))
            return EncodedBlock(contents, logits, _patterns(tensors, contents), queries)
        case "strokes":
            contents = _array(tensors, "content", "F64", (steps, lanes, None))
            encoding = _strokes(metadata, problem, contents.shape[-1])
            return EncodedBlock(contents, logits, encoding, queries)
    raise ValueError(tr("its steps are of an unknown kind"))


def _patterns(tensors: Mapping[str, Tensor], content: Array) -> Patterns:
    lanes, patterns = content.shape[1], content.shape[2] - 1
    if not 0 <= patterns <= _MOST_NUMBERS:
        raise ValueError(tr("its steps have too many numbers"))
    shapes: dict[str, tuple[int, ...]] = {
        "reference": (lanes, SIZE, SIZE),
        "patterns": (patterns, PIXELS),
        "starts": (lanes, PIXELS),
        "products": (patterns, patterns),
        "crossed": (lanes, patterns),
        "own": (lanes,),
    }
    return Patterns(*(_array(tensors, name, "F32", shapes[name]) for name in _PATTERNS))


def _strokes(metadata: Mapping[str, str], problem: Problem, numbers: int) -> StrokeEncoding:
    try:
        bend, added = float(metadata.get("bend", "")), float(metadata.get("added", ""))
    except ValueError as error:
        raise ValueError(tr("its steps do not tell how far strokes could be bent")) from error
    made = {id(ink): Redrawing(ink, bend, added) for ink in problem.inks or ()}
    redrawings = tuple(made[id(ink)] for ink in problem.inks or ())
    if len(redrawings) != len(problem.goals) or any(one.numbers > numbers for one in made.values()):
        raise ValueError(tr("its steps are not of these strokes"))
    return StrokeEncoding(redrawings, problem.originals)


def _array(
    tensors: Mapping[str, Tensor], name: str, kind: str, shape: tuple[int | None, ...]
) -> NDArray[Any]:
    """An array of just this type and shape, in which None may be any number."""
    tensor = tensors.get(name)
    fits = tensor is not None and len(tensor.shape) == len(shape) and tensor.kind == kind
    if tensor is None or not fits:
        raise ValueError(tr("its steps have no {name}").format(name=name))
    if any(want not in (None, have) for want, have in zip(shape, tensor.shape, strict=True)):
        raise ValueError(tr("its steps have {name} of another shape").format(name=name))
    array = np.frombuffer(tensor.content, _TYPES[kind]).reshape(tensor.shape)
    read_back = name in ("logits", "apart")  # of weights that are too large, they may be none
    if kind.startswith("F") and not read_back and not np.isfinite(array).all():
        raise ValueError(tr("its steps have {name} that are no numbers").format(name=name))
    return array
