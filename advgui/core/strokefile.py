"""Digits drawn as strokes, on disk: JSON, or JSON Lines with a digit each.

A digit is ``{"strokes": [[[x, y], ...], ...], "label": 3, "pen": 0.12}``: y points down,
the unit is free, a third number of a point is the pen's pressure in [0, 1]; the label and
the pen's width, as ``ink.render`` takes it, are optional.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeGuard

import numpy as np

from advgui.core.errors import StrokeFileError
from advgui.core.files import read_bytes, write_bytes
from advgui.core.images import LABELS
from advgui.core.ink import Stroke, Strokes

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


def read_strokes(path: Path) -> tuple[Drawn, ...]:
    """The digits of a strokes file, in its order, at least one.

    Raises StrokeFileError, naming the file and the line, where it is missing, is not
    such JSON, or a digit has no ink, a wrong label or pen or a point that is no point.
    """
    try:
        text = read_bytes(path, StrokeFileError).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StrokeFileError(f"{path.name}: not a text, so no strokes file.") from error
    return tuple(_digit(value, place) for value, place in _values(text, path.name))


def write_strokes(path: Path, digits: Iterable[Drawn]) -> None:
    """Write digits one to a line, which for a single one is plain JSON; atomic.

    Raises StrokeFileError where the file cannot be written.
    """
    lines = []
    for digit in digits:
        value: dict[str, Any] = {"strokes": [stroke.tolist() for stroke in digit.strokes]}
        if digit.label is not None:
            value["label"] = digit.label
        if digit.pen is not None:
            value["pen"] = digit.pen
        lines.append(json.dumps(value) + "\n")
    write_bytes(path, "".join(lines).encode(), StrokeFileError)


def digit_strokes(value: object, place: str) -> Strokes:
    """The strokes of ``[[[x, y], ...], ...]`` as JSON gave them.

    Raises StrokeFileError, beginning with ``place``, where they are none.
    """
    if not isinstance(value, list) or not value:
        raise StrokeFileError(f"{place}: a digit without strokes.")
    return tuple(_stroke(points, place) for points in value)


def _values(text: str, name: str) -> list[tuple[object, str]]:
    """What the file holds, and the words for where each stands in it."""
    try:
        return [(_parse(text), name)]
    except ValueError as error:
        lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
        whole = StrokeFileError(f"{name}: not JSON ({error}).")
        if len(lines) < 2:
            raise whole from error
    values: list[tuple[object, str]] = []
    for number, line in lines:
        try:
            values.append((_parse(line), f"{name}, line {number}"))
        except ValueError as error:
            if not values:
                raise whole from error
            raise StrokeFileError(f"{name}, line {number}: not JSON ({error}).") from error
    return values


def _parse(text: str) -> object:
    def refuse(word: str) -> float:
        raise ValueError(f"{word} is not a number that can be drawn")

    try:
        value: object = json.loads(text, parse_constant=refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def _digit(value: object, place: str) -> Drawn:
    if not isinstance(value, dict) or "strokes" not in value:
        raise StrokeFileError(f'{place}: not an object with "strokes".')
    label = value.get("label")
    if label is not None and (type(label) is not int or not 0 <= label < LABELS):
        raise StrokeFileError(f"{place}: the label {label!r} is not a digit from 0 to 9.")
    strokes = digit_strokes(value["strokes"], place)
    return Drawn(strokes, label, pen=_pen(value.get("pen"), place))


def _pen(width: object, place: str) -> float | None:
    if width is None:
        return None
    if not _is_coordinate(width) or not 0.0 < width <= WIDEST_PEN:
        raise StrokeFileError(f"{place}: the pen {width!r} is not a width up to {WIDEST_PEN}.")
    return float(width)


def _stroke(points: object, place: str) -> Stroke:
    if not isinstance(points, list) or not points:
        raise StrokeFileError(f"{place}: a stroke without points.")
    if not all(isinstance(point, list) and len(point) in (2, 3) for point in points):
        raise StrokeFileError(f"{place}: a point that is not [x, y] or [x, y, pressure].")
    if len({len(point) for point in points}) > 1:
        raise StrokeFileError(f"{place}: a stroke has the pressure of some points only.")
    if not all(_is_coordinate(number) for point in points for number in point):
        raise StrokeFileError(f"{place}: a coordinate that is not a number up to a billion.")
    stroke = np.array(points, np.float64)
    if stroke.shape[1] == 3 and not ((stroke[:, 2] >= 0) & (stroke[:, 2] <= 1)).all():
        raise StrokeFileError(f"{place}: a pressure that is not from 0 to 1.")
    return stroke


def _is_coordinate(number: object) -> TypeGuard[float]:
    return type(number) in (int, float) and abs(number) <= LARGEST_COORDINATE  # type: ignore[arg-type]
