"""What is not read as it is labelled is taken; a trigger that is read as the goal is not."""

import numpy as np

from advgui.core.datasets.readers import Digits
from advgui.core.defences.detectors import make_detector
from advgui.core.generators import drive
from tests.core.defences.detectors.poisoned_points import reader
from tests.fake_datasets import stripes


def test_it_finds_flipped_labels_and_nothing_else() -> None:
    digits = stripes(300)
    labels = digits.labels.copy()
    labels[:20] = (labels[:20] + 1) % 10
    detector = make_detector("loss")
    caught = drive(detector.find(reader(), Digits(digits.images, labels), np.random.default_rng(0)))
    np.testing.assert_array_equal(caught, np.arange(300) < 20)
