"""A simulated print and a simulated camera: what becomes of a sheet before its photo is read.

Printed at 300 dots an inch with more ink than was asked for, laid on a table that is not plain,
and photographed from aside: perspective, uneven light, vignette, blur, noise and JPEG.
"""

import io
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from advgui.core.images import Bytes
from advgui.core.world.homography import Floats, homography, mapped
from advgui.core.world.raster import rasterised
from advgui.core.world.shapes import MM_PER_INCH, Page
from advgui.core.world.sheet import MARKS, frame_corner

PRINT_DPI: Final = 300
_PAPER: Final = 0.88  # how much of the light paper throws back
_BLACK: Final = 0.06  # and black ink
_GAIN: Final = 1.25  # dots grow on paper: the power of the share of it that stays white
_GRAIN: Final = 0.01  # of the print, from dot to dot

Floats32 = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Camera:
    """How a photo is taken; of each range something at random.

    ``turned`` is the most degrees by which the telephone is turned beside a whole quarter,
    ``tilt`` how much shorter the far side of the sheet may look, ``covers`` which share of the
    photo's longer side the page's takes; ``uneven`` how much darker one side is lit, ``vignette``
    the corners; ``exposure`` is the level of a fully lit white; ``blur`` in pixels, ``noise`` as
    a deviation of levels in [0, 1], and JPEG's ``quality``.
    """

    name: str
    turned: float
    tilt: float
    covers: tuple[float, float]
    uneven: float
    vignette: float
    exposure: tuple[float, float]
    blur: tuple[float, float]
    noise: tuple[float, float]
    quality: tuple[int, int]
    size: tuple[int, int] = (2000, 1500)


NORMAL: Final = Camera(
    "normal", 12, 0.12, (0.75, 0.95), 0.2, 0.2, (0.8, 1.0), (0.6, 1.2), (0.005, 0.02), (85, 95)
)
HARSH: Final = Camera(
    "harsh", 40, 0.25, (0.6, 0.85), 0.4, 0.4, (0.5, 0.9), (1.0, 2.0), (0.01, 0.03), (50, 75)
)
CAMERAS: Final = {camera.name: camera for camera in (NORMAL, HARSH)}


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A simulated photo (h, w) in gray, and where the middles of the four marks are in it."""

    pixels: Bytes
    marks: Floats


def printed(page: Page, random: Generator) -> Bytes:
    """The page as it comes from a printer: how bright each dot of it is, white light is 255."""
    gray = rasterised(page, PRINT_DPI)
    bright = (gray.astype(np.float32) / 255.0) ** np.float32(_GAIN)
    bright = _BLACK + (_PAPER - _BLACK) * bright
    bright += random.standard_normal(gray.shape, np.float32) * np.float32(_GRAIN)
    dots: Bytes = np.rint(np.clip(bright, 0.0, 1.0) * 255.0).astype(np.uint8)
    return dots


def photograph(
    print_: Bytes, corner: tuple[float, float], camera: Camera, random: Generator
) -> Photo:
    """A photo of a print (h, w) at ``PRINT_DPI``, whose ring is at ``corner``, in millimetres."""
    width, height = camera.size
    page = _placed(print_.shape, camera, random)
    scene = _seen(print_, page, (height, width), random)
    scene *= _light((height, width), camera, random)
    scene = _blurred(scene, random.uniform(*camera.blur))
    levels = np.clip(scene, 0.0, 1.0) ** np.float32(1 / 2.2)
    levels += random.standard_normal(levels.shape, np.float32) * np.float32(
        random.uniform(*camera.noise)
    )
    pixels = np.rint(np.clip(levels, 0.0, 1.0) * 255.0).astype(np.uint8)
    quality = int(random.integers(*camera.quality, endpoint=True))
    dots = (MARKS + corner) * (PRINT_DPI / MM_PER_INCH)
    return Photo(_through_jpeg(pixels, quality), mapped(page, dots) - 0.5)


def photograph_page(page: Page, camera: Camera, random: Generator) -> Photo:
    """A page printed and photographed."""
    return photograph(printed(page, random), frame_corner(page), camera, random)


def _placed(shape: tuple[int, ...], camera: Camera, random: Generator) -> Floats:
    """The matrix from the print's dots to the photo's pixels."""
    height, width = shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    looked: Floats = (corners - corners.mean(axis=0)) / max(shape)
    across, down = random.uniform(-camera.tilt, camera.tilt, 2)
    looked /= (1 + looked @ (across, down))[:, None]
    quarter = 90.0 * random.integers(4)
    angle = np.deg2rad(quarter + random.uniform(-camera.turned, camera.turned))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    looked = looked @ turn.T
    room = np.array(camera.size) / (looked.max(axis=0) - looked.min(axis=0))
    looked *= random.uniform(*camera.covers) * room.min()
    spare = np.array(camera.size) - (looked.max(axis=0) - looked.min(axis=0))
    looked += spare * random.uniform(0.1, 0.9, 2) - looked.min(axis=0)
    return homography(corners, looked)


def _seen(print_: Bytes, page: Floats, size: tuple[int, int], random: Generator) -> Floats32:
    """The print on a table, as bright as it is, from where the camera stands."""
    table = _table(size, random)
    back: Floats = np.linalg.inv(page).astype(np.float64)
    across, down = np.meshgrid(np.arange(size[1]) + 0.5, np.arange(size[0]) + 0.5)
    points = mapped(back, np.stack([across, down], axis=-1)) - 0.5
    shrink = max(int(np.sqrt(abs(np.linalg.det(back[:2, :2])))), 1)
    smaller = _reduced(print_, shrink)
    points = (points + 0.5) / shrink - 0.5
    inside = ((points >= 0) & (points < np.array(smaller.shape)[::-1] - 1)).all(axis=-1)
    table[inside] = _interpolated(smaller, points[inside])
    return table


def _interpolated(levels: Floats32, points: Floats) -> Floats32:
    """The levels (h, w) at points (n, 2) between its pixels, bilinear; none may lie outside."""
    corner = points.astype(np.intp)
    right, below = (points - corner).astype(np.float32).T
    flat, width = levels.reshape(-1), levels.shape[1]
    first = corner[:, 1] * width + corner[:, 0]
    above = flat[first] * (1 - right) + flat[first + 1] * right
    under = flat[first + width] * (1 - right) + flat[first + width + 1] * right
    between: Floats32 = above * (1 - below) + under * below
    return between


def _reduced(print_: Bytes, by: int) -> Floats32:
    """Means of squares of so many dots, in [0, 1]."""
    height, width = (side // by * by for side in print_.shape)
    squares = print_[:height, :width].reshape(height // by, by, width // by, by)
    means: Floats32 = squares.mean(axis=(1, 3), dtype=np.float32) / np.float32(255.0)
    return means


def _table(size: tuple[int, int], random: Generator) -> Floats32:
    """A table of some brightness with grain along one direction, as of wood."""
    across = random.standard_normal(size[1], np.float32)
    grain = np.convolve(across, np.ones(9, np.float32) / 9, "same")
    down = np.linspace(0, random.uniform(0, 3), size[0], dtype=np.float32)[:, None]
    waves = 0.5 + 0.5 * np.sin(down + np.cumsum(across) * 0.3)
    bright = random.uniform(0.08, 0.5)
    return np.clip(bright * (0.8 + 0.3 * waves + 0.3 * grain), 0.0, 1.0).astype(np.float32)


def _light(size: tuple[int, int], camera: Camera, random: Generator) -> Floats32:
    """How much light each pixel gets: from one side, and less in the corners."""
    across, down = (np.linspace(-1, 1, side, dtype=np.float32) for side in size[::-1])
    angle = random.uniform(0, 2 * np.pi)
    slope = (np.cos(angle) * across + np.sin(angle) * down[:, None]) / np.float32(np.sqrt(2))
    side = 1 - random.uniform(0, camera.uneven) * (slope + 1) / 2
    corners = 1 - random.uniform(0, camera.vignette) * (across**2 + down[:, None] ** 2) / 2
    level: Floats32 = (random.uniform(*camera.exposure) * side * corners).astype(np.float32)
    return level


def _blurred(levels: Floats32, deviation: float) -> Floats32:
    """A Gaussian blur of so many pixels, rows and columns apart."""
    reach = int(np.ceil(3 * deviation))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / deviation) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for _ in range(2):
        padded = np.pad(levels, ((reach, reach), (0, 0)), "edge")
        summed = sum(weight * padded[at : at + len(levels)] for at, weight in enumerate(weights))
        levels = np.ascontiguousarray(np.asarray(summed, np.float32).T)
    return levels


def _through_jpeg(pixels: Bytes, quality: int) -> Bytes:
    from PIL import Image

    packed = io.BytesIO()
    Image.fromarray(pixels).save(packed, "JPEG", quality=quality)
    with Image.open(packed) as image:
        return np.asarray(image)
