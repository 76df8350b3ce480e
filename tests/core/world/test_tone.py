"""Contrast is about the middle grey, brightness is the same for every pixel."""

import numpy as np

from advgui.core.images import SIZE
from advgui.core.world.tone import Tone


def test_less_contrast_is_nearer_to_grey_and_brightness_is_added() -> None:
    levels = np.array([0.0, 0.5, 1.0])
    images = np.broadcast_to(levels[:, None, None], (1, 3, SIZE, SIZE))
    made, _ = Tone.by(np.array([1.0, 0.5, 0.5]), np.array([0.0, 0.0, 0.1])).forward(images)
    np.testing.assert_array_equal(made[0], images[0])
    np.testing.assert_allclose(made[1, :, 0, 0], [0.25, 0.5, 0.75])
    np.testing.assert_allclose(made[2, :, 0, 0], [0.35, 0.6, 0.85], rtol=1e-6)
