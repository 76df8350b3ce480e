"""A digit is found on lined paper, on a dark table, in a shadow and askew; others stay the same."""

import numpy as np
import pytest

from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.normalising import fit
from advgui.core.digits.paper import ink_on_paper, is_disturbed, is_flat
from advgui.core.digits.rendering import render
from advgui.core.digits.segmentation import ink_coverage
from advgui.core.errors import ImageFileError
from advgui.core.zoo import load_shipped
from tests.core.digits.painted import SEVEN, painted
from tests.core.digits.photos import Photo, photo_of

SOME = read_gallery()[3::7]

HARD = {
    "lined and askew": Photo(lines=80, slant=4),
    "squared": Photo(lines=60, crossed=True),
    "on a dark table": Photo(table=0.15),
    "lined on a dark table": Photo(lines=80, table=0.15, slant=-3),
    "in a shadow": Photo(shadow=True),
    "all of it": Photo(lines=80, table=0.15, slant=3, shadow=True),
    "a small one": Photo(digit=0.15, lines=50, table=0.12),
}


@pytest.mark.parametrize("name", HARD)
def test_digits_on_paper_are_read_as_what_they_are(name: str) -> None:
    network = load_shipped("convolutional")
    for number, digit in enumerate(SOME):
        image = fit(photo_of(digit.strokes, HARD[name], number))
        assert network.read(image).label == digit.label


def test_light_ink_is_found_as_well_as_dark() -> None:
    photo = photo_of(SEVEN, Photo(shadow=True))
    dark, light = (ink_on_paper(one[::3, ::3]) for one in (photo, 255 - photo))
    assert np.abs(dark - light).max() < 0.02


def test_a_digit_that_was_found_before_is_the_same_still() -> None:
    photo = photo_of(SEVEN, Photo(lines=80))
    assert not is_disturbed(ink_coverage(photo[::3, ::3]) >= 0.5)
    tight = 255 - painted(SEVEN, side=200, margin=0.0)
    assert is_flat(tight)
    assert np.linalg.norm(fit(tight).astype(float) - render(SEVEN)) < 1.8 * 255
    assert not is_flat(photo)


def test_a_line_is_kept_where_nothing_else_is_there() -> None:
    gray = np.full((120, 120), 200.0) + np.random.default_rng(0).normal(0, 2, (120, 120))
    gray[:, 58:61] = 40
    found = ink_on_paper(gray.astype(np.uint8)) >= 0.5
    assert found[10:-10, 59].all()


def test_paper_without_ink_is_told() -> None:
    gray = np.random.default_rng(0).normal(200, 6, (120, 120)).astype(np.uint8)
    with pytest.raises(ImageFileError, match="no digit that stands out"):
        ink_on_paper(gray)
