"""In L2 a network with a hidden layer that sees bits has a radius proven over flips."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advgui.core.attacks import Problem, make_attack
from advgui.core.defences import make_defence
from advgui.core.defences.certificates.bits import Bitwise
from advgui.core.defences.certificates.certify import brackets
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, Unit
from advgui.core.defences.certificates.live import LiveBracket
from advgui.core.defences.certificates.relaxed_flips import RelaxedFlips, relaxed_bracket
from advgui.core.defences.defended import defended
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import Bytes
from advgui.core.zoo import load_shipped
from tests.attack_runs import finish

BITS = 8
IMAGES = [render(item.strokes) for item in read_gallery()[:3]]
UNITS = {"sigmoid": Unit(), "relu": Unit(0.0), "leaky": Unit(0.1)}


def small(seed: int, unit: Unit) -> tuple[Bitwise, Bytes]:
    """Of few units and bits, so that every choice of flips can be tried, and a valid image."""
    random = np.random.default_rng(seed)
    matrix, outputs = random.normal(size=(4, BITS)), 2 * random.normal(size=(4, 3))
    layer = HiddenLayer(matrix, random.normal(size=4), unit, outputs, random.normal(size=3))
    image = random.integers(0, 256, (1, BITS)).astype(np.uint8)
    return Bitwise(load_shipped("report"), 0.5, layer), image


@pytest.mark.parametrize("kind", UNITS)
@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_no_choice_of_flips_that_alters_the_label_costs_less_than_is_proven(
    kind: str, seed: int
) -> None:
    bitwise, image = small(seed, UNITS[kind])
    relaxed = RelaxedFlips(bitwise, image)
    seen, label = bitwise.seen(image), int(bitwise.layer.logits(bitwise.seen(image)).argmax())
    every = np.array(list(product([False, True], repeat=BITS)))
    read = bitwise.layer.logits(np.abs(seen - every)).argmax(axis=1)
    sizes = [relaxed.size(flips) for flips in every[read != label]]
    radii = list(relaxed.radii())
    assert radii == sorted(radii)
    assert radii[-1] <= min(sizes, default=np.inf) + 1e-9


@pytest.mark.parametrize("name", ["report", "report-relu"])
def test_a_third_of_what_is_attacked_is_proven_and_no_attack_contradicts_it(name: str) -> None:
    network = defended(load_shipped(name), [make_defence("threshold")])
    bitwise = Bitwise.of(network)
    assert bitwise is not None
    lasts = [list(relaxed_bracket(bitwise, image))[-1] for image in IMAGES]
    assert np.median([last.share for last in lasts]) > 0.35
    labels = np.array([network.read(image).label for image in IMAGES])
    problem = Problem(np.stack(IMAGES), labels, form="untargeted")
    _, outcomes = finish(make_attack("ddn", {"steps": 100}), network, problem)
    for outcome, last in zip(outcomes, lasts, strict=True):
        assert not outcome.fooled or outcome.l2 > last.proven


def test_its_upper_end_is_a_valid_image_that_is_read_otherwise() -> None:
    network = defended(load_shipped("report"), [make_defence("threshold")])
    found = []
    for bracket in LiveBracket(network, "l2").about(IMAGES[0]):
        found.append(bracket)
        if len(found) == 20:
            break
    last = found[-1]
    assert last.proof == "linear relaxation"
    assert 0 < last.proven < last.attacked < np.inf
    assert last.adversarial is not None
    assert network.read(last.adversarial).label != last.label


def test_what_is_proven_in_linf_is_kept_where_it_is_more() -> None:
    network = defended(load_shipped("report"), [make_defence("threshold")])
    bitwise = Bitwise.of(network)
    assert bitwise is not None
    *_, relaxed = relaxed_bracket(bitwise, IMAGES[1])
    (*_, both) = brackets(network, IMAGES[1], "l2")
    assert both.proven > relaxed.proven
