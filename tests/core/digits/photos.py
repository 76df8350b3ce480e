"""Digits as a telephone's camera sees them: on lined paper, on a dark table, in a shadow, askew."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from advgui.core.digits.rendering import Strokes
from advgui.core.images import Bytes

PAPER: Final = 205
INK: Final = 55


@dataclass(frozen=True)
class Photo:
    """What is in it besides the digit: lines so far apart, the table at one side, a shadow."""

    side: int = 600
    digit: float = 0.4
    pen: float = 0.07
    lines: int = 0
    crossed: bool = False
    table: float = 0.0
    shadow: bool = False
    slant: float = 0.0
    noise: float = 4.0


def photo_of(strokes: Strokes, what: Photo, seed: int = 0) -> Bytes:
    """A photo (side, side) of ink on paper."""
    random = np.random.default_rng(seed)
    side = what.side
    sheet = Image.new("L", (2 * side, 2 * side), PAPER)
    draw = ImageDraw.Draw(sheet)
    if what.lines:
        for at in range(what.lines // 2, 2 * side, what.lines):
            draw.line([(0, at), (2 * side, at)], fill=140, width=3)
            if what.crossed:
                draw.line([(at, 0), (at, 2 * side)], fill=140, width=3)
    _write(draw, strokes, what, random)
    turned = sheet.rotate(what.slant, Image.Resampling.BICUBIC, fillcolor=PAPER)
    scene = np.asarray(turned.crop((side // 2, side // 2, side // 2 + side, side // 2 + side)))
    lit = _lit(scene.astype(np.float64), what, random)
    lit += random.normal(0.0, what.noise, lit.shape)
    image = Image.fromarray(np.clip(np.rint(lit), 0, 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(0.8)))


def _write(
    draw: ImageDraw.ImageDraw, strokes: Strokes, what: Photo, random: np.random.Generator
) -> None:
    """The digit, somewhere in the middle."""
    points = np.concatenate([stroke[:, :2] for stroke in strokes])
    low, high = points.min(axis=0), points.max(axis=0)
    scale = what.digit * what.side / float((high - low).max())
    centre = what.side * (1.0 + random.uniform(-0.08, 0.08, 2))
    width = what.pen * what.digit * what.side
    for stroke in strokes:
        places = [tuple(at) for at in (stroke[:, :2] - (low + high) / 2) * scale + centre]
        draw.line(places, fill=INK, width=round(width))
        for x, y in places:
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=INK)


def _lit(
    scene: NDArray[np.float64], what: Photo, random: np.random.Generator
) -> NDArray[np.float64]:
    """In uneven light, and with the table that the paper lies on."""
    y, x = np.mgrid[-1 : 1 : what.side * 1j, -1 : 1 : what.side * 1j]
    light = 1.0 + random.uniform(-0.12, 0.12) * x + random.uniform(-0.12, 0.12) * y
    if what.shadow:
        edge = x * 0.8 + y * 0.6 + random.uniform(-0.2, 0.2)
        light *= 1.0 - 0.4 / (1.0 + np.exp(-edge / 0.06))
    lit: NDArray[np.float64] = scene * light
    if what.table:
        tilt = random.uniform(-0.08, 0.08)
        lit[(x + 1.0) / 2.0 + tilt * y < what.table] = 45.0
        lit[(1.0 - y) / 2.0 + tilt * x < what.table / 2.0] = 38.0
    return lit
