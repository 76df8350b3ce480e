"""Digits painted large by Pillow, as another program would paint them."""

from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from advgui.core.digits.rendering import PEN, Strokes
from advgui.core.images import Bytes

SEVEN: Final[Strokes] = (
    np.array([[0.2, 0.15], [0.5, 0.18], [0.8, 0.15], [0.65, 0.4], [0.5, 0.65], [0.45, 0.9]]),
    np.array([[0.38, 0.52], [0.72, 0.5]]),
)


def painted(strokes: Strokes, *, side: int, pen: float = PEN, margin: float = 0.2) -> Bytes:
    """White strokes on black, their box ``side`` pixels, smooth by drawing them twice as large.

    ``margin`` about the box is a share of it.
    """
    points = np.concatenate([stroke[:, :2] for stroke in strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    width, canvas = 2.0 * pen * side, round(side * (1.0 + 2.0 * margin))
    scale = 2.0 * side * (1.0 - pen) / float((high - low).max())
    image = Image.new("L", (2 * canvas, 2 * canvas), 0)
    draw = ImageDraw.Draw(image)
    for stroke in strokes:
        places = [(float(x), float(y)) for x, y in (stroke - (low + high) / 2.0) * scale + canvas]
        draw.line(places, fill=255, width=round(width))
        for x, y in places:
            dot = (x - width / 2.0, y - width / 2.0, x + width / 2.0, y + width / 2.0)
            draw.ellipse(dot, fill=255)
    return np.asarray(image.resize((canvas, canvas), Image.Resampling.BOX))
