"""A patch is one square for all digits: nothing beside it changes, and it fools more than white."""

import numpy as np
import pytest

from advgui.core.attacks.fitted import Fit, FittedAttack, make_fitted_attack
from advgui.core.attacks.fitted.patch import Patch, place_of
from advgui.core.attacks.fitted.places import covered, place_rates
from advgui.core.attacks.oracle import Oracle
from advgui.core.attacks.problem import Problem
from advgui.core.errors import ParameterError
from advgui.core.generators import drive
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from tests.generators import finished
from tests.mean_sign import gallery

SIDE = 12


def fitted(network: Network, goal: int | None = 3, seed: int = 0) -> Fit:
    return drive(Patch(size=SIDE, steps=20).run(network, gallery(), goal=goal, seed=seed))


@pytest.fixture(scope="module")
def fit(network: Network) -> Fit:
    return fitted(network)


def test_it_is_found_by_its_name() -> None:
    attack: FittedAttack = make_fitted_attack("patch", {"size": 7})
    assert attack.settings == {"images": 4000, "size": 7, "steps": 100}
    with pytest.raises(ParameterError, match="size is a whole number from 3 to 12"):
        make_fitted_attack("patch", {"size": 13})


def test_nothing_beside_the_square_changes_and_all_digits_wear_the_same(
    fit: Fit, digits: Bytes
) -> None:
    worn = fit.artefact.apply(digits)
    under = covered(place_of(fit.artefact), SIDE)
    assert len(np.unique(worn[:, *under], axis=0)) == 1
    put_back = worn.copy()
    put_back[:, *under] = digits[:, *under]
    np.testing.assert_array_equal(put_back, digits)


def test_what_is_put_on_are_whole_levels(fit: Fit, digits: Bytes) -> None:
    patch = fit.artefact.arrays["patch"]
    worn = fit.artefact.apply(digits)[0, *covered(place_of(fit.artefact), SIDE)]
    np.testing.assert_allclose(patch, worn / 255, atol=1e-7)


def test_the_same_seed_makes_the_same_bytes(network: Network, fit: Fit) -> None:
    again, other = fitted(network), fitted(network, seed=1)
    for name, array in fit.artefact.arrays.items():
        assert array.tobytes() == again.artefact.arrays[name].tobytes()
    assert fit.artefact.arrays["patch"].tobytes() != other.artefact.arrays["patch"].tobytes()


@pytest.mark.parametrize("size", [3, 5, 12])
def test_the_bar_has_an_end_and_the_square_stays_inside(network: Network, size: int) -> None:
    attack = Patch(size=size, steps=10)
    digits = gallery()
    oracle = Oracle(network, len(digits.labels))
    problem = Problem(digits.images, np.full(len(digits.labels), 3))
    states = list(attack.learn(oracle, problem, np.random.default_rng(0)))
    assert len(states) == attack.total() + 1
    for state in states:
        assert state["patch"].shape == (size, size)
        assert 0 <= state["place"].min() <= state["place"].max() <= 28 - size


def test_it_fools_more_digits_than_a_white_square(network: Network, fit: Fit) -> None:
    _, rates = finished(place_rates(network, fit.artefact, gallery(), place_of(fit.artefact)))
    assert rates.fixed > 0.8 > rates.white
    assert rates.anywhere < rates.fixed <= rates.chosen


def test_it_needs_a_goal_as_any_square_that_hides_a_digit_leads_away(network: Network) -> None:
    with pytest.raises(ParameterError, match="patch needs a goal"):
        fitted(network, None)
