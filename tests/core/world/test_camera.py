"""The simulated camera does what a real one does, and the same again for the same seed."""

import numpy as np

from advgui.core.world.camera import CAMERAS, HARSH, NORMAL, printed
from tests.sheets import page, photo


def test_a_print_has_gray_paper_and_black_that_is_not_black() -> None:
    dots = printed(page(), np.random.default_rng(0))
    assert dots.shape == (3508, 2480)
    assert 210 < np.median(dots) < 235
    assert 5 < np.percentile(dots, 0.5) < 35


def test_the_marks_are_dark_where_the_photo_says_they_are() -> None:
    for camera in (NORMAL, HARSH):
        taken = photo(camera)
        x, y = np.rint(taken.marks[1:]).astype(int).T
        assert taken.pixels.shape == camera.size[::-1]
        assert taken.pixels[y, x].max() < 0.6 * np.percentile(taken.pixels, 90)


def test_the_harsh_camera_is_worse_in_all_that_it_does() -> None:
    assert list(CAMERAS) == ["normal", "harsh"]
    assert HARSH.blur[1] > NORMAL.blur[1]
    assert HARSH.noise[1] > NORMAL.noise[1]
    assert HARSH.quality[0] < NORMAL.quality[0]
    assert HARSH.covers[0] < NORMAL.covers[0]


def test_every_photo_is_another_one() -> None:
    assert not np.array_equal(photo().marks, photo(seed=2).marks)
