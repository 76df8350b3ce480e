"""A photo as its user wants it to be taken: turned, cropped, with more or less of it as ink."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PIL import Image

from advgui.core.digits.normalising import fit, fitted, require_size
from advgui.core.digits.paper import ink_on_paper, is_flat
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from advgui.core.language import tr

InkIs = Literal["found", "dark", "light"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """How a photo is looked at; as it is made, as any image is opened.

    ``turns`` are quarter turns to the left, ``angle`` degrees besides. ``crop`` is left, top,
    right and bottom of what is kept, as shares of the turned photo. ``threshold`` in [0, 1]
    is what counts as ink: above .5 only darker than was found by itself, below it fainter, too.
    """

    turns: int = 0
    angle: float = 0.0
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    threshold: float = 0.5
    ink: InkIs = "found"

    @property
    def plain(self) -> bool:
        """Whether the ink is found as in any image."""
        return self.threshold == PhotoView().threshold and self.ink == "found"


def is_photo(gray: Bytes) -> bool:
    """Whether an image (h, w) may need a look before it is a digit: large, on uneven ground."""
    return not is_flat(gray)


def turned(gray: Bytes, view: PhotoView) -> Bytes:
    """The photo turned; what comes in at the corners is as light as its border."""
    upright = np.rot90(gray, view.turns % 4)
    if not view.angle:
        return np.ascontiguousarray(upright)
    border = np.concatenate([upright[0], upright[-1], upright[:, 0], upright[:, -1]])
    image = Image.fromarray(np.ascontiguousarray(upright))
    fill = int(np.median(border))
    return np.asarray(image.rotate(view.angle, Image.Resampling.BILINEAR, True, fillcolor=fill))


def cropped(gray: Bytes, view: PhotoView) -> Bytes:
    """What is kept of a photo that is turned already."""
    height, width = gray.shape
    left, top, right, bottom = view.crop
    columns = slice(round(left * width), max(round(right * width), round(left * width) + 1))
    rows = slice(round(top * height), max(round(bottom * height), round(top * height) + 1))
    return gray[rows, columns]


def photo_digit(gray: Bytes, view: PhotoView) -> Bytes:
    """The digit of a photo (h, w) as a valid image (28, 28).

    Raises ImageFileError where there is none in what is kept.
    """
    kept = cropped(turned(gray, view), view)
    require_size(*reversed(kept.shape))
    if view.plain:
        return fit(kept)
    if kept.min() == kept.max():
        raise ImageFileError(tr("The image is empty, all its pixels are alike."))
    light = None if view.ink == "found" else view.ink == "light"
    share = 4.0 ** (2.0 * view.threshold - 1.0)
    return fitted(kept, lambda part: ink_on_paper(part, light=light, share=share))
