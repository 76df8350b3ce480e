"""A painted region as a picture, and as it stands in a saved outcome."""

from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.attacks.outcome_value import outcome_value
from advgui.core.attacks.problem import Flags
from advgui.core.digits.image_file import read_photo_gray
from advgui.core.errors import ImageFileError
from advgui.core.images import SIZE
from advgui.core.language import tr

_FREE: Final = "#"
_FIXED: Final = "."
_BETWEEN: Final = "/"
#: What is lighter may change.
_HALF: Final = 127


def read_region(path: Path) -> Flags:
    """Where an image may change, (28, 28): what is white in a picture of 28 x 28 pixels.

    Or what stands in an ``outcome.json`` that was made with a region. Raises ImageFileError,
    naming the file, where it is neither, or nothing is free to change.
    """
    region = _saved(path) if path.suffix == ".json" else read_photo_gray(path) > _HALF
    if region.shape != (SIZE, SIZE):
        raise ImageFileError(
            tr("{name}: a region is a picture of {size} x {size} pixels.").format(
                name=path.name, size=SIZE
            )
        )
    if not region.any():
        raise ImageFileError(
            tr("{name}: no pixel of this region is white, so none may change.").format(
                name=path.name
            )
        )
    return region


def region_rows(region: Flags) -> list[str]:
    """A region as text for JSON: 28 rows of 28 signs, # where the image may change."""
    return ["".join(_FREE if free else _FIXED for free in row) for row in region]


def region_text(region: Flags | None) -> str:
    """The same on one line, with / between the rows; empty where there is none."""
    return "" if region is None else _BETWEEN.join(region_rows(region))


def region_of_text(text: object) -> Flags | None:
    """The region that ``region_text`` gives; None for all that is none, or has no free pixel."""
    found = region_of(text.split(_BETWEEN)) if isinstance(text, str) else None
    whole = found is not None and found.shape == (SIZE, SIZE) and found.any()
    return found if whole else None


def _saved(path: Path) -> Flags:
    region = region_of(outcome_value(path, "region"))
    if region is None:
        raise ImageFileError(
            tr("{name}: this outcome was made without a region.").format(name=path.name)
        )
    return region


def region_of(rows: object) -> Flags | None:
    """The region that ``region_rows`` gives as text; None where it is none."""
    if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
        return None
    return np.array([[sign == _FREE for sign in row] for row in rows], bool)


def _is_row(row: object) -> bool:
    return isinstance(row, str) and len(row) == SIZE and set(row) <= {_FREE, _FIXED}
