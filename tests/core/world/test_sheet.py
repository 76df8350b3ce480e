"""The sheet: both images at true size on every paper, with all that a photo is read by."""

import numpy as np
import pytest

from advgui.core.world.shapes import Box, Disc, Line, PrintedImage
from advgui.core.world.sheet import FRAME, MARKS, PAPERS, SIDE, WEDGE, WEDGE_PATCH, frame_corner
from tests.sheets import CAPTIONS, page, two_images


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_has_both_images_side_by_side_at_one_size(paper: str) -> None:
    left, right = (one for one in page(paper).shapes if isinstance(one, PrintedImage))
    assert np.array_equal(left.image, two_images()[0])
    assert np.array_equal(right.image, two_images()[1])
    assert (left.side, right.side, left.y) == (SIDE, SIDE, right.y)
    assert right.x > left.x + SIDE


@pytest.mark.parametrize("paper", PAPERS)
def test_all_of_it_lies_inside_what_a_printer_prints(paper: str) -> None:
    sheet = page(paper)
    for shape in sheet.shapes:
        wide = shape.width if isinstance(shape, Box) else 0
        assert 10 < shape.x + wide < sheet.width - 10
        assert 10 < shape.y < sheet.height - 10


def test_the_marks_are_discs_at_the_frames_corners_and_the_first_is_a_ring() -> None:
    x, y = frame_corner(page())
    discs = [one for one in page().shapes if isinstance(one, Disc)]
    black = np.array([(one.x, one.y) for one in discs if one.ink])
    np.testing.assert_allclose(black, MARKS + np.array([x, y]))
    (hole,) = (one for one in discs if not one.ink)
    assert (hole.x, hole.y) == (x, y)


def test_the_wedge_goes_from_paper_to_black() -> None:
    grays = [one.ink for one in page().shapes if isinstance(one, Box) and one.width == WEDGE_PATCH]
    assert tuple(grays) == WEDGE
    assert (grays[0], grays[-1]) == (0, 255)


def test_the_words_say_what_was_given_and_how_to_go_on() -> None:
    words = " ".join(one.words for one in page().shapes if isinstance(one, Line))
    for part in (CAPTIONS.original, CAPTIONS.adversarial, *CAPTIONS.notes, "100 mm", "four round"):
        assert part in words


def test_the_bar_for_checking_the_size_has_its_length() -> None:
    assert any(isinstance(one, Box) and one.width == 100 for one in page().shapes)
    assert FRAME == (160, 100)
