"""The radius of the report's networks, bracketed until both ends meet."""

from collections.abc import Iterator

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences.certificates.bracket import Bracket
from advgui.core.defences.certificates.branching import branched
from advgui.core.defences.certificates.hidden_layer import HiddenLayer
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes, to_floats
from advgui.core.nn.network import Network
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

ENOUGH = 0.97


def digit(number: int) -> Bytes:
    return render(read_gallery()[number].strokes)


def pixels(image: Bytes) -> Floats:
    return to_floats(image).reshape(-1).astype(np.float64)


def brackets(network: Network, image: Bytes, norm: Norm) -> Iterator[Bracket]:
    layer = HiddenLayer.of(network)
    assert layer is not None
    return branched(layer, pixels(image), norm, ENOUGH)


def label(network: Network, image: Floats) -> int:
    return int(network.logits(image.astype(np.float32).reshape(1, 28, 28)).argmax())


@pytest.mark.parametrize("name", ["report", "report-tanh", "report-relu"])
@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_the_bracket_closes_and_never_opens_again(name: str, norm: Norm) -> None:
    network, image = load_shipped(name), digit(3)
    found = list(brackets(network, image, norm))
    assert found[-1].share >= ENOUGH - 1e-9
    proven, attacked = [one.proven for one in found], [one.attacked for one in found]
    assert proven == sorted(proven)
    assert attacked == sorted(attacked, reverse=True)
    # The image above is read otherwise, in the box, and as far away as it is said to be.
    change = found[-1].change
    there = pixels(image) + change
    assert label(network, there) != network.read(image).label
    assert there.min() >= 0
    assert there.max() <= 1
    size = np.abs(change).max() if norm == "linf" else np.linalg.norm(change)
    assert size == pytest.approx(found[-1].attacked)


@pytest.mark.parametrize(("norm", "name"), [("l2", "ddn"), ("linf", "pgd")])
def test_no_attack_fools_inside_what_is_proven(norm: Norm, name: str) -> None:
    network = load_shipped("report")
    images = np.stack([digit(number) for number in (4, 7)])
    proven = [list(brackets(network, image, norm))[-1].proven for image in images]
    labels = np.array([network.read(image).label for image in images])
    problem = Problem(images, labels, form="untargeted")
    _, outcomes = finish(make_attack(name), network, problem)
    fooled = [outcome.fooled for outcome in outcomes]
    assert any(fooled)
    for outcome, radius in zip(outcomes, proven, strict=True):
        assert not outcome.fooled or outcome.distance > radius


def test_random_images_within_the_radius_are_read_as_the_image_is() -> None:
    network, image = load_shipped("report-relu"), digit(5)
    radius = list(brackets(network, image, "linf"))[-1].proven
    random = np.random.default_rng(0)
    noise = radius * random.choice([-1.0, 1.0], (2000, 784))
    there = np.clip(pixels(image) + noise, 0, 1).astype(np.float32)
    labels = network.logits(there.reshape(-1, 28, 28)).argmax(axis=-1)
    assert set(labels.tolist()) == {network.read(image).label}


@pytest.mark.parametrize("number", range(1, 6))
def test_it_does_not_end_before_as_much_is_told_as_was_asked_for(number: int) -> None:
    (*_, last) = brackets(load_shipped("report-relu"), digit(number), "l2")
    assert last.share >= ENOUGH - 1e-9


@pytest.mark.parametrize("number", [6, 7, 16])
def test_where_no_cut_proves_more_the_nearer_image_is_found(number: int) -> None:
    layer = HiddenLayer.of(load_shipped("report-relu"))
    assert layer is not None
    *_, last = branched(layer, pixels(digit(number)), "linf", 0.99)
    assert last.share >= 0.99 - 1e-9
