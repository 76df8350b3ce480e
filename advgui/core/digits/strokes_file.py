"""Digits drawn as strokes, on disk: JSON, or JSON Lines with a digit each.

A digit is ``{"strokes": [[[x, y], ...], ...], "label": 3, "pen": 0.12}``: y points down,
the unit is free, a third number of a point is the pen's pressure in [0, 1]; the label and
the pen's width, as ``rendering.render`` takes it, are optional.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeGuard

import numpy as np

from advgui.core.digits.rendering import Strokes
from advgui.core.disk.reading import opened
from advgui.core.disk.writing import write_bytes
from advgui.core.errors import StrokeFileError
from advgui.core.images import LABELS
from advgui.core.json_text import JsonError, parse_json, shown
from advgui.core.language import tr
from advgui.core.limits import DIGIT_BYTES, DIGITS, MEGABYTE, POINTS, STROKES, STROKES_BYTES
from advgui.core.lists import listed

_BLANKS: Final = b" \t\r\n\xef\xbb\xbf"
LARGEST_COORDINATE: Final = 1e9
WIDEST_PEN: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A digit as it was drawn; its label, its writer and its pen where they are known.

    The writer is told by data sets only and is not kept in a strokes file.
    """

    strokes: Strokes
    label: int | None = None
    writer: int | None = None
    pen: float | None = None


def read_strokes(path: Path) -> Iterator[Drawn]:
    """The digits of a strokes file, in its order, at least one; each is read when it is wanted.

    Raises StrokeFileError, naming the file and the line, where it is missing, is not
    such JSON, or a digit has no ink, a wrong label or pen or a point that is no point; and
    where it or a digit is larger than ``limits`` has it.
    """
    alone = count_strokes(path) == 1
    with opened(path, StrokeFileError, STROKES_BYTES) as file:
        for value, line in _values(file, path.name):
            yield _digit(
                value,
                path.name
                if alone
                else tr("{name}, line {number}").format(name=path.name, number=line),
            )


def count_strokes(path: Path) -> int:
    """How many digits a strokes file has, as far as its lines tell.

    Raises StrokeFileError where it cannot be read, or has too many.
    """
    with opened(path, StrokeFileError, STROKES_BYTES) as file:
        lines = _lines(file, path.name)
        first, second = next(lines, None), next(lines, None)
        if first is None or second is None or not _is_whole(first[1]):
            return 1
        return 2 + sum(1 for _ in lines)


def write_strokes(path: Path, digits: Iterable[Drawn]) -> None:
    """Write digits one to a line, which for a single one is plain JSON; atomic.

    Raises StrokeFileError where the file cannot be written.
    """
    write_bytes(path, strokes_bytes(digits), StrokeFileError)


def strokes_bytes(digits: Iterable[Drawn]) -> bytes:
    """What such a file holds."""
    lines = []
    for digit in digits:
        value: dict[str, Any] = {"strokes": [stroke.tolist() for stroke in digit.strokes]}
        if digit.label is not None:
            value["label"] = digit.label
        if digit.pen is not None:
            value["pen"] = digit.pen
        lines.append(json.dumps(value) + "\n")
    return "".join(lines).encode()


def digit_strokes(value: object, place: str) -> Strokes:
    """The strokes of ``[[[x, y], ...], ...]`` as JSON gave them.

    Raises StrokeFileError, beginning with ``place``, where they are none.
    """
    problems = [*_problems(value)]
    if problems or not isinstance(value, list):
        raise StrokeFileError(f"{place}: {listed(problems)}.")
    return _arrays(value)


def _values(file: BinaryIO, name: str) -> Iterator[tuple[object, int]]:
    """What the file holds, and the line on which each stands."""
    lines = _lines(file, name)
    first, second = next(lines, None), next(lines, None)
    if first is None or second is None:
        yield _parsed(first[1] if first else b"", name), 1
    elif _is_whole(first[1]):
        for number, line in chain([first, second], lines):
            yield (
                _parsed(line, tr("{name}, line {number}").format(name=name, number=number)),
                number,
            )
    else:  # one digit that is spread over lines
        file.seek(0)
        yield _parsed(file.read(DIGIT_BYTES + 1), name), 1


def _lines(file: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, by their numbers, none longer than a digit can be."""
    for number in count(1):
        line = file.readline(DIGIT_BYTES + 1)
        if not line:
            return
        if number > DIGITS:
            raise StrokeFileError(
                tr("{name}: more than {most:,} lines of digits.").format(name=name, most=DIGITS)
            )
        if len(line) > DIGIT_BYTES:
            raise _too_large(tr("{name}, line {number}").format(name=name, number=number))
        if line.strip(_BLANKS):
            yield number, line


def _is_whole(line: bytes) -> bool:
    """Whether a line is JSON of its own, as the first one of JSON Lines is."""
    try:
        parse_json(line)
    except JsonError:
        return False
    return True


def _too_large(place: str) -> StrokeFileError:
    return StrokeFileError(
        tr("{place}: a digit of more than {most} MB.").format(
            place=place, most=DIGIT_BYTES // MEGABYTE
        )
    )


def _parsed(text: bytes, place: str) -> object:
    if len(text) > DIGIT_BYTES:
        raise _too_large(place)
    try:
        return parse_json(text)
    except JsonError as error:
        raise StrokeFileError(f"{place}: {error}.") from error


def _digit(value: object, place: str) -> Drawn:
    if not isinstance(value, dict) or "strokes" not in value:
        raise StrokeFileError(tr('{place}: not an object with "strokes".').format(place=place))
    strokes, label, pen = value["strokes"], value.get("label"), value.get("pen")
    problems = [*_problems(strokes)]
    if label is not None and (type(label) is not int or not 0 <= label < LABELS):
        problems.append(
            tr("the label {label} is not a digit from 0 to 9").format(label=shown(label))
        )
    if pen is not None and not (_is_coordinate(pen) and 0.0 < pen <= WIDEST_PEN):
        problems.append(
            tr("the pen {pen} is not a width up to {most}").format(pen=shown(pen), most=WIDEST_PEN)
        )
    if problems:
        raise StrokeFileError(f"{place}: {listed(problems)}.")
    return Drawn(_arrays(strokes), label, pen=None if pen is None else float(pen))


def _arrays(strokes: list[list[list[float]]]) -> Strokes:
    return tuple(np.array(points, np.float64) for points in strokes)


def _problems(strokes: object) -> Iterator[str]:
    """What is wrong with the strokes of a digit."""
    if not isinstance(strokes, list) or not strokes:
        yield tr("a digit without strokes")
        return
    points = sum(len(stroke) for stroke in strokes if isinstance(stroke, list))
    if len(strokes) > STROKES:
        yield tr("{count:,} strokes, more than {most:,} in one digit").format(
            count=len(strokes), most=STROKES
        )
    if points > POINTS:
        yield tr("{count:,} points, more than {most:,} in one digit").format(
            count=points, most=POINTS
        )
    if len(strokes) <= STROKES and points <= POINTS:
        for stroke in strokes:
            yield from stroke_problems(stroke)


def stroke_problems(points: object) -> Iterator[str]:
    """What is wrong with one stroke, as JSON gave it."""
    if not isinstance(points, list) or not points:
        yield tr("a stroke without points")
    elif not all(isinstance(point, list) and len(point) in (2, 3) for point in points):
        yield tr("a point that is not [x, y] or [x, y, pressure]")
    else:
        if len({len(point) for point in points}) > 1:
            yield tr("a stroke has the pressure of some points only")
        if not all(_is_coordinate(number) for point in points for number in point[:2]):
            yield tr("a coordinate that is not a number up to a billion")
        if not all(_is_coordinate(level) and 0 <= level <= 1 for _, _, *p in points for level in p):
            yield tr("a pressure that is not from 0 to 1")


def _is_coordinate(number: object) -> TypeGuard[float]:
    return type(number) in (int, float) and abs(number) <= LARGEST_COORDINATE  # type: ignore[arg-type]
