"""Every shipped network has a proven radius, by the best way that there is for it."""

from itertools import islice

import numpy as np
import pytest

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.hidden_layer import SAFETY
from advgui.core.defences.certificates.reach import Norm
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.errors import CertificateError
from advgui.core.images import to_floats
from advgui.core.nn.layers import Dense
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, load_shipped
from tests.attack_runs import finish
from tests.random_networks import blots, random_network
from tests.sharpened import louder
from tests.unprovable_network import unprovable

IMAGE = render(read_gallery()[2].strokes)


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_that_was_found_contradicts_what_is_proven(name: str) -> None:
    network = load_shipped(name)
    hopeless = name == "recurrent"  # 28 steps are too many for intervals
    first = next(one for one in brackets(network, IMAGE, "l2") if one.proven > 0 or hopeless)
    labels = np.array([network.read(IMAGE).label])
    _, (outcome,) = finish(
        make_attack("ddn"), network, Problem(IMAGE[None], labels, form="untargeted")
    )
    assert outcome.fooled
    assert first.proven < outcome.l2


@pytest.mark.parametrize("name", ["softmax", "svm"])
@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_of_a_linear_network_the_radius_is_exact(name: str, norm: Norm) -> None:
    network = load_shipped(name)
    (only,) = brackets(network, IMAGE, norm)
    assert only.share > 0.999
    there = to_floats(IMAGE).reshape(-1) + only.change
    logits = network.logits(there.astype(np.float32).reshape(1, 28, 28))
    assert logits.argmax() != network.read(IMAGE).label


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_where_no_unit_has_a_slope_there_is_a_bracket_as_well(norm: Norm) -> None:
    *start, first, unit, last = load_shipped("report-relu").layers
    assert isinstance(first, Dense)
    still = Dense(first.matrix, np.full_like(first.bias, -20))
    network = Network("still", (*start, still, unit, last), "softmax")
    *_, last_one = islice(brackets(network, IMAGE, norm), 10)
    assert 0 < last_one.proven < last_one.attacked


@pytest.mark.parametrize("architecture", ["report", "convolutional", "graph"])
def test_random_images_in_the_box_of_an_interval_radius_keep_the_label(architecture: str) -> None:
    network, image = random_network(architecture, seed=3), blots(1, seed=5)[0]
    radius = next(brackets(network, image, "linf")).proven
    noise = radius * np.random.default_rng(1).uniform(-1, 1, (64, 28, 28))
    there = np.clip(to_floats(image) + noise, 0, 1).astype(np.float32)
    assert set(network.logits(there).argmax(axis=-1).tolist()) == {network.read(image).label}


def test_a_layer_of_which_nothing_is_known_is_named() -> None:
    with pytest.raises(CertificateError, match=r"odd cannot be certified.*strange"):
        next(brackets(unprovable(), IMAGE, "linf"))


@pytest.mark.parametrize("name", ["report-relu", "svm", "dense", "bayes"])
def test_a_network_that_decides_the_same_by_larger_logits_has_the_same_radius(name: str) -> None:
    radii = [
        list(brackets(network, IMAGE, "linf", 0.9))[-1].proven
        for network in (load_shipped(name), louder(name, 1e4))
    ]
    assert radii[0] > 0
    assert radii[1] == pytest.approx(radii[0], rel=0.05)


def test_rounding_moves_no_margin_by_a_quarter_of_what_is_to_spare() -> None:
    images = to_floats(np.concatenate([IMAGE[None], blots(20)]))
    for name in SHIPPED:
        network = load_shipped(name)
        exact = network.astype(np.float64).logits(images.astype(np.float64))
        size = np.maximum(np.abs(exact).max(axis=1), 1)
        label = exact.argmax(axis=1)[:, None]
        error = network.logits(images) - exact
        moved = np.abs(np.take_along_axis(error, label, axis=1) - error).max(axis=1) / size
        assert moved.max() < SAFETY / 4, name
