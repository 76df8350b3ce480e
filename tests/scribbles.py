"""Strokes at random, which look like nothing but are as good as any digit's."""

import numpy as np

from advgui.core.digits.ink import Ink
from advgui.core.digits.rendering import LEAST


def scribbles(count: int, seed: int = 0) -> tuple[Ink, ...]:
    """Some drawings on a sheet, each of one to three strokes; some points have a pressure."""
    random = np.random.default_rng(seed)
    return tuple(_scribble(random) for _ in range(count))


def _scribble(random: np.random.Generator) -> Ink:
    columns = int(random.integers(2, 4))
    strokes = [random.random((int(random.integers(1, 7)), columns)) for _ in range(3)]
    return Ink(tuple(strokes[: random.integers(1, 4)]), float(random.uniform(0.05, 0.3)), LEAST)
