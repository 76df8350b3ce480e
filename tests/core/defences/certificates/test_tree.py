"""The parts that are kept from one image to the next cover every image, whatever was cut."""

import numpy as np
import pytest

from advgui.core.defences.certificates.branching import Memory, branched
from advgui.core.defences.certificates.hidden_layer import HiddenLayer, Margins
from advgui.core.defences.certificates.reach import Floats, Norm
from advgui.core.defences.certificates.tree import Proof
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped


def pixels(number: int) -> Floats:
    return to_floats(render(read_gallery()[number].strokes)).reshape(-1).astype(np.float64)


def shallow(name: str) -> HiddenLayer:
    layer = HiddenLayer.of(load_shipped(name))
    assert layer is not None
    return layer


def test_each_image_lies_in_one_part_of_each_rival() -> None:
    layer, memory = shallow("report"), Memory()
    for _ in branched(layer, pixels(1), "linf", 0.98, memory):
        pass
    ((label, tree),) = memory.trees.items()
    assert label == int(layer.logits(pixels(1)).argmax())
    assert len(tree) > 20
    random = np.random.default_rng(0)
    for sums in layer.sums(random.uniform(0, 1, (50, 784)) ** 3):
        inside = ((tree.low <= sums) & (sums <= tree.high)).all(axis=1)
        assert sorted(tree.rivals[inside]) == list(range(9))


@pytest.mark.parametrize("name", ["report", "report-relu"])
def test_what_an_earlier_image_left_proves_no_more_of_the_next_than_is_true(name: str) -> None:
    layer, memory = shallow(name), Memory()
    for share in (0.9, 0.95, 1.0):
        image = share * pixels(2)
        (*_, fresh) = branched(layer, image, "linf", 0.97)
        (*_, last) = branched(layer, image, "linf", 0.97, memory)
        assert last.proven <= fresh.attacked
        assert last.proven == pytest.approx(fresh.proven, rel=0.04)


@pytest.mark.parametrize("norm", ["linf", "l2"])
def test_parts_that_are_looked_at_as_they_are_prove_no_more_than_when_they_are_improved(
    norm: Norm,
) -> None:
    layer, memory = shallow("report"), Memory()
    for _ in branched(layer, pixels(1), norm, 0.95, memory):
        pass
    ((_, tree),) = memory.trees.items()
    margins, rows = Margins.before_all(layer, 0.98 * pixels(1)), np.arange(len(tree))
    tree.turn_to(margins)
    proof = Proof(tree, margins, norm, 0.05 if norm == "linf" else 0.5)
    proof.rate(rows)
    rated = proof.radii.copy()
    assert rated.max() > 0
    proof.improved(rows, 6)
    assert (proof.radii >= rated).all()
