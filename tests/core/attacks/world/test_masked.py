"""Inside the region everything may change, outside nothing does."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import make_attack
from advgui.core.attacks.world.masks import mask
from advgui.core.errors import ParameterError
from advgui.core.images import SIZE, Bytes
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.random_networks import blots, random_network


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), transforms=st.booleans(), share=st.floats(0.0, 0.4))
def test_no_byte_outside_a_painted_region_ever_changes(
    seed: int, transforms: bool, share: float
) -> None:
    random = np.random.default_rng(seed)
    region = random.uniform(0, 1, (SIZE, SIZE)) < share
    region[random.integers(SIZE), random.integers(SIZE)] = True
    network = random_network(seed=seed % 7)
    problem = replace(wrong_goals(network, blots(2, seed)), region=region)
    attack = make_attack("masked", {"mask": "painted", "steps": 4, "transforms": transforms})
    steps, outcomes = finish(attack, network, problem, seed)
    for step in steps:
        changed = step.content != problem.originals
        assert not changed[:, ~region].any()
    for outcome in outcomes:
        assert not (outcome.adversarial != outcome.original)[~region].any()


@pytest.mark.parametrize("shape", ["glasses", "band"])
def test_a_mask_is_all_that_changes(shape: str, network: Network, digits: Bytes) -> None:
    attack = make_attack("masked", {"mask": shape, "share": 0.1, "steps": 10})
    _, outcomes = finish(attack, network, wrong_goals(network, digits[:4]))
    for outcome in outcomes:
        changed = outcome.adversarial != outcome.original
        assert changed.any()
        assert not changed[~mask(shape, 0.1)].any()


@pytest.mark.parametrize(("shape", "count"), [("sticker", 1), ("two stickers", 2)])
def test_stickers_change_no_more_than_their_share_each_image_at_its_own_place(
    shape: str, count: int, network: Network, digits: Bytes
) -> None:
    attack = make_attack("masked", {"mask": shape, "share": 0.1, "steps": 10})
    _, outcomes = finish(attack, network, wrong_goals(network, digits[:4]))
    changed = np.array([outcome.adversarial != outcome.original for outcome in outcomes])
    assert (changed.sum(axis=(1, 2)) <= 78).all()
    assert len({one.tobytes() for one in changed}) > 1


@pytest.mark.parametrize(("share", "least"), [(0.1, 0.6), (0.2, 0.9)])
def test_glasses_get_most_digits_read_as_their_goals(
    share: float, least: float, network: Network, digits: Bytes
) -> None:
    _, outcomes = finish(
        make_attack("masked", {"share": share}), network, wrong_goals(network, digits)
    )
    assert np.mean([outcome.fooled for outcome in outcomes]) >= least


def test_no_pixel_of_the_region_changes_by_more_than_the_budget(network: Network) -> None:
    attack = make_attack("masked", {"budget": 0.2, "steps": 10})
    _, outcomes = finish(attack, network, wrong_goals(network, blots(2)))
    assert 0 < max(outcome.linf for outcome in outcomes) <= 0.2 + 1e-6


def test_a_painted_mask_needs_a_region_and_no_other_takes_one(network: Network) -> None:
    plain = wrong_goals(network, blots(1))
    painted = make_attack("masked", {"mask": "painted"})
    with pytest.raises(ParameterError, match="none is painted"):
        finish(painted, network, plain)
    with pytest.raises(ParameterError, match="none is painted"):
        finish(painted, network, replace(plain, region=np.zeros((SIZE, SIZE), bool)))
    with pytest.raises(ParameterError, match="the mask is glasses"):
        finish(make_attack("masked"), network, replace(plain, region=mask("band", 0.1)))
    with pytest.raises(ParameterError, match="ddn takes no region"):
        finish(make_attack("ddn"), network, replace(plain, region=mask("band", 0.1)))
