"""A scribble or a letter gets a remark more often than not; a digit hardly ever."""

import numpy as np

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import Stroke, render
from advgui.core.images import Bytes
from advgui.lab.drawing.likeness import remark_on

BLANK: Bytes = np.zeros((28, 28), np.uint8)


def scribble(seed: int) -> Stroke:
    """From anywhere to anywhere."""
    return np.random.default_rng(seed).uniform(0.1, 0.9, (9, 2))


def test_no_digit_of_the_gallery_gets_a_remark() -> None:
    assert not any(remark_on(render(digit.strokes)) for digit in read_gallery())
    assert not remark_on(BLANK)


def test_every_other_scribble_gets_one_whole_sentence() -> None:
    said = [remark_on(render((scribble(seed),))) for seed in range(20)]
    assert sum(map(bool, said)) >= 8
    assert all(words.endswith(".") for words in said if words)
