"""Where a square fits on an image, and what a patch comes to wherever it is put."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Artefact
from advgui.core.attacks.fitted.patch import Patch, place_of
from advgui.core.attacks.fitted.places import (
    best_place,
    covered,
    every_place,
    inside,
    place_rates,
    put,
)
from advgui.core.attacks.problem import Problem
from advgui.core.datasets.readers import Digits
from advgui.core.generators import Driver
from advgui.core.images import Array, Bytes, quantise, to_floats
from advgui.core.nn.network import Network
from tests.generators import finished
from tests.mean_sign import gallery

PLACE = (9, 8)


@pytest.fixture
def square() -> Array:
    return np.random.default_rng(0).random((10, 10), np.float32)


def artefact(square: Array, goal: int | None) -> Artefact:
    arrays = {"patch": square, "place": np.array(PLACE, np.float32)}
    return Artefact(Patch(), arrays, goal, "report")


def some() -> Digits:
    digits = gallery()
    return Digits(digits.images[:8], digits.labels[:8])


def test_every_place_is_inside_and_none_is_left_out() -> None:
    places = every_place(10)
    assert len(set(places)) == 19 * 19
    assert places[0] == (0, 0)
    assert places[-1] == (18, 18)
    assert every_place(26, 2) == [(0, 0), (0, 2), (2, 0), (2, 2)]


def test_a_place_beyond_an_edge_becomes_the_nearest_inside() -> None:
    assert inside((-3, 99), 10) == (0, 18)
    assert inside((0, 18), 10, 1) == (1, 17)
    assert inside((5, 6), 10) == (5, 6)


def test_pixels_are_replaced_and_the_image_stays_as_it_was(square: Array, digits: Bytes) -> None:
    images = to_floats(digits)
    before = images.copy()
    made = put(images, square, PLACE)
    np.testing.assert_array_equal(images, before)
    np.testing.assert_array_equal(made[3, *covered(PLACE, 10)], square)
    assert ((made != images).any(axis=0).sum()) <= 100


@pytest.mark.parametrize("form", ["targeted", "untargeted"])
def test_the_best_place_is_that_of_the_largest_lead(
    network: Network, square: Array, digits: Bytes, form: str
) -> None:
    problem = Problem(digits[:1], np.array([3]), "targeted" if form == "targeted" else "untargeted")
    seen, found = finished(best_place(network, problem, square))
    image = to_floats(digits[0])
    leads = {
        place: float(problem.leads(network.logits(put(image, square, place)[None]))[0])
        for place in every_place(10)
    }
    assert leads[found] == pytest.approx(max(leads.values()), abs=1e-4)
    assert seen[-1] == found
    assert [leads[place] for place in seen] == sorted(leads[place] for place in seen)


def test_three_rates_are_those_of_every_digit_at_every_place(
    network: Network, square: Array
) -> None:
    digits, made = some(), artefact(square, None)
    states, rates = finished(place_rates(network, made, digits, place_of(made)))
    right = [
        row
        for row, image in enumerate(digits.images)
        if network.read(image).label == digits.labels[row]
    ]
    assert rates.images == rates.total == len(states) == len(right)
    fooled = np.array(
        [
            [
                network.read(quantise(put(to_floats(digits.images[row]), square, place))).label
                != digits.labels[row]
                for place in every_place(10)
            ]
            for row in right
        ]
    )
    at = every_place(10).index(PLACE)
    assert rates.fixed == pytest.approx(fooled[:, at].mean())
    assert rates.chosen == pytest.approx(fooled.any(axis=1).mean())
    assert rates.anywhere == pytest.approx(fooled.mean())
    assert rates.anywhere <= rates.chosen


def test_a_white_square_as_the_patch_is_its_own_baseline(network: Network) -> None:
    made = artefact(np.ones((10, 10), np.float32), 8)
    _, rates = finished(place_rates(network, made, some(), PLACE))
    assert rates.white == rates.fixed


def test_ended_early_it_tells_of_the_digits_so_far(network: Network, square: Array) -> None:
    driver = Driver(place_rates(network, artefact(square, None), some(), PLACE))
    first = next(driver)
    driver.stop()
    assert not list(driver)
    assert driver.value == first
    assert first.images == 1 < first.total
