"""Every loss's gradient is the derivative of its value, and the values are the textbook's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advgui.core.errors import ParameterError
from advgui.core.nn.losses import (
    LOSSES,
    LossName,
    Rivals,
    cross_entropy,
    hinge,
    loss_of,
    margin,
    softmax,
    squared_error,
)
from tests.central_differences import central_differences

seeds = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("name", LOSSES)
@given(seed=seeds)
def test_the_gradient_agrees_with_central_differences(name: LossName, seed: int) -> None:
    random = np.random.default_rng(seed)
    logits, labels = random.normal(scale=3, size=(3, 10)), random.integers(0, 10, 3)
    loss = LOSSES[name]
    _, gradient = loss(logits, labels)
    expected = central_differences(lambda z: float(loss(z, labels)[0].sum()), logits)
    np.testing.assert_allclose(gradient, expected, atol=1e-7, rtol=1e-5)


@given(seed=seeds)
def test_squared_error_is_half_the_squared_distance_of_sigmoids_to_the_goal(seed: int) -> None:
    random = np.random.default_rng(seed)
    logits = random.normal(scale=3, size=10)
    goal = int(random.integers(0, 10))
    y = [1 / (1 + np.exp(-z)) for z in logits]
    expected = 0.5 * sum((v - (i == goal)) ** 2 for i, v in enumerate(y))
    assert squared_error(logits[None], np.array([goal]))[0][0] == pytest.approx(expected)


@given(seed=seeds)
def test_cross_entropy_is_minus_the_logarithm_of_the_softmax(seed: int) -> None:
    random = np.random.default_rng(seed)
    logits = random.normal(scale=3, size=(1, 10))
    goal = int(random.integers(0, 10))
    expected = -np.log(softmax(logits)[0, goal])
    assert cross_entropy(logits, np.array([goal]))[0][0] == pytest.approx(expected)


@given(seed=seeds)
def test_the_margin_is_negative_exactly_where_the_label_wins(seed: int) -> None:
    random = np.random.default_rng(seed)
    logits = random.normal(scale=3, size=(8, 10)) - 20  # all negative: no mask may use zero
    labels = random.integers(0, 10, 8)
    np.testing.assert_array_equal(margin(logits, labels)[0] < 0, logits.argmax(1) == labels)


@given(seed=seeds)
def test_the_hinge_is_zero_exactly_where_the_label_wins_by_one(seed: int) -> None:
    random = np.random.default_rng(seed)
    logits, labels = random.normal(scale=3, size=(8, 10)), random.integers(0, 10, 8)
    values, gradient = hinge(logits, labels)
    for row, label, value, slope in zip(logits, labels, values, gradient, strict=True):
        lead = row[label] - max(np.delete(row, label))
        assert value == pytest.approx(max(0.0, 1.0 - lead))
        assert slope.any() == (lead < 1.0)


def test_a_softmax_sums_to_one_even_for_enormous_logits() -> None:
    rows = softmax(np.array([[1e4, 0.0, -1e4], [5.0, 5.0, 5.0]], dtype=np.float32))
    np.testing.assert_allclose(rows.sum(1), 1.0, rtol=1e-6)


@given(seed=seeds)
def test_the_rivals_of_one_image_are_to_the_bit_what_they_are_beside_others(seed: int) -> None:
    random = np.random.default_rng(seed)
    logits = random.normal(scale=3, size=(3, 10)).astype(np.float32)
    slope = Rivals.of(random.integers(0, 10, 3)).slope(6.0)
    for row in range(3):
        part = slice(row, row + 1)
        np.testing.assert_array_equal(slope.of(part)(logits[part]), slope(logits)[part])


def test_a_loss_is_found_by_its_name_and_an_unknown_one_is_told() -> None:
    assert loss_of("hinge") is loss_of(hinge) is hinge
    with pytest.raises(ParameterError, match="There is no loss 'hing'; did you mean hinge"):
        loss_of("hing")
