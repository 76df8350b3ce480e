"""The best step of a run is the one that the run's objective names, among all of them."""

from collections.abc import Iterator

import numpy as np
import pytest

from advgui.core.attacks import Block, Problem, Step, make_attack
from advgui.core.images import Bytes, l2, quantise, to_floats
from advgui.core.nn.network import Network
from tests.attack_runs import finish, wrong_goals
from tests.generators import finished


def closest_fooled(steps: list[Step], network: Network, problem: Problem) -> Iterator[float]:
    """For each image the smallest L2 of all steps that fool as 8-bit images, inf for none."""
    for index, (original, goal) in enumerate(zip(problem.originals, problem.goals, strict=True)):
        best = np.inf
        for step in steps:
            image = quantise(step.images[index])
            if network.read(image).label == goal:
                best = min(best, float(l2(to_floats(image) - to_floats(original))))
        yield best


@pytest.mark.parametrize(("name", "settings_"), [("ddn", {}), ("penalty", {"faithful": False})])
def test_the_closest_of_all_valid_images_that_fool_is_kept(
    name: str, settings_: dict[str, object], network: Network, digits: Bytes
) -> None:
    problem = wrong_goals(network, digits)
    steps, outcomes = finish(make_attack(name, settings_), network, problem)
    for outcome, best in zip(outcomes, closest_fooled(steps, network, problem), strict=True):
        if np.isfinite(best):
            assert outcome.fooled
            assert outcome.l2 == pytest.approx(best, rel=1e-5)
        else:
            assert not outcome.fooled


def test_every_step_is_recorded_once_in_its_block_and_none_is_left(
    network: Network, digits: Bytes
) -> None:
    blocks = list[Block]()
    attack, problem = make_attack("ddn", {"steps": 60}), wrong_goals(network, digits[:3])
    steps, _ = finished(attack.run(network, problem, seed=0, record=blocks.append))
    assert len(blocks) > 1
    numbers = [n for block in blocks for n in range(block.first, block.last + 1)]
    assert numbers == [step.number for step in steps]
    images = np.concatenate([block.images for block in blocks])
    np.testing.assert_array_equal(images, [step.images for step in steps])
