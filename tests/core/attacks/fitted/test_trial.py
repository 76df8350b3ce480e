"""The digits that are held out are others than those that are learned from."""

import numpy as np
import pytest

from advgui.core.attacks.fitted.trial import Trial, held_out, labels_of, other_labels
from advgui.core.datasets.readers import Digits
from advgui.core.errors import ParameterError
from advgui.core.nn.network import Network
from tests.mean_sign import gallery


def numbered(count: int) -> Digits:
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 0, 0], images[:, 0, 1] = np.arange(count) % 256, np.arange(count) // 256
    return Digits(images, np.arange(count) % 10)


@pytest.mark.parametrize(("count", "wanted", "unseen"), [(100, 4000, 20), (7000, 500, 1000)])
def test_no_digit_is_both(count: int, wanted: int, unseen: int) -> None:
    learned, others = held_out(numbered(count), wanted, np.random.default_rng(0))
    assert len(others.labels) == unseen
    assert len(learned.labels) == min(wanted, count - unseen)
    pairs = {tuple(image[0, :2]) for image in np.concatenate([learned.images, others.images])}
    assert len(pairs) == len(learned.labels) + len(others.labels)


def test_which_are_held_out_does_not_depend_on_how_many_are_learned_from() -> None:
    few, many = (held_out(numbered(300), count, np.random.default_rng(7))[1] for count in (10, 200))
    np.testing.assert_array_equal(few.images, many.images)


def test_too_few_digits_to_hold_one_out_are_refused_in_a_sentence() -> None:
    assert len(held_out(numbered(5), 10, np.random.default_rng(0))[1].labels) == 1
    with pytest.raises(ParameterError, match="At least 5 digits are needed"):
        held_out(numbered(4), 10, np.random.default_rng(0))


def test_another_label_is_never_the_own() -> None:
    labels = np.arange(1000) % 10
    others = other_labels(labels, np.random.default_rng(0))
    assert (others != labels).all()
    assert set(others.tolist()) == set(range(10))


def test_only_digits_that_are_read_correctly_count(network: Network) -> None:
    digits = gallery()
    right = labels_of(network, digits.images) == digits.labels
    assert len(Trial.of(network, digits, None).problem.goals) == right.sum()
    toward = Trial.of(network, digits, np.full(30, 3)).problem
    assert len(toward.goals) == (right & (digits.labels != 3)).sum()
    assert Trial.of(network, digits, None).rate(digits.images[right]) == 0


def test_a_network_that_reads_none_of_them_is_told(network: Network) -> None:
    digits = gallery()
    wrong = Digits(digits.images, (labels_of(network, digits.images) + 1) % 10)
    with pytest.raises(ParameterError, match="report reads none of the digits"):
        Trial.of(network, wrong, None)
