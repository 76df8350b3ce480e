"""A student learns a teacher's soft labels at T, and its logits are T times as large at 1."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from advgui.core.evaluation.accuracy import accuracy
from advgui.core.generators import Stop, drive
from advgui.core.images import to_floats
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.losses import cross_entropy, softmax
from advgui.core.nn.network import Network
from advgui.core.training.distillation import Distillation
from advgui.core.training.loop import train
from advgui.core.training.plan import planned
from tests.central_differences import central_differences
from tests.fake_datasets import stripes
from tests.random_networks import blots, random_network


@pytest.fixture(scope="module")
def teacher() -> Network:
    design = ARCHITECTURES["softmax"]
    return drive(train(design, stripes(1000), replace(design.recipe, epochs=3), seed=5))


def student(teacher: Network, temperature: float, name: str = "report") -> Network:
    defence = Distillation(teacher=teacher, temperature=temperature)
    plan = planned(name, defence=defence)
    recipe = replace(plan.recipe, epochs=3, batch=32)
    return drive(train(plan.design, stripes(600), recipe, seed=0, defence=defence))


def test_it_decides_the_same_at_every_temperature_with_larger_logits(teacher: Network) -> None:
    images = to_floats(stripes(50, seed=9).images)
    cold, hot = (student(teacher, temperature).logits(images) for temperature in (1.0, 40.0))
    np.testing.assert_allclose(hot, 40.0 * cold, rtol=1e-3, atol=1e-2)


def test_at_its_temperature_it_says_what_the_teacher_says(teacher: Network) -> None:
    digits = stripes(200, seed=9)
    images = to_floats(digits.images)
    hot = student(teacher, 40.0)
    assert accuracy(hot, digits) > 0.95
    apart = np.abs(softmax(hot.logits(images) / 40) - teacher.confidences(images))
    assert apart.mean() < 0.05


def test_the_gradient_of_the_cross_entropy_underflows(teacher: Network) -> None:
    digits = stripes(200, seed=9)
    images = to_floats(digits.images)

    def dead(network: Network) -> float:
        _, slopes = network.input_gradient(images, digits.labels, cross_entropy)
        return float((slopes == 0).all(axis=(1, 2)).mean())

    assert dead(student(teacher, 100.0)) > dead(student(teacher, 1.0)) + 0.2


@pytest.mark.parametrize("name", [name for name in ARCHITECTURES if name != "bayes"])
def test_the_logits_of_every_architecture_grow_by_the_temperature(
    name: str, teacher: Network
) -> None:
    design = ARCHITECTURES[name]
    layers = design.build(np.random.default_rng(0))
    network = Network(name, layers, design.output)
    images = to_floats(blots(3))
    before = network.logits(images)
    after = Distillation(teacher=teacher, temperature=20.0).finished(network).logits(images)
    np.testing.assert_allclose(after, 20.0 * before, rtol=1e-4, atol=1e-4)
    np.testing.assert_array_equal(network.logits(images), before)


def test_its_gradients_are_those_of_the_mean_loss(teacher: Network) -> None:
    network, mentor = (one.astype(np.float64) for one in (random_network(), teacher))
    images, labels = to_floats(blots(4)).astype(np.float64), np.array([1, 2, 3, 4])
    defence, random = Distillation(teacher=mentor), np.random.default_rng(0)
    last = network.layers[-1]

    def mean_loss(bias: NDArray[np.float64]) -> float:
        changed = last.with_weights({**last.weights, "bias": bias})
        other = replace(network, layers=(*network.layers[:-1], changed))
        return float(defence.learned(other, images, labels, 0.5, random)[1].mean())

    _, _, gradients = defence.learned(network, images, labels, 0.5, random)
    expected = central_differences(mean_loss, np.asarray(last.weights["bias"], np.float64))
    np.testing.assert_allclose(gradients[-1], expected, atol=1e-7)


def test_what_is_stopped_is_a_student_too(teacher: Network) -> None:
    defence = Distillation(teacher=teacher, temperature=30.0)
    plan = planned("softmax", defence=defence)
    networks = []
    for given in (defence, replace(defence, temperature=1.0)):
        run = train(plan.design, stripes(200), plan.recipe, seed=0, defence=given)
        next(run)
        with pytest.raises(StopIteration) as end:
            run.throw(Stop)
        networks.append(end.value.value)
    images = to_floats(blots(2))
    hot, cold = (network.logits(images) for network in networks)
    np.testing.assert_allclose(hot, 30.0 * cold, rtol=1e-4, atol=1e-4)


def test_it_tells_its_teacher_and_its_temperature(teacher: Network) -> None:
    assert Distillation(teacher=teacher).described() == "distilled from softmax at temperature 40"
