"""A catch is judged by what was changed, and a detector of another package is found."""

import numpy as np

from advgui.core.defences.detectors import DETECTORS, judged, make_detector


def test_precision_and_recall_are_of_what_was_caught_and_of_what_there_is() -> None:
    caught = np.array([True, True, True, False, False])
    changed = np.array([True, False, False, True, False])
    catch = judged(make_detector("loss"), caught, changed, shown=1)
    assert (catch.caught, catch.right, catch.poisoned) == (3, 1, 2)
    assert (catch.precision, catch.recall) == (1 / 3, 1 / 2)
    assert (catch.hits, catch.alarms, catch.missed) == ((0,), (1,), (3,))


def test_of_nothing_there_is_no_share() -> None:
    none = np.zeros(3, bool)
    catch = judged(make_detector("loss"), none, none)
    assert catch.precision is None
    assert catch.recall is None


def test_all_that_is_told_of_a_detector_is_there() -> None:
    assert set(DETECTORS) == {"spectral", "clustering", "loss"}
    for name, kind in DETECTORS.items():
        assert kind.name == name
        assert kind.title
        assert kind.summary.endswith(".")
        assert kind.source
