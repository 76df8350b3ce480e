"""Training learns, can be repeated, and can be ended at any moment."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.datasets.readers import Digits, read_mnist
from advgui.core.evaluation.accuracy import accuracy, read_labels
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.architectures import ARCHITECTURES
from advgui.core.nn.losses import LOSSES, LossName
from advgui.core.nn.network import Network
from advgui.core.nn.optimisers import OPTIMISERS
from advgui.core.nn.recipe import Recipe
from advgui.core.training import loop
from advgui.core.training.augmentation import Floats, random_maps, refitted
from advgui.core.training.loop import gradients_of, share_of, train
from tests.central_differences import central_differences
from tests.generators import finished
from tests.random_networks import blots, random_network


def stripes(count: int, seed: int = 0) -> Digits:
    """A task that is learnt in no time: the label is the place of a bright stripe."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 10, count)
    images = random.integers(0, 60, (count, 28, 28)).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label + 4 : 2 * label + 6, 4:24] = 250
    return Digits(images, labels)


def quick(name: str) -> Recipe:
    """A recipe of that architecture with few epochs."""
    return replace(ARCHITECTURES[name].recipe, epochs=3, warp=0.0)


@pytest.mark.parametrize(
    ("name", "count"),
    [("report", 2000), ("convolutional", 600), ("recurrent", 3000), ("graph", 600)],
)
def test_a_network_learns_what_it_is_shown(name: str, count: int) -> None:
    reports, network = finished(train(ARCHITECTURES[name], stripes(count), quick(name), seed=0))
    assert accuracy(network, stripes(300, seed=9)) > 0.95
    assert reports[-1].loss < reports[0].loss
    assert reports[-1].done == 1
    assert [r.done for r in reports] == sorted(r.done for r in reports)


@pytest.mark.parametrize("name", ["report", "convolutional", "recurrent", "graph"])
def test_the_same_seed_trains_the_same_network_bit_for_bit(name: str) -> None:
    recipe = replace(quick(name), warp=1.0, epochs=1)
    one, two, other = (
        finished(train(ARCHITECTURES[name], stripes(300), recipe, seed=seed))[1]
        for seed in (4, 4, 5)
    )
    image = to_floats(blots(1))
    np.testing.assert_array_equal(one.logits(image), two.logits(image))
    assert (one.logits(image) != other.logits(image)).any()


@pytest.mark.parametrize("name", ["report", "svm"])
def test_a_plain_training_is_bit_for_bit_the_descent_of_its_recipe(name: str) -> None:
    design, digits = ARCHITECTURES[name], stripes(300)
    recipe = replace(quick(name), warp=1.0, epochs=2)
    trained = finished(train(design, digits, recipe, seed=4))[1]
    random = np.random.default_rng(4)
    expected = Network(name, design.build(random), design.output)
    arrays = [array for layer in expected.layers for array in layer.weights.values()]
    optimiser, count = OPTIMISERS[recipe.optimiser](arrays), -(-300 // recipe.batch)
    for epoch in range(2):
        maps = random_maps(300, random, 1.0)
        order = random.permutation(300)
        images = refitted(digits.images, maps)
        for number in range(count):
            part = order[number * recipe.batch :][: recipe.batch]
            given = to_floats(images[part]), digits.labels[part]
            rate = recipe.rate_at((epoch + (number + 1) / count) / 2)
            optimiser.update(gradients_of(expected, *given, recipe.loss)[2], rate)
            for array in arrays:
                if array.ndim > 1 and recipe.decay:
                    array *= np.float32(1 - rate * recipe.decay)
    found = [array for layer in trained.layers for array in layer.weights.values()]
    assert all(map(np.array_equal, found, arrays))


def test_a_training_can_be_ended_between_any_two_reports() -> None:
    run = train(ARCHITECTURES["report"], stripes(500), quick("report"), seed=0)
    next(run)
    run.close()
    assert next(run, None) is None


def test_images_are_warped_as_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    warped: list[int] = []

    def counting(images: Bytes, maps: Floats) -> Bytes:
        warped.append(len(images))
        return refitted(images, maps)

    monkeypatch.setattr(loop, "refitted", counting)
    recipe = replace(quick("report"), warp=1.0, epochs=1)
    run = train(ARCHITECTURES["report"], stripes(3000), recipe, seed=0)
    next(run)
    assert sum(warped) < 1000
    finished(run)
    assert sum(warped) == 3000


@pytest.mark.parametrize("loss", LOSSES)
def test_weight_gradients_are_those_of_the_mean_loss(loss: LossName) -> None:
    network = random_network().astype(np.float64)
    images, labels = to_floats(blots(4)).astype(np.float64), np.array([1, 2, 3, 4])
    _, losses, gradients = gradients_of(network, images, labels, loss)
    np.testing.assert_allclose(losses, LOSSES[loss](network.logits(images), labels)[0])
    bias = network.layers[-1].weights["bias"]

    def mean_loss(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
        last = network.layers[-1].with_weights({**network.layers[-1].weights, "bias": values})
        other = replace(network, layers=(*network.layers[:-1], last))
        return float(LOSSES[loss](other.logits(images), labels)[0].mean())

    expected = central_differences(mean_loss, np.asarray(bias, np.float64))
    np.testing.assert_allclose(gradients[-1], expected, atol=1e-7)
    assert [g.shape for g in gradients] == [
        array.shape for layer in network.layers for array in layer.weights.values()
    ]


@given(seed=st.integers(0, 1000), share=st.floats(0.01, 1))
def test_a_share_is_a_random_part_without_repeats(seed: int, share: float) -> None:
    digits = Digits(np.zeros((200, 28, 28), np.uint8), np.arange(200), np.arange(200))
    part = share_of(digits, share, seed=seed)
    assert len(part.labels) == max(1, round(200 * share))
    assert len(set(part.labels.tolist())) == len(part.labels)
    assert part.writers is not None
    np.testing.assert_array_equal(part.writers, part.labels)


def test_many_images_are_read_in_parts_as_all_at_once() -> None:
    network, images = random_network(), blots(23)
    together = network.logits(to_floats(images)).argmax(axis=-1)
    np.testing.assert_array_equal(read_labels(network, images, at_once=5), together)


def test_the_quick_recipe_reads_real_digits_as_well_as_it_should(mnist: Path) -> None:
    architecture = ARCHITECTURES["report"]
    recipe = architecture.recipe_for(quick=True)
    digits = share_of(read_mnist(mnist, "train"), recipe.share, seed=0)
    assert len(digits.labels) == 6000
    _, network = finished(train(architecture, digits, recipe, seed=0))
    assert accuracy(network, read_mnist(mnist, "test")) >= 0.925
