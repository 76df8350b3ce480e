"""Four tiles to look at."""

import numpy as np

from advgui.ui.viewer.tile import ShownTile
from advgui.ui.viewer.tile_looks import TileImage

ORIGINAL = np.tile(np.arange(28, dtype=np.uint8) * 9, (28, 1))
CHANGE = np.where(np.arange(784).reshape(28, 28) % 5 == 0, -3, 7).astype(np.int16)
CHANGED = np.clip(ORIGINAL + CHANGE, 0, 255).astype(np.uint8)
CHANGE = CHANGED.astype(np.int16) - ORIGINAL


def four(change: int = 0) -> tuple[ShownTile, ...]:
    """Those of a run; another ``change`` is another step of it."""
    images = (
        TileImage.gray(ORIGINAL),
        TileImage.difference(CHANGE + np.int16(change), stretched=False),
        TileImage.gray(CHANGED + np.uint8(change)),
        TileImage.gray(np.where(CHANGED > 127, 255, 0).astype(np.uint8)),
    )
    titles = ("Original", "Perturbation", "Adversarial", "Thresholded")
    return tuple(
        ShownTile(title, f"line {n}", None, image)
        for n, (title, image) in enumerate(zip(titles, images, strict=True))
    )


def empty() -> tuple[ShownTile, ...]:
    """Those of a drawing that was never attacked."""
    first, *others = four()
    return first, *(ShownTile(tile.title) for tile in others)
