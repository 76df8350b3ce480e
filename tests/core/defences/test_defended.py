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


@pytest.mark.parametrize("name", DEFENCES)
def test_it_reads_what_the_defence_makes_of_an_image(name: str) -> None:
    defence = make_defence(name)
    network = defended(BARE, [defence])
    shown = defence(IMAGES, np.random.default_rng(0))
    np.testing.assert_array_equal(network.logits(IMAGES), BARE.logits(shown))
    for image in blots(2):
        assert network.read(image) == BARE.read(defence.applied(image[None], RANDOM)[0])
    one = network.for_one_image()
    np.testing.assert_allclose(one.logits(IMAGES[:1]), network.logits(IMAGES[:1]), rtol=1e-4)
    assert network.extreme() == BARE.extreme()
    assert network.parameters() == BARE.parameters()


@pytest.mark.parametrize("defence", [*map(make_defence, DEFENCES), Shaken()])
def test_an_oracle_goes_back_as_each_defence_declares(defence: Defence) -> None:
    network, slope = defended(BARE, [defence]), Rivals.of(np.arange(5)).slope(1.0)
    logits, gradient = Oracle(network, 5).gradient(IMAGES, slope)
    shown = defence(IMAGES, np.random.default_rng(0))
    expected = Oracle(BARE, 5).gradient(shown, slope)
    np.testing.assert_allclose(logits, expected[0], rtol=1e-5)
    np.testing.assert_allclose(gradient, defence.backward(IMAGES, expected[1]), rtol=1e-4)
    rows = np.ones((1, 5, 10), np.float32)
    assert Oracle(network, 5).jacobian(IMAGES, rows)[1].shape == (1, 5, 28, 28)


def test_a_threshold_is_known_to_part_the_pixels_where_it_is_first() -> None:
    threshold = make_defence("threshold", {"threshold": 0.3})
    assert defended(BARE, [threshold, Shaken()]).parts_at == 0.3
    assert defended(BARE, [Shaken(), threshold]).parts_at is None
    assert BARE.parts_at is None


def test_many_images_go_through_in_pieces() -> None:
    network = defended(BARE, [make_defence("threshold")])
    many = to_floats(blots(300))
    sizes = [len(many[part]) for part in network.pieces(many)]
    assert sum(sizes) == 300
    assert max(sizes) < 300


def test_the_first_defence_is_given_the_image() -> None:
    dark, fine = make_defence("threshold", {"threshold": 0.8}), Shaken()
    both = defended(BARE, [dark, fine]), defended(BARE, [fine, dark])
    shown = dark(fine(IMAGES, np.random.default_rng(0)), RANDOM)
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
    assert defended(once, []) is BARE
    assert defences_of(defended(once, [make_defence("threshold")])) == (make_defence("threshold"),)
    assert defences_of(BARE) == ()


def test_it_travels_to_another_process() -> None:
    network = defended(BARE, [make_defence("threshold", {"width": 0.1})])
    there = pickle.loads(pickle.dumps(network))  # noqa: S301
    np.testing.assert_array_equal(there.logits(IMAGES), network.logits(IMAGES))
    assert defences_of(there) == defences_of(network)


@pytest.mark.parametrize("name", ["it.safetensors", "it.onnx"])
def test_no_file_holds_it_which_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(NetworkFileError, match=r"^it\.\w+: a layer of the kind defence .*\.$"):
        save_network(defended(BARE, [Shaken()]), tmp_path / name)
    assert not list(tmp_path.iterdir())
