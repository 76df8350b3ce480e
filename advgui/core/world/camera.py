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
from advgui.core.world.bands import bands
from advgui.core.world.homography import Floats, homography, mapped, mapped_grid
from advgui.core.world.raster import rasterised
from advgui.core.world.shapes import MM_PER_INCH, Page
from advgui.core.world.sheet import MARKS

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
    white = (np.arange(256) / 255.0) ** _GAIN
    bright = (255.0 * (_BLACK + (_PAPER - _BLACK) * white)).astype(np.float32)
    for rows in bands(len(gray)):
        dots = random.standard_normal(gray[rows].shape, np.float32)
        dots *= np.float32(255.0 * _GRAIN)
        dots += bright[gray[rows]]
        gray[rows] = _levels(dots)
    return gray


def photograph(
    print_: Bytes, corner: tuple[float, float], camera: Camera, random: Generator
) -> Photo:
    """A photo of a print (h, w) at ``PRINT_DPI``, whose ring is at ``corner``, in millimetres."""
    width, height = camera.size
    page = _placed(print_.shape, camera, random)
    scene = _seen(print_, page, (height, width), random)
    _lit(scene, camera, random)
    pixels = _taken(scene, random.uniform(*camera.blur), random.uniform(*camera.noise), random)
    quality = int(random.integers(*camera.quality, endpoint=True))
    dots = (MARKS + corner) * (PRINT_DPI / MM_PER_INCH)
    return Photo(_through_jpeg(pixels, quality), mapped(page, dots) - 0.5)


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
    scene = _table(size, random)
    back: Floats = np.linalg.inv(page).astype(np.float64)
    shrink = max(int(np.sqrt(abs(np.linalg.det(back[:2, :2])))), 1)
    smaller = _reduced(print_, shrink)
    height, width = smaller.shape
    middles = np.arange(0.5, size[1])
    for rows in bands(size[0]):
        x, y = mapped_grid(back, middles, np.arange(rows.start + 0.5, rows.stop))
        x, y = x / shrink - 0.5, y / shrink - 0.5
        inside = (x >= 0) & (y >= 0) & (x < width - 1) & (y < height - 1)
        scene[rows][inside] = _interpolated(smaller, x[inside], y[inside])
    return scene


def _interpolated(levels: Floats32, x: Floats, y: Floats) -> Floats32:
    """The levels (h, w) at points (n,) between its pixels, bilinear; none may lie outside."""
    left, top = x.astype(np.int32), y.astype(np.int32)
    right, below = (x - left).astype(np.float32), (y - top).astype(np.float32)
    flat, width = levels.reshape(-1), levels.shape[1]
    first = top * np.int32(width) + left
    above, under = flat[first], flat[first + width]
    above += right * (flat[first + 1] - above)
    under += right * (flat[first + width + 1] - under)
    between: Floats32 = above + below * (under - above)
    return between


def _reduced(print_: Bytes, by: int) -> Floats32:
    """Means of squares of so many dots, in [0, 1]."""
    height, width = (side // by * by for side in print_.shape)
    small = np.empty((height // by, width // by), np.float32)
    for rows in bands(len(small)):
        dots = print_[rows.start * by : rows.stop * by, :width].astype(np.uint32)
        sums = dots.reshape(-1, by, width).sum(axis=1, dtype=np.uint32)
        small[rows] = sum(sums[:, at::by] for at in range(by))
    small /= np.float32(255.0 * by * by)
    return small


def _table(size: tuple[int, int], random: Generator) -> Floats32:
    """A table of some brightness with grain along one direction, as of wood."""
    across = random.standard_normal(size[1], np.float32)
    grain = np.convolve(across, np.ones(9, np.float32) / 9, "same")
    down = np.linspace(0, random.uniform(0, 3), size[0], dtype=np.float32)[:, None]
    waves = 0.5 + 0.5 * np.sin(down + np.cumsum(across) * 0.3)
    bright = random.uniform(0.08, 0.5)
    return np.clip(bright * (0.8 + 0.3 * waves + 0.3 * grain), 0.0, 1.0).astype(np.float32)


def _lit(scene: Floats32, camera: Camera, random: Generator) -> None:
    """Take from each pixel what light it does not get: from one side, and in the corners."""
    across, down = (np.linspace(-1, 1, side, dtype=np.float32) for side in scene.shape[::-1])
    angle = random.uniform(0, 2 * np.pi)
    uneven, vignette = random.uniform(0, camera.uneven) / 2, random.uniform(0, camera.vignette) / 2
    exposure = np.float32(random.uniform(*camera.exposure))
    slope_x, slope_y = uneven / np.sqrt(2) * np.array([np.cos(angle), np.sin(angle)])
    side_x, side_y = np.float32(slope_x) * across, np.float32(slope_y) * down
    corner_x, corner_y = np.float32(vignette) * across**2, np.float32(vignette) * down**2
    for rows in bands(len(scene)):
        side = np.float32(1 - uneven) - side_x - side_y[rows, None]
        side *= exposure * (1 - corner_x - corner_y[rows, None])
        scene[rows] *= side


def _taken(scene: Floats32, blur: float, noise: float, random: Generator) -> Bytes:
    """The pixels of a camera whose lens blurs by so many of them, and whose sensor is noisy."""
    reach = int(np.ceil(3 * blur))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / blur) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    padded = np.pad(scene, reach, "edge")
    pixels = np.empty(scene.shape, np.uint8)
    for rows in bands(len(scene)):
        around = padded[rows.start : rows.stop + 2 * reach]
        light = _summed(_summed(around, weights).T, weights).T
        levels = np.clip(light, 0.0, 1.0) ** np.float32(1 / 2.2)
        levels *= np.float32(255)
        levels += random.standard_normal(levels.shape, np.float32) * np.float32(255 * noise)
        pixels[rows] = _levels(levels)
    return pixels


def _summed(levels: Floats32, weights: Floats32) -> Floats32:
    """Each row (n - k + 1, w) the weighted sum of the k about it, of (n, w)."""
    count = len(levels) - len(weights) + 1
    sums: Floats32 = weights[0] * levels[:count]
    for at, weight in enumerate(weights[1:], 1):
        sums += weight * levels[at : at + count]
    return sums


def _levels(levels: Floats32) -> Bytes:
    """Whole levels of 255; the numbers given are lost."""
    np.clip(levels, 0.0, 255.0, out=levels)
    whole: Bytes = np.rint(levels, out=levels).astype(np.uint8)
    return whole


def _through_jpeg(pixels: Bytes, quality: int) -> Bytes:
    from PIL import Image

    packed = io.BytesIO()
    Image.fromarray(pixels).save(packed, "JPEG", quality=quality)
    with Image.open(packed) as image:
        return np.asarray(image)
