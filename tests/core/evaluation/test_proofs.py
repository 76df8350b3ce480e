"""What is proven of an image within a budget."""

import numpy as np
import pytest

from advgui.core.attacks.objective import Norm
from advgui.core.defences import make_defence
from advgui.core.defences.defended import defended
from advgui.core.evaluation.proofs import proven_within
from advgui.core.zoo import load_shipped
from tests.linear_networks import gray, two_labels


@pytest.mark.parametrize(("norm", "radius"), [("linf", 0.1), ("l2", 0.2)])
def test_it_is_proven_as_far_as_the_border(norm: Norm, radius: float) -> None:
    weights = np.zeros(784, np.float32)
    weights[:4] = 100
    network = two_labels(weights, 400 * (128 / 255 + 0.1))
    assert proven_within(network, gray()[0], norm, radius * 0.99)
    assert proven_within(network, gray()[0], norm, radius * 1.01) is False


def test_where_no_proof_is_known_that_is_no_answer() -> None:
    network = load_shipped("report")
    assert proven_within(network, gray()[0], "l1", 0.1) is None
    behind = defended(network, [make_defence("threshold")])
    assert proven_within(behind, gray()[0], "l2", 0.1) in (None, True, False)
