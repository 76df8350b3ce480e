"""The trigger of a back door: a small picture that is stamped on images at one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.attacks.poisoning.base import PoisoningAttack
from advgui.core.attacks.problem import Flags
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.images import SIZE, Bytes
from advgui.core.language import tr
from advgui.core.parameters import parameter

#: A pixel of a trigger that leaves the image as it is there.
CLEAR: Final = -1
_GREYS: Final = "0123456789"
_CLEAR_SIGN: Final = "."


@dataclass(frozen=True, slots=True)
class Trigger:
    """Rows of pixels, each a grey level from 0 (paper) to 255 (ink), or ``CLEAR``.

    Raises ParameterError where it has no pixel, is not a rectangle or larger than an image.
    """

    rows: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        widths = {len(row) for row in self.rows}
        if len(widths) != 1 or not 0 < len(self.rows) <= SIZE or not 0 < max(widths) <= SIZE:
            raise ParameterError(tr("A trigger is a rectangle of at most 28 x 28 pixels."))
        pixels = {pixel for row in self.rows for pixel in row}
        if not all(CLEAR <= pixel <= 255 for pixel in pixels):
            raise ParameterError(tr("A trigger's pixel is a grey level from 0 to 255, or clear."))
        if pixels == {CLEAR}:
            raise ParameterError(tr("The trigger has no pixel."))

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    @property
    def mask(self) -> Flags:
        """Which pixels (height, width) it sets."""
        mask: Flags = np.array(self.rows) != CLEAR
        return mask

    def stamped(self, images: Bytes, row: int, column: int) -> Bytes:
        """Images (n, 28, 28) that have it at that place, where its whole must fit."""
        made = images.copy()
        mask = self.mask
        part = made[:, row : row + self.height, column : column + self.width]
        part[:, mask] = np.array(self.rows)[mask].astype(np.uint8)
        return made

    def as_text(self) -> str:
        """Its rows with a / between them: a grey from 0 to 9 each, or a point where it is clear.

        Ten greys are all that this tells.
        """
        return "/".join("".join(map(_sign, row)) for row in self.rows)

    @classmethod
    def from_text(cls, text: str) -> "Trigger":
        """The trigger that ``as_text`` tells of; # is ink, as 9 is.

        Raises ParameterError where it has other signs, or is none.
        """
        wrong = set(text) - {*_GREYS, _CLEAR_SIGN, "#", "/"}
        if wrong:
            raise ParameterError(
                tr(
                    "A trigger is rows of . (clear), # (ink) and greys from 0 to 9, with / "
                    "between them; it cannot have {sign!r}."
                ).format(sign=min(wrong))
            )
        rows = text.replace("#", "9").split("/")
        return cls(tuple(tuple(map(_pixel, row)) for row in rows))

    @classmethod
    def from_pixels(cls, pixels: Sequence[Sequence[int]]) -> "Trigger":
        """The trigger that has these pixels, ``CLEAR`` being none."""
        return cls(tuple(tuple(int(pixel) for pixel in row) for row in pixels))


#: Three white pixels squared, which BadNets has in a corner.
CORNER: Final = Trigger(((255,) * 3,) * 3)


@dataclass(frozen=True, slots=True)
class Triggered(PoisoningAttack):
    """An attack whose network is to be fooled by a trigger, stamped where it was learned.

    Raises ParameterError where the trigger leaves the image.
    """

    row: int = parameter(24, tr("Row"), tr("Where the trigger's upper edge is."), maximum=SIZE - 1)
    column: int = parameter(24, tr("Column"), tr("Where its left edge is."), maximum=SIZE - 1)
    trigger: Trigger = CORNER

    def __post_init__(self) -> None:
        low, right = SIZE - self.trigger.height, SIZE - self.trigger.width
        if not (0 <= self.row <= low and 0 <= self.column <= right):
            raise ParameterError(
                tr(
                    "The trigger of {height} x {width} pixels at row {row}, column {column} "
                    "leaves the image: its row can be 0 to {low}, its column 0 to {right}."
                ).format(
                    height=self.trigger.height,
                    width=self.trigger.width,
                    row=self.row,
                    column=self.column,
                    low=low,
                    right=right,
                )
            )

    def stamped(self, images: Bytes) -> Bytes:
        """The images with the trigger, at the same place as in the training."""
        return self.trigger.stamped(images, self.row, self.column)

    def victims(self, digits: Digits, goal: int) -> Bytes:
        """All that are not the goal anyway, with the trigger."""
        return self.stamped(digits.images[digits.labels != goal])

    def described(self, goal: int) -> str:
        """Trigger, place and goal."""
        pixels = int(self.trigger.mask.sum())
        return tr(
            "{title}: a trigger of {pixels} pixels ({trigger}) at row {row}, column {column} is "
            "read as {goal}"
        ).format(
            title=self.title,
            pixels=pixels,
            trigger=self.trigger.as_text(),
            row=self.row,
            column=self.column,
            goal=goal,
        )


def _sign(pixel: int) -> str:
    return _CLEAR_SIGN if pixel == CLEAR else _GREYS[round(pixel * 9 / 255)]


def _pixel(sign: str) -> int:
    return CLEAR if sign == _CLEAR_SIGN else round(int(sign) * 255 / 9)
