"""Certified training learns from true gradients, and proves more than a plain one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.attacks import make_attack
from advgui.core.defences.certificates.intervals import least_leads, proven_by_intervals
from advgui.core.errors import ParameterError
from advgui.core.evaluation.accuracy import accuracy
from advgui.core.evaluation.robustness import away_from_labels, evaluate
from advgui.core.generators import drive
from advgui.core.images import Labels, to_floats
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.layers import Affine, Conv2d, Dense, MaxPool, ReLU, Reshape, Sigmoid
from advgui.core.nn.network import Network
from advgui.core.training.certified import Certified
from advgui.core.training.loop import train
from advgui.core.training.plan import planned, validated_plan
from tests.fake_datasets import stripes
from tests.generators import finished
from tests.random_networks import blots

DEFENCE = Certified(budget=0.1, ramp=0.5)
STEP = 1e-6
LEARNING = tuple(name for name in ARCHITECTURES if name not in ("bayes", "graph", "recurrent"))
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def small(random: np.random.Generator) -> Network:
    """A network of every kind of layer that it goes through, in float64."""
    layers = (
        Reshape((28, 28, 1)),
        MaxPool(),
        Conv2d(random.normal(size=(5, 5, 1, 2)) / 5, random.normal(size=2), 3),
        Affine(random.normal(size=2), random.normal(size=2)),
        ReLU(),
        Reshape((32,)),
        Dense(random.normal(size=(32, 4)) / 4, random.normal(size=4)),
        Sigmoid(),
        Dense(random.normal(size=(4, 10)), random.normal(size=10)),
    )
    return Network("small", layers, "softmax")


def trained(name: str, defence: Certified | None, epochs: int = 3) -> Network:
    plan = planned(name, defence=defence)
    recipe = replace(plan.recipe, epochs=epochs, batch=32)
    return drive(train(plan.design, stripes(600), recipe, seed=0, defence=defence))


@given(seed=st.integers(0, 2**32 - 1), done=st.sampled_from([0.0, 0.3, 1.0]))
def test_its_gradients_are_those_of_its_mean_loss(seed: int, done: float) -> None:
    random = np.random.default_rng(seed)
    network = small(random)
    images, labels = random.random((3, 28, 28)), random.integers(0, 10, 3)

    def loss(layer: int, name: str, weights: Floats) -> float:
        layers = list(network.layers)
        layers[layer] = layers[layer].with_weights({**layers[layer].weights, name: weights})
        other = replace(network, layers=tuple(layers))
        return float(DEFENCE.learned(other, images, labels, done, random)[1].mean())

    _, _, gradients = DEFENCE.learned(network, images, labels, done, random)
    arrays = [(at, *one) for at, it in enumerate(network.layers) for one in it.weights.items()]
    for (layer, name, array), found in zip(arrays, gradients, strict=True):
        way = STEP * random.choice([-1.0, 1.0], array.shape)
        change = loss(layer, name, array + way) - loss(layer, name, array - way)
        assert change / 2 == pytest.approx(float((found * way).sum()), abs=1e-4 * STEP, rel=1e-3)


@pytest.mark.parametrize("name", LEARNING)
def test_every_architecture_whose_intervals_have_a_slope_learns_so(name: str) -> None:
    first, again = (trained(name, DEFENCE, epochs=1) for _ in range(2))
    for one, other in zip(first.layers, again.layers, strict=True):
        assert all(map(np.array_equal, one.weights.values(), other.weights.values()))
        assert all(np.isfinite(array).all() for array in one.weights.values())
        assert {array.dtype for array in one.weights.values()} <= {np.dtype(np.float32)}


@pytest.mark.parametrize("name", ["graph", "recurrent"])
def test_one_whose_intervals_have_none_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ParameterError, match=r"cannot be trained to be certified: .*\.$"):
        validated_plan(planned(name, defence=DEFENCE))


def proven(network: Network, labels: Labels, budget: float = 0.1) -> float:
    images = to_floats(stripes(200, seed=9).images)
    return float(proven_by_intervals(network, images, labels, budget).mean())


@pytest.mark.parametrize("name", ["report", "strided"])
def test_it_proves_more_and_no_attack_contradicts_that(name: str) -> None:
    seen = stripes(200, seed=9)
    certified, plain = (trained(name, defence) for defence in (DEFENCE, None))
    assert accuracy(certified, seen) > 0.95
    share = proven(certified, seen.labels)
    assert share > proven(plain, seen.labels) + 0.1
    assert proven(certified, (seen.labels + 1) % 10) == 0
    problem = away_from_labels(certified, seen, 200)
    attack = make_attack("pgd", {"budget": 0.1, "steps": 10})
    standing = 1 - drive(evaluate(certified, attack, problem, seed=0)).fooled
    assert share <= standing * len(problem.goals) / 200


def test_what_is_seen_as_it_goes_is_the_share_that_is_proven() -> None:
    plan = planned("report", defence=DEFENCE)
    recipe = replace(plan.recipe, epochs=2, batch=32)
    seen = stripes(60, seed=9)
    run = train(plan.design, stripes(640), recipe, seed=0, defence=DEFENCE, held_out=seen)
    steps, network = finished(run)
    images, random = to_floats(seen.images), np.random.default_rng(0)
    clean, robust = (np.array([getattr(s, it) for s in steps], float) for it in ("clean", "robust"))
    assert (robust <= clean).all()
    assert len(set(robust)) > 1
    held = least_leads(network, images, seen.labels, 0.1) > 0
    np.testing.assert_array_equal(DEFENCE.withstood(network, images, seen.labels, random), held)


def test_the_budget_rises_from_a_little_after_the_beginning() -> None:
    defence = Certified(budget=0.2, ramp=0.43)
    risen = [defence.risen(done) for done in (0.0, 0.03, 0.23, 0.43, 1.0)]
    assert risen == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.0])
    assert Certified(ramp=0.0).risen(0.0) == 1.0


def test_its_first_weights_keep_the_width_of_an_interval() -> None:
    random = np.random.default_rng(0)
    layers = DEFENCE.begun(ARCHITECTURES["strided"].build(random), random)
    network = Network("begun", layers, "softmax")
    low, high = (np.full((1, 28, 28), value, np.float32) for value in (0.4, 0.6))
    for layer in layers:
        low, high = layer.bounds(low, high)
        assert 0.02 < float((high - low).mean()) < 2
    assert network.logits(to_floats(blots(2))).shape == (2, 10)


def test_it_tells_its_bounds_and_its_budget() -> None:
    told = Certified(budget=0.2).described()
    assert "interval bounds" in told
    assert "L∞ 0.2" in told
    assert "40%" in told
