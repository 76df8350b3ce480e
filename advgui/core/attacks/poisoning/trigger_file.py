"""A trigger that was painted in another program: a small PNG, clear where it is transparent."""

from pathlib import Path
from typing import Final

import numpy as np

from advgui.core.attacks.poisoning.trigger import CLEAR, Trigger
from advgui.core.digits.image_file import read_stamp
from advgui.core.errors import ImageFileError, ParameterError

SUFFIX: Final = ".png"
#: What is less opaque than this, of 255, is clear.
_HALF: Final = 128


def read_trigger(path: Path) -> Trigger:
    """The trigger in a PNG of at most 28 x 28 pixels: white is ink, black is paper.

    What is mostly transparent is clear. Of its grays the ten are taken that ``as_text`` tells, so
    that text, card and settings have the very trigger that is stamped. Raises ImageFileError,
    naming the file, where it is no such image, or all of it is clear.
    """
    gray, alpha = read_stamp(path)
    rows = np.where(alpha < _HALF, CLEAR, gray.astype(np.int16))
    try:
        return Trigger.from_text(Trigger.from_pixels(rows.tolist()).as_text())
    except ParameterError as error:
        raise ImageFileError(f"{path.name}: {error}") from error
