"""A label that is two things makes two clusters, of which the small one is taken."""

import numpy as np

from advgui.core.defences.detectors import judged, make_detector
from advgui.core.defences.detectors.clustering import two_means
from advgui.core.generators import drive
from tests.core.defences.detectors.poisoned_points import reader, stamped_set


def test_it_finds_a_cluster_that_is_small_enough() -> None:
    digits, changed = stamped_set(0.2)
    detector = make_detector("clustering", {"smaller": 0.35})
    caught = drive(detector.find(reader(), digits, np.random.default_rng(0)))
    assert judged(detector, caught, changed).recall == 1.0
    assert (caught & changed)[digits.labels == 3].sum() == caught[digits.labels == 3].sum()


def test_it_misses_a_cluster_that_is_not() -> None:
    digits, changed = stamped_set(0.2)
    detector = make_detector("clustering", {"smaller": 0.1})
    caught = drive(detector.find(reader(), digits, np.random.default_rng(0)))
    assert judged(detector, caught, changed).recall == 0.0


def test_two_heaps_are_parted_and_one_heap_of_the_same_point_is_one() -> None:
    random = np.random.default_rng(1)
    points = np.concatenate([random.normal(0, 0.1, (30, 3)), random.normal(4, 0.1, (9, 3))])
    second = two_means(points, random)
    assert {tuple(second[:30]), tuple(second[30:])} == {(True,) * 30, (False,) * 9} or {
        tuple(second[:30]),
        tuple(second[30:]),
    } == {(False,) * 30, (True,) * 9}
    assert not two_means(np.ones((5, 3)), random).any()
