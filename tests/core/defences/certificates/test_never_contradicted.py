"""No attack of the registry alters an image inside a radius that is proven of it."""

from functools import cache

import numpy as np
import pytest

from advgui.core.defences.certificates.reach import Norm
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.zoo import load_shipped
from tests.contradictions import UNTARGETED, contradictions, proven

IMAGES = np.stack([render(item.strokes) for item in read_gallery()[1:4]])
NETWORKS = ("report", "softmax", "bayes")
NORMS: tuple[Norm, ...] = ("linf", "l2")


@cache
def radii(name: str, norm: Norm) -> list[float]:
    return proven(load_shipped(name), IMAGES, norm, 0.95, 25)


@pytest.mark.parametrize("attack", UNTARGETED)
def test_no_attack_alters_an_image_inside_what_is_proven(attack: str) -> None:
    for name in NETWORKS:
        for norm in NORMS:
            known = radii(name, norm)
            assert min(known) > 0
            assert not list(contradictions(load_shipped(name), IMAGES, norm, known, attack, 10))


def test_a_proof_of_too_much_would_be_contradicted() -> None:
    network = load_shipped("report")
    tripled = [3 * radius for radius in radii("report", "l2")]
    assert list(contradictions(network, IMAGES, "l2", tripled, "ddn", 30))
