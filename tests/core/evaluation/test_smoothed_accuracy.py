"""Certified accuracy counts what is read right alone, and falls with the radius."""

import numpy as np
import pytest

from advgui.core.datasets.readers import Digits
from advgui.core.defences.certificates.votes.smoothing import Smoothing
from advgui.core.digits.gallery import read_gallery
from advgui.core.digits.rendering import render
from advgui.core.evaluation.smoothed_accuracy import (
    SmoothedAccuracy,
    smoothed_accuracy,
    smoothed_radii,
)
from advgui.core.generators import drive
from advgui.core.images import to_floats
from advgui.core.zoo import load_shipped
from tests.linear_networks import constant, gray, two_labels

FEW = Smoothing(0.25, 500)


def gallery() -> Digits:
    drawn = read_gallery()[:10]
    images = np.stack([render(digit.strokes) for digit in drawn])
    return Digits(images, np.array([digit.label for digit in drawn]))


def test_certified_accuracy_falls_with_the_radius_and_ends_where_samples_do() -> None:
    run = smoothed_accuracy(load_shipped("report"), gallery(), FEW, radii=(0, 0.2, 0.5, 0.7))
    shares: list[float] = []
    found: SmoothedAccuracy = drive(run, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert list(found.certified) == sorted(found.certified, reverse=True)
    assert found.certified[0] > 0.5
    assert found.certified[-1] == 0  # no vote of 500 proves so much
    assert found.certified[0] + found.abstained + found.wrong == pytest.approx(1)


def test_the_order_of_the_digits_changes_nothing_before_them() -> None:
    all_of_them = drive(smoothed_radii(load_shipped("report"), gallery(), FEW, seed=2))
    first = Digits(gallery().images[:3], gallery().labels[:3])
    some = drive(smoothed_radii(load_shipped("report"), first, FEW, seed=2))
    assert np.array_equal(all_of_them[:3], some, equal_nan=True)


def test_abstaining_is_neither_right_nor_wrong() -> None:
    undecided = two_labels(np.ones(784), float(to_floats(gray()).sum()))
    digits = Digits(gray(4), np.array([0, 1, 0, 1]))
    found = drive(smoothed_accuracy(undecided, digits, FEW))
    assert (found.abstained, found.wrong, found.certified[0]) == (1.0, 0.0, 0.0)
    assert found.median is None


def test_what_is_read_wrong_is_proven_at_no_radius() -> None:
    digits = Digits(gray(4), np.array([3, 3, 3, 5]))
    found = drive(smoothed_accuracy(constant(), digits, FEW, radii=(0, 0.1)))
    assert (found.certified, found.wrong, found.abstained) == ((0.75, 0.75), 0.25, 0.0)
