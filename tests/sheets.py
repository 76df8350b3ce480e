"""Sheets, their prints and photos for tests, made once as a camera takes a second for each."""

from functools import cache

import numpy as np

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.world.camera import HARSH, NORMAL, Camera, Photo, photograph, printed
from advgui.core.world.shapes import Page
from advgui.core.world.sheet import Captions, frame_corner, sheet

CAPTIONS = Captions("Original: reads 7", "Adversarial: reads 3", ("Network: (any), toward 3.",))


@cache
def two_images() -> tuple[Bytes, Bytes]:
    """A drawn seven, and the same with pixels of every gray about it."""
    digit = render(read_gallery()[7].strokes)
    random = np.random.default_rng(3)
    changed = np.clip(digit + random.integers(-90, 90, digit.shape), 0, 255).astype(np.uint8)
    return digit, changed


@cache
def page(paper: str = "A4") -> Page:
    return sheet(*two_images(), CAPTIONS, paper)


@cache
def photo(camera: Camera = NORMAL, seed: int = 1) -> Photo:
    random = np.random.default_rng(seed)
    return photograph(printed(page(), random), frame_corner(page()), camera, random)


def harsh_photo() -> Photo:
    return photo(HARSH)
