"""The best step is the closest in its norm whose valid image fools, or the cheapest."""

import numpy as np
import pytest

from advgui.core.attacks import Cheapest, Closest, Problem, Surest
from advgui.core.attacks.best import Best
from advgui.core.attacks.objective import DISTANCES, Norm, Pooled, Rate
from advgui.core.attacks.oracle import Judge, Oracle
from advgui.core.attacks.steps import Block, Step, block_of
from advgui.core.images import SIZE, Array, quantise, to_floats
from advgui.core.nn.network import Network
from advgui.core.world.draws import drawn
from advgui.core.zoo import load_shipped
from tests.random_networks import blots

IMAGES = 4


@pytest.fixture
def network() -> Network:
    return load_shipped("softmax")


def problem(network: Network, confidence: float = 0.0) -> Problem:
    """To be read as the originals are, which noise does not leave so for long."""
    labels = network.logits(to_floats(blots(IMAGES))).argmax(axis=-1)
    return Problem(blots(IMAGES), labels, confidence=confidence)


def block(network: Network, *, valid: bool) -> Block:
    """Twenty steps of noise on the originals."""
    random, originals, made = np.random.default_rng(1), to_floats(blots(IMAGES)), []
    for number in range(20):
        images = originals + random.normal(0, 0.5, originals.shape).astype(np.float32)
        levels = quantise(images)
        shown = to_floats(levels) if valid else images
        made.append(Step(number, levels if valid else images, network.logits(shown)))
    return block_of(made, originals)


def distance(norm: Norm, change: Array) -> float:
    """In the norm's own words."""
    if norm == "l2":
        return float(np.sqrt((change.astype(np.float64) ** 2).sum()))
    if norm == "linf":
        return float(np.abs(change).max())
    if norm == "l1":
        return float(np.abs(change.astype(np.float64)).sum())
    return float((change != 0).sum()) if norm == "l0" else 0.0


@pytest.mark.parametrize("norm", DISTANCES)
@pytest.mark.parametrize("valid", [True, False])
def test_a_step_costs_the_distance_of_its_valid_image_or_everything(
    norm: Norm, valid: bool, network: Network
) -> None:
    some, asked = block(network, valid=valid), problem(network)
    oracle = Oracle(network, IMAGES)
    costs, leads = Closest(asked, norm).scores(some, Judge(network, oracle))
    finite = 0
    for step, images in enumerate(some.images):
        for row, image in enumerate(quantise(images)):
            change = to_floats(image) - some.originals[row]
            fooled = network.read(image).label == asked.goals[row]
            assert fooled == (leads[step, row] > 0) == np.isfinite(costs[step, row])
            if fooled:
                finite += 1
                assert costs[step, row] == pytest.approx(distance(norm, change), rel=1e-4)
    assert 3 < finite < 20 * IMAGES
    assert oracle.queries.tolist() == [0 if valid else 20] * IMAGES  # what was read is not again


def test_a_confidence_makes_steps_that_barely_fool_cost_everything(network: Network) -> None:
    some, judge = block(network, valid=True), Judge(network, Oracle(network, IMAGES))
    plain, leads = Closest(problem(network)).scores(some, judge)
    lead = float(np.median(leads[np.isfinite(plain)]))
    sure, _ = Closest(problem(network, lead)).scores(some, judge)
    np.testing.assert_array_equal(np.isfinite(sure), leads > lead)


@pytest.mark.parametrize("valid", [True, False])
def test_the_surest_is_what_fools_by_the_largest_lead_however_far_it_is(
    valid: bool, network: Network
) -> None:
    some, asked = block(network, valid=valid), problem(network)
    costs, leads = Surest(asked).scores(some, Judge(network, Oracle(network, IMAGES)))
    for row, goal in enumerate(asked.goals):
        shown = [network.logits(to_floats(quantise(one[row]))[None])[0] for one in some.images]
        others = [max(np.delete(logits, goal)) for logits in shown]
        lead = [logits[goal] - other for logits, other in zip(shown, others, strict=True)]
        assert costs[:, row].argmin() == leads[:, row].argmax() == np.argmax(lead)
        np.testing.assert_array_equal(np.isinf(costs[:, row]), np.array(lead) <= 1e-4)


def test_the_cheapest_asks_the_network_nothing(network: Network) -> None:
    some, oracle = block(network, valid=False), Oracle(network, IMAGES)
    costs, leads = Cheapest(lambda block: block.logits.sum(axis=-1)).scores(
        some, Judge(network, oracle)
    )
    np.testing.assert_array_equal(costs, some.logits.sum(axis=-1))
    assert not leads.any()
    assert not oracle.queries.any()


@pytest.mark.parametrize("valid", [True, False])
def test_pooled_is_one_step_for_all_images_the_one_that_fools_most(
    valid: bool, network: Network
) -> None:
    some, asked = block(network, valid=valid), problem(network)
    costs, _ = Pooled(asked).scores(some, Judge(network, Oracle(network, IMAGES)))
    fooled = [
        sum(network.read(quantise(image)).label == goal for image, goal in pairs)
        for pairs in (zip(images, asked.goals, strict=True) for images in some.images)
    ]
    assert max(fooled) > 0
    assert (costs == costs[:, :1]).all()
    assert fooled[int(costs[:, 0].argmin())] == max(fooled)
    np.testing.assert_array_equal(np.isinf(costs[:, 0]), np.array(fooled) == 0)


def test_the_best_of_an_attack_that_is_pooled_is_the_same_step_for_every_image(
    network: Network,
) -> None:
    """As each image had a step of its own, a universal perturbation was ten."""
    labels = problem(network).goals
    away = Problem(blots(IMAGES), labels, form="untargeted")
    judge = Judge(network, Oracle(network, IMAGES))
    best = Best(judge, away, Pooled(away), lambda _: None)
    for step in universal_steps(network):
        best.offer(step)
    best.settle()
    assert len(set(best.best_steps.tolist())) == 1
    alone = Best(judge, away, Closest(away), lambda _: None)
    for step in universal_steps(network):
        alone.offer(step)
    alone.settle()
    assert len(set(alone.best_steps.tolist())) > 1


def universal_steps(network: Network) -> list[Step]:
    """The same growing noise on every image."""
    noise = np.random.default_rng(3).normal(0, 0.12, (1, SIZE, SIZE)).astype(np.float32)
    made = [quantise(to_floats(blots(IMAGES)) + noise * number) for number in range(12)]
    return [Step(n, images, network.logits(to_floats(images))) for n, images in enumerate(made)]


@pytest.mark.parametrize("valid", [True, False])
def test_a_rate_is_the_number_of_draws_through_which_what_fools_does_not(
    valid: bool, network: Network
) -> None:
    some, asked = block(network, valid=valid), problem(network)
    draws = drawn(8, np.random.default_rng(2))
    costs, _ = Rate(asked, draws).scores(some, Judge(network, Oracle(network, IMAGES)))
    found = set()
    for step, images in enumerate(some.images):
        for row, image in enumerate(to_floats(quantise(images))):
            labels = network.logits(draws(image[None])[:, 0]).argmax(axis=-1)
            fails = int((labels != asked.goals[row]).sum())
            if labels[0] == asked.goals[row]:
                found.add(fails)
                assert costs[step, row] == pytest.approx(fails, abs=0.5)
            else:
                assert np.isinf(costs[step, row])
    assert len(found) > 2


def test_of_steps_whose_rate_is_not_asked_for_none_is_better_than_one_whose_is(
    network: Network,
) -> None:
    some, asked = block(network, valid=True), problem(network)
    judge, draws = Judge(network, Oracle(network, IMAGES)), drawn(4, np.random.default_rng(2))
    every, third = (Rate(asked, draws, n).scores(some, judge)[0] for n in (1, 3))
    seen = np.arange(some.first, some.last + 1) % 3 == 0
    np.testing.assert_allclose(third[seen], every[seen], atol=1e-4)
    np.testing.assert_array_equal(np.isinf(third), np.isinf(every))
    others = third[~seen]
    assert (others[np.isfinite(others)] > every[np.isfinite(every)].max()).all()


def test_while_nothing_fools_as_it_is_what_survives_more_draws_is_better(network: Network) -> None:
    some, asked = block(network, valid=True), problem(network)
    draws, judge = drawn(16, np.random.default_rng(2)), Judge(network, Oracle(network, IMAGES))
    costs, leads = Rate(asked, draws).scores(some, judge)
    compared = 0
    for row in range(IMAGES):
        missing = np.flatnonzero(np.isinf(costs[:, row]))
        seen = draws(some.images[missing, row])
        labels = network.logits(seen.reshape(-1, SIZE, SIZE)).argmax(axis=-1)
        hits = (labels.reshape(seen.shape[:2]) == asked.goals[row]).sum(axis=0)
        if len(missing) and hits.max() > hits.min():
            compared += 1
            assert hits[leads[missing, row].argmax()] == hits.max()
            assert leads[missing, row].max() < leads[np.isfinite(costs[:, row]), row].min(initial=0)
    assert compared
