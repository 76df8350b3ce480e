"""The image that an attack begins at, from a file, and as it stands in a saved outcome."""

from pathlib import Path
from typing import Any

import numpy as np

from advgui.core.attacks.outcome_value import outcome_value
from advgui.core.digits.image_file import read_image
from advgui.core.errors import ImageFileError
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr


def read_start(path: Path) -> Bytes:
    """A valid image (28, 28) to begin at: a picture, or what stands in an ``outcome.json``.

    Raises ImageFileError, naming the file, where it is neither.
    """
    return _saved(path) if path.suffix == ".json" else read_image(path)


def start_rows(start: Bytes) -> list[str]:
    """A valid image as text for JSON: 28 rows of 28 numbers, in two hexadecimal digits each."""
    return [row.tobytes().hex() for row in start]


def start_of(rows: Any) -> Bytes | None:  # noqa: ANN401 (whatever JSON had)
    """The valid image of such rows; None where it is none."""
    try:
        start = np.array([list(bytes.fromhex(row)) for row in rows], np.uint8)
    except (TypeError, ValueError):
        return None
    return start if start.shape == (SIZE, SIZE) else None


def _saved(path: Path) -> Bytes:
    start = start_of(outcome_value(path, "start"))
    if start is None:
        raise ImageFileError(
            tr("{name}: this outcome was made without a start.").format(name=path.name)
        )
    return start
