"""Proofs against attacks on many of MNIST's test images, of which none may contradict one.

``ADVGUI_IMAGES`` says how many there shall be; before a release, 1000, which takes half an hour.

    ADVGUI_IMAGES=1000 python3 packaging/start.py test tests/benchmarks/test_proofs.py \
        --benchmark-enable -s -o faulthandler_timeout=0
"""

import os
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from advgui.core.datasets.readers import read_mnist
from advgui.core.defences.certificates.reach import Norm
from advgui.core.zoo import load_shipped
from tests.benchmarks.figures import Figure, Note, in_turns
from tests.contradictions import contradictions, proven

FEW = 20
NETWORKS = ("report", "report-tanh", "report-relu", "softmax", "svm", "bayes")
ATTACKS = ("ddn", "deepfool", "pgd", "fgsm")
ENOUGH = 0.98
MOST = 60
STEPS = 60


@pytest.mark.parametrize("norm", ["linf", "l2"])
@pytest.mark.parametrize("name", NETWORKS)
def test_no_attack_contradicts_a_proof(
    benchmark: BenchmarkFixture, note: Note, mnist: Path, name: str, norm: Norm
) -> None:
    count = int(os.environ.get("ADVGUI_IMAGES", FEW)) if benchmark.enabled else 1
    network = load_shipped(name)
    digits = read_mnist(mnist, "test")
    right = [
        image
        for image, label in zip(digits.images[: 2 * count], digits.labels, strict=False)
        if network.read(image).label == label
    ]
    images = np.stack(right[:count])
    found: list[str] = []

    def tried() -> None:
        radii = proven(network, images, norm, ENOUGH, MOST)
        for attack in ATTACKS:
            found.extend(contradictions(network, images, norm, radii, attack, STEPS))

    in_turns(benchmark, tried, lambda: None, rounds=1)
    if benchmark.enabled:
        what = f"proofs of {len(images)} images that an attack contradicts, {name}, {norm}"
        note(Figure(what, "0", str(len(found))))
    assert not found, "\n".join(found)
