"""A photo is turned, cropped and lightened as its user wants, and told where there is no digit."""

from dataclasses import replace

import numpy as np
import pytest

from advgui.core.digits.normalising import fit
from advgui.core.digits.photo import PhotoView, is_photo, photo_digit, turned
from advgui.core.errors import ImageFileError
from advgui.core.images import Bytes
from tests.core.digits.painted import SEVEN, painted
from tests.core.digits.photos import Photo, photo_of

PHOTO = photo_of(SEVEN, Photo(lines=80, table=0.15))
PLAIN = PhotoView()


def apart(one: Bytes, other: Bytes) -> float:
    return float(np.linalg.norm(one.astype(float) - other) / 255.0)


def test_what_is_left_alone_is_opened_as_any_image() -> None:
    assert np.array_equal(photo_digit(PHOTO, PLAIN), fit(PHOTO))


def test_quarter_turns_and_degrees_turn_it_back() -> None:
    upright = fit(PHOTO)
    sideways = np.rot90(PHOTO)
    assert np.array_equal(photo_digit(sideways, replace(PLAIN, turns=3)), upright)
    askew = turned(PHOTO, replace(PLAIN, angle=20))
    assert askew.shape > PHOTO.shape
    assert apart(photo_digit(PHOTO, replace(PLAIN, angle=20)), upright) > 3
    back = replace(PLAIN, angle=-20, crop=(0.2, 0.2, 0.8, 0.8))
    assert apart(photo_digit(askew, back), upright) < 2.5


def test_of_two_digits_the_cropped_one_is_taken() -> None:
    both = np.concatenate([PHOTO, np.fliplr(photo_of(SEVEN, Photo()))], axis=1)
    left = replace(PLAIN, crop=(0.0, 0.0, 0.5, 1.0))
    assert np.array_equal(photo_digit(both, left), fit(PHOTO))
    nothing = replace(PLAIN, crop=(0.0, 0.0, 0.001, 0.001))
    with pytest.raises(ImageFileError, match="too small for a digit"):
        photo_digit(both, nothing)


def test_a_higher_threshold_leaves_fainter_ink_out() -> None:
    faint = photo_of(SEVEN, Photo()).astype(float)
    faint[250:350, 60:75] -= 50
    gray = np.clip(faint, 0, 255).astype(np.uint8)
    high, low = (photo_digit(gray, replace(PLAIN, threshold=one)) for one in (0.75, 0.2))
    assert apart(high, fit(PHOTO)) < 3
    assert apart(low, fit(PHOTO)) > 4


def test_whether_ink_is_light_can_be_told() -> None:
    dark, light = (replace(PLAIN, ink=one) for one in ("dark", "light"))
    assert apart(photo_digit(PHOTO, dark), photo_digit(255 - PHOTO, light)) < 0.1
    assert apart(photo_digit(PHOTO, light), fit(PHOTO)) > 4


def test_only_what_a_camera_has_seen_is_a_photo() -> None:
    assert is_photo(PHOTO)
    assert not is_photo(painted(SEVEN, side=200))
    assert not is_photo(PHOTO[:28, :28])
