"""The course shows what there is: without victims there is no success."""

import numpy as np

from advgui.core.training.poisoned import Look
from advgui.ui.poisoning.course import course_data

LOOKS = (Look(0.1, 0.5, 0.4, 0.01, 0.3), Look(0.2, 0.9, 0.8, 0.02, 0.7))


def test_clean_accuracies_and_success_are_curves() -> None:
    data = course_data(LOOKS)
    assert [curve.name for curve in data.curves] == ["success", "clean", "twin_clean"]
    np.testing.assert_array_equal(data.values["success"], [0.3, 0.7])
    np.testing.assert_array_equal(data.places, [0.1, 0.2])


def test_where_the_attack_has_no_victims_there_is_no_curve_of_them() -> None:
    data = course_data([look._replace(success=None, twin_success=None) for look in LOOKS])
    assert [curve.name for curve in data.curves] == ["clean", "twin_clean"]
