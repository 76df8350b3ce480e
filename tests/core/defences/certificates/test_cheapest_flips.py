"""In L2 the radius of a linear network that sees bits is known, exactly."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.defences import make_defence
from advgui.core.defences.certificates.bits import Bitwise
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.cheapest_flips import cheapest
from advgui.core.defences.certificates.live import LiveBracket
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import load_shipped

IMAGES = [render(item.strokes) for item in read_gallery()[:5]]


@given(seed=st.integers(0, 2**32 - 1))
def test_no_choice_of_flips_costs_less_than_is_proven(seed: int) -> None:
    random = np.random.default_rng(seed)
    gains, costs, lead = random.normal(size=8), random.uniform(0.01, 1, 8), random.uniform(0.1, 4)
    every = [list(some) for size in range(9) for some in combinations(range(8), size)]
    enough = [costs[some].sum() for some in every if gains[some].sum() >= lead]
    found = cheapest(lead, gains, costs)
    if not enough:
        assert found.least == np.inf
        return
    assert found.least <= min(enough) + 1e-9
    assert gains[found.taken].sum() >= lead - 1e-9
    assert costs[found.taken].sum() == pytest.approx(min(enough))
    assert found.least == pytest.approx(min(enough), rel=1e-5)


@pytest.mark.parametrize("behind", [("bayes",), ("softmax", "threshold")])
def test_the_radius_in_l2_is_known_to_a_hundredth(behind: tuple[str, ...]) -> None:
    name, *defences = behind
    network = defended(load_shipped(name), [make_defence(one) for one in defences])
    bitwise = Bitwise.of(network)
    assert bitwise is not None
    assert bitwise.straight
    found = [bracket for image in IMAGES for bracket in brackets(network, image, "l2")]
    assert len(found) == len(IMAGES)
    assert np.median([bracket.share for bracket in found]) > 0.99


def test_it_is_live_under_a_drawing() -> None:
    *_, last = LiveBracket(load_shipped("bayes"), "l2").about(IMAGES[2])
    assert (last.proof, last.done) == ("bits", True)
    assert last.share > 0.9
    assert last.adversarial is not None
    assert load_shipped("bayes").read(last.adversarial).label != last.label


def test_what_no_flip_can_make_up_for_has_no_end() -> None:
    assert cheapest(1.0, np.full(3, 0.1), np.ones(3)).least == np.inf
