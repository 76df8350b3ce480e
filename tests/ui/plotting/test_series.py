import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from advgui.ui.plotting.series import peaks


@given(st.integers(2, 5000), st.integers(0, 4999), st.integers(2, 400))
def test_no_peak_of_a_long_curve_is_lost(length: int, where: int, groups: int) -> None:
    values = np.zeros(length)
    where %= length
    values[where] = 7.0
    places, shown = peaks(np.arange(length), values, groups)
    assert places.shape == shown.shape
    assert len(shown) <= 2 * groups
    assert shown.max() == 7.0
    assert places[shown.argmax()] == where
    assert (np.diff(places) >= 0).all()


def test_a_short_curve_stays_as_it_is() -> None:
    values = np.array([0.5, 0.25, 0.125])
    places, shown = peaks(np.arange(3), values, 400)
    assert places.tolist() == [0, 1, 2]
    assert shown is values
