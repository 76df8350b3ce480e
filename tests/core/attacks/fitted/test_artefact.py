"""An artefact is worn without a network, by one image or many, and does not depend on them."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact
from advgui.core.errors import ParameterError
from advgui.core.images import Bytes, to_floats
from tests.mean_sign import MeanSign, Stamp


def made(size: float = 0.2) -> Artefact:
    change = np.linspace(-size, size, 784, dtype=np.float32).reshape(28, 28)
    return Artefact(MeanSign(size=size), {"change": change}, network="report")


def stamp() -> Artefact:
    return Artefact(Stamp(), {"row": np.ones(28, np.float32)})


def test_one_image_wears_it_as_it_does_among_others(digits: Bytes) -> None:
    worn = made().apply(digits)
    assert worn.dtype == np.uint8
    for image, alone in zip(worn, map(made().apply, digits), strict=True):
        np.testing.assert_array_equal(image, alone)
    np.testing.assert_array_equal(worn, made().apply(to_floats(digits)))


def test_the_images_stay_as_they_are_and_so_does_the_artefact(digits: Bytes) -> None:
    artefact, before = made(), digits.copy()
    kept = artefact.arrays["change"].copy()
    artefact.apply(digits)
    np.testing.assert_array_equal(digits, before)
    np.testing.assert_array_equal(artefact.arrays["change"], kept)


def test_it_tells_by_what_it_was_made() -> None:
    assert made().method == "mean-sign"
    assert made(0.1).settings == {"images": 10000, "size": 0.1}


def test_a_goal_that_is_said_late_is_one_for_all_or_one_for_each(digits: Bytes) -> None:
    three = stamp().apply(digits, 3)
    assert (three[:, 3] == 255).all()
    each = stamp().apply(digits, np.arange(10))
    assert (each[np.arange(10), np.arange(10)] == 255).all()


def test_a_goal_too_few_or_too_many_is_told(digits: Bytes) -> None:
    with pytest.raises(ParameterError, match="stamp needs a goal"):
        stamp().apply(digits)
    with pytest.raises(ParameterError, match="mean-sign takes no goal"):
        made().apply(digits, 3)
    with pytest.raises(ParameterError, match="from 0 to 9"):
        stamp().apply(digits, 10)
