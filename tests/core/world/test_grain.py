"""Grain is the same for every image, and what is seen ends at ink and paper."""

import numpy as np

from advgui.core.images import SIZE
from advgui.core.world.grain import Clip, Grain


def test_each_draw_has_its_own_pattern_on_every_image() -> None:
    patterns = np.random.default_rng(0).normal(0, 0.1, (2, SIZE, SIZE))
    images = np.random.default_rng(1).uniform(0, 1, (1, 3, SIZE, SIZE))
    made, _ = Grain(patterns).forward(images)
    for draw, pattern in enumerate(patterns):
        np.testing.assert_allclose(made[draw] - images[0], np.stack([pattern] * 3))


def test_nothing_is_darker_than_ink_or_brighter_than_paper() -> None:
    images = np.linspace(-1, 2, SIZE * SIZE).reshape(1, 1, SIZE, SIZE)
    made, _ = Clip().forward(images)
    assert (made.min(), made.max()) == (0, 1)
    inside = (images >= 0) & (images <= 1)
    np.testing.assert_array_equal(made[inside], images[inside])
