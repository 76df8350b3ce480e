"""A drawing with all that undo and redo bring back, as JSON in which no stroke stands twice.

``strokes`` holds each stroke once, ``images`` each image to draw on as hexadecimal digits. Every
drawing tells which of them it has: strokes as ``[first, count]`` of those that stand in a row.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np

from advgui.core.digits.rendering import PEN, Stroke, Strokes
from advgui.core.digits.strokes_file import WIDEST_PEN, stroke_problems
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.core.limits import POINTS, STROKES
from advgui.core.lists import listed
from advgui.lab.drawing.model import Drawing, History, fits_a_file
from advgui.lab.sessions.fields import Fields

#: Drawings before and after the present one that are kept, the nearest ones.
MOST_DRAWINGS: Final = 1_000
#: All strokes and points of those together: each is kept once, however many drawings have it.
MOST_STROKES: Final = 20 * STROKES
MOST_POINTS: Final = 20 * POINTS


def drawing_bytes(history: History) -> bytes:
    """The present drawing, and of the others as many as there is room for."""
    kept = _within_room(history)
    drawings = (*kept.past, kept.present, *kept.future)
    strokes = _numbered(stroke for drawing in drawings for stroke in drawing.strokes)
    images = _numbered(one.base for one in drawings if one.base is not None)
    # Stroke by stroke: all at once would hold the interpreter, and with it the pen.
    written = ", ".join(json.dumps(stroke.tolist()) for stroke, _ in strokes.values())
    pixels = json.dumps([image.tobytes().hex() for image, _ in images.values()])
    told = json.dumps([_described(one, strokes, images) for one in drawings])
    return (
        f'{{"strokes": [{written}], "images": {pixels}, "present": {len(kept.past)}, '
        f'"drawings": {told}}}'
    ).encode()


def stored_history(content: bytes) -> History:
    """The drawing and what is around it; ValueError where they are damaged."""
    found = Fields.parsed(content, tr("its drawing"))
    strokes = _strokes(found.items("strokes", MOST_STROKES))
    images = [_image(one) for one in found.items("images", 2 * MOST_DRAWINGS + 1)]
    told = found.objects("drawings", 2 * MOST_DRAWINGS + 1)
    drawings = [_drawing(one, strokes, images) for one in told]
    present = found.whole("present", 0, len(drawings) - 1)
    return History(tuple(drawings[:present]), drawings[present], tuple(drawings[present + 1 :]))


def _within_room(history: History) -> History:
    """The same without the drawings farthest away, where they are too many for a file."""
    past, future = history.past[-MOST_DRAWINGS:], history.future[:MOST_DRAWINGS]
    seen: dict[int, int] = {}
    added = _fitting([history.present], seen), _fitting(past[::-1], seen), _fitting(future, seen)
    return History(past[len(past) - added[1] :], history.present, future[: added[2]])


def _fitting(drawings: Sequence[Drawing], seen: dict[int, int]) -> int:
    """How many of the first drawings have room with the strokes that were ``seen``."""
    for count, drawing in enumerate(drawings):
        new = {id(stroke): len(stroke) for stroke in drawing.strokes if id(stroke) not in seen}
        points = sum(seen.values()) + sum(new.values()) if new else 0
        if len(seen) + len(new) > MOST_STROKES or points > MOST_POINTS:
            return count
        seen.update(new)
    return len(drawings)


def _numbered(things: Iterable[Any]) -> dict[int, tuple[Any, int]]:
    """Each thing once with its number, by its identity."""
    found: dict[int, tuple[Any, int]] = {}
    for thing in things:
        found.setdefault(id(thing), (thing, len(found)))
    return found


def _described(
    drawing: Drawing, strokes: dict[int, tuple[Any, int]], images: dict[int, tuple[Any, int]]
) -> dict[str, Any]:
    numbers = [strokes[id(stroke)][1] for stroke in drawing.strokes]
    image = None if drawing.base is None else images[id(drawing.base)][1]
    return {"strokes": list(_in_rows(numbers)), "image": image, "pen": drawing.pen}


def _in_rows(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers as [first, count] of those that follow each other."""
    starts = [0, *(at + 1 for at, (a, b) in enumerate(pairwise(numbers)) if b != a + 1)]
    for first, after in pairwise([*starts, len(numbers)] if numbers else []):
        yield numbers[first], after - first


def _strokes(values: list[Any]) -> Strokes:
    if sum(len(one) for one in values if isinstance(one, list)) > MOST_POINTS:
        raise ValueError(
            tr("its drawing has more than {points:,} points").format(points=MOST_POINTS)
        )
    problems = [problem for one in values for problem in stroke_problems(one)]
    if problems:
        raise ValueError(tr("its drawing has {problems}").format(problems=listed(problems)))
    return tuple(_frozen(np.array(points, np.float64)) for points in values)


def _image(digits: object) -> Bytes:
    try:
        content = bytes.fromhex(digits) if isinstance(digits, str) else b""
        return np.frombuffer(content, np.uint8).reshape(SIZE, SIZE)
    except ValueError as error:
        raise ValueError(tr("its drawing has a damaged image")) from error


def _drawing(told: Fields, strokes: Strokes, images: Sequence[Bytes]) -> Drawing:
    rows = [_row(one, len(strokes)) for one in told.items("strokes", STROKES)]
    if sum(count for _, count in rows) > STROKES:
        raise ValueError(
            tr("its drawing has more than {strokes:,} strokes").format(strokes=STROKES)
        )
    some = tuple(stroke for first, count in rows for stroke in strokes[first : first + count])
    base = images[told.whole("image", 0, len(images) - 1)] if "image" in told else None
    pen = told.number("pen", 0.0, WIDEST_PEN)
    drawing = Drawing(some, base, pen or PEN)
    if not fits_a_file(drawing):
        raise ValueError(tr("its drawing has more than {points:,} points").format(points=POINTS))
    return drawing


def _row(value: object, count: int) -> tuple[int, int]:
    match value:
        case [int(first), int(some)] if first >= 0 and 0 < some <= count - first:
            return first, some
    raise ValueError(tr("its drawing has strokes that are not there"))


def _frozen(stroke: Stroke) -> Stroke:
    stroke.setflags(write=False)
    return stroke
