"""Proofs against attacks on many of MNIST's test images, of which none may contradict one.

``ADVGUI_IMAGES`` says how many there shall be; before a release, 1000. That takes a core eight to
twelve minutes for a network with one hidden layer, some twenty for ``robust``; each by itself:

    ADVGUI_IMAGES=1000 python3 packaging/start.py test tests/benchmarks/test_proofs.py \
        --benchmark-enable -s -o faulthandler_timeout=0 -k dense

MNIST's images have no strokes, so what changes strokes is tried on as many of the pen digits.
"""

import os
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.attacks import ATTACKS
from advgui.core.datasets.readers import read_mnist, read_pen_strokes
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.digits.ink import Ink
from advgui.core.images import Bytes
from advgui.core.nn.network import Network
from advgui.core.zoo import SHIPPED, load_shipped
from tests.benchmarks.figures import Figure, Note, in_turns
from tests.contradictions import NORMS, Proofs, contradictions, proven

FEW: Final = 20
#: Of ``recurrent`` nothing is proven: 28 steps are too many for intervals.
NETWORKS: Final = tuple(name for name in SHIPPED if name != "recurrent")
#: Each kind of proof that there is of networks behind a threshold: bits, bits, intervals.
BEHIND: Final = ("report", "softmax", "convolutional")
ENOUGH: Final = 0.98
MOST: Final = 60
STEPS: Final = 60


def _named(name: str) -> Network:
    bare, behind, _ = name.partition("-behind-threshold")
    return defended(load_shipped(bare), [make_defence("threshold")] if behind else [])


def _proofs(network: Network, images: Bytes) -> Proofs:
    return {norm: proven(network, images, norm, ENOUGH, MOST) for norm in NORMS}


@pytest.mark.parametrize("name", [*NETWORKS, *(f"{name}-behind-threshold" for name in BEHIND)])
def test_no_attack_of_the_registry_contradicts_a_proof(
    benchmark: BenchmarkFixture, note: Note, mnist: Path, pendigits: Path, name: str
) -> None:
    count = int(os.environ.get("ADVGUI_IMAGES", FEW)) if benchmark.enabled else 1
    attacks = tuple(ATTACKS) if benchmark.enabled else ("ddn", "pgd", "pen")
    network, digits = _named(name), read_mnist(mnist, "test")
    right = network.logits(digits.images[: 2 * count] / np.float32(255)).argmax(axis=1)
    right = right == digits.labels[: 2 * count]
    inks = tuple(Ink(digit.strokes) for digit in read_pen_strokes(pendigits)[:count])
    drawn = np.stack([ink.image() for ink in inks])
    images = digits.images[: 2 * count][right][:count]
    proofs: Proofs = {}
    found: list[str] = []

    def tried() -> None:
        proofs.update(_proofs(network, images))
        of_drawn = _proofs(network, drawn)
        for attack in attacks:
            if ATTACKS[attack].on_strokes:
                some = contradictions(network, drawn, of_drawn, attack, STEPS, inks)
            else:
                some = contradictions(network, images, proofs, attack, STEPS)
            found.extend(some)

    in_turns(benchmark, tried, lambda: None, rounds=1)
    if benchmark.enabled:
        radii = [radius for norm in proofs.values() for radius in norm]
        what = f"contradictions of {np.count_nonzero(radii)} proofs by {len(attacks)} attacks"
        spread = ", ".join(f"{norm} median {np.median(each):.4f}" for norm, each in proofs.items())
        note(Figure(f"{what}, {name}", "0", str(len(found)), spread))
    assert not found, "\n".join(found)
