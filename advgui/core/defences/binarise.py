"""Binary thresholding, the report's defence: every pixel becomes paper or ink."""

import numpy as np

from advgui.core.images import Bytes


def binarise(images: Bytes, threshold: float = 0.5) -> Bytes:
    """255 where a pixel is above ``threshold`` (in [0, 1]), else 0; any shape.

    The report's x > .5: a pixel of exactly the threshold becomes paper.
    """
    return np.where(images > threshold * 255.0, np.uint8(255), np.uint8(0))
