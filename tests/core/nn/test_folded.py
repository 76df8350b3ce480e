"""Leads over rivals are bounded by what intervals allow, and never more than logits alone would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.images import Array
from advgui.core.nn.folded import Folded
from advgui.core.nn.layers import Dense

STEP = 1e-6


def some(seed: int) -> tuple[Folded, np.random.Generator]:
    random = np.random.default_rng(seed)
    return Folded.of(Dense(random.normal(size=(6, 10)), random.normal(size=10))), random


@given(seed=st.integers(0, 2**32 - 1))
def test_no_input_within_the_interval_is_worse_and_one_reaches_each_rivals_bound(seed: int) -> None:
    folded, random = some(seed)
    middle, spread = random.normal(size=(3, 6)), random.random((3, 6))
    labels = random.integers(0, 10, 3)
    worst = folded.worst(middle, spread, labels)
    assert (worst[np.arange(3), labels] == 0).all()
    for _ in range(20):
        logits, _ = folded.last.forward(middle + spread * random.uniform(-1, 1, (3, 6)))
        leads = logits - logits[np.arange(3), labels][:, None]
        assert (leads <= worst + 1e-9).all()
    rival = int(labels[0] + 1) % 10
    way = np.sign(folded.last.matrix[:, rival] - folded.last.matrix[:, labels[0]])
    logits, _ = folded.last.forward((middle[0] + spread[0] * way)[None])
    assert logits[0, rival] - logits[0, labels[0]] == pytest.approx(worst[0, rival])


@given(seed=st.integers(0, 2**32 - 1))
def test_its_gradients_agree_with_central_differences(seed: int) -> None:
    folded, random = some(seed)
    given_arrays: list[Array] = [random.normal(size=(3, 6)), random.random((3, 6))]
    given_arrays += [folded.last.matrix, folded.last.bias]
    labels, way = random.integers(0, 10, 3), random.normal(size=(3, 10))
    middle, spread, weights = folded.gradients(given_arrays[0], given_arrays[1], labels, way)
    moves = [random.choice([-STEP, STEP], array.shape) for array in given_arrays]

    def value(sign: float) -> float:
        inputs, width, matrix, bias = (
            array + sign * move for array, move in zip(given_arrays, moves, strict=True)
        )
        return float((way * Folded.of(Dense(matrix, bias)).worst(inputs, width, labels)).sum())

    slopes: list[Array] = [middle, spread, *weights]
    expected = sum(float((slope * move).sum()) for slope, move in zip(slopes, moves, strict=True))
    assert (value(1) - value(-1)) / 2 == pytest.approx(expected, rel=1e-4, abs=1e-4 * STEP)
