"""What stands apart along a label's main direction is taken, 1.5 times what is expected."""

import numpy as np

from advgui.core.defences.detectors import judged, make_detector
from advgui.core.generators import drive
from tests.core.defences.detectors.poisoned_points import reader, stamped_set


def test_it_finds_those_with_a_direction_of_their_own_among_as_many_of_every_label() -> None:
    digits, changed = stamped_set(0.1)
    detector = make_detector("spectral", {"expected": 0.1})
    caught = drive(detector.find(reader(), digits, np.random.default_rng(0)))
    assert judged(detector, caught, changed).recall == 1.0
    for label in range(10):
        here = digits.labels == label
        assert caught[here].sum() == round(0.15 * here.sum())
