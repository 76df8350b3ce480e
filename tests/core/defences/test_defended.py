"""A network behind defences is asked as any other: forward and back, alone and in batches."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from advgui.core.attacks import Oracle
from advgui.core.defences import DEFENCES, Defence, make_defence
from advgui.core.defences.defended import bare_of, defences_of, defended
from advgui.core.defences.gaussian_smoothing import GaussianSmoothing
from advgui.core.defences.random_noise import RandomNoise
from advgui.core.defences.random_shift import RandomShift
from advgui.core.errors import NetworkFileError
from advgui.core.formats.safetensors_file import save_network
from advgui.core.images import Array, to_floats
from advgui.core.nn.losses import Rivals
from tests.random_networks import blots, random_network

BARE = random_network()
IMAGES = to_floats(blots(5))
RANDOM = np.random.default_rng(0)


@dataclass(frozen=True, slots=True)
class Shaken(Defence):
    """Adds noise, of whose slope it knows the half."""

    name: ClassVar[str] = "shaken"
    title: ClassVar[str] = "Shaken"
    summary: ClassVar[str] = "Noise."
    source: ClassVar[str] = "of this test"

    def __call__(self, images: Array, random: np.random.Generator) -> Array:
        return images + random.normal(0, 0.1, images.shape).astype(images.dtype)

    def backward(self, images: Array, gradient: Array) -> Array:
        return gradient / 2


def drawn(defence: Defence, place: int = 0) -> list[Defence]:
    """What the network is averaged over: its draws, or itself."""
    random = np.random.default_rng((defence.seed, place))
    return [defence.draw(random) for _ in range(defence.draws)] or [defence]


ALL = [*map(make_defence, DEFENCES), Shaken()]


@pytest.mark.parametrize("defence", ALL, ids=lambda one: one.name)
def test_it_reads_what_the_defence_makes_of_an_image_averaged_over_its_draws(
    defence: Defence,
) -> None:
    network = defended(BARE, [defence])
    logits = [BARE.logits(draw(IMAGES, RANDOM)) for draw in drawn(defence)]
    np.testing.assert_allclose(network.logits(IMAGES), np.mean(logits, axis=0), rtol=1e-4)
    one = network.for_one_image()
    np.testing.assert_allclose(one.logits(IMAGES[:1]), network.logits(IMAGES[:1]), rtol=1e-4)
    assert network.extreme() == BARE.extreme()
    assert network.parameters() == BARE.parameters()


@pytest.mark.parametrize("defence", ALL, ids=lambda one: one.name)
def test_an_oracle_goes_back_as_each_draw_declares(defence: Defence) -> None:
    network, slope = defended(BARE, [defence]), Rivals.of(np.arange(5)).slope(1.0)
    logits, gradient = Oracle(network, 5).gradient(IMAGES, slope)
    np.testing.assert_allclose(logits, network.logits(IMAGES), rtol=1e-5)
    at_logits = slope.function(logits, *slope.rows)
    expected = []
    for draw in drawn(defence):
        shown = draw(IMAGES, RANDOM)
        back = BARE.backward(BARE.forward(shown)[1], at_logits)
        expected.append(draw.backward(IMAGES, back))
    np.testing.assert_allclose(gradient, np.mean(expected, axis=0), rtol=1e-3, atol=1e-6)
    rows = np.ones((1, 5, 10), np.float32)
    assert Oracle(network, 5).jacobian(IMAGES, rows)[1].shape == (1, 5, 28, 28)


def test_random_ones_of_a_chain_draw_for_themselves_as_often_as_the_one_that_draws_most() -> None:
    few, many = RandomNoise(draws=2), RandomShift(draws=3)
    network = defended(BARE, [GaussianSmoothing(), few, many])
    first, second = (
        [one.draw(random) for _ in range(3)]
        for one, random in (
            (few, np.random.default_rng((0, 1))),
            (many, np.random.default_rng((0, 2))),
        )
    )
    smooth = GaussianSmoothing()(IMAGES, RANDOM)
    logits = [
        BARE.logits(shift(noise(smooth, RANDOM), RANDOM))
        for noise, shift in zip(first, second, strict=True)
    ]
    np.testing.assert_allclose(network.logits(IMAGES), np.mean(logits, axis=0), rtol=1e-4)
    twice = defended(BARE, [few, few]).logits(IMAGES)
    stronger = defended(BARE, [RandomNoise(sigma=0.3, draws=2)]).logits(IMAGES)
    assert not np.allclose(twice, stronger, rtol=1e-3)


def test_another_seed_draws_otherwise() -> None:
    one, other = (defended(BARE, [RandomNoise(seed=seed)]).logits(IMAGES) for seed in (0, 1))
    assert not np.array_equal(one, other)


def test_a_threshold_is_known_to_part_the_pixels_where_it_is_first() -> None:
    threshold = make_defence("threshold", {"threshold": 0.3})
    assert defended(BARE, [threshold, Shaken()]).parts_at == 0.3
    assert defended(BARE, [Shaken(), threshold]).parts_at is None
    assert BARE.parts_at is None


@pytest.mark.parametrize("name", ["threshold", "noise"])
def test_many_images_go_through_in_pieces(name: str) -> None:
    network = defended(BARE, [make_defence(name)])
    many = to_floats(blots(300))
    sizes = [len(many[part]) for part in network.pieces(many)]
    assert sum(sizes) == 300
    assert max(sizes) < 300


def test_a_batch_takes_no_more_memory_however_often_each_image_is_drawn() -> None:
    wide = random_network("convolutional")
    sizes = [
        max(
            len(np.zeros(128)[part]) for part in network.pieces(np.zeros((128, 28, 28), np.float32))
        )
        for network in (wide, defended(wide, [RandomNoise(draws=64)]))
    ]
    assert sizes[1] < sizes[0]


def test_the_first_defence_is_given_the_image() -> None:
    dark, fine = make_defence("threshold", {"threshold": 0.8}), Shaken()
    both = defended(BARE, [dark, fine]), defended(BARE, [fine, dark])
    shown = dark(drawn(fine)[0](IMAGES, RANDOM), RANDOM)
    np.testing.assert_array_equal(both[1].logits(IMAGES), BARE.logits(shown))
    assert not np.array_equal(both[0].logits(IMAGES), both[1].logits(IMAGES))
    assert defences_of(both[0]) == (dark, fine)


def test_a_random_defence_reads_an_image_the_same_each_time() -> None:
    network = defended(BARE, [Shaken()])
    assert network.read(blots(1)[0]) == network.read(blots(1)[0])
    assert network.read(blots(1)[0]) != BARE.read(blots(1)[0])


def test_it_goes_by_the_networks_name_and_stands_behind_the_defences_named_last() -> None:
    once = defended(BARE, [Shaken()])
    assert (once.name, once.card) == (BARE.name, BARE.card)
    assert once.title == f"{BARE.title} behind Shaken"
    assert bare_of(once) is bare_of(BARE) is BARE
    chain = [make_defence(name) for name in ("median", "noise", "threshold")]
    three = "Median smoothing, Random noise and Binary threshold"
    assert defended(BARE, chain).title == f"{BARE.title} behind {three}"
    assert defended(once, []) is BARE
    assert defences_of(defended(once, [make_defence("threshold")])) == (make_defence("threshold"),)
    assert defences_of(BARE) == ()


def test_it_travels_to_another_process() -> None:
    network = defended(BARE, [make_defence("threshold", {"width": 0.1})])
    there = pickle.loads(pickle.dumps(network))  # noqa: S301 - our own
    np.testing.assert_array_equal(there.logits(IMAGES), network.logits(IMAGES))
    assert defences_of(there) == defences_of(network)


@pytest.mark.parametrize("name", ["it.safetensors", "it.onnx"])
def test_no_file_holds_one_that_is_in_no_registry_which_is_told_in_a_sentence(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(NetworkFileError, match=r"^it\.\w+: the defence “Shaken” is .*\.$"):
        save_network(defended(BARE, [Shaken()]), tmp_path / name)
    assert not list(tmp_path.iterdir())
