"""The median of a window around each pixel."""

import numpy as np
import pytest

from advgui.core.defences.median_smoothing import MedianSmoothing

RANDOM = np.random.default_rng(0)
IMAGES = RANDOM.random((2, 28, 28), np.float32)


@pytest.mark.parametrize(("window", "before"), [(2, 1), (3, 1), (4, 2), (5, 2)])
def test_each_pixel_is_the_upper_median_of_its_window(window: int, before: int) -> None:
    made = MedianSmoothing(window)(IMAGES, RANDOM)
    framed = np.pad(IMAGES, ((0, 0), (before, window), (before, window)))
    for row, column in [(0, 0), (5, 9), (27, 14), (27, 27)]:
        around = framed[1, row : row + window, column : column + window]
        assert made[1, row, column] == np.sort(around.ravel())[window**2 // 2]


def test_a_speck_goes_and_a_stroke_stays() -> None:
    image = np.zeros((1, 28, 28), np.float32)
    image[0, 3, 3] = 1
    image[0, 10:13, 5:20] = 1
    made = MedianSmoothing(3)(image, RANDOM)[0]
    assert made[3, 3] == 0
    assert made[11, 6:19].all()


@pytest.mark.parametrize("window", [2, 3, 4, 5])
def test_a_gradient_goes_to_the_pixel_that_was_taken(window: int) -> None:
    median, gradient = MedianSmoothing(window), RANDOM.random((2, 28, 28), np.float32)
    back = median.backward(IMAGES, gradient)
    made = median(IMAGES, RANDOM)
    for place in [(0, 13, 13), (1, 2, 20)]:
        taken = made == IMAGES[place]
        assert back[place] == pytest.approx(gradient[taken].sum(), abs=1e-6)
    paper = median.backward(np.full_like(IMAGES, 0.5), gradient)
    assert paper.sum() <= gradient.sum() * (1 + 1e-6)
