"""No attack of the registry alters an image inside a radius that is proven of it."""

from functools import cache

import numpy as np
import pytest

from advgui.core.attacks import ATTACKS
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import load_shipped
from tests.contradictions import Proofs, contradictions, proven

IMAGES = np.stack([render(item.strokes) for item in read_gallery()[1:4]])
NETWORKS = ("report", "softmax", "bayes")


@cache
def radii(name: str) -> Proofs:
    network = load_shipped(name)
    return {norm: proven(network, IMAGES, norm, 0.95, 25) for norm in ("linf", "l2")}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_alters_an_image_inside_what_is_proven(attack: str) -> None:
    for name in NETWORKS:
        known = radii(name)
        assert min(map(min, known.values())) > 0
        assert not list(contradictions(load_shipped(name), IMAGES, known, attack, 10))


def test_a_proof_of_too_much_would_be_contradicted() -> None:
    network, known = load_shipped("report"), radii("report")
    tripled: Proofs = {norm: [3 * radius for radius in radii] for norm, radii in known.items()}
    for attack in ("ddn", "pgd", "square"):
        assert list(contradictions(network, IMAGES, tripled, attack, 30))
