"""A digit as ink: strokes and the pen that they are drawn with, which give one image."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from advgui.core.digits.rendering import BOX, PEN, Floats, Strokes, render
from advgui.core.images import Bytes

#: More strokes or points than that are no digit any more, and take their time to draw.
MOST_STROKES: Final = 31
MOST_POINTS: Final = 3000


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Strokes in a unit of their own, and what ``rendering.render`` makes an image of them by."""

    strokes: Strokes
    pen: float = PEN
    least: float = 0.0

    def image(self) -> Bytes:
        """The valid image (28, 28), drawn anew."""
        return render(self.strokes, self.pen, least=self.least)

    @property
    def changeable(self) -> bool:
        """Whether it has strokes, and no more of them than a digit has."""
        points = sum(map(len, self.strokes))
        return 0 < len(self.strokes) <= MOST_STROKES and 0 < points <= MOST_POINTS

    @property
    def corners(self) -> tuple[Floats, Floats]:
        """The lowest and the highest x and y of any point, (2,) each."""
        points = np.concatenate([stroke[:, :2] for stroke in self.strokes])
        return points.min(axis=0), points.max(axis=0)

    @property
    def size(self) -> float:
        """The longer side of the box about its points; of a dot that of the smallest digit."""
        low, high = self.corners
        return max(float((high - low).max()), self.least)

    @property
    def pixel(self) -> float:
        """How long a pixel of the image is, in the strokes' unit; 0 where they have no size."""
        return self.size / (BOX * (1.0 - self.pen))

    @property
    def length(self) -> float:
        """How long all strokes together are."""
        return float(sum(map(stroke_length, self.strokes)))


def stroke_length(stroke: Floats) -> float:
    """How long the way of the pen is."""
    return float(np.hypot(*np.diff(stroke[:, :2], axis=0).T).sum())
